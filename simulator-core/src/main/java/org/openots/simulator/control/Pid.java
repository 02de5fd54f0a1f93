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
 */
final class Pid implements Stateful {
    /** Derivative filter: a tenth to a fifth of Td is usual, 1/8 keeps the noise gain of D at 8 Kc. */
    private static final double DERIVATIVE_FILTER = 8;

    private final double tickSeconds;
    private final double sign;
    private double gain;
    private double integralSeconds;
    private double derivativeSeconds;
    private double proportional;
    private double integral;
    private double derivative;
    private double followed = Double.NaN;

    Pid(ControllerDefinition.Tuning tuning, double tickSeconds) {
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

    /** Takes set point and measurement, both in % of range. */
    void observe(double setPoint, double measurement) {
        proportional = gain * sign * (setPoint - measurement);
        double filter = derivativeSeconds / DERIVATIVE_FILTER;
        followed = Double.isNaN(followed)
                ? measurement
                : followed + tickSeconds / (filter + tickSeconds) * (measurement - followed);
        derivative = derivativeSeconds > 0 ? -sign * gain * DERIVATIVE_FILTER * (measurement - followed) : 0;
    }

    /** Makes the demand equal to an output, so that automatic control starts from it without a step. */
    void align(double output) {
        integral = output - proportional - derivative;
    }

    /** What the algorithm asks for, %; not limited. */
    double demand() {
        return proportional + integral + derivative;
    }

    /** Moves the integral by one scan towards what was accepted of the demand, %. */
    void settle(double accepted) {
        if (integralSeconds > 0) {
            double share = Math.min(1, tickSeconds / integralSeconds);
            integral += share * (accepted - derivative - integral);
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
    }
}
