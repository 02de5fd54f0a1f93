package org.openots.simulator.thermo;

import org.hipparchus.util.FastMath;
import org.openots.simulator.thermo.PengRobinson.Phase;

/** Equilibrium ratios K_i = phi_i(liquid)/phi_i(vapour) of an equation of state that also knows the inert. */
final class CubicRatios {
    /** Boiling pressures are substituted until they move by less than a rounding of their logarithm. */
    private static final double ACCURACY = 1e-13;

    private static final int SUBSTITUTIONS = 200;

    private final PengRobinson equation;
    private final int count;
    private final double[] liquid;
    private final double[] vapour;
    private final double[] logLiquid;
    private final double[] logVapour;

    /** For mixtures of the first components of an equation; the others are absent. */
    CubicRatios(PengRobinson equation, int count) {
        this.equation = equation;
        this.count = count;
        int n = equation.species();
        liquid = new double[n];
        vapour = new double[n];
        logLiquid = new double[n];
        logVapour = new double[n];
    }

    void ratios(double temperature, double pressure, double[] x, double[] y, double[] k) {
        System.arraycopy(x, 0, liquid, 0, count);
        System.arraycopy(y, 0, vapour, 0, count);
        equation.logFugacityCoefficients(Phase.LIQUID, temperature, pressure, liquid, logLiquid);
        equation.logFugacityCoefficients(Phase.VAPOUR, temperature, pressure, vapour, logVapour);
        for (int i = 0; i < count; i++) {
            k[i] = FastMath.exp(logLiquid[i] - logVapour[i]);
        }
    }

    /**
     * Boiling pressure at a temperature.
     *
     * @param x liquid mole fractions (nc)
     * @param partial first guess of the partial pressures, Pa (nc); replaced by those of the equation
     * @param guess their sum, Pa
     * @return Pa
     */
    double boil(double temperature, double[] x, double[] partial, double guess) {
        double pressure = guess;
        double[] y = new double[count];
        double[] k = new double[count];
        for (int i = 0; i < count; i++) {
            y[i] = partial[i] / guess;
        }
        for (int turn = 0; turn < SUBSTITUTIONS; turn++) {
            ratios(temperature, pressure, x, y, k);
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += k[i] * x[i];
            }
            for (int i = 0; i < count; i++) {
                y[i] = k[i] * x[i] / sum;
            }
            pressure *= sum;
            if (FastMath.abs(sum - 1) < ACCURACY) {
                break;
            }
        }
        for (int i = 0; i < count; i++) {
            partial[i] = y[i] * pressure;
        }
        return pressure;
    }
}
