package org.openots.simulator.thermo;

import org.hipparchus.util.FastMath;

/** A transport property of a pure liquid over temperature, in one of the forms that handbooks use. */
public sealed interface PropertyCurve {
    /**
     * The property.
     *
     * @param temperature K
     * @return its value, Pa s for a viscosity, N/m for a surface tension; outside of {@link #range} an extrapolation
     */
    double value(double temperature);

    /**
     * Temperatures for which the coefficients hold.
     *
     * @return the range
     */
    TemperatureRange range();

    /**
     * Viscosity, ln(eta/(Pa s)) = C1 + C2/T + C3 ln T + C4 T^C5 (DIPPR equation 101; Perry's Chemical Engineers'
     * Handbook, 8th ed., 2007, Table 2-313).
     *
     * @param c1 dimensionless
     * @param c2 K
     * @param c3 dimensionless
     * @param c4 K^-c5
     * @param c5 dimensionless, of any sign
     * @param range K
     */
    record Dippr101(double c1, double c2, double c3, double c4, double c5, TemperatureRange range)
            implements PropertyCurve {
        @Override
        public double value(double temperature) {
            double last = c4 == 0 ? 0 : c4 * FastMath.pow(temperature, c5);
            return FastMath.exp(c1 + c2 / temperature + c3 * FastMath.log(temperature) + last);
        }
    }

    /**
     * Viscosity, eta = E exp(A w + B w^4) with w = ((C - T)/(T - D))^(1/3) (PPDS equation 9; VDI Heat Atlas, 2nd ed.,
     * Springer 2010, section D3.1).
     *
     * @param a dimensionless
     * @param b dimensionless
     * @param c K
     * @param d K
     * @param e Pa s
     * @param range K, between d and c
     */
    record Ppds9(double a, double b, double c, double d, double e, TemperatureRange range) implements PropertyCurve {
        @Override
        public double value(double temperature) {
            double ratio = (c - temperature) / (temperature - d);
            double w = FastMath.cbrt(ratio);
            return e * FastMath.exp(w * (a + b * ratio));
        }
    }

    /**
     * Surface tension, sigma = A (1 - Tr)^(B + C Tr + D Tr^2 + E Tr^3), zero from the critical temperature on (PPDS
     * equation 14; VDI Heat Atlas, 2nd ed., Springer 2010, section D3.1).
     *
     * @param a N/m
     * @param exponents B, C, D, E in powers of the reduced temperature
     * @param critical K
     * @param range K
     */
    record Ppds14(double a, Polynomial exponents, double critical, TemperatureRange range) implements PropertyCurve {
        @Override
        public double value(double temperature) {
            double reduced = temperature / critical;
            return reduced >= 1 ? 0 : a * FastMath.pow(1 - reduced, exponents.value(reduced));
        }
    }
}
