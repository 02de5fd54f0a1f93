package org.openots.common.assessment;

import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * One quantity to be kept at its target, scored by its mean closeness over a window of model time.
 *
 * @param id unique in the rubric
 * @param text what is kept
 * @param points full marks
 * @param value the quantity
 * @param unit unit of the quantity and of the band
 * @param band target and tolerances
 * @param window when it counts
 */
public record QualityItem(
        String id, LocalText text, double points, Condition value, String unit, Band band, Window window) {
    /**
     * Full marks inside the inner band, none outside the outer band, linear between. All offsets are from the target, in
     * the unit of the quantity; an infinite offset leaves that side free.
     *
     * @param target the target
     * @param innerLow inner offset below, at most 0
     * @param innerHigh inner offset above, at least 0
     * @param outerLow outer offset below, at most {@code innerLow}
     * @param outerHigh outer offset above, at least {@code innerHigh}
     */
    public record Band(double target, double innerLow, double innerHigh, double outerLow, double outerHigh) {
        /** Closeness 0..1 of a value; 0 when there is none. */
        double closeness(double value) {
            double e = value - target;
            if (e >= innerLow && e <= innerHigh) {
                return 1;
            }
            if (e > innerHigh) {
                return e >= outerHigh ? 0 : (outerHigh - e) / (outerHigh - innerHigh);
            }
            return e > outerLow ? (e - outerLow) / (innerLow - outerLow) : 0;
        }

        /** How far a value lies outside the outer band; 0 when there is none. */
        double beyond(double value) {
            double e = value - target;
            double over = Math.max(e - outerHigh, outerLow - e);
            return over > 0 && over < Double.POSITIVE_INFINITY ? over : 0;
        }
    }

    /**
     * When a quantity counts.
     *
     * @param fromStep the window opens when this step is finished
     * @param start and this holds
     * @param end and closes when this holds, or with the task
     * @param minDuration a shorter window counts as this long, s, so that a moment on target earns little
     * @param guard while this does not hold nothing is earned: no marks for a column at rest
     */
    public record Window(
            Optional<String> fromStep, Condition start, Condition end, double minDuration, Condition guard) {}
}
