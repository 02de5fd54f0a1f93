package org.openots.simulator.thermo;

import org.hipparchus.util.FastMath;

/**
 * Saturation pressure in the form ln P = C1 + C2/T + C3 ln T + C4 T^C5 (DIPPR equation 101; Perry's Chemical
 * Engineers' Handbook, 8th ed., 2007, Table 2-8).
 *
 * @param c1 coefficient, dimensionless (P in Pa)
 * @param c2 coefficient, K
 * @param c3 coefficient, dimensionless
 * @param c4 coefficient, K^-c5
 * @param exponent c5, a small positive integer
 * @param lowest lowest temperature for which the coefficients hold, K
 * @param highest highest temperature for which they hold, K
 */
public record VapourPressure(double c1, double c2, double c3, double c4, int exponent, double lowest, double highest) {
    /**
     * The natural logarithm of the saturation pressure.
     *
     * @param temperature K
     * @param inverseTemperature 1/T, 1/K
     * @param logTemperature ln T
     * @return ln(P/Pa)
     */
    double logPressure(double temperature, double inverseTemperature, double logTemperature) {
        double power = temperature;
        for (int i = 1; i < exponent; i++) {
            power *= temperature;
        }
        return c1 + c2 * inverseTemperature + c3 * logTemperature + c4 * power;
    }

    /**
     * The saturation pressure.
     *
     * @param temperature K, within the range given with the coefficients
     * @return Pa
     */
    public double pressure(double temperature) {
        return FastMath.exp(logPressure(temperature, 1 / temperature, FastMath.log(temperature)));
    }
}
