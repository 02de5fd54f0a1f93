package org.openots.simulator.control;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * One control loop of a plant pack.
 *
 * @param tag its name
 * @param text what it controls
 * @param measurement signal it controls
 * @param range range of the measurement, which is also the scale of the set point
 * @param tuning how strongly it acts
 * @param limits limits of set point and output
 * @param output what it acts on
 */
public record ControllerDefinition(
        String tag, LocalText text, String measurement, Scale range, Tuning tuning, Limits limits, Output output) {
    /**
     * A measuring range.
     *
     * @param low 0 % of the range, in the unit
     * @param high 100 % of the range, in the unit
     * @param unit engineering unit
     */
    public record Scale(double low, double high, String unit) {
        /**
         * Converts to percent of the range.
         *
         * @param value in the unit
         * @return %
         */
        public double percent(double value) {
            return (value - low) / (high - low) * 100;
        }

        /**
         * Converts from percent of the range.
         *
         * @param percent % of the range
         * @return in the unit
         */
        public double value(double percent) {
            return low + percent / 100 * (high - low);
        }
    }

    /**
     * Settings of the algorithm.
     *
     * @param gain proportional gain Kc, % of output per % of range, above 0
     * @param integralSeconds integral time Ti, s; 0 for none
     * @param derivativeSeconds derivative time Td, s; 0 for none
     * @param direct whether the output rises when the measurement rises
     */
    public record Tuning(double gain, double integralSeconds, double derivativeSeconds, boolean direct) {}

    /**
     * Limits.
     *
     * @param setPointLow lowest set point, in the unit
     * @param setPointHigh highest set point, in the unit
     * @param outputLow lowest output, %
     * @param outputHigh highest output, %
     * @param outputRate fastest change of the output in AUTO and CAS, %/s; 0 for no limit
     * @param setPointRate fastest change of the set point the algorithm sees, unit per second; 0 for no limit
     */
    public record Limits(
            double setPointLow,
            double setPointHigh,
            double outputLow,
            double outputHigh,
            double outputRate,
            double setPointRate) {}

    /**
     * What the output acts on.
     *
     * @param devices pumps, heaters or valves that follow the output; empty for a master loop
     * @param stoppedOutput output after the device was stopped or held, %; NaN to keep it
     * @param setPointTracks whether the set point follows the measurement in MAN
     */
    public record Output(List<String> devices, double stoppedOutput, boolean setPointTracks) {
        /** Copies the list. */
        public Output {
            devices = List.copyOf(devices);
        }
    }
}
