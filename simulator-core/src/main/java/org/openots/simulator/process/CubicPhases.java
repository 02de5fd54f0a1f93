package org.openots.simulator.process;

import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.math.Elementary;

/**
 * Both phases by the equation of state of Peng and Robinson (Ind. Eng. Chem. Fundam. 15 (1976) 59), k_ij = 0, in the
 * form that is explicit in temperature and volume: the gas needs no cubic to be solved, because its volume is known; the
 * liquid's molar volume starts from the root at zero pressure and takes fixed Newton steps. Enthalpy of the liquid: pure
 * components by the equation of state, ideal mixing. Liquid holdup volume: density correlations of the components,
 * because the equation's own liquid volumes are several percent off.
 */
final class CubicPhases extends PhaseModel {
    private static final double ROOT2 = FastMath.sqrt(2);
    private static final double UPPER = 1 + ROOT2;
    private static final double LOWER = 1 - ROOT2;
    private static final double R = PhysicalConstants.GAS_CONSTANT;

    /** Gas volume below which, in covolumes, the equation would come near its spinodal: 8. */
    private static final double LEAST_GAS_VOLUME = 8;

    /** Largest liquid volume in covolumes: 2.6, near the critical volume 3.95; beyond it there is no liquid. */
    private static final double LARGEST_LIQUID_VOLUME = 2.6;

    /** Moles that keep the composition of an empty liquid defined. */
    private static final double TRACE = 1e-9;

    /** Temperatures between which the iteration stays, K; no plant comes near them. */
    private static final double COLDEST = 150;

    private static final double HOTTEST = 600;

    private final double[] b;
    private final double[] p;
    private final double[] q;
    private final double[] sums = new double[CaloricModel.SUMS];
    private final double[] whole = new double[CaloricModel.TERMS];

    private double gasCovolume;
    private double gasP;
    private double gasQ;
    private double gasLog;
    private double volume;
    private double lowerVolume;

    CubicPhases(HoldupSpec spec, CaloricModel caloric, CubicParameters parameters) {
        super(spec, caloric);
        b = parameters.covolume();
        p = parameters.p();
        q = parameters.q();
    }

    @Override
    void evaluate(double[] states, int at, double energy) {
        compositions(states, at);
        caloric.add(states, at, sums);
        mixGas();
        double moles = FastMath.max(gasMoles + gasTrace, 0.2 * gasTrace);
        double tau = temperature(moles, energy);
        temperature = CaloricModel.CENTRE + tau;
        double root = FastMath.sqrt(temperature);
        liquidVolume = CaloricModel.volume(sums, tau);
        gasVolume = room(liquidVolume);
        setVolume(gasVolume / moles);
        double rt = R * temperature;
        double s = gasP - gasQ * root;
        double pv = rt / (volume - gasCovolume) - s * s / denominator(volume, gasCovolume);
        gasPressure = pv + rt * (1 / lowerVolume - 1 / volume);
        liquidEnthalpy = CaloricModel.liquid(sums, tau) * liquidShare();
        double departure = -gasP * s / (2 * ROOT2 * gasCovolume) * gasLog;
        vapourEnthalpy = CaloricModel.vapour(sums, tau) / moles + departure + gasPressure * lowerVolume - rt;
        escape(states, at, root, rt, s);
    }

    /** Covolume and attraction of the gas; the trace of inert keeps them defined in an empty one. */
    private void mixGas() {
        double trace = 1 - inertFraction;
        gasCovolume = 0;
        gasP = 0;
        gasQ = 0;
        for (int i = 0; i < nc; i++) {
            trace -= y[i];
            gasCovolume += y[i] * b[i];
            gasP += y[i] * p[i];
            gasQ += y[i] * q[i];
        }
        double inert = inertFraction + trace;
        gasCovolume += inert * b[nc];
        gasP += inert * p[nc];
        gasQ += inert * q[nc];
    }

    /**
     * Temperature from energy: from that of an ideal gas two Newton steps with the gas's departure from it,
     * -n C S ln(...)/(2 sqrt2 b) with C the constant part of S = sqrt(a).
     */
    private double temperature(double moles, double energy) {
        double metal = spec.metalHeatCapacity();
        double work = moles * R;
        CaloricModel.combine(sums, metal, work, whole);
        double c0 = CaloricModel.excess(sums, metal, work, energy);
        double c1 = whole[1];
        double c2 = whole[2];
        double c3 = whole[3];
        double c4 = whole[4];
        double c5 = whole[5];
        double tau = CaloricModel.guess(c0, c1, c2);
        double factor = moles * gasP / (2 * ROOT2 * gasCovolume);
        double perMole = 1 / moles;
        for (int step = 0; step < 2; step++) {
            double t = FastMath.min(HOTTEST, FastMath.max(COLDEST, CaloricModel.CENTRE + tau));
            tau = t - CaloricModel.CENTRE;
            double root = FastMath.sqrt(t);
            setVolume(room(CaloricModel.volume(sums, tau)) * perMole);
            gasLog = Elementary.log((volume + UPPER * gasCovolume) / (volume + LOWER * gasCovolume));
            double departure = -factor * (gasP - gasQ * root) * gasLog;
            double value = ((((c5 * tau + c4) * tau + c3) * tau + c2) * tau + c1) * tau + c0 + departure;
            double slope = (((5 * c5 * tau + 4 * c4) * tau + 3 * c3) * tau + 2 * c2) * tau + c1;
            tau -= value / (slope + 0.5 * factor * gasQ * gasLog / root);
        }
        return tau;
    }

