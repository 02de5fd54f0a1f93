package org.openots.simulator.instrument;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * A signal that a plant pack computes from other signals.
 *
 * @param tag its name
 * @param text what it is
 * @param scale what it is shown on; the value itself is not limited
 * @param rule how it is computed
 */
public record CalculatedDefinition(String tag, LocalText text, Scale scale, Rule rule) {
    /**
     * A scale for screens, controllers and alarms.
     *
     * @param low lower end, in the unit
     * @param high upper end, in the unit
     * @param unit engineering unit, empty for a plain number
     * @param decimals digits after the point
     */
    public record Scale(double low, double high, String unit, int decimals) {}

    /** How a calculated signal is computed. A missing input makes the result missing unless the rule says otherwise. */
    public sealed interface Rule {}

    /**
     * Weighted sum or difference.
     *
     * @param terms what is added
     * @param offset added to them, in the unit of the result
     */
    public record Sum(List<Term> terms, double offset) implements Rule {
        /** Copies the list. */
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /**
     * One term of a sum.
     *
     * @param signal its signal
     * @param factor what it is multiplied with, unit of the result per unit of the signal
     */
    public record Term(String signal, double factor) {}

    /**
     * One of several measurements of the same thing; missing ones do not count.
     *
     * @param signals the measurements
     * @param choice which of them
     */
    public record Select(List<String> signals, Choice choice) implements Rule {
        /** Copies the list. */
        public Select {
            signals = List.copyOf(signals);
        }
    }

    /** Which of several measurements. */
    public enum Choice {
        /** The highest. */
        HIGH,
        /** The lowest. */
        LOW,
        /** The middle one; of an even number the mean of the two in the middle. */
        MEDIAN,
        /** The mean of all. */
        AVERAGE
    }

    /**
     * Imbalance of flows: (sum in - sum out) / sum in, in %; 0 while less than the smallest flow comes in.
     *
     * @param in flows in
     * @param out flows out, in the same unit
     * @param smallest smallest sum in for which it is computed, in that unit
     */
    public record Balance(List<String> in, List<String> out, double smallest) implements Rule {
        /** Copies the lists. */
        public Balance {
            in = List.copyOf(in);
            out = List.copyOf(out);
        }
    }

    /**
     * Mean of a signal over a moving window of sixty slots; values that are missing do not count.
     *
     * @param signal the signal
     * @param windowSeconds length of the window, s
     */
    public record MovingAverage(String signal, double windowSeconds) implements Rule {}

    /**
     * Total of a flow since the start or the last reset; a missing flow adds nothing.
     *
     * @param signal the flow
     * @param perSeconds time unit of the flow, s: 3600 for kg/h
     */
    public record Total(String signal, double perSeconds) implements Rule {}

    /**
     * Lead-lag of a signal: (lead s + 1) / (lag s + 1).
     *
     * @param signal the signal
     * @param leadSeconds time constant of the lead, s
     * @param lagSeconds time constant of the lag, s, above 0
     */
    public record LeadLag(String signal, double leadSeconds, double lagSeconds) implements Rule {}

    /**
     * Temperature as it would be at a reference pressure: T - slope (P - reference). Along the boiling line of a product
     * the slope is nearly constant within some tenths of a bar, so that this shows composition and not pressure.
     *
     * @param temperature temperature signal
     * @param pressure pressure signal
     * @param slope dT/dP of the boiling line, unit of the temperature per unit of the pressure
     * @param reference reference pressure, in the unit of the pressure
     */
    public record Compensated(String temperature, String pressure, double slope, double reference) implements Rule {}

    /**
     * A formula in the expression language, without functions that remember earlier ticks.
     *
     * @param expression the formula
     */
    public record Formula(String expression) implements Rule {}
}
