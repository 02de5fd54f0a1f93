package org.openots.instructor.hazop;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openots.hazop.task.AttemptState;
import org.openots.hazop.task.Grid;
import org.openots.hazop.task.NodeSplit;
import org.openots.hazop.task.Question;
import org.openots.hazop.task.TaskCatalogue;
import org.openots.hazop.task.TaskModule;
import org.openots.hazop.task.TrainingTask;
import org.openots.hazop.worksheet.SheetState;
import org.openots.hazop.worksheet.SheetView;
import org.openots.hazop.worksheet.WorksheetStore;

/** Finds what of a study's frame a student's open attempts ask for, so that he is not told it meanwhile. */
final class StudyFrames {
    private final TaskDesk tasks;
    private final WorksheetStore sheets;

    StudyFrames(TaskDesk tasks, WorksheetStore sheets) {
        this.tasks = tasks;
        this.sheets = sheets;
    }

    StudyFrame of(String account, String study) {
        List<AttemptState> open = open(account, study);
        List<Question> asked = open.stream().flatMap(one -> asked(one).stream()).toList();
        List<SheetState> own = sheets.of(account).stream()
                .map(SheetView::state)
                .filter(sheet -> sheet.head().study().id().equals(study))
                .toList();
        boolean nodes = asked.stream().noneMatch(NodeSplit.class::isInstance);
        // his worksheets have shown him their deviations
        Optional<Set<String>> deviations = asked.stream().noneMatch(Grid.class::isInstance)
                ? Optional.empty()
                : Optional.of(own.stream()
                        .flatMap(sheet -> sheet.head().deviations().stream())
                        .collect(Collectors.toSet()));
        boolean team = open.stream().noneMatch(one -> task(one).head().module() == TaskModule.PREPARATION);
        // who plans recommendations must be able to name their owners
        boolean plans = own.stream()
                .anyMatch(sheet ->
                        sheet.handIn().isEmpty() && sheet.head().level().equals(SheetScope.Level.SENIOR.word()));
        return new StudyFrame(nodes, deviations, team || plans);
    }

    private TrainingTask task(AttemptState state) {
        return tasks.catalogue().task(state.head().task());
    }

    /** Attempts at tasks of a plant that can be gone on with. */
    private List<AttemptState> open(String account, String study) {
        TaskCatalogue catalogue = tasks.catalogue();
        return tasks.store().of(account).stream()
                .filter(one -> one.submission().isEmpty()
                        && one.head().digest().equals(catalogue.digest())
                        && task(one).head().plant().equals(study))
                .toList();
    }

    /** Questions on the frame whose answer can still be changed. */
    private List<Question> asked(AttemptState state) {
        return tasks.form(state.head()).questions().stream()
                .filter(question -> question.ofFrame() && !state.settled(question) && !state.feedback(question.id()))
                .toList();
    }
}