    /** The gas's molar volume and the one the equation is evaluated at, which stays off its spinodal. */
    private void setVolume(double molar) {
        lowerVolume = molar;
        double least = LEAST_GAS_VOLUME * gasCovolume;
        volume = least + Smooth.positive(molar - least, gasCovolume);
    }

    private static double denominator(double v, double covolume) {
        return v * v + 2 * covolume * v - covolume * covolume;
    }

    /** x_i phiL_i P/phiV_i: what the liquid presses with, corrected for the gas, in one exponential per component. */
    private void escape(double[] states, int at, double root, double rt, double gasS) {
        double total = 0;
        double bl = 0;
        double pl = 0;
        double ql = 0;
        for (int i = 0; i < nc; i++) {
            double n = FastMath.max(states[at + i], 0) + TRACE;
            total += n;
            bl += n * b[i];
            pl += n * p[i];
            ql += n * q[i];
        }
        bl /= total;
        double s = (pl - ql * root) / total;
        double u = liquidMolarVolume(bl, s * s, rt);
        double zl = (gasPressure * u / rt - 1) / bl;
        double cl = s / (2 * ROOT2 * bl * rt) * Elementary.log((u + UPPER * bl) / (u + LOWER * bl));
        double zv =
                (volume / (volume - gasCovolume) - gasS * gasS * volume / (denominator(volume, gasCovolume) * rt) - 1)
                        / gasCovolume;
        double cv = gasS / (2 * ROOT2 * gasCovolume * rt) * gasLog;
        double common = Elementary.log((volume - gasCovolume) / (u - bl));
        double perCovolume = zl + cl * s / bl - zv - cv * gasS / gasCovolume;
        double perAttraction = -2 * (cl - cv);
        for (int i = 0; i < nc; i++) {
            double exponent = common + b[i] * perCovolume + (p[i] - q[i] * root) * perAttraction;
            escape[i] = x[i] * gasPressure * Elementary.exp(exponent);
        }
    }

    /** Liquid root of the equation of state at the gas's pressure: from the root at zero pressure, three Newton steps. */
    private double liquidMolarVolume(double bl, double a, double rt) {
        double alpha = a / (bl * rt);
        double discriminant = Smooth.positive(alpha * alpha - 8 * alpha + 8, 0.5);
        double u = 0.5 * bl * (alpha - 2 - FastMath.sqrt(discriminant));
        u = bl + Smooth.positive(u - bl, 0.02 * bl);
        for (int step = 0; step < 3; step++) {
            double w = 1 / (u - bl);
            double d = 1 / denominator(u, bl);
            double value = rt * w - a * d - gasPressure;
            double slope = -rt * w * w + 2 * a * (u + bl) * d * d;
            double move = slope < 0 ? -value / slope : 0.05 * bl;
            u += FastMath.max(-0.1 * bl, FastMath.min(0.2 * bl, move));
            u = FastMath.min(u, LARGEST_LIQUID_VOLUME * bl);
        }
        return u;
    }

    @Override
    double internalEnergy(double[] states, int at, double temperatureK) {
        compositions(states, at);
        caloric.add(states, at, sums);
        mixGas();
        double moles = FastMath.max(gasMoles + gasTrace, 0.2 * gasTrace);
        double tau = temperatureK - CaloricModel.CENTRE;
        setVolume(room(CaloricModel.volume(sums, tau)) / moles);
        gasLog = Elementary.log((volume + UPPER * gasCovolume) / (volume + LOWER * gasCovolume));
        double s = gasP - gasQ * FastMath.sqrt(temperatureK);
        double departure = -moles * gasP * s / (2 * ROOT2 * gasCovolume) * gasLog;
        return CaloricModel.energy(sums, spec.metalHeatCapacity(), moles * R, tau) + departure;
    }

    @Override
    double inertMoles(double volumeM3, double temperatureK, double pressurePa) {
        return FastMath.max(0, pressurePa * volumeM3 / (R * temperatureK));
    }
}
