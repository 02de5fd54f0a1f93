package org.openots.instructor.skill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openots.hazop.review.ScoredAnswer;
import org.openots.hazop.review.ScoredRow;
import org.openots.hazop.task.AttemptScore;
import org.openots.hazop.task.AttemptState;
import org.openots.hazop.task.TaskForm;
import org.openots.hazop.worksheet.WorksheetStore;
import org.openots.instructor.hazop.ReviewDesk;
import org.openots.instructor.hazop.SheetResult;
import org.openots.instructor.hazop.TaskDesk;

/** What attempts at tasks of the HAZOP certificate say about skills, as far as their students may see their scores. */
final class AttemptTrials {
    private static final double ALL = 100;

    private final TaskDesk desk;
    private final WorksheetStore sheets;
    private final ReviewDesk review;

    AttemptTrials(TaskDesk desk, WorksheetStore sheets, ReviewDesk review) {
        this.desk = desk;
        this.sheets = sheets;
        this.review = review;
    }

    /** An item with what it gave. */
    private record Mark(double earned, double points) {
        Mark plus(Mark other) {
            return new Mark(earned + other.earned, points + other.points);
        }
    }

    List<Trial> of(List<AttemptState> attempts, SkillMap map) {
        List<Trial> all = new ArrayList<>();
        for (AttemptState state : attempts) {
            List<Evidence> evidence = map.of(state.head().task());
            if (!evidence.isEmpty()
                    && state.feedback()
                    && !TaskDesk.isExam(state.head().id())) {
                all.addAll(trials(state, evidence));
            }
        }
        return all;
    }

    private List<Trial> trials(AttemptState state, List<Evidence> evidence) {
        TaskDesk.Total total = desk.total(state);
        Map<String, Mark> marks = marks(state, total.pending());
        List<Trial> all = new ArrayList<>();
        for (Evidence one : evidence) {
            Mark mark = new Mark(0, 0);
            if (one.whole()) {
                mark = total.pending() ? mark : new Mark(total.percent(), ALL);
            } else {
                for (Map.Entry<String, Mark> entry : marks.entrySet()) {
                    mark = one.shownBy(entry.getKey()) ? mark.plus(entry.getValue()) : mark;
                }
            }
            if (mark.points() > 0) {
                all.add(new Trial(
                        state.head().owner(),
                        one.skill(),
                        state.head().task(),
                        state.head().id(),
                        state.submission()
                                .map(AttemptState.Submission::at)
                                .orElse(state.head().opened()),
                        RunTrials.bounded(mark.earned() / mark.points())));
            }
        }
        return all;
    }

    private Map<String, Mark> marks(AttemptState state, boolean pending) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        Map<String, String> pages = pages(state);
        AttemptScore score = state.score().orElse(null);
        if (score == null) {
            return marks;
        }
        for (AttemptScore.Line line : score.questions()) {
            marks.put(
                    pages.getOrDefault(line.question(), "") + "/" + line.question(),
                    new Mark(line.earned(), line.possible()));
        }
        score.audit().ifPresent(audit -> marks.put(Subjects.AUDIT, new Mark(audit.earned(), audit.possible())));
        if (!pending) {
            state.sheet().ifPresent(sheet -> columns(review.result(sheets.view(sheet)), marks));
        }
        return marks;
    }

    /** The page of each question; nothing for a task that was changed since, whose questions then count by their ids alone. */
    private Map<String, String> pages(AttemptState state) {
        Map<String, String> pages = new LinkedHashMap<>();
        if (state.head().digest().equals(desk.catalogue().digest())) {
            for (TaskForm.Page page : desk.form(state.head()).pages()) {
                page.questions().forEach(question -> pages.put(question.id(), page.id()));
            }
        }
        return pages;
    }

    /** What each column of a worksheet gave; deviations handed in empty lose their part of each. */
    private static void columns(SheetResult result, Map<String, Mark> marks) {
        double written = result.possible() - result.unwritten();
        double part = result.possible() > 0 ? written / result.possible() : 0;
        Map<String, Mark> columns = new LinkedHashMap<>();
        for (ScoredRow row : result.rows().values()) {
            row.most().forEach((column, most) -> {
                double earned = row.answers().stream()
                        .filter(answer -> answer.counted() && answer.column().equals(column))
                        .mapToDouble(ScoredAnswer::earned)
                        .sum();
                columns.merge(column, new Mark(Math.min(most, earned), most), Mark::plus);
            });
        }
        columns.forEach(
                (column, mark) -> marks.put(Subjects.SHEET + column, new Mark(mark.earned() * part, mark.points())));
    }
}
