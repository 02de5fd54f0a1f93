package org.openots.simulator.thermo;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;

/**
 * The equation of state of Peng and Robinson (Ind. Eng. Chem. Fundam. 15 (1976) 59),
 * P = RT/(v - b) - a(T)/(v^2 + 2 b v - b^2), with mixing rules a = sum sum z_i z_j sqrt(a_i a_j) and b = sum z_i b_i. All
 * binary interaction parameters are zero, which is good among paraffins of three to seven carbon atoms. Immutable.
 *
 * <p>The square root of a pure component's attraction is exactly p - q sqrt(T), so that the attraction of a mixture is
 * the square of a sum, and a mixture is described by three sums: of b, p and q.
 */
public final class PengRobinson {
    private static final double R = PhysicalConstants.GAS_CONSTANT;
    private static final double ROOT2 = FastMath.sqrt(2);

    /** Omega_a and Omega_b of the equation: the critical point is an inflection (Peng and Robinson 1976, eqs. 9, 10). */
    private static final double OMEGA_A = 0.457235528921;

    private static final double OMEGA_B = 0.0777960739039;

    private static final int NEWTON_STEPS = 100;

    private final double[] b;
    private final double[] p;
    private final double[] q;

    /** A phase of the equation of state. */
    public enum Phase {
        /** The root of the smallest volume. */
        LIQUID,
        /** The root of the largest volume. */
        VAPOUR
    }

    /**
     * Creates the equation for a mixture.
     *
     * @param species critical points, in the order of all composition arrays (n)
     */
    public PengRobinson(List<CriticalPoint> species) {
        int n = species.size();
        b = new double[n];
        p = new double[n];
        q = new double[n];
        for (int i = 0; i < n; i++) {
            CriticalPoint c = species.get(i);
            double w = c.acentricFactor();
            double m = 0.37464 + w * (1.54226 - 0.26992 * w);
            double root = FastMath.sqrt(OMEGA_A / c.pressure()) * R * c.temperature();
            b[i] = OMEGA_B * R * c.temperature() / c.pressure();
            p[i] = root * (1 + m);
            q[i] = root * m / FastMath.sqrt(c.temperature());
        }
    }

    /**
     * Number of species.
     *
     * @return n
     */
    public int species() {
        return b.length;
    }

    /**
     * Covolume of a species.
     *
     * @param i its index
     * @return m3/mol
     */
    public double covolume(int i) {
        return b[i];
    }

    /**
     * The constant part of the square root of a species' attraction.
     *
     * @param i its index
     * @return p, Pa^0.5 m3/mol
     */
    public double attractionConstant(int i) {
        return p[i];
    }

    /**
     * The part of the square root of a species' attraction that falls with the root of the temperature.
     *
     * @param i its index
     * @return q, (Pa/K)^0.5 m3/mol
     */
    public double attractionSlope(int i) {
        return q[i];
    }

    /**
     * Molar volume of a mixture.
     *
     * @param phase which root, where there are several
     * @param temperature K
     * @param pressure Pa absolute
     * @param z mole fractions (n), summing to one
     * @return m3/mol
     */
    public double molarVolume(Phase phase, double temperature, double pressure, double[] z) {
        return volume(phase, temperature, pressure, sum(b, z), attraction(temperature, z));
    }

    /**
     * Fugacity coefficients.
     *
     * @param phase which root
     * @param temperature K
     * @param pressure Pa absolute
     * @param z mole fractions (n), summing to one
     * @param result receives ln phi_i (n)
     */
    public void logFugacityCoefficients(Phase phase, double temperature, double pressure, double[] z, double[] result) {
        double bm = sum(b, z);
        double root = FastMath.sqrt(temperature);
        double s = sum(p, z) - sum(q, z) * root;
        double v = volume(phase, temperature, pressure, bm, s * s);
        double rt = R * temperature;
        double compress = pressure * v / rt;
        double log = FastMath.log((v + (1 + ROOT2) * bm) / (v + (1 - ROOT2) * bm));
        double c = s * log / (2 * ROOT2 * bm * rt);
        double first = FastMath.log(rt / ((v - bm) * pressure));
        for (int i = 0; i < z.length; i++) {
            result[i] = first + b[i] / bm * (compress - 1) - c * (2 * (p[i] - q[i] * root) - s * b[i] / bm);
        }
    }

    /**
     * Enthalpy of a mixture less that of the same mixture as an ideal gas at the same temperature.
     *
     * @param phase which root
     * @param temperature K
     * @param pressure Pa absolute
     * @param z mole fractions (n), summing to one
     * @return J/mol, negative
     */
    public double enthalpyDeparture(Phase phase, double temperature, double pressure, double[] z) {
        double bm = sum(b, z);
        double constant = sum(p, z);
        double s = constant - sum(q, z) * FastMath.sqrt(temperature);
        double v = volume(phase, temperature, pressure, bm, s * s);
        double log = FastMath.log((v + (1 + ROOT2) * bm) / (v + (1 - ROOT2) * bm));
        return pressure * v - R * temperature - constant * s / (2 * ROOT2 * bm) * log;
    }

    private double attraction(double temperature, double[] z) {
        double s = sum(p, z) - sum(q, z) * FastMath.sqrt(temperature);
        return s * s;
    }

    private static double sum(double[] values, double[] z) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += values[i] * z[i];
        }
        return sum;
    }

    /**
     * Newton's method on the pressure from the far side of the root that is wanted: from just above the covolume for a
     * liquid, from the ideal gas for a vapour. Where that root does not exist it ends at the other one.
     */
    private static double volume(Phase phase, double temperature, double pressure, double b, double a) {
        double rt = R * temperature;
        double v = phase == Phase.LIQUID ? 1.02 * b : rt / pressure + b;
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double d = v * v + 2 * b * v - b * b;
            double value = rt / (v - b) - a / d - pressure;
            double slope = -rt / ((v - b) * (v - b)) + 2 * a * (v + b) / (d * d);
            double move = slope < 0 ? -value / slope : (phase == Phase.LIQUID ? 0.2 : -0.2) * v;
            double limited = FastMath.max(-0.4 * (v - b), FastMath.min(0.3 * v, move));
            v += limited;
            if (FastMath.abs(limited) < 1e-14 * v) {
                break;
            }
        }
        return v;
    }
}
