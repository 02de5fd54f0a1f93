package org.openots.instructor.hazop;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.openots.common.text.LocalText;
import org.openots.hazop.study.Study;
import org.openots.hazop.task.AttemptState;
import org.openots.hazop.task.TrainingTask;
import org.openots.hazop.worksheet.SheetState;
import org.openots.hazop.worksheet.SheetView;

/** What students are at in the HAZOP part, for whoever watches the class. */
public final class HazopProgress {
    private static final LocalText WORKSHEET = new LocalText("HAZOP 工作表", "HAZOP worksheet");
    private static final LocalText TASK = new LocalText("HAZOP 任务", "HAZOP task");

    private final HazopDesk sheets;
    private final TaskDesk tasks;

    /**
     * Creates the view.
     *
     * @param sheets worksheets
     * @param tasks training tasks
     */
    public HazopProgress(HazopDesk sheets, TaskDesk tasks) {
        this.sheets = sheets;
        this.tasks = tasks;
    }

    /**
     * What a student is at.
     *
     * @param about the task's title, or the node of the worksheet
     * @param page the page the teacher can open
     * @param done questions answered, or deviations submitted
     * @param of how many there are; 0 when that is not counted
     * @param opened epoch milliseconds
     */
    public record Work(LocalText about, String page, int done, int of, long opened) {}

    /**
     * The latest worksheet or task of every student that is not handed in.
     *
     * @return by account; nobody who has none
     */
    public Map<String, Work> all() {
        Map<String, SheetState> written = new HashMap<>();
        for (SheetView view : sheets.store().all()) {
            SheetState state = view.state();
            if (state.handIn().isEmpty()) {
                written.merge(
                        state.head().owner(),
                        state,
                        BinaryOperator.maxBy(
                                Comparator.comparingLong(one -> one.head().opened())));
            }
        }
        Map<String, AttemptState> answered = new HashMap<>();
        for (AttemptState state : tasks.store().all()) {
            if (state.submission().isEmpty()) {
                answered.merge(
                        state.head().owner(),
                        state,
                        BinaryOperator.maxBy(
                                Comparator.comparingLong(one -> one.head().opened())));
            }
        }
        Map<String, Work> works = new HashMap<>();
        written.forEach((account, state) -> works.put(account, sheet(state)));
        answered.forEach((account, state) ->
                works.merge(account, task(state), BinaryOperator.maxBy(Comparator.comparingLong(Work::opened))));
        return works;
    }

    private Work sheet(SheetState state) {
        return new Work(
                sheets.study(state.head().study())
                        .flatMap(offered -> node(offered.study(), state.head().deviations()))
                        .orElse(WORKSHEET),
                "/hazop/" + state.head().id(),
                state.submitted().size(),
                state.head().deviations().size(),
                state.head().opened());
    }

    /** The node of the first deviation. */
    private static Optional<LocalText> node(Study study, List<String> deviations) {
        return deviations.stream()
                .findFirst()
                .flatMap(study::deviation)
                .flatMap(deviation -> study.nodes().stream()
                        .filter(node -> node.id().equals(deviation.nodeId()))
                        .findFirst())
                .map(node -> new LocalText(
                        node.id() + " " + node.name().zh(),
                        node.id() + " " + node.name().en()));
    }

    private Work task(AttemptState state) {
        Optional<TrainingTask> task = tasks.catalogue().find(state.head().task());
        int questions = task.map(one -> one.sections().stream()
                        .mapToInt(section -> section.questions().size())
                        .sum())
                .orElse(0);
        return new Work(
                task.map(one -> one.head().title()).orElse(TASK),
                "/hazop-task/" + state.head().id(),
                state.answers().size(),
                questions,
                state.head().opened());
    }
}
