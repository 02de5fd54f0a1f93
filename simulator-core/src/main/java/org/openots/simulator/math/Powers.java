package org.openots.simulator.math;

/** Powers of positive numbers for correlations that are evaluated in every tick: the same bits everywhere, no garbage. */
public final class Powers {
    /** Below it a series of four terms is exact to rounding and loses no digits. */
    private static final double SMALL = 1e-3;

    private Powers() {}

    /**
     * Any power of a number that is not negative.
     *
     * @param base at least 0; anything below counts as 0
     * @param exponent any number
     * @return base^exponent with a relative error below 1e-14 for results between 1e-10 and 1e10; 0 for base 0
     */
    public static double power(double base, double exponent) {
        return base <= 0 ? 0 : Elementary.exp(exponent * Elementary.log(base));
    }

    /**
     * Cube root.
     *
     * @param x at least 0
     * @return x^(1/3)
     */
    public static double cubeRoot(double x) {
        return power(x, 1.0 / 3);
    }

    /**
     * Mean growth of an exponential.
     *
     * @param x at least 0
     * @return (e^x - 1)/x, 1 at 0
     */
    public static double exponentialMean(double x) {
        return x < SMALL ? 1 + x * (0.5 + x * (1.0 / 6 + x / 24)) : (Elementary.exp(x) - 1) / x;
    }

    /**
     * Mean of 1/(1 + z) for z from 0 to x.
     *
     * @param x at least 0
     * @return ln(1 + x)/x, 1 at 0
     */
    public static double reciprocalMean(double x) {
        return x < SMALL ? 1 - x * (0.5 - x * (1.0 / 3 - x / 4)) : Elementary.log(1 + x) / x;
    }
}
