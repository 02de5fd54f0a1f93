package org.openots.simulator.thermo;

import java.util.List;
import java.util.Optional;
import org.hipparchus.util.FastMath;
import org.openots.common.error.OtsException;
import org.openots.common.unit.PhysicalConstants;

/**
 * The equation of state of Peng and Robinson (Ind. Eng. Chem. Fundam. 15 (1976) 59),
 * P = RT/(v - b) - a(T)/(v^2 + 2 b v - b^2), with mixing rules a = sum sum z_i z_j (1 - k_ij) sqrt(a_i a_j) and b = sum
 * z_i b_i. Immutable.
 *
 * <p>The square root of a pure component's attraction is exactly p - q sqrt(T), so that with all k_ij = 0, which is good
 * among paraffins of three to seven carbon atoms, the attraction of a mixture is the square of a sum, and a mixture is
 * described by three sums: of b, p and q.
 *
 * <p>The equation is explicit in temperature and volume; everything else follows from {@link #molarVolume}. A phase that
 * does not exist at a temperature and pressure is taken at the border of its stability, where the pressure has an extreme
 * over the volume: so searches that pass through such states see smooth functions and not the other phase.
 */
public final class PengRobinson {
    private static final double R = PhysicalConstants.GAS_CONSTANT;
    private static final double ROOT2 = FastMath.sqrt(2);
    private static final double UPPER = 1 + ROOT2;
    private static final double LOWER = 1 - ROOT2;

    /** Omega_a and Omega_b of the equation: the critical point is an inflection (Peng and Robinson 1976, eqs. 9, 10). */
    private static final double OMEGA_A = 0.457235528921;

    private static final double OMEGA_B = 0.0777960739039;

    /**
     * Acentric factor up to which the kappa of 1976 holds, 0.491; above, that of D. B. Robinson and D.-Y. Peng, Gas
     * Processors Association Research Report 28, 1978.
     */
    private static final double HEAVY = 0.491;

    /** Critical volume over covolume, Z_c/Omega_b = 0.307401/0.077796: it parts liquid-like from vapour-like volumes. */
    private static final double CRITICAL_VOLUME = 3.951373;

    /** Largest volume over covolume in the search for a spinodal: 1e5, a gas of a few kilopascals. */
    private static final double THIN = 1e5;

    /** Halvings of the logarithm of a volume: 60, to rounding. */
    private static final int HALVINGS = 60;

    /** Substitutions for a saturation pressure: 10 to 30 suffice below 0.99 of critical. */
    private static final int SATURATION_TURNS = 500;

    private final double[] criticalTemperature;
    private final double[] b;
    private final double[] p;
    private final double[] q;
    private final double[] interaction;
    private final boolean interacting;

    /**
     * Creates the equation for a mixture with all k_ij = 0.
     *
     * @param species critical points, in the order of all composition arrays (n)
     */
    public PengRobinson(List<CriticalPoint> species) {
        this(species, new double[species.size()][species.size()]);
    }

    /**
     * Creates the equation for a mixture.
     *
     * @param species critical points, in the order of all composition arrays (n)
     * @param interaction k_ij, dimensionless, symmetric with a diagonal of zeros (n x n)
     */
    public PengRobinson(List<CriticalPoint> species, double[][] interaction) {
        int n = species.size();
        criticalTemperature = new double[n];
        b = new double[n];
        p = new double[n];
        q = new double[n];
        this.interaction = new double[n * n];
        boolean any = false;
        for (int i = 0; i < n; i++) {
            CriticalPoint c = species.get(i);
            criticalTemperature[i] = c.temperature();
            double m = kappa(c.acentricFactor());
            double root = FastMath.sqrt(OMEGA_A / c.pressure()) * R * c.temperature();
            b[i] = OMEGA_B * R * c.temperature() / c.pressure();
            p[i] = root * (1 + m);
            q[i] = root * m / FastMath.sqrt(c.temperature());
            for (int j = 0; j < n; j++) {
                this.interaction[i * n + j] = interaction[i][j];
                any |= interaction[i][j] != 0;
            }
        }
        interacting = any;
    }

