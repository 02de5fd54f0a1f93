package org.openots.instructor.hazop;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openots.common.error.OtsException;
import org.openots.hazop.worksheet.SheetHead;
import org.openots.hazop.worksheet.SheetState;
import org.openots.hazop.worksheet.SheetView;
import org.openots.hazop.worksheet.WorksheetScorer;
import org.openots.hazop.worksheet.WorksheetStore;
import org.openots.instructor.catalog.HazopContent;
import org.openots.instructor.catalog.OfferedStudy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens worksheets, and has what is submitted scored in the background, one deviation after the other. What was
 * submitted before a restart, or before there was a scorer, is scored when the desk is made.
 */
public final class HazopDesk implements AutoCloseable {
    /** First letter of the ids of worksheets in training, and in exams. */
    private static final String TRAINING = "h";

    private static final String EXAM = "x";
    private static final Logger LOG = LoggerFactory.getLogger(HazopDesk.class);
    private static final DateTimeFormatter ID_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int ID_CHANCE = 1 << 24;
    /** Patience with a score that is being computed when the station stops, s; what is not scored is scored later. */
    private static final long LAST_SCORE_SECONDS = 5;

    private volatile HazopContent content;
    private final WorksheetStore store;
    private final StudyArchive archive;
    private final Clock clock;
    private final RandomGenerator random;
    private final ConcurrentHashMap<String, Object> opening = new ConcurrentHashMap<>();
    private final ExecutorService marking;

    /**
     * Makes the desk and scores what waits.
     *
     * @param content the studies and the scorer
     * @param store the worksheets; stays the caller's
     * @param archive the versions of studies that worksheets were opened on
     * @param clock dates worksheets
     * @param random makes ids
     * @param workers threads that score
     */
    public HazopDesk(
            HazopContent content,
            WorksheetStore store,
            StudyArchive archive,
            Clock clock,
            RandomGenerator random,
            int workers) {
        this.content = content;
        this.store = store;
        this.archive = archive;
        this.clock = clock;
        this.random = random;
        this.marking = Executors.newFixedThreadPool(workers, work -> {
            Thread thread = new Thread(work, "hazop-marking");
            thread.setDaemon(true);
            return thread;
        });
        store.all()
                .forEach(view -> content.studies().stream()
                        .filter(one ->
                                one.digest().equals(view.state().head().study().digest()))
                        .forEach(archive::keep));
        store.all().forEach(this::mark);
    }

    /**
     * What the station offers.
     *
     * @return studies and scorer
     */
    public HazopContent content() {
        return content;
    }

    /**
     * Scores with another scorer from now on; what is scored stays.
     *
     * @param scorer the scorer
     */
    public synchronized void scoreWith(WorksheetScorer scorer) {
        content = content.scoredBy(scorer);
    }

    /**
     * Offers other studies from now on; worksheets that are open stay with theirs.
     *
     * @param studies the studies in the order to be shown
     */
    public synchronized void offer(List<OfferedStudy> studies) {
        content = new HazopContent(studies, content.scorer());
    }

    /**
     * A study in the version that a worksheet was opened on.
     *
     * @param study which study and version
     * @return the study; nothing when that version is neither offered nor kept
     */
    public Optional<OfferedStudy> study(SheetHead.StudyRef study) {
        return study(study.id(), study.digest());
    }

    /**
     * A version of a study.
     *
     * @param id id of the study
     * @param digest digest of its file
     * @return the study; nothing when that version is neither offered nor kept
     */
    public Optional<OfferedStudy> study(String id, String digest) {
        return content.studies().stream()
                .filter(one -> one.digest().equals(digest) && one.study().id().equals(id))
                .findFirst()
                .or(() -> archive.find(id, digest));
    }

    /**
     * The worksheets.
     *
     * @return the store
     */
    public WorksheetStore store() {
        return store;
    }

    /**
     * The day where the station stands, for what is printed.
     *
     * @return today
     */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /**
     * The zone the station stands in.
     *
     * @return that of the computer
     */
    public ZoneId zone() {
        return ZoneId.systemDefault();
    }

    /**
     * A worksheet that was opened, now or before.
     *
     * @param view the worksheet
     * @param resumed true when it was opened before and is not handed in
     */
    public record Opened(SheetView view, boolean resumed) {}

