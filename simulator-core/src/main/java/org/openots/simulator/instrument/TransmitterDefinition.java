package org.openots.simulator.instrument;

import org.openots.common.text.LocalText;
import org.openots.common.unit.Units;

/**
 * One transmitter, analyser or gas detector of a plant pack.
 *
 * @param tag its name, for example {@code LIC-702}
 * @param text what it measures
 * @param source where its value comes from
 * @param range what it can show
 * @param dynamics how fast and how cleanly it shows it
 * @param normal where its value is in normal running
 * @param power signal of the supply it needs, empty when it has its own battery
 * @param options what not every instrument has
 */
public record TransmitterDefinition(
        String tag,
        LocalText text,
        Source source,
        Range range,
        Dynamics dynamics,
        Normal normal,
        String power,
        Options options) {
    /**
     * An instrument without options.
     *
     * @param tag its name, for example {@code LIC-702}
     * @param text what it measures
     * @param source where its value comes from
     * @param range what it can show
     * @param dynamics how fast and how cleanly it shows it
     * @param normal where its value is in normal running
     * @param power signal of the supply it needs, empty when it has its own battery
     */
    public TransmitterDefinition(
            String tag, LocalText text, Source source, Range range, Dynamics dynamics, Normal normal, String power) {
        this(tag, text, source, range, dynamics, normal, power, Options.NONE);
    }

    /**
     * What not every instrument has.
     *
     * @param sensor what can go wrong with it beside the faults of every instrument
     * @param burnout where its reading goes when its circuit is open
     * @param densityFactor of a level by differential pressure: density of the liquid over the density it was calibrated
     *     with, 1 for a right calibration
     * @param deadSeconds of a sampling analyser: time from taking a sample to showing it, s; NaN when that is one cycle
     * @param lowFlowCutoff of a flow transmitter: a damped value nearer to zero than this reads zero, in the unit, until it
     *     is half as much above it; NaN for none
     */
    public record Options(
            Sensor sensor, Burnout burnout, double densityFactor, double deadSeconds, double lowFlowCutoff) {
        /** None of them. */
        public static final Options NONE = new Options(Sensor.ANY, Burnout.UP, 1, Double.NaN, Double.NaN);
    }

    /** Kinds of sensors, as far as their faults differ. */
    public enum Sensor {
        /** Only the faults that every instrument has. */
        ANY,
        /** An electronic sensor: span error and open circuit too. */
        ELECTRONIC,
        /** A pressure or flow sensor with impulse lines: they can be plugged too. */
        IMPULSE_LINES,
        /** A level sensor by differential pressure: plugged impulse lines and a wrong density too. */
        DP_LEVEL
    }

    /** Where a reading goes when the circuit is open. */
    public enum Burnout {
        /** To the upper end of the range. */
        UP,
        /** To the lower end of the range. */
        DOWN,
        /** The control system takes it as bad. */
        BAD
    }

    /**
     * The process variables behind a reading.
     *
     * @param variable name of the process variable
     * @param minus name of the variable subtracted from it (reference of a gauge or differential pressure), or empty
     * @param signal signal of the automation that is measured instead, in the unit of the instrument; or empty
     */
    public record Source(String variable, String minus, String signal) {
        /**
         * A process variable.
         *
         * @param variable name of the process variable
         * @param minus name of the variable subtracted from it, or empty
         */
        public Source(String variable, String minus) {
            this(variable, minus, "");
        }
    }

    /**
     * What an instrument can show.
     *
     * @param low lowest reading, in the unit
     * @param high highest reading, in the unit
     * @param unit engineering unit
     * @param decimals digits after the point on screens
     */
    public record Range(double low, double high, Units.Unit unit, int decimals) {
        /**
         * The width of the range.
         *
         * @return high minus low, in the unit
         */
        public double span() {
            return high - low;
        }
    }

    /**
     * How an instrument follows its value.
     *
     * @param lagSeconds time constant of the first-order lag, s; 0 for none
     * @param noise standard deviation of the noise, in the unit
     * @param resolution smallest step of the reading, in the unit; 0 for none
     * @param lowCutoff readings nearer to zero than this are shown as zero, in the unit; 0 for none
     * @param cycleSeconds for a sampling analyser the time from taking a sample to showing it, which is also the time
     *     between samples, s; 0 for a continuous instrument
     */
    public record Dynamics(double lagSeconds, double noise, double resolution, double lowCutoff, double cycleSeconds) {}

    /**
     * The band of normal running, for screens.
     *
     * @param low lower end, in the unit
     * @param high upper end, in the unit
     */
    public record Normal(double low, double high) {}
}
