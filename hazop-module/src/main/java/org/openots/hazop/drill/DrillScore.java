package org.openots.hazop.drill;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openots.common.assessment.ScoreSheet;
import org.openots.common.text.LocalText;

/**
 * The score of a drill as it stands.
 *
 * @param parts part by part
 * @param sequence the response in the plant, of 100 points; nothing before the fault or where nothing is to be done
 * @param onsetSeconds when the first fault began, s of model time; NaN before
 * @param answers numbers of the options chosen, by part
 * @param written what else he wrote, and what he had played
 * @param debrief what happened; nothing before the fault
 */
public record DrillScore(
        List<Part> parts,
        Optional<ScoreSheet> sequence,
        double onsetSeconds,
        Map<DrillPart, List<Integer>> answers,
        Written written,
        Optional<LocalText> debrief) {
    /** Keeps unmodifiable copies. */
    public DrillScore {
        parts = List.copyOf(parts);
        answers = Map.copyOf(answers);
    }

    /**
     * What is not chosen from options.
     *
     * @param alarmTime time of the first alarm as he told it, s of model time; NaN when he did not
     * @param note the free text of the incident note, for people to judge
     * @param played numbers of the safeguards without which he had the scenario played
     */
    public record Written(double alarmTime, String note, Set<Integer> played) {
        /** Keeps an unmodifiable copy. */
        public Written {
            played = Set.copyOf(played);
        }
    }

    /**
     * A part of the score.
     *
     * @param part which
     * @param points what it is worth
     * @param earned what it earned so far
     * @param reason why
     */
    public record Part(DrillPart part, double points, double earned, LocalText reason) {}

    /**
     * All points.
     *
     * @return 0 to 100
     */
    public double total() {
        return parts.stream().mapToDouble(Part::earned).sum();
    }
}
