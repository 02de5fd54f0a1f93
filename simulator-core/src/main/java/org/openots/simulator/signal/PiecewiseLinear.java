package org.openots.simulator.signal;

/**
 * A line of straight pieces through given points, for example the share of a controller output that one of several
 * valves takes (split range). Outside the first and last point it stays at their values. Immutable.
 */
public final class PiecewiseLinear {
    private final double[] x;
    private final double[] y;

    /**
     * Takes the points.
     *
     * @param x places, strictly rising, at least two
     * @param y values there, as many
     */
    public PiecewiseLinear(double[] x, double[] y) {
        if (x.length < 2 || x.length != y.length) {
            throw new IllegalArgumentException(x.length + " places, " + y.length + " values");
        }
        this.x = x.clone();
        this.y = y.clone();
    }

    /**
     * The value at a place.
     *
     * @param at the place
     * @return the value; NaN for NaN
     */
    public double at(double at) {
        int last = x.length - 1;
        if (at <= x[0]) {
            return y[0];
        }
        for (int i = 1; i <= last; i++) {
            if (at <= x[i]) {
                return y[i - 1] + (at - x[i - 1]) / (x[i] - x[i - 1]) * (y[i] - y[i - 1]);
            }
        }
        return Double.isNaN(at) ? at : y[last];
    }

    /**
     * The first place with a value, going from left to right.
     *
     * @param value the value looked for
     * @return the place; the end whose value is nearer when the line never has it
     */
    public double placeOf(double value) {
        int last = x.length - 1;
        for (int i = 1; i <= last; i++) {
            double low = Math.min(y[i - 1], y[i]);
            double high = Math.max(y[i - 1], y[i]);
            if (value >= low && value <= high) {
                return low == high ? x[i - 1] : x[i - 1] + (value - y[i - 1]) / (y[i] - y[i - 1]) * (x[i] - x[i - 1]);
            }
        }
        return Math.abs(value - y[0]) <= Math.abs(value - y[last]) ? x[0] : x[last];
    }
}
