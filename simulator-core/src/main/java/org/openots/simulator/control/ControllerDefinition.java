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
 * @param options what not every loop has
 */
public record ControllerDefinition(
        String tag,
        LocalText text,
        String measurement,
        Scale range,
        Tuning tuning,
        Limits limits,
        Output output,
        Options options) {
    /**
     * A loop without options.
     *
     * @param tag its name
     * @param text what it controls
     * @param measurement signal it controls
     * @param range range of the measurement, which is also the scale of the set point
     * @param tuning how strongly it acts
     * @param limits limits of set point and output
     * @param output what it acts on
     */
    public ControllerDefinition(
            String tag, LocalText text, String measurement, Scale range, Tuning tuning, Limits limits, Output output) {
        this(tag, text, measurement, range, tuning, limits, output, Options.NONE);
    }

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

    /**
     * What not every loop has.
     *
     * @param algorithm variants of the algorithm
     * @param feedForward what is added to the output for a disturbance that is measured
     * @param tracksDevice whether the output follows the position of the device while the loop cannot drive it
     */
    public record Options(Algorithm algorithm, FeedForwardDefinition feedForward, boolean tracksDevice) {
        /** None of them. */
        public static final Options NONE = new Options(Algorithm.STANDARD, FeedForwardDefinition.NONE, false);
    }

    /**
     * Variants of the algorithm.
     *
     * @param setPointWeight share of a change of set point that the proportional part sees, 0..1; 1 is the standard form
     * @param derivativeFilter ratio of Td to the time constant of its filter
     * @param filterSeconds time constant of a filter of the measurement, s; 0 for none
     * @param shape how the gain depends on the size of the error
     * @param shapeGain share of the gain within the gap, or at no error, 0..1
     * @param gapPercent half width of the gap, % of range
     */
    public record Algorithm(
            double setPointWeight,
            double derivativeFilter,
            double filterSeconds,
            Shape shape,
            double shapeGain,
            double gapPercent) {
        /** Derivative filter: a tenth to a fifth of Td is usual, 1/8 keeps the noise gain of D at 8 Kc. */
        public static final double USUAL_FILTER = 8;

        /** The standard form. */
        public static final Algorithm STANDARD = new Algorithm(1, USUAL_FILTER, 0, Shape.LINEAR, 1, 0);
    }

    /** How the gain depends on the size of the error. */
    public enum Shape {
        /** Not at all. */
        LINEAR,
        /** Small within a gap around the set point. */
        GAP,
        /** Rising with the error (error squared). */
        SQUARED
    }

    /**
     * What is added to the output for a disturbance that is measured.
     *
     * @param signal the disturbance, empty for none
     * @param gain % of output per unit of the signal
     * @param reference value of the signal at which nothing is added, in its unit
     * @param leadSeconds time constant of the lead, s
     * @param lagSeconds time constant of the lag, s; 0 for a static feed-forward
     */
    public record FeedForwardDefinition(
            String signal, double gain, double reference, double leadSeconds, double lagSeconds) {
        /** None. */
        public static final FeedForwardDefinition NONE = new FeedForwardDefinition("", 0, 0, 0, 0);

        /**
         * Whether there is one.
         *
         * @return false when nothing is added
         */
        public boolean present() {
            return !signal.isEmpty();
        }
    }
}
