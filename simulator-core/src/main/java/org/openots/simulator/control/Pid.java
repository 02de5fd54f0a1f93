package org.openots.simulator.control;

import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;

/**
 * The PID algorithm in ISA standard form with external reset, in percent of range and percent of output.
 *
 * <p>With error e = sign (SP - PV), sign +1 for reverse and -1 for direct action: P = Kc e; D = -sign Kc Td times the
 * slope of PV, seen through a first-order filter of Td/8; demand u = P + I + D. The integral is a positive feedback of
 * the output that was really accepted, F, through a lag of Ti: dI/dt = (F - D - I) / Ti. While nothing limits the output,
 * F = u and this is dI/dt = Kc e / Ti. When the output is limited in size or rate, or a slave cannot follow, F stops
 * and I settles at F, so the loop never winds up (Shinskey, "Process Control Systems", 4th ed., 1996, chapter 4).
 *
 * <p>Variants: a filter of PV; e may be shaped (small gain in a gap, or error squared); with a set-point weight b the
 * demand has -(1 - b) sign Kc SP added and the integral sees F without it, so b changes the answer to a set point but no
 * steady state (Astrom and Hagglund, "Advanced PID Control", 2006, section 3.4). A feed-forward is added the same way.
 */
final class Pid implements Stateful {
    private static final double FULL = 100;

    private final ControllerDefinition.Algorithm algorithm;
    private final double tickSeconds;
    private final double sign;
    private double gain;
    private double integralSeconds;
    private double derivativeSeconds;
    private double proportional;
    private double integral;
    private double derivative;
    private double followed = Double.NaN;
    private double filtered = Double.NaN;

    /** Part of the demand that the integral must not see, %; worked out anew at every scan. */
    private double added;

    Pid(ControllerDefinition.Tuning tuning, ControllerDefinition.Algorithm algorithm, double tickSeconds) {
        this.algorithm = algorithm;
        this.tickSeconds = tickSeconds;
        this.sign = tuning.direct() ? -1 : 1;
        this.gain = tuning.gain();
        this.integralSeconds = tuning.integralSeconds();
        this.derivativeSeconds = tuning.derivativeSeconds();
    }

    double gain() {
        return gain;
    }

    double integralSeconds() {
        return integralSeconds;
    }

    double derivativeSeconds() {
        return derivativeSeconds;
    }

    void tune(double newGain, double newIntegralSeconds, double newDerivativeSeconds) {
        gain = newGain;
        integralSeconds = newIntegralSeconds;
        derivativeSeconds = newDerivativeSeconds;
    }

    /** Takes set point and measurement, both in % of range, and a feed-forward, % of output. */
    void observe(double setPoint, double measured, double feedForward) {
        double measurement = algorithm.filterSeconds() > 0 ? filter(measured) : measured;
        proportional = gain * sign * shaped(setPoint - measurement);
        double filter = derivativeSeconds / algorithm.derivativeFilter();
        followed = Double.isNaN(followed)
                ? measurement
                : followed + tickSeconds / (filter + tickSeconds) * (measurement - followed);
        derivative = derivativeSeconds > 0 ? -sign * gain * algorithm.derivativeFilter() * (measurement - followed) : 0;
        added = feedForward;
        if (algorithm.setPointWeight() < 1) {
            added -= gain * sign * (1 - algorithm.setPointWeight()) * setPoint;
        }
    }

    private double filter(double measured) {
        double share = tickSeconds / (algorithm.filterSeconds() + tickSeconds);
        filtered = Double.isNaN(filtered) ? measured : filtered + share * (measured - filtered);
        return filtered;
    }

    /** The error, % of range, as the proportional part sees it. */
    private double shaped(double error) {
        double size = Math.abs(error);
        double least = algorithm.shapeGain();
        return switch (algorithm.shape()) {
            case LINEAR -> error;
            case GAP ->
                size <= algorithm.gapPercent()
                        ? least * error
                        : error - Math.copySign((1 - least) * algorithm.gapPercent(), error);
            case SQUARED -> error * (least + (1 - least) * size / FULL);
        };
    }

    /** Makes the demand equal to an output, so that automatic control starts from it without a step. */
    void align(double output) {
        integral = output - proportional - derivative - added;
    }

    /** What the algorithm asks for, %; not limited. */
    double demand() {
        double demand = proportional + integral + derivative;
        return added == 0 ? demand : demand + added;
    }

    /** Moves the integral by one scan towards what was accepted of the demand, %. */
    void settle(double accepted) {
        if (integralSeconds > 0) {
            double share = Math.min(1, tickSeconds / integralSeconds);
            integral += share * (accepted - derivative - integral - added);
        }
    }

    @Override
    public void save(StateWriter writer) {
        writer.writeDouble(gain);
        writer.writeDouble(integralSeconds);
        writer.writeDouble(derivativeSeconds);
        writer.writeDouble(proportional);
        writer.writeDouble(integral);
        writer.writeDouble(derivative);
        writer.writeDouble(followed);
        if (algorithm.filterSeconds() > 0) {
            writer.writeDouble(filtered);
        }
    }

    @Override
    public void restore(StateReader reader) {
        gain = reader.readDouble();
        integralSeconds = reader.readDouble();
        derivativeSeconds = reader.readDouble();
        proportional = reader.readDouble();
        integral = reader.readDouble();
        derivative = reader.readDouble();
        followed = reader.readDouble();
        if (algorithm.filterSeconds() > 0) {
            filtered = reader.readDouble();
        }
    }
}
