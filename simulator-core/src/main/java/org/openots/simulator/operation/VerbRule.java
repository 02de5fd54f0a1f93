package org.openots.simulator.operation;

/**
 * What an order with a certain verb must keep to; checked when it is handed in, before it takes effect.
 *
 * @param low lowest value allowed, in the unit
 * @param high highest value allowed, in the unit
 * @param unit engineering unit of the value, empty for a plain number
 * @param whole whether the value must be a whole number
 * @param privileged whether only the instructor may give the order
 */
public record VerbRule(double low, double high, String unit, boolean whole, boolean privileged) {
    /** A verb that takes no value. */
    public static final VerbRule PLAIN = new VerbRule(0, 0, "", true, false);

    /**
     * A verb with a value in a range.
     *
     * @param low lowest value
     * @param high highest value
     * @param unit engineering unit
     * @return the rule
     */
    public static VerbRule range(double low, double high, String unit) {
        return new VerbRule(low, high, unit, false, false);
    }

    /**
     * A verb with a whole number in a range.
     *
     * @param low lowest value
     * @param high highest value
     * @return the rule
     */
    public static VerbRule choice(int low, int high) {
        return new VerbRule(low, high, "", true, false);
    }

    /**
     * A verb with a whole number in a range that only the instructor may use.
     *
     * @param low lowest value
     * @param high highest value
     * @return the rule
     */
    public static VerbRule instructor(int low, int high) {
        return new VerbRule(low, high, "", true, true);
    }

    /**
     * Whether a value keeps to the rule.
     *
     * @param value the value of an order
     * @return true if it does; NaN never does
     */
    public boolean admits(double value) {
        return value >= low && value <= high && (!whole || value == (long) value);
    }
}
