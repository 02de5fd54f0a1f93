package org.openots.common.assessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.common.text.LocalText;

/**
 * One thing to be done.
 *
 * @param id unique in the rubric
 * @param text what to do
 * @param hint how to do it; never shown in exams
 * @param points full marks
 * @param conditions when it can begin and when it is done
 * @param order what comes before
 * @param timing how being slow costs
 * @param partial marks for half the way when the task ends
 * @param actions targets whose operation means that the step was begun; empty for a step that is only watched
 * @param evidence signals shown with the score beside those of the end condition
 */
public record RubricStep(
        String id,
        LocalText text,
        LocalText hint,
        double points,
        Conditions conditions,
        Order order,
        Timing timing,
        Optional<PartialCurve> partial,
        List<String> actions,
        List<String> evidence) {
    /** Keeps unmodifiable copies. */
    public RubricStep {
        actions = List.copyOf(actions);
        evidence = List.copyOf(evidence);
    }

    /**
     * Conditions of a step.
     *
     * @param start must hold, once all predecessors are done, for the step to become ready
     * @param end holds when the step is done
     * @param keep must go on holding until a dependent step begins; the end condition when the rubric names none
     * @param hold how long the end must hold, s
     * @param acted whether the end counts only once one of the step's actions was operated: what an interlock does by
     *     itself is no work of the trainee
     */
    public record Conditions(Condition start, Condition end, Condition keep, double hold, boolean acted) {}

    /**
     * Place of a step in the order.
     *
     * @param after steps to be done before; doing it earlier earns half
     * @param strict those of them without which it earns nothing
     * @param strictPenalty points taken when a strict predecessor was left out
     * @param altGroup steps of one group are alternatives; one of them is enough
     */
    public record Order(List<String> after, Set<String> strict, double strictPenalty, Optional<String> altGroup) {
        /** Keeps unmodifiable copies. */
        public Order {
            after = List.copyOf(after);
            strict = Set.copyOf(strict);
        }
    }

    /** What the time of a step is counted from. */
    public enum From {
        /** The first operation of the step after it was ready. */
        ACTION,
        /** The moment the step was ready. */
        READY,
        /** The beginning of the task. */
        TASK
    }

    /**
     * How being slow costs: full marks up to one time, then less, linearly, to a rest at another.
     *
     * @param from where the time is counted from
     * @param full full marks up to this time, s; infinite when time does not matter
     * @param low the rest from this time on, s
     * @param rest fraction of the marks that is left, 0..1
     */
    public record Timing(From from, double full, double low, double rest) {
        /** Time does not matter. */
        static final Timing FREE = new Timing(From.ACTION, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1);

        /** Full marks up to this multiple of the reference time (certificate requirements, rule c of the steps). */
        private static final double FULL_MULTIPLE = 1.5;

        /** The rest from this multiple of the reference time on (same rule). */
        private static final double LOW_MULTIPLE = 3;

        /** The rest (same rule). */
        private static final double REST = 0.6;

        static Timing ofReference(double seconds) {
            return new Timing(From.ACTION, FULL_MULTIPLE * seconds, LOW_MULTIPLE * seconds, REST);
        }

        /** The fraction of the marks left after a time, s. */
        double factor(double seconds) {
            if (seconds <= full) {
                return 1;
            }
            return seconds >= low ? rest : 1 - (1 - rest) * (seconds - full) / (low - full);
        }
    }

    /**
     * Marks for half the way: piecewise linear over a quantity, taken when the task ends while the step is active.
     *
     * @param value the quantity
     * @param at values of the quantity, rising
     * @param fraction fraction of the marks at each, 0..1
     */
    public record PartialCurve(Condition value, List<Double> at, List<Double> fraction) {
        /** Keeps unmodifiable copies. */
        public PartialCurve {
            at = List.copyOf(at);
            fraction = List.copyOf(fraction);
        }

        double fractionAt(double x) {
            if (Double.isNaN(x) || x <= at.get(0)) {
                return Double.isNaN(x) ? 0 : fraction.get(0);
            }
            for (int i = 1; i < at.size(); i++) {
                if (x <= at.get(i)) {
                    double part = (x - at.get(i - 1)) / (at.get(i) - at.get(i - 1));
                    return fraction.get(i - 1) + part * (fraction.get(i) - fraction.get(i - 1));
                }
            }
            return fraction.get(fraction.size() - 1);
        }
    }
}
