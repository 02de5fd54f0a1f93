package org.openots.instructor.hazop;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.hazop.task.AttemptEdit;
import org.openots.hazop.task.AttemptHead;
import org.openots.hazop.task.AttemptScore;
import org.openots.hazop.task.AttemptState;
import org.openots.hazop.task.AttemptStore;
import org.openots.hazop.task.OptionNumbers;
import org.openots.hazop.task.Question;
import org.openots.hazop.task.SheetAudit;
import org.openots.hazop.task.SheetPart;
import org.openots.hazop.task.TaskCatalogue;
import org.openots.hazop.task.TaskError;
import org.openots.hazop.task.TaskForm;
import org.openots.hazop.task.TaskLevel;
import org.openots.hazop.task.TrainingTask;
import org.openots.hazop.worksheet.SheetState;
import org.openots.hazop.worksheet.SheetView;
import org.openots.instructor.catalog.HazopTaskSource;
import org.openots.instructor.catalog.OfferedStudy;

/** Training tasks with their attempts; a task with a worksheet has it opened at the {@link HazopDesk}. */
public final class TaskDesk implements HazopTaskSource {
    private static final DateTimeFormatter ID_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int ID_CHANCE = 1 << 24;
    /** First letter of the ids of attempts in training, and in exams. */
    private static final String TRAINING = "t";

    private static final String EXAM = "x";
    private static final double ALL = 100;
    private static final String PREVIEW = "preview-";

    private final TaskCatalogue catalogue;
    private final AttemptStore store;
    private final HazopDesk sheets;
    private final ReviewDesk review;
    private final Clock clock;
    private final RandomGenerator random;
    private final ConcurrentHashMap<String, Object> opening = new ConcurrentHashMap<>();

    /**
     * Makes the desk.
     *
     * @param catalogue the tasks
     * @param store the attempts; stays the caller's
     * @param sheets where worksheets are opened
     * @param review what worksheets are worth after all decisions
     * @param clock dates attempts
     * @param random makes ids and seeds
     */
    public TaskDesk(
            TaskCatalogue catalogue,
            AttemptStore store,
            HazopDesk sheets,
            ReviewDesk review,
            Clock clock,
            RandomGenerator random) {
        this.catalogue = catalogue;
        this.store = store;
        this.sheets = sheets;
        this.review = review;
        this.clock = clock;
        this.random = random;
    }

    /**
     * The attempts.
     *
     * @return the store
     */
    public AttemptStore store() {
        return store;
    }

    /**
     * The tasks.
     *
     * @return the catalogue
     */
    public TaskCatalogue catalogue() {
        return catalogue;
    }

    @Override
    public List<OfferedTask> tasks() {
        return catalogue.tasks().stream()
                .map(TrainingTask::head)
                .filter(head -> sheets.content().studies().stream()
                        .anyMatch(one -> one.study().id().equals(head.plant())))
                .map(head -> new OfferedTask(
                        head.id(),
                        head.module().code(),
                        head.level().word(),
                        head.plant(),
                        head.title(),
                        head.minutes(),
                        Optional.empty()))
                .toList();
    }

    @Override
    public Optional<Standing> standing(String account, String task) {
        List<AttemptState> mine = store.of(account).stream()
                .filter(one ->
                        one.head().task().equals(task) && !isExam(one.head().id()))
                .toList();
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        AttemptState last = mine.stream()
                .filter(one -> one.submission().isEmpty() && one.head().digest().equals(catalogue.digest()))
                .findFirst()
                .orElse(mine.get(0));
        List<Total> shown =
                mine.stream().filter(AttemptState::feedback).map(this::total).toList();
        Optional<Double> best = best(shown, false);
        double needed =
                catalogue.find(task).map(one -> one.head().passPercent()).orElse(ALL);
        return Optional.of(new Standing(
                last.submission().isEmpty() ? "open" : "submitted",
                "/hazop-task/" + last.head().id(),
                best,
                best.isEmpty() ? best(shown, true) : Optional.empty(),
                best.filter(percent -> percent >= needed).isPresent()));
    }

