package org.openots.simulator.process;

import org.hipparchus.util.FastMath;

/** Smooth replacements of on/off functions. Their widths are always proportional to the load they switch. */
public final class Smooth {
    private Smooth() {}

    /**
     * Smooth positive part: x for x much larger than the width, 0 for x much smaller than minus the width.
     *
     * @param x any number
     * @param width positive, same unit as x
     * @return at least 0, same unit
     */
    public static double positive(double x, double width) {
        return 0.5 * (x + FastMath.sqrt(x * x + width * width));
    }

    /**
     * Smooth step from 0 to 1 around zero.
     *
     * @param x any number
     * @param width positive, same unit as x; the step is at 15 % and 85 % one width away
     * @return between 0 and 1
     */
    public static double step(double x, double width) {
        return 0.5 * (1 + x / FastMath.sqrt(x * x + width * width));
    }

    /**
     * Square root that is linear below a threshold, for orifice and valve equations.
     *
     * @param x at least 0
     * @param threshold positive, same unit
     * @return close to sqrt(x) for x well above the threshold
     */
    public static double root(double x, double threshold) {
        return x / FastMath.sqrt(x + threshold);
    }

    /**
     * Share of a wetted or filled state: x/(x + scale) for positive x, 0 for others.
     *
     * @param x amount
     * @param scale amount at which the share is one half
     * @return between 0 and 1
     */
    public static double share(double x, double scale) {
        return x <= 0 ? 0 : x / (x + scale);
    }

    /**
     * Positive part with a rounded corner and exact zero below it.
     *
     * @param x any number
     * @param width positive, same unit; half width of the rounded corner
     * @return 0 below -width, x above width, a parabola between
     */
    public static double ramp(double x, double width) {
        if (x <= -width) {
            return 0;
        }
        return x >= width ? x : (x + width) * (x + width) / (4 * width);
    }

    /**
     * Smooth smaller of two non-negative numbers.
     *
     * @param a at least 0
     * @param b at least 0, same unit
     * @return about the smaller one; 16 % below it where both are equal
     */
    public static double smaller(double a, double b) {
        if (a <= 0 || b <= 0) {
            return 0;
        }
        double r = a < b ? a / b : b / a;
        double low = a < b ? a : b;
        double r2 = r * r;
        return low / FastMath.sqrt(FastMath.sqrt(1 + r2 * r2));
    }
}
