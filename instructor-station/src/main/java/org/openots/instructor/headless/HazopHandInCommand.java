package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;
import org.openots.common.error.FileErrors;
import org.openots.hazop.scoring.LabelledAnswer;
import org.openots.hazop.scoring.SheetScorer;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.worksheet.CauseRow;
import org.openots.hazop.worksheet.ScenarioLine;
import org.openots.hazop.worksheet.SheetColumn;
import org.openots.hazop.worksheet.SheetEdit;
import org.openots.hazop.worksheet.SheetHead;
import org.openots.hazop.worksheet.SheetOperation;
import org.openots.hazop.worksheet.SheetView;
import org.openots.hazop.worksheet.WorksheetStore;
import org.openots.instructor.catalog.HazopContent;
import org.openots.instructor.catalog.OfferedStudy;
import org.openots.instructor.hazop.HazopDesk;
import org.openots.instructor.hazop.StudyArchive;
import org.openots.instructor.session.MonotonicClock;
import org.openots.simulator.random.SplitMix64;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hazop hand-in}: a class hands its worksheets in together; how long until all of them are scored. */
@Command(
        name = "hand-in",
        mixinStandardHelpOptions = true,
        description = {
            "全班同时交卷，测到全部评完的时间 / a class hands in together: time until everything is scored",
            "作答取自带标注的作答集；工作表写盘、记日志、交卷和评分与工作站相同。",
            "Answers come from labelled sets; worksheets are journalled, handed in and scored as in the station."
        })
final class HazopHandInCommand implements Callable<Integer> {
    private static final int POLL_NANOS = 20_000_000;
    private static final int COLUMNS = 4;

    /** Dates of records are for people only, and nobody reads these. */
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Mixin
    private final StudyOption study = new StudyOption();

    @Mixin
    private final LabelledSets sets = new LabelledSets();

    @Option(names = "--sheets", defaultValue = "30", paramLabel = "N", description = "工作表数 / worksheets")
    private int sheets;

    @Option(names = "--answers", defaultValue = "80", paramLabel = "N", description = "每份作答数 / answers in each")
    private int answers;

    @Option(names = "--workers", defaultValue = "2", paramLabel = "N", description = "评分线程数 / threads that score")
    private int workers;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        OfferedStudy offered = OfferedStudy.of(StudyFile.named(study.name()));
        List<LabelledAnswer> pool = sets.read(offered.study(), output).stream()
                .flatMap(set -> set.answers().stream())
                .toList();
        Path folder = temporary();
        try {
            measure(offered, pool, folder);
        } finally {
            delete(folder);
        }
        return 0;
    }

    private void measure(OfferedStudy offered, List<LabelledAnswer> pool, Path folder) {
        MonotonicClock clock = MonotonicClock.system();
        SheetScorer scorer = new SheetScorer();
        HazopContent content = new HazopContent(List.of(offered), Optional.of(scorer));
        try (WorksheetStore store = new WorksheetStore(folder.resolve("sheets"), CLOCK);
                HazopDesk desk = new HazopDesk(
                        content,
                        store,
                        new StudyArchive(folder.resolve("studies")),
                        CLOCK,
                        new SplitMix64(1)::nextLong,
                        workers)) {
            List<SheetView> filled = new ArrayList<>();
            // one more than measured: lexicon and models are loaded by the first
            for (int i = 0; i <= sheets; i++) {
                filled.add(fill(store, offered, pool, i));
            }
            desk.handIn(id(filled.get(0)), filled.get(0).token());
            await(store, filled.subList(0, 1));
            long start = clock.nanos();
            filled.subList(1, filled.size()).forEach(view -> desk.handIn(id(view), view.token()));
            double handedIn = (clock.nanos() - start) / 1e9;
            await(store, filled);
            double scored = (clock.nanos() - start) / 1e9;
            long items = filled.subList(1, filled.size()).stream()
                    .flatMap(view -> store.view(id(view)).state().scores().values().stream())
                    .mapToLong(score -> score.answers().size())
                    .sum();
            output.print(JsonNodeFactory.instance
                    .objectNode()
                    .put("worksheets", sheets)
                    .put("answers", items)
                    .put("workers", workers)
                    .put("handedInSeconds", rounded(handedIn))
                    .put("scoredSeconds", rounded(scored))
                    .put("answersPerSecond", rounded(items / scored)));
        }
    }

    private static double rounded(double value) {
        return FastMath.rint(value * 100) / 100;
    }

    private static String id(SheetView view) {
        return view.state().head().id();
    }

    /** Cause rows of four answers each, spread over the deviations. */
    private SheetView fill(WorksheetStore store, OfferedStudy offered, List<LabelledAnswer> pool, int number) {
        Map<String, Map<Column, List<String>>> texts = pool.stream()
                .collect(Collectors.groupingBy(
                        LabelledAnswer::deviationId,
                        Collectors.groupingBy(
                                LabelledAnswer::column,
                                () -> new EnumMap<>(Column.class),
                                Collectors.mapping(LabelledAnswer::text, Collectors.toList()))));
        List<String> deviations = texts.keySet().stream().sorted().toList();
        SheetHead head = new SheetHead(
                String.format(Locale.ROOT, "h20000101-000000-%06x", number),
                "s" + number,
                new SheetHead.StudyRef(
                        offered.study().id(),
                        offered.digest(),
                        offered.matrix().severities().size(),
                        offered.matrix().likelihoods().size()),
                "junior",
                deviations,
                0);
        SheetView view = store.open(head);
        List<SheetEdit> edits = new ArrayList<>();
        for (int row = 0; row < answers / COLUMNS; row++) {
            String deviation = deviations.get(row % deviations.size());
            int pick = number * answers + row;
            Map<SheetColumn, String> cells = new EnumMap<>(SheetColumn.class);
            cells.put(SheetColumn.CONSEQUENCE, text(texts.getOrDefault(deviation, Map.of()), Column.CONSEQUENCE, pick));
            cells.put(SheetColumn.SAFEGUARDS, text(texts.getOrDefault(deviation, Map.of()), Column.SAFEGUARD, pick));
            cells.put(
                    SheetColumn.RECOMMENDATIONS,
                    text(texts.getOrDefault(deviation, Map.of()), Column.RECOMMENDATION, pick));
            String name = String.format(Locale.ROOT, "%08x", row);
            CauseRow cause = new CauseRow(
                    "c" + name,
                    text(texts.getOrDefault(deviation, Map.of()), Column.CAUSE, pick),
                    List.of(new ScenarioLine("l" + name, cells)));
            edits.add(new SheetEdit("e" + name, new SheetOperation.InsertCause(deviation, "", cause)));
        }
        store.edit(head.id(), view.token(), edits).refused().ifPresent(refusal -> {
            throw refusal.reason();
        });
        return store.view(head.id());
    }

    private static String text(Map<Column, List<String>> texts, Column column, int pick) {
        List<String> all = texts.getOrDefault(column, List.of());
        return all.isEmpty() ? "" : all.get(Math.floorMod(pick, all.size()));
    }

    private static void await(WorksheetStore store, List<SheetView> views) {
        for (SheetView view : views) {
            while (!scored(store.view(id(view)))) {
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }

    private static boolean scored(SheetView view) {
        return view.state()
                .scores()
                .keySet()
                .containsAll(view.state().submitted().keySet());
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("openots-hand-in");
        } catch (IOException e) {
            throw FileErrors.unwritable(System.getProperty("java.io.tmpdir"), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw FileErrors.unwritable(folder.toString(), e);
        }
    }
}
