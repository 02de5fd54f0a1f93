package org.openots.simulator.thermo;

/**
 * A liquid and the vapour in equilibrium with it.
 *
 * @param temperature K
 * @param pressure Pa absolute
 * @param liquid mole fractions of the liquid (nc)
 * @param vapour mole fractions of the vapour (nc)
 * @param extrapolated whether temperature or pressure lies outside of the package's {@link PropertyPackage#validity}
 */
public record EquilibriumPoint(
        double temperature, double pressure, double[] liquid, double[] vapour, boolean extrapolated) {
    /** Keeps copies of the arrays. */
    public EquilibriumPoint {
        liquid = liquid.clone();
        vapour = vapour.clone();
    }

    /**
     * Mole fractions of the liquid.
     *
     * @return a copy (nc)
     */
    @Override
    public double[] liquid() {
        return liquid.clone();
    }

    /**
     * Mole fractions of the vapour.
     *
     * @return a copy (nc)
     */
    @Override
    public double[] vapour() {
        return vapour.clone();
    }
}