    private static Optional<Double> best(List<Total> totals, boolean pending) {
        return totals.stream()
                .filter(total -> total.pending() == pending)
                .map(Total::percent)
                .max(Double::compare);
    }

    /**
     * Whether an attempt is part of an exam.
     *
     * @param attempt its id
     * @return false for training
     */
    public static boolean isExam(String attempt) {
        return attempt.startsWith(EXAM);
    }

    /**
     * An attempt that was opened, now or before.
     *
     * @param state the attempt
     * @param resumed true when it was opened before and is not submitted
     */
    public record Opened(AttemptState state, boolean resumed) {}

    /**
     * Begins a task, or goes on with the attempt that is not submitted.
     *
     * @param owner account of the student
     * @param id id of the task
     * @return the attempt
     * @throws OtsException if there is no such task
     */
    public Opened open(String owner, String id) {
        TrainingTask task = catalogue.task(id);
        if (tasks().stream().noneMatch(offered -> offered.id().equals(id))) {
            throw new OtsException(TaskError.TASK_UNKNOWN, id);
        }
        // two clicks at once must not open two attempts
        synchronized (opening.computeIfAbsent(owner, key -> new Object())) {
            Optional<AttemptState> unfinished = store.of(owner).stream()
                    .filter(one -> one.submission().isEmpty()
                            && !isExam(one.head().id())
                            && one.head().task().equals(id)
                            && one.head().digest().equals(catalogue.digest()))
                    .findFirst();
            if (unfinished.isPresent()) {
                return new Opened(unfinished.get(), true);
            }
            return new Opened(openNew(owner, task, false), false);
        }
    }

    /**
     * Begins a task anew, whatever other attempts the student has: in an exam everybody begins with nothing, and with a
     * worksheet of his own.
     *
     * @param owner account of the student
     * @param id id of the task
     * @return the attempt
     * @throws OtsException if there is no such task
     */
    public AttemptState openForExam(String owner, String id) {
        return openNew(owner, catalogue.task(id), true);
    }

    private AttemptState openNew(String owner, TrainingTask task, boolean exam) {
        synchronized (opening.computeIfAbsent(owner, key -> new Object())) {
            Instant now = clock.instant();
            String attempt = String.format(
                    Locale.ROOT,
                    "%s%s-%06x",
                    exam ? EXAM : TRAINING,
                    ID_TIME.format(now.atZone(ZoneOffset.UTC)),
                    random.nextInt(ID_CHANCE));
            // questions that a worksheet would answer are settled before it is opened
            boolean later = task.sections().stream()
                    .flatMap(section -> section.questions().stream())
                    .anyMatch(Question::ofFrame);
            Optional<String> sheet = task.sheet().filter(part -> !later).map(part -> sheet(owner, task, part, exam));
            return store.open(new AttemptHead(
                    attempt,
                    owner,
                    task.id(),
                    task.head().level(),
                    catalogue.digest(),
                    random.nextLong(),
                    sheet,
                    now.toEpochMilli()));
        }
    }