    private static double kappa(double w) {
        return w <= HEAVY
                ? 0.37464 + w * (1.54226 - 0.26992 * w)
                : 0.379642 + w * (1.48503 + w * (-0.164423 + 0.016666 * w));
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
     * Whether any interaction parameter differs from zero. If so, the attraction of a mixture is not the square of a sum.
     *
     * @return true if one does
     */
    public boolean interacting() {
        return interacting;
    }

    /**
     * Pressure.
     *
     * @param temperature K
     * @param volume m3/mol, greater than the covolume of the mixture
     * @param z mole fractions (n), summing to one
     * @return Pa
     */
    public double pressure(double temperature, double volume, double[] z) {
        return new CubicState(temperature, z).pressure(volume);
    }

    /**
     * Molar volume of a mixture.
     *
     * @param phase which root, where there are several
     * @param temperature K
     * @param pressure Pa absolute
     * @param z mole fractions (n), summing to one
     * @return m3/mol; where the phase does not exist, the volume at the border of its stability
     */
    public double molarVolume(Phase phase, double temperature, double pressure, double[] z) {
        return new CubicState(temperature, z).volume(phase, pressure);
    }

    /**
     * Whether liquid and vapour have become the same, as they do above critical.
     *
     * @param temperature K
     * @param pressure Pa absolute
     * @param z mole fractions (n), summing to one
     * @return the phase on whose side of the critical volume the only state lies, or nothing if there are two states
     */
    public Optional<Phase> merged(double temperature, double pressure, double[] z) {
        CubicState state = new CubicState(temperature, z);
        double liquid = state.volume(Phase.LIQUID, pressure);
        if (liquid != state.volume(Phase.VAPOUR, pressure)) {
            return Optional.empty();
        }
        return Optional.of(liquid > CRITICAL_VOLUME * state.covolume ? Phase.VAPOUR : Phase.LIQUID);
    }

    /**
     * Compressibility factor of a mixture.
     *
     * @param phase which root, where there are several
     * @param temperature K
     * @param pressure Pa absolute
     * @param z mole fractions (n), summing to one
     * @return Z = P v/(R T), dimensionless
     */
    public double compressibility(Phase phase, double temperature, double pressure, double[] z) {
        return pressure * molarVolume(phase, temperature, pressure, z) / (R * temperature);
    }

    /**
     * Logarithms of the fugacity coefficients of a mixture.
     *
     * @param phase which root
     * @param temperature K
     * @param pressure Pa absolute
     * @param z mole fractions (n), summing to one
     * @param result receives ln phi_i (n)
     */
    public void logFugacityCoefficients(Phase phase, double temperature, double pressure, double[] z, double[] result) {
        CubicState state = new CubicState(temperature, z);
        state.logFugacities(state.volume(phase, pressure), result);
        double log = FastMath.log(pressure);
        for (int i = 0; i < b.length; i++) {
            result[i] -= log;
        }
    }

    /**
     * Logarithms of fugacities per mole fraction, explicit in temperature and volume.
     *
     * @param temperature K
     * @param volume m3/mol, greater than the covolume of the mixture
     * @param z mole fractions (n), summing to one
     * @param result receives ln(f_i/(z_i Pa)) (n)
     */
    public void logFugacities(double temperature, double volume, double[] z, double[] result) {
        new CubicState(temperature, z).logFugacities(volume, result);
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
        CubicState state = new CubicState(temperature, z);
        double v = state.volume(phase, pressure);
        return state.energyDeparture(v) + state.pressure(v) * v - R * temperature;
    }

    /**
     * Internal energy of a mixture less that of the same mixture as an ideal gas at the same temperature, explicit in
     * temperature and volume.
     *
     * @param temperature K
     * @param volume m3/mol, greater than the covolume of the mixture
     * @param z mole fractions (n), summing to one
     * @return J/mol, negative
     */
    public double energyDeparture(double temperature, double volume, double[] z) {
        return new CubicState(temperature, z).energyDeparture(volume);
    }

    /**
     * Saturation pressure of a pure species by equal fugacities of both phases, between the pressures at which one of them
     * ceases to exist.
     *
     * @param i its index
     * @param temperature K, below critical
     * @param guess Pa, any positive number
     * @return Pa
     * @throws OtsException if the temperature is not below critical
     */
    public double saturationPressure(int i, double temperature, double guess) {
        double[] z = new double[b.length];
        z[i] = 1;
        CubicState state = new CubicState(temperature, z);
        if (!(temperature > 0 && state.slope(CRITICAL_VOLUME * b[i]) > 0)) {
            throw new OtsException(PropertyError.TEMPERATURE_RANGE, temperature, 0, criticalTemperature[i]);
        }
        double low = FastMath.max(0, state.pressure(state.liquidSpinodal()));
        double high = state.pressure(state.vapourSpinodal());
        double[] liquid = new double[b.length];
        double[] vapour = new double[b.length];
        double pressure = guess > low && guess < high ? guess : 0.5 * (low + high);
        for (int turn = 0; turn < SATURATION_TURNS; turn++) {
            logFugacityCoefficients(Phase.LIQUID, temperature, pressure, z, liquid);
            logFugacityCoefficients(Phase.VAPOUR, temperature, pressure, z, vapour);
            double next = pressure * FastMath.exp(liquid[i] - vapour[i]);
            if (FastMath.abs(next - pressure) < 1e-13 * pressure) {
                return next;
            }
            pressure = next >= high ? 0.5 * (pressure + high) : next <= low ? 0.5 * (pressure + low) : next;
        }
        return pressure;
    }

    /** A mixture at a temperature: what does not depend on volume. */
    private final class CubicState {
        private final double rt;
        private final double covolume;
        private final double attraction;

        /** a - T da/dT, which energies need. */
        private final double energetic;

        private final double[] root;
        private final double[] shared;

        CubicState(double temperature, double[] z) {
            int n = b.length;
            double rootT = FastMath.sqrt(temperature);
            rt = R * temperature;
            root = new double[n];
            double bm = 0;
            double sum = 0;
            for (int i = 0; i < n; i++) {
                root[i] = p[i] - q[i] * rootT;
                bm += z[i] * b[i];
                sum += z[i] * root[i];
            }
            covolume = bm;
            shared = shares(z, sum);
            double a = 0;
            double constant = 0;
            for (int i = 0; i < n; i++) {
                a += z[i] * root[i] * shared[i];
                constant += z[i] * p[i] * shared[i];
            }
            attraction = a;
            energetic = constant;
        }

        /** sum_j z_j (1 - k_ij) sqrt(a_j) per species. */
        private double[] shares(double[] z, double sum) {
            int n = b.length;
            double[] result = new double[n];
            for (int i = 0; i < n; i++) {
                double less = 0;
                if (interacting) {
                    for (int j = 0; j < n; j++) {
                        less += z[j] * interaction[i * n + j] * root[j];
                    }
                }
                result[i] = sum - less;
            }
            return result;
        }

        double pressure(double v) {
            return rt / (v - covolume) - attraction / (v * v + 2 * covolume * v - covolume * covolume);
        }

        /** dP/dv, Pa mol/m3. */
        private double slope(double v) {
            double d = v * v + 2 * covolume * v - covolume * covolume;
            return -rt / ((v - covolume) * (v - covolume)) + 2 * attraction * (v + covolume) / (d * d);
        }

        double volume(Phase phase, double pressure) {
            double least = pressure * covolume / rt;
            double[] z = CubicRoots.ofPengRobinson(attraction * pressure / (rt * rt), least);
            double chosen = phase == Phase.LIQUID ? z[0] : z[1];
            boolean vapourLike = chosen > CRITICAL_VOLUME * least;
            if (z[0] != z[1] || vapourLike == (phase == Phase.VAPOUR)) {
                return polished(chosen * rt / pressure, pressure);
            }
            double border = CRITICAL_VOLUME * covolume;
            if (slope(border) <= 0) {
                return polished(chosen * rt / pressure, pressure); // above critical there is one phase only
            }
            return phase == Phase.LIQUID ? liquidSpinodal() : vapourSpinodal();
        }

        double liquidSpinodal() {
            return spinodal(covolume * (1 + 1e-6), CRITICAL_VOLUME * covolume);
        }

        double vapourSpinodal() {
            return spinodal(THIN * covolume, CRITICAL_VOLUME * covolume);
        }

        /** Where dP/dv changes its sign between a stable and an unstable volume. */
        private double spinodal(double stable, double unstable) {
            double good = stable;
            double bad = unstable;
            for (int i = 0; i < HALVINGS; i++) {
                double middle = FastMath.sqrt(good * bad);
                if (slope(middle) < 0) {
                    good = middle;
                } else {
                    bad = middle;
                }
            }
            return good;
        }

        /** Two Newton steps take the last roundings of the cubic's formula away, except where the root is double. */
        private double polished(double v, double pressure) {
            double result = v;
            for (int step = 0; step < 2; step++) {
                double move = (pressure(result) - pressure) / slope(result);
                if (FastMath.abs(move) < 1e-6 * result) {
                    result -= move;
                }
            }
            return result;
        }

        private double log(double v) {
            return FastMath.log((v + UPPER * covolume) / (v + LOWER * covolume)) / (2 * ROOT2 * covolume);
        }

        double energyDeparture(double v) {
            return -energetic * log(v);
        }

        void logFugacities(double v, double[] result) {
            double first = FastMath.log(rt / (v - covolume));
            double perCovolume = (pressure(v) * v / rt - 1) / covolume + log(v) * attraction / (covolume * rt);
            double perAttraction = -2 * log(v) / rt;
            for (int i = 0; i < b.length; i++) {
                result[i] = first + b[i] * perCovolume + root[i] * shared[i] * perAttraction;
            }
        }
    }
}
