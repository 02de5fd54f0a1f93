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
 */
public record TransmitterDefinition(
        String tag, LocalText text, Source source, Range range, Dynamics dynamics, Normal normal, String power) {
    /**
     * The process variables behind a reading.
     *
     * @param variable name of the process variable
     * @param minus name of the variable subtracted from it (reference of a gauge or differential pressure), or empty
     */
    public record Source(String variable, String minus) {}

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
