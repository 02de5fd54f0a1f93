package org.openots.hazop.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something to be seen in a played run.
 *
 * @param signal signal of the plant, or id of an alarm or interlock
 * @param kind what happens to it
 * @param limit for {@code above} and {@code below}
 * @param withinSeconds latest time after the first order, s; any time within the horizon when nothing is given
 * @param without ids of safeguards of the row that are taken away for it; of a difference, in both runs
 */
public record Effect(
        String signal, Kind kind, Optional<Limit> limit, OptionalDouble withinSeconds, List<String> without) {
    /** Keeps an unmodifiable copy. */
    public Effect {
        without = List.copyOf(without);
    }

    /** What can happen to a signal. */
    public enum Kind {
        /** Higher than in the undisturbed run, by more than noise. */
        UP,
        /** Lower than in the undisturbed run, by more than noise. */
        DOWN,
        /** Above a limit, and not so in the undisturbed run. */
        ABOVE,
        /** Below a limit, and not so in the undisturbed run. */
        BELOW,
        /** An alarm comes that does not come in the undisturbed run. */
        ALARM,
        /** An interlock trips that does not in the undisturbed run. */
        TRIP,
        /** A valve goes to its open end. */
        OPEN,
        /** A valve goes to its shut end. */
        CLOSE,
        /** A motor stops. */
        STOP,
        /** A motor starts. */
        START;

        /**
         * Whether it needs a limit.
         *
         * @return true for above and below
         */
        public boolean hasLimit() {
            return this == ABOVE || this == BELOW;
        }
    }

    /**
     * A limit.
     *
     * @param value in its unit
     * @param unit that of the signal, or one of the same dimension
     */
    public record Limit(double value, String unit) {}
}
