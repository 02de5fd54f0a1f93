package org.openots.common.signal;

/**
 * Between which values a signal moves, for example the range of an instrument.
 *
 * @param low lowest value, in the unit of the signal
 * @param high highest value, in the unit of the signal
 */
public record SignalRange(double low, double high) {
    /** Any value. */
    public static final SignalRange ANY = new SignalRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * What lies in both ranges.
     *
     * @param other the other range
     * @return the common part; its low end is above its high end when there is none
     */
    public SignalRange and(SignalRange other) {
        return new SignalRange(Math.max(low, other.low), Math.min(high, other.high));
    }

    /**
     * Whether nothing lies in it.
     *
     * @return true when the low end is above the high end
     */
    public boolean isEmpty() {
        return low > high;
    }
}
