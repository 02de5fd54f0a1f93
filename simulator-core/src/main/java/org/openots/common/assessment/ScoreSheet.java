package org.openots.common.assessment;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * A score at one moment, with everything that explains it. Immutable.
 *
 * @param rubric what it was scored by
 * @param time model time since the run began, s
 * @param closed whether the task has ended; before that, points are what is earned so far
 * @param steps the steps in rubric order
 * @param quality the quality items in rubric order
 * @param penalties the penalties in rubric order
 * @param totals sums
 * @param history every event so far, in order
 * @param losses the points that are missing from the maximum, one entry per cause; complete once closed
 */
public record ScoreSheet(
        RubricRef rubric,
        double time,
        boolean closed,
        List<StepScore> steps,
        List<QualityScore> quality,
        List<PenaltyScore> penalties,
        Totals totals,
        List<ScoreEvent> history,
        List<ScoreEvent> losses) {
    /** Keeps unmodifiable copies. */
    public ScoreSheet {
        steps = List.copyOf(steps);
        quality = List.copyOf(quality);
        penalties = List.copyOf(penalties);
        history = List.copyOf(history);
        losses = List.copyOf(losses);
    }

    /**
     * A step's marks.
     *
     * @param id the step
     * @param number position in the rubric, from 1
     * @param text what was to be done
     * @param points full marks, with its share of waived steps
     * @param earned marks so far
     * @param state where it stands
     * @param holdDone how long the end condition has held, s; 0 when it does not
     * @param holdNeeded how long it must hold, s
     * @param readyAt model time at which it could be begun, s; NaN before
     * @param activeAt model time at which it was begun, s; NaN before
     * @param doneAt model time at which it was settled, s; NaN before
     */
    public record StepScore(
            String id,
            int number,
            LocalText text,
            double points,
            double earned,
            StepState state,
            double holdDone,
            double holdNeeded,
            double readyAt,
            double activeAt,
            double doneAt) {}

    /**
     * A quality item's marks.
     *
     * @param id the item
     * @param text what is kept
     * @param points full marks
     * @param earned marks so far
     * @param mean mean closeness over the window so far, 0..1
     * @param seconds length of the window so far, s
     * @param beyond integral of the deviation beyond the outer band, unit of the item times s
     */
    public record QualityScore(
            String id, LocalText text, double points, double earned, double mean, double seconds, double beyond) {}

    /**
     * A penalty's state.
     *
     * @param id the penalty
     * @param text what must not happen
     * @param points per episode or second
     * @param count episodes so far
     * @param lost points taken so far, before the cap of all penalties
     * @param severity 1 minor … 5 major
     */
    public record PenaltyScore(String id, LocalText text, double points, int count, double lost, int severity) {}

    /**
     * The sums.
     *
     * @param steps S, points of steps
     * @param quality Q, points of quality
     * @param penalties D, points taken, after the cap
     * @param total S + Q - D, not below 0 and not above 100
     * @param maximum what can be reached
     */
    public record Totals(double steps, double quality, double penalties, double total, double maximum) {}

    /**
     * Penalties of the highest severity that fired; an exam policy may cap the mark because of them.
     *
     * @return their ids
     */
    public List<String> criticalErrors() {
        return penalties.stream()
                .filter(p -> p.severity() == 5 && p.count() > 0)
                .map(PenaltyScore::id)
                .toList();
    }
}
