package org.openots.simulator.thermo;

import org.hipparchus.util.FastMath;

/** Saturation pressure of a pure component over temperature, in one of the forms that handbooks use. */
public sealed interface VapourPressure {
    /**
     * The natural logarithm of the saturation pressure.
     *
     * @param temperature K
     * @param inverseTemperature 1/T, 1/K
     * @param logTemperature ln T
     * @return ln(P/Pa)
     */
    double logPressure(double temperature, double inverseTemperature, double logTemperature);

    /**
     * Lowest temperature for which the coefficients hold.
     *
     * @return K
     */
    double lowest();

    /**
     * Highest temperature for which the coefficients hold.
     *
     * @return K
     */
    double highest();

    /**
     * The saturation pressure.
     *
     * @param temperature K, within the range given with the coefficients
     * @return Pa
     */
    default double pressure(double temperature) {
        return FastMath.exp(logPressure(temperature, 1 / temperature, FastMath.log(temperature)));
    }

    /**
     * ln P = C1 + C2/T + C3 ln T + C4 T^C5 (DIPPR equation 101; Perry's Chemical Engineers' Handbook, 8th ed., 2007,
     * Table 2-8).
     *
     * @param c1 coefficient, dimensionless (P in Pa)
     * @param c2 coefficient, K
     * @param c3 coefficient, dimensionless
     * @param c4 coefficient, K^-c5
     * @param exponent c5, a small positive integer
     * @param lowest K
     * @param highest K
     */
    record Dippr101(double c1, double c2, double c3, double c4, int exponent, double lowest, double highest)
            implements VapourPressure {
        @Override
        public double logPressure(double temperature, double inverseTemperature, double logTemperature) {
            double power = temperature;
            for (int i = 1; i < exponent; i++) {
                power *= temperature;
            }
            return c1 + c2 * inverseTemperature + c3 * logTemperature + c4 * power;
        }
    }

    /**
     * ln(P/Pc) = (A t + B t^1.5 + C t^3 + D t^6)/Tr with t = 1 - Tr (W. Wagner, Cryogenics 13 (1973) 470). Above the
     * critical temperature the value at it.
     *
     * @param a coefficient
     * @param b coefficient
     * @param c coefficient
     * @param d coefficient
     * @param criticalTemperature K
     * @param criticalPressure Pa
     * @param lowest K
     */
    record Wagner(
            double a, double b, double c, double d, double criticalTemperature, double criticalPressure, double lowest)
            implements VapourPressure {
        @Override
        public double logPressure(double temperature, double inverseTemperature, double logTemperature) {
            double t = FastMath.max(0, 1 - temperature / criticalTemperature);
            double cube = t * t * t;
            double sum = a * t + b * t * FastMath.sqrt(t) + c * cube + d * cube * cube;
            return FastMath.log(criticalPressure) + sum * criticalTemperature * inverseTemperature;
        }

        @Override
        public double highest() {
            return criticalTemperature;
        }
    }
}
