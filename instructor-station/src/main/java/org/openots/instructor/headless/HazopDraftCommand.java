package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.openots.hazop.draft.StudyDraft;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.study.StudyWriter;
import org.openots.hazop.verification.FaultSweep;
import org.openots.hazop.verification.StudyVerification;
import org.openots.simulator.plant.PlantPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hazop draft}: proposes a study from a sweep of all faults of a plant. */
@Command(
        name = "draft",
        mixinStandardHelpOptions = true,
        description = {
            "由故障扫描生成 HAZOP 分析草稿，供教师编辑 / draft a study from a sweep of all faults, for instructors to edit",
            "从正常工况逐个演示装置的全部故障，写出偏离、原因、后果和动作过的措施。频率和风险等级是占位值。",
            "Plays every fault of the plant from its normal state and writes down deviations, causes, consequences and the"
                    + " safeguards that acted. Frequencies and risks are placeholders."
        })
final class HazopDraftCommand implements Callable<Integer> {
    private static final int SHORTEST = 120;
    private static final int LONGEST = 14_400;

    @Option(names = "--plant", required = true, description = "装置编号 / id of the plant")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String plant;

    @Option(names = "--out", required = true, description = "写入的文件 / file to write")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--horizon",
            defaultValue = "1800",
            description = "每个故障演示多久，模型时间 s / how long each fault is played, s of model time")
    private int horizon;

    @Option(names = "--fault", description = "只演示这些故障 / only these faults")
    private List<String> only = List.of();

    @Option(names = "--threads", defaultValue = "2", description = "同时运行数，1 或 2 / runs at the same time, 1 or 2")
    private int threads;

    @Option(names = "--seed", defaultValue = "1", description = "随机数种子 / seed")
    private long seed;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        Numbers.within("--threads", threads, 1, StudyVerification.Settings.MOST_THREADS);
        Numbers.within("--horizon", horizon, SHORTEST, LONGEST);
        PlantNames names = PlantNames.of(PlantPack.shipped(plant));
        ProgressLine progress = ProgressLine.of(output);
        List<FaultSweep.Seen> seen = FaultSweep.sweep(
                names, new FaultSweep.Settings(seed, threads, horizon, Set.copyOf(only)), progress::at);
        progress.end();
        StudyDraft.Draft draft = StudyDraft.of(StudyFile.named(plant).study(), seen, horizon);
        write(StudyWriter.text(draft.study()));
        print(draft, seen.size());
        return 0;
    }

    private void write(String text) {
        OutFile.write(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private void print(StudyDraft.Draft draft, int faults) {
        PrintWriter stdout = output.out();
        int rows = draft.study().deviations().size();
        long items = draft.study().keyItems().count();
        if (output.wanted()) {
            ObjectNode node = JsonNodeFactory.instance
                    .objectNode()
                    .put("plant", plant)
                    .put("study", draft.study().id())
                    .put("faults", faults)
                    .put("deviations", rows)
                    .put("items", items)
                    .put("file", out.toString());
            ObjectNode unplaced = node.putObject("unplaced");
            draft.unplaced()
                    .forEach((fault, why) ->
                            unplaced.putObject(fault).put("zh", why.zh()).put("en", why.en()));
            stdout.println(node);
        } else {
            stdout.printf(
                    "%d 个故障，%d 个偏离，%d 条 / %d faults, %d deviations, %d items%n",
                    faults, rows, items, faults, rows, items);
            draft.unplaced().forEach((fault, why) -> stdout.printf("%s  %s / %s%n", fault, why.zh(), why.en()));
        }
        stdout.flush();
    }
}
