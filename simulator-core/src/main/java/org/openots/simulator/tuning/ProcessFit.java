package org.openots.simulator.tuning;

/**
 * A first-order process with dead time: gain exp(-dead s) / (lag s + 1).
 *
 * @param gain steady gain, % of measuring range per % of output
 * @param deadSeconds dead time, s
 * @param lagSeconds time constant, s
 * @param rootMeanSquare root mean square of what the model leaves unexplained, % of range
 */
public record ProcessFit(double gain, double deadSeconds, double lagSeconds, double rootMeanSquare) {
    /**
     * The answer of the process to a step of the output at time 0 from rest.
     *
     * @param step size of the step, % of output
     * @param time since the step, s
     * @return change of the measurement, % of range
     */
    public double answer(double step, double time) {
        return time <= deadSeconds ? 0 : gain * step * StepTest.rise((time - deadSeconds) / lagSeconds);
    }
}