    /**
     * A task as a student meets it, for a teacher: an attempt that is kept nowhere and always the same.
     *
     * @param reader account of the teacher
     * @param id id of the task
     * @return an attempt without answers
     * @throws OtsException if there is no such task
     */
    public AttemptState preview(String reader, String id) {
        TrainingTask task = catalogue.task(id);
        AttemptHead head = new AttemptHead(
                PREVIEW + id,
                reader,
                id,
                task.head().level(),
                catalogue.digest(),
                PREVIEW.hashCode(),
                Optional.empty(),
                clock.millis());
        return new AttemptState(
                head, Map.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    private String sheet(String owner, TrainingTask task, SheetPart part, boolean fresh) {
        OfferedStudy study = sheets.content().study(task.head().plant());
        SheetScope.Level level = SheetScope.Level.valueOf(task.head().level().name());
        SheetScope scope = new SheetScope(level, part.nodes(), part.deviations());
        return (fresh
                        ? sheets.openForExam(owner, study, scope)
                        : sheets.open(owner, study, scope).view())
                .state()
                .head()
                .id();
    }

    /**
     * Opens the worksheet of an attempt, if it is not open yet; its questions on nodes and guide words change no more then.
     *
     * @param state the attempt
     * @param fresh whether it is a new one, as in an exam, and none of the student's that is not handed in
     * @return the attempt with its worksheet
     * @throws OtsException if its task has none, or the task was changed since it was opened
     */
    public AttemptState openSheet(AttemptState state, boolean fresh) {
        AttemptHead head = state.head();
        form(head);
        TrainingTask task = catalogue.task(head.task());
        SheetPart part = task.sheet().orElseThrow(() -> new OtsException(TaskError.NO_SHEET, task.id()));
        return store.openSheet(head.id(), () -> sheet(head.owner(), task, part, fresh));
    }

    /**
     * The attempt a worksheet belongs to.
     *
     * @param sheet id of the worksheet
     * @return the attempt, the last opened of several; nothing for a worksheet of its own
     */
    public Optional<AttemptState> attemptOf(String sheet) {
        return store.all().stream()
                .filter(one -> one.sheet().filter(sheet::equals).isPresent())
                .findFirst();
    }

    /**
     * What of a study's frame a student may be told now.
     *
     * @param account the student
     * @param study id of the study
     * @return all of it, less what an attempt that is not submitted asks for
     */
    public StudyFrame frame(String account, String study) {
        return new StudyFrames(this, sheets.store()).of(account, study);
    }

    /**
     * The questions of an attempt.
     *
     * @param head the attempt
     * @return the questions in its order
     * @throws OtsException if the task was changed since it was opened
     */
    public TaskForm form(AttemptHead head) {
        if (!head.digest().equals(catalogue.digest())) {
            throw new OtsException(TaskError.TASK_CHANGED, head.task());
        }
        return catalogue.form(catalogue.task(head.task()), head.seed());
    }

    /**
     * Keeps answers.
     *
     * @param state the attempt
     * @param edits the answers, in the numbers of {@link OptionNumbers}
     * @return the attempt
     * @throws OtsException at the first that is refused; those before it are durable
     */
    public AttemptState answer(AttemptState state, List<AttemptEdit> edits) {
        String id = state.head().id();
        TaskForm form = form(state.head());
        List<AttemptEdit> meant = new ArrayList<>();
        for (AttemptEdit edit : edits) {
            Optional<Question> question = form.question(edit.question());
            Optional<List<String>> words = question.map(OptionNumbers::of)
                    .map(numbers -> numbers.meant(edit.answer()))
                    .orElse(Optional.of(edit.answer()));
            if (words.isEmpty()) {
                store.answer(id, form, meant);
                throw new OtsException(
                        TaskError.ANSWER_FORM, edit.question(), Brief.of(String.join(" ", edit.answer())));
            }
            meant.add(new AttemptEdit(edit.id(), edit.question(), words.get()));
        }
        return store.answer(id, form, meant);
    }

    /**
     * Shows the right answer to a question of a junior attempt.
     *
     * @param state the attempt
     * @param question its question
     * @return the attempt
     */
    public AttemptState check(AttemptState state, String question) {
        return store.check(state.head().id(), form(state.head()), question);
    }

    /**
     * Submits an attempt; its worksheet must be handed in.
     *
     * @param state the attempt
     * @return the attempt with its score
     */
    public AttemptState submit(AttemptState state) {
        AttemptHead head = state.head();
        if (state.submission().isPresent()) {
            return state;
        }
        TaskForm form = form(head);
        if (catalogue.task(head.task()).sheet().isPresent() && state.sheet().isEmpty()) {
            throw new OtsException(TaskError.SHEET_OPEN, head.task());
        }
        return store.submit(head.id(), form, state.sheet().flatMap(sheet -> audit(head, sheet)));
    }

    private Optional<AttemptScore.Audit> audit(AttemptHead head, String sheet) {
        SheetState written = sheets.store().view(sheet).state();
        if (written.handIn().isEmpty()) {
            throw new OtsException(TaskError.SHEET_OPEN, sheet);
        }
        SheetPart part = catalogue.task(head.task()).sheet().orElseThrow();
        if (part.auditWeight() == 0) {
            return Optional.empty();
        }
        OfferedStudy study = sheets.content().study(written.head().study().id());
        boolean planned = head.level() == TaskLevel.SENIOR;
        return Optional.of(SheetAudit.of(written, study.study(), study.matrix(), planned, part.auditWeight()));
    }

    /**
     * Collects an attempt of an exam as it is: its worksheet is handed in, empty if need be, and it is submitted.
     *
     * @param id the attempt
     * @return the attempt with its score; the same when it was submitted before
     */
    public AttemptState collect(String id) {
        AttemptState state = store.view(id);
        if (state.submission().isPresent()) {
            return state;
        }
        if (catalogue.task(state.head().task()).sheet().isPresent()) {
            state = openSheet(state, true);
            SheetView written = view(state).orElseThrow();
            if (written.state().handIn().isEmpty()) {
                sheets.handIn(written.state().head().id(), written.token());
            }
        }
        return submit(state);
    }

    /**
     * The worksheet of an attempt.
     *
     * @param state the attempt
     * @return its state, nothing while there is none
     */
    public Optional<SheetState> sheet(AttemptState state) {
        return view(state).map(SheetView::state);
    }

    /**
     * How much of the worksheet of an attempt is certainly kept.
     *
     * @param state the attempt
     * @return number of its last durable change; 0 without a worksheet
     */
    public long sheetRevision(AttemptState state) {
        return view(state).map(SheetView::revision).orElse(0L);
    }

    private Optional<SheetView> view(AttemptState state) {
        return state.sheet().map(id -> sheets.store().view(id));
    }

    /**
     * Points of an attempt, its worksheet included.
     *
     * @param earned points so far
     * @param possible most points
     * @param waiting answers that a person must still decide
     * @param pending whether the points may still change
     */
    public record Total(double earned, double possible, int waiting, boolean pending) {
        /**
         * The points as a share.
         *
         * @return 0 to 100, %
         */
        public double percent() {
            return possible == 0 ? 0 : ALL * earned / possible;
        }
    }

    /**
     * Adds up a submitted attempt.
     *
     * @param state the attempt
     * @return the points; nothing earned before it is submitted
     */
    public Total total(AttemptState state) {
        Total questions = state.score()
                .map(score -> new Total(score.earned(), score.possible(), 0, false))
                .orElse(new Total(0, 0, 0, true));
        return sheetTotal(state)
                .map(sheet -> new Total(
                        questions.earned() + sheet.earned(),
                        questions.possible() + sheet.possible(),
                        sheet.waiting(),
                        questions.pending() || sheet.pending()))
                .orElse(questions);
    }

    /**
     * Points of the worksheet alone, after all decisions of examiners: every deviation weighs the same, one that is empty
     * earns nothing. They are final when nothing waits, at the senior level when they are released.
     *
     * @param state the attempt
     * @return nothing without a worksheet, or for a task that no longer exists
     */
    public Optional<Total> sheetTotal(AttemptState state) {
        Optional<SheetPart> part = catalogue.find(state.head().task()).flatMap(TrainingTask::sheet);
        Optional<SheetView> written = view(state);
        if (part.isEmpty() || written.isEmpty()) {
            return Optional.empty();
        }
        SheetState sheet = written.get().state();
        SheetResult result = review.result(written.get());
        double share = sheet.head().deviations().stream()
                .mapToDouble(result::share)
                .average()
                .orElse(0);
        boolean settled = result.state() == SheetResult.State.RELEASED
                || (result.ready() && state.head().level() != TaskLevel.SENIOR);
        double weight = part.get().weight();
        return Optional.of(new Total(weight * share, weight, result.waiting(), !settled));
    }
}
