package org.openots.instructor.exam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.openots.hazop.task.AttemptState;
import org.openots.instructor.hazop.TaskDesk;

/** Items that are HAZOP tasks with their worksheets. */
final class HazopWork implements ExamWork {
    private final TaskDesk desk;

    HazopWork(TaskDesk desk) {
        this.desk = desk;
    }

    @Override
    public String begin(ExamPlan plan, String account, int number, PaperItem item) {
        return desk.openForExam(account, item.task()).head().id();
    }

    @Override
    public ObjectNode end(String attempt) {
        AttemptState state = desk.collect(attempt);
        ObjectNode proof = ExamCodec.node().put("attempt", attempt).put("revision", state.revision());
        state.sheet().ifPresent(sheet -> proof.put("worksheet", sheet));
        return proof;
    }

    /** Nothing moves by itself; that answers are refused meanwhile is the business of the web edge. */
    @Override
    public void pace(String attempt, boolean stopped) {}

    @Override
    public Optional<Double> percent(ItemTrack item) {
        TaskDesk.Total total = desk.total(desk.store().view(item.work()));
        return total.pending() ? Optional.empty() : Optional.of(total.percent());
    }

    @Override
    public long saved(String attempt) {
        AttemptState state = desk.store().view(attempt);
        long sheet = desk.sheetRevision(state);
        return state.revision() + sheet;
    }
}