    /**
     * Opens a worksheet; one of the same part that is not handed in is gone on with.
     *
     * @param owner account of the student
     * @param offered the study
     * @param scope the part of it
     * @return the worksheet
     */
    public Opened open(String owner, OfferedStudy offered, SheetScope scope) {
        // two clicks at once must not open two worksheets
        synchronized (opening.computeIfAbsent(owner, key -> new Object())) {
            Optional<SheetView> unfinished = store.of(owner).stream()
                    .filter(view -> view.state().handIn().isEmpty()
                            && !isExam(view.state().head().id())
                            && isOf(view.state().head(), offered, scope))
                    .findFirst();
            if (unfinished.isPresent()) {
                return new Opened(unfinished.get(), true);
            }
            return new Opened(openNew(owner, offered, scope, TRAINING), false);
        }
    }

    /**
     * Opens a worksheet, whatever others the student has: in an exam everybody begins with nothing.
     *
     * @param owner account of the student
     * @param offered the study
     * @param scope the part of it
     * @return the worksheet
     */
    public SheetView openForExam(String owner, OfferedStudy offered, SheetScope scope) {
        return openNew(owner, offered, scope, EXAM);
    }

    /**
     * Whether a worksheet is part of an exam.
     *
     * @param sheet its id
     * @return false for training
     */
    public static boolean isExam(String sheet) {
        return sheet.startsWith(EXAM);
    }

    private SheetView openNew(String owner, OfferedStudy offered, SheetScope scope, String letter) {
        synchronized (opening.computeIfAbsent(owner, key -> new Object())) {
            archive.keep(offered);
            Instant now = clock.instant();
            String id = String.format(
                    Locale.ROOT,
                    "%s%s-%06x",
                    letter,
                    ID_TIME.format(now.atZone(ZoneOffset.UTC)),
                    random.nextInt(ID_CHANCE));
            SheetHead.StudyRef study = new SheetHead.StudyRef(
                    offered.study().id(),
                    offered.digest(),
                    offered.matrix().severities().size(),
                    offered.matrix().likelihoods().size());
            SheetHead head =
                    new SheetHead(id, owner, study, scope.level().word(), scope.deviations(), now.toEpochMilli());
            return store.open(head);
        }
    }

    private static boolean isOf(SheetHead head, OfferedStudy offered, SheetScope scope) {
        return head.study().id().equals(offered.study().id())
                && head.study().digest().equals(offered.digest())
                && head.level().equals(scope.level().word())
                && head.deviations().equals(scope.deviations());
    }

    /**
     * Submits a deviation and has it scored.
     *
     * @param sheet id of the worksheet
     * @param token the state it was decided on
     * @param deviation id of the deviation
     * @return the worksheet, not scored yet
     */
    public SheetView submit(String sheet, String token, String deviation) {
        SheetView view = store.submit(sheet, token, deviation);
        mark(view);
        return view;
    }

    /**
     * Hands a worksheet in and has all of it scored.
     *
     * @param sheet id of the worksheet
     * @param token the state it was decided on
     * @return the worksheet with its receipt
     */
    public SheetView handIn(String sheet, String token) {
        SheetView view = store.handIn(sheet, token);
        mark(view);
        return view;
    }

    /** Has every submitted deviation without a score scored against the study as it was, if there is a scorer. */
    private void mark(SheetView view) {
        SheetState state = view.state();
        if (content.scorer().isEmpty()) {
            return;
        }
        List<String> waiting = state.submitted().keySet().stream()
                .filter(deviation -> !state.scores().containsKey(deviation))
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        Optional<OfferedStudy> study = study(state.head().study());
        if (study.isEmpty()) {
            LOG.warn(
                    "worksheet {} was written on version {} of study {}, which is not kept; it waits for a person",
                    state.head().id(),
                    state.head().study().digest(),
                    state.head().study().id());
            return;
        }
        for (String deviation : waiting) {
            marking.execute(() -> score(state, study.get(), deviation));
        }
    }

    private void score(SheetState state, OfferedStudy study, String deviation) {
        try {
            WorksheetScorer scorer = content.scorer().orElseThrow();
            store.score(state.head().id(), scorer.score(state, study.study(), deviation));
        } catch (OtsException e) {
            LOG.error("score of {} {} not kept", state.head().id(), deviation, e);
        } catch (RuntimeException e) {
            LOG.error("scorer failed on {} {}", state.head().id(), deviation, e);
        }
    }

    /** Ends the scoring; the worksheets stay open. */
    @Override
    public void close() {
        marking.shutdown();
        try {
            if (!marking.awaitTermination(LAST_SCORE_SECONDS, TimeUnit.SECONDS)) {
                marking.shutdownNow();
            }
        } catch (InterruptedException e) {
            marking.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
