package org.openots.simulator.thermo;

/**
 * Conditions under which a property package was compared with measurements. Outside of them results are extrapolations
 * and marked as such.
 *
 * @param temperatures temperatures of the figures with the narrowest range
 * @param highestPressure Pa absolute
 */
public record Validity(TemperatureRange temperatures, double highestPressure) {
    /**
     * Highest pressure of an ideal vapour, 300 kPa: there the fugacity coefficients of ethanol and water still differ by
     * less than 3 %, the scatter of good equilibrium data.
     */
    public static final double IDEAL_VAPOUR_PRESSURE = 300e3;

    /**
     * Whether a state lies within.
     *
     * @param temperature K
     * @param pressure Pa absolute
     * @return true on the borders too
     */
    public boolean covers(double temperature, double pressure) {
        return temperatures.covers(temperature) && pressure <= highestPressure;
    }
}
