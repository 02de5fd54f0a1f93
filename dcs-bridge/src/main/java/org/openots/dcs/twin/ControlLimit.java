package org.openots.dcs.twin;

import org.hipparchus.util.FastMath;

/**
 * Limit of a CUSUM chart of white residuals, by Siegmund's approximation of the mean time to a false alarm of one side:
 * (exp(2 k b) - 2 k b - 1)/(2 k^2) samples with b = h + 1.166 (D. Siegmund, "Sequential Analysis", 1985).
 */
final class ControlLimit {
    /** Reference value, sigma: half of the smallest shift that is looked for, 1 sigma (Page, Biometrika 41 (1954) 100). */
    static final double REFERENCE = 0.5;

    /** Mean excess over the limit, sigma, of a normal variate. */
    private static final double OVERSHOOT = 1.166;

    private static final double WIDEST = 50;
    private static final int HALVINGS = 60;

    private ControlLimit() {}

    /** Mean number of samples between two false alarms of one side. */
    static double samples(double limit) {
        double exponent = 2 * REFERENCE * (limit + OVERSHOOT);
        return (FastMath.exp(exponent) - exponent - 1) / (2 * REFERENCE * REFERENCE);
    }

    /** The limit that has this mean number of samples between two false alarms of one side. */
    static double of(double samples) {
        double low = 0;
        double high = WIDEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (samples(middle) < samples) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
