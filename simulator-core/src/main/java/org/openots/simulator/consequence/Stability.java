package org.openots.simulator.consequence;

import org.hipparchus.util.FastMath;

/**
 * Pasquill's stability classes with the dispersion coefficients of G. A. Briggs (Diffusion Estimation for Small Emissions,
 * NOAA ATDL Contribution 79, 1973), as given by F. A. Gifford, Nuclear Safety 17 (1976) 68, for open country, distances of
 * 100 m to 10 km: sigma_y = a x (1 + 0.0001 x)^-1/2, sigma_z = b x (1 + c x)^d.
 */
public enum Stability {
    /** Very unstable: strong sun, light wind. */
    A(0.22, 0.20, 0, 0),
    /** Unstable. */
    B(0.16, 0.12, 0, 0),
    /** Slightly unstable. */
    C(0.11, 0.08, 0.0002, -0.5),
    /** Neutral: overcast or windy. */
    D(0.08, 0.06, 0.0015, -0.5),
    /** Slightly stable: night with some wind. */
    E(0.06, 0.03, 0.0003, -1),
    /** Stable: clear night, light wind. */
    F(0.04, 0.016, 0.0003, -1);

    /** Ends of the distances for which the coefficients hold, m. */
    static final double NEAREST = 100;

    static final double FARTHEST = 10_000;

    private final double across;
    private final double up;
    private final double bend;
    private final double power;

    Stability(double across, double up, double bend, double power) {
        this.across = across;
        this.up = up;
        this.bend = bend;
        this.power = power;
    }

    /**
     * Standard deviation across the wind.
     *
     * @param distance downwind, m
     * @return m
     */
    public double sigmaY(double distance) {
        return across * distance / FastMath.sqrt(1 + 0.0001 * distance);
    }

    /**
     * Standard deviation of the height.
     *
     * @param distance downwind, m
     * @return m
     */
    public double sigmaZ(double distance) {
        return up * distance * FastMath.pow(1 + bend * distance, power);
    }
}
