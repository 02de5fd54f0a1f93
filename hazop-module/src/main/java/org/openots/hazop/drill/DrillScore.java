package org.openots.hazop.drill;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.assessment.ScoreSheet;
import org.openots.common.text.LocalText;

/**
 * The score of a drill as it stands.
 *
 * @param parts part by part
 * @param sequence the response in the plant, of 100 points; nothing before the fault or where nothing is to be done
 * @param onsetSeconds when the first fault began, s of model time; NaN before
 * @param answers numbers of the options chosen, by part
 * @param note the incident note
 * @param debrief what happened; nothing before the fault
 */
public record DrillScore(
        List<Part> parts,
        Optional<ScoreSheet> sequence,
        double onsetSeconds,
        Map<DrillPart, List<Integer>> answers,
        String note,
        Optional<LocalText> debrief) {
    /** Keeps unmodifiable copies. */
    public DrillScore {
        parts = List.copyOf(parts);
        answers = Map.copyOf(answers);
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
