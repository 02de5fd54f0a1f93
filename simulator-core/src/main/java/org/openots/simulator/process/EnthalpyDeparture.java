package org.openots.simulator.process;

import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;

/** Enthalpies by the equation of state less those of the ideal gas, for liquids at build time and for feeds. */
final class EnthalpyDeparture {
    private static final double ROOT2 = FastMath.sqrt(2);
    private static final double R = PhysicalConstants.GAS_CONSTANT;

    /** Pressure at which liquids are taken: 0.5 MPa. */
    private static final double LIQUID_PRESSURE = 5e5;

    private static final int NEWTON_STEPS = 60;

    private EnthalpyDeparture() {}

    /** Departure of a pure liquid, J/mol. */
    static double ofLiquid(CubicParameters cubic, int component, double t) {
        double b = cubic.covolume()[component];
        double s = cubic.p()[component] - cubic.q()[component] * FastMath.sqrt(t);
        double v = root(1.05 * b, b, s * s, t, LIQUID_PRESSURE);
        return departure(b, cubic.p()[component], s, v, t, LIQUID_PRESSURE);
    }

    /** Departure of given moles of vapour, J. */
    static double ofVapour(CubicParameters cubic, double[] moles, double t, double pressure) {
        double n = 0;
        double b = 0;
        double p = 0;
        double q = 0;
        for (int i = 0; i < moles.length; i++) {
            n += moles[i];
            b += moles[i] * cubic.covolume()[i];
            p += moles[i] * cubic.p()[i];
            q += moles[i] * cubic.q()[i];
        }
        if (n <= 0) {
            return 0;
        }
        double s = (p - q * FastMath.sqrt(t)) / n;
        double v = root(R * t / pressure, b / n, s * s, t, pressure);
        return n * departure(b / n, p / n, s, v, t, pressure);
    }

    /** P v - R T - p S ln(...)/(2 sqrt2 b): u and Pv less those of the ideal gas. */
    private static double departure(double b, double p, double s, double v, double t, double pressure) {
        double log = FastMath.log((v + (1 + ROOT2) * b) / (v + (1 - ROOT2) * b));
        return pressure * v - R * t - p * s / (2 * ROOT2 * b) * log;
    }

    /** Newton's method from a start on the right side of the root. */
    private static double root(double start, double b, double a, double t, double pressure) {
        double v = start;
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double d = v * v + 2 * b * v - b * b;
            double value = R * t / (v - b) - a / d - pressure;
            double slope = -R * t / ((v - b) * (v - b)) + 2 * a * (v + b) / (d * d);
            double move = -value / slope;
            v += FastMath.min(FastMath.max(move, -0.3 * v), 0.3 * v);
        }
        return v;
    }
}
