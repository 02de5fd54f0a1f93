package org.openots.instructor.hazop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.hazop.review.ReviewStore;
import org.openots.hazop.robot.ExpertSheet;
import org.openots.hazop.task.AttemptEdit;
import org.openots.hazop.task.AttemptScore;
import org.openots.hazop.task.AttemptState;
import org.openots.hazop.task.AttemptStore;
import org.openots.hazop.task.OptionNumbers;
import org.openots.hazop.task.Question;
import org.openots.hazop.worksheet.DeviationScore;
import org.openots.hazop.worksheet.SheetEdit;
import org.openots.hazop.worksheet.SheetState;
import org.openots.hazop.worksheet.SheetView;
import org.openots.hazop.worksheet.WorksheetScorer;
import org.openots.hazop.worksheet.WorksheetStore;
import org.openots.instructor.catalog.HazopContent;
import org.openots.instructor.catalog.OfferedStudy;
import org.openots.simulator.random.SplitMix64;

/**
 * Does HAZOP tasks as candidates of an exam do, each operation journalled and scored as theirs are, in a folder of its own
 * that goes with it: as an expert who knows the answer key, or as somebody who does nothing. Always the same.
 */
public final class TaskRobot implements AutoCloseable {
    private static final long SEED = 1;
    private static final String EXPERT = "robot-expert";
    private static final String IDLE = "robot-idle";

    private final HazopContent content;
    private final Path folder;
    private final WorksheetStore sheets;
    private final AttemptStore attempts;
    private final ReviewStore decisions;
    private final HazopDesk hazop;
    private final TaskDesk desk;

    /**
     * Makes a robot with empty journals.
     *
     * @param content the studies and who scores what is written on them
     * @param clock dates what it does
     * @throws OtsException if there is no room for its journals
     */
    public TaskRobot(HazopContent content, Clock clock) {
        this.content = content;
        this.folder = temporary();
        SplitMix64 random = new SplitMix64(SEED);
        this.sheets = new WorksheetStore(folder.resolve("sheets"), clock);
        this.attempts = new AttemptStore(folder.resolve("attempts"), clock);
        // it scores what it handed in itself, one deviation after the other
        HazopContent unscored = new HazopContent(content.studies(), Optional.empty());
        StudyArchive archive = new StudyArchive(folder.resolve("studies"));
        this.hazop = new HazopDesk(unscored, sheets, archive, clock, random::nextLong, 1);
        this.decisions = new ReviewStore(folder.resolve("review"), clock);
        ReviewDesk review = new ReviewDesk(hazop, decisions, clock);
        this.desk = new TaskDesk(content.tasks(), attempts, hazop, review, clock, random::nextLong);
    }

    /**
     * What came of a task.
     *
     * @param percent 0 to 100; what an examiner would have to decide earns nothing
     * @param unearned questions and deviations that gave nothing
     */
    public record Outcome(double percent, List<String> unearned) {
        /** Keeps an unmodifiable copy. */
        public Outcome {
            unearned = List.copyOf(unearned);
        }
    }

    /**
     * Does a task knowing its key.
     *
     * @param task its id
     * @return what came of it
     * @throws OtsException if there is no such task, or the station refuses what the robot does
     */
    public Outcome expert(String task) {
        AttemptState state = desk.openForExam(EXPERT, task);
        List<AttemptEdit> edits = new ArrayList<>();
        for (Question question : desk.form(state.head()).questions()) {
            List<String> told = OptionNumbers.of(question).told(question.key());
            edits.add(new AttemptEdit("a" + edits.size(), question.id(), told));
        }
        desk.answer(state, edits);
        if (desk.catalogue().task(task).sheet().isPresent()) {
            write(desk.openSheet(attempts.view(state.head().id()), true));
        }
        return scored(state);
    }

    /**
     * Opens a task and hands in nothing.
     *
     * @param task its id
     * @return what came of it
     * @throws OtsException if there is no such task
     */
    public Outcome idle(String task) {
        return scored(desk.openForExam(IDLE, task));
    }

    private void write(AttemptState state) {
        String id = state.sheet().orElseThrow();
        SheetView view = sheets.view(id);
        SheetState sheet = view.state();
        ExpertSheet expert = new ExpertSheet(study(sheet).study(), scorer(), hazop.today());
        List<SheetEdit> edits = new ArrayList<>();
        for (String deviation : sheet.head().deviations()) {
            expert.write(deviation).forEach(one -> edits.add(new SheetEdit("e" + edits.size(), one)));
        }
        sheets.edit(id, view.token(), edits).refused().ifPresent(refusal -> {
            throw refusal.reason();
        });
    }

    private OfferedStudy study(SheetState sheet) {
        return hazop.study(sheet.head().study()).orElseThrow();
    }

    private WorksheetScorer scorer() {
        return content.scorer().orElseThrow();
    }

    private Outcome scored(AttemptState opened) {
        AttemptState state = desk.collect(opened.head().id());
        List<String> unearned = new ArrayList<>();
        state.score().map(AttemptScore::questions).orElse(List.of()).stream()
                .filter(line -> line.earned() == 0)
                .forEach(line -> unearned.add(line.question()));
        desk.sheet(state).ifPresent(sheet -> {
            for (String deviation : sheet.head().deviations()) {
                if (!sheet.submitted().containsKey(deviation)) {
                    unearned.add(deviation);
                    continue;
                }
                DeviationScore score = scorer().score(sheet, study(sheet).study(), deviation);
                sheets.score(sheet.head().id(), score);
                if (score.earned() == 0) {
                    unearned.add(deviation);
                }
            }
        });
        return new Outcome(desk.total(state).percent(), unearned);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("openots-robot-");
        } catch (IOException e) {
            throw FileErrors.unwritable(System.getProperty("java.io.tmpdir"), e);
        }
    }

    /** Closes and removes the journals. */
    @Override
    public void close() {
        hazop.close();
        decisions.close();
        attempts.close();
        sheets.close();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw FileErrors.unwritable(folder.toString(), e);
        }
    }
}
