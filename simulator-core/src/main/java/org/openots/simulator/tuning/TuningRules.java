package org.openots.simulator.tuning;

import org.hipparchus.util.FastMath;

/**
 * Tuning rules. Gains carry the sign of the process gain: a positive one needs reverse action.
 *
 * <p>Sources: SIMC: S. Skogestad, "Simple analytic rules for model reduction and PID controller tuning", J. Process Control
 * 13 (2003) 291-309. Ziegler and Nichols: "Optimum settings for automatic controllers", Trans. ASME 64 (1942) 759-768.
 * Tyreus and Luyben: "Tuning PI controllers for integrator/dead time processes", Ind. Eng. Chem. Res. 31 (1992) 2625-2628.
 * Lambda: Dahlin (1968), as in Astrom and Hagglund, "Advanced PID Control", 2006, section 6.5.
 */
public final class TuningRules {
    private TuningRules() {}

    /**
     * SIMC with the recommended closed-loop time constant, equal to the dead time: fast, with good robustness.
     *
     * @param process the process
     * @return PI settings
     */
    public static PidSettings simc(ProcessFit process) {
        return simc(process, process.deadSeconds());
    }

    /**
     * SIMC for a first-order process: Kc = lag / (k (tc + dead)), Ti = min(lag, 4 (tc + dead)).
     *
     * @param process the process
     * @param closedSeconds wanted time constant of the closed loop tc, s; at least the dead time for robustness
     * @return PI settings
     */
    public static PidSettings simc(ProcessFit process, double closedSeconds) {
        double sum = closedSeconds + process.deadSeconds();
        return new PidSettings(
                process.lagSeconds() / (process.gain() * sum), FastMath.min(process.lagSeconds(), 4 * sum), 0);
    }

    /**
     * SIMC for a second-order process; the series form of the paper is converted to the standard form.
     *
     * @param process gain, dead time and the larger lag
     * @param secondSeconds the smaller lag, s
     * @param closedSeconds wanted time constant of the closed loop, s
     * @return PID settings
     */
    public static PidSettings simcSecondOrder(ProcessFit process, double secondSeconds, double closedSeconds) {
        PidSettings series = simc(process, closedSeconds);
        double factor = 1 + secondSeconds / series.integralSeconds();
        return new PidSettings(series.gain() * factor, series.integralSeconds() * factor, secondSeconds / factor);
    }

    /**
     * SIMC for an integrating process: Kc = 1 / (k' (tc + dead)), Ti = 4 (tc + dead).
     *
     * @param slope slope of the measurement per output, % of range per second and % of output
     * @param deadSeconds dead time, s
     * @param closedSeconds wanted time constant of the closed loop, s
     * @return PI settings
     */
    public static PidSettings simcIntegrating(double slope, double deadSeconds, double closedSeconds) {
        double sum = closedSeconds + deadSeconds;
        return new PidSettings(1 / (slope * sum), 4 * sum, 0);
    }

    /**
     * Lambda tuning: the closed loop gets the time constant lambda; Ti is the lag. Lambda of three times the larger of lag
     * and dead time is the usual choice for a calm loop.
     *
     * @param process the process
     * @param lambdaSeconds wanted time constant of the closed loop, s
     * @return PI settings
     */
    public static PidSettings lambda(ProcessFit process, double lambdaSeconds) {
        double gain = process.lagSeconds() / (process.gain() * (lambdaSeconds + process.deadSeconds()));
        return new PidSettings(gain, process.lagSeconds(), 0);
    }

    /**
     * Ziegler and Nichols, ultimate cycle, PI: 0.45 Ku, Pu / 1.2. Lightly damped by design.
     *
     * @param relay result of a relay test
     * @return PI settings
     */
    public static PidSettings zieglerNicholsPi(RelayResult relay) {
        return new PidSettings(0.45 * relay.ultimateGain(), relay.ultimatePeriodSeconds() / 1.2, 0);
    }

    /**
     * Ziegler and Nichols, ultimate cycle, PID: 0.6 Ku, Pu / 2, Pu / 8.
     *
     * @param relay result of a relay test
     * @return PID settings
     */
    public static PidSettings zieglerNicholsPid(RelayResult relay) {
        double period = relay.ultimatePeriodSeconds();
        return new PidSettings(0.6 * relay.ultimateGain(), period / 2, period / 8);
    }

    /**
     * Ziegler and Nichols, reaction curve, PI: 0.9 lag / (k dead), 3.33 dead.
     *
     * @param process the process
     * @return PI settings
     */
    public static PidSettings zieglerNicholsPi(ProcessFit process) {
        double ratio = process.lagSeconds() / (process.gain() * process.deadSeconds());
        return new PidSettings(0.9 * ratio, process.deadSeconds() / 0.3, 0);
    }

    /**
     * Tyreus and Luyben, PI: Ku / 3.2, 2.2 Pu. Made for distillation: slower and far better damped than Ziegler and
     * Nichols.
     *
     * @param relay result of a relay test
     * @return PI settings
     */
    public static PidSettings tyreusLuyben(RelayResult relay) {
        return new PidSettings(relay.ultimateGain() / 3.2, 2.2 * relay.ultimatePeriodSeconds(), 0);
    }
}
