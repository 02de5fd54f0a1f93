package org.openots.common.signal;

import java.util.Arrays;

/**
 * All signals of a plant at one instant, with what may be believed of each. Never changes after it is made.
 *
 * <p>As a {@link SignalView} it shows good values only, and NaN for all others: conditions, scores and control never work
 * with what is stale, frozen or bad. Screens show {@link #shown} with its {@link #quality} and {@link #age}.
 */
public final class PlantFrame implements SignalView {
    private final long tick;
    private final double time;
    private final double[] values;
    private final Quality[] qualities;
    private final double[] ages;

    private PlantFrame(long tick, double time, double[] values, Quality[] qualities, double[] ages) {
        this.tick = tick;
        this.time = time;
        this.values = values;
        this.qualities = qualities;
        this.ages = ages;
    }

    /**
     * A frame of measured values.
     *
     * @param tick frames since the start of the source, rising
     * @param time seconds since the start of the source, not falling
     * @param values one a signal in the order of the table, in its unit; NaN where there never was one
     * @param qualities of each value; none is good where the value is NaN
     * @param ages of each value, s
     * @return the frame, with copies of the arrays
     */
    public static PlantFrame measured(long tick, double time, double[] values, Quality[] qualities, double[] ages) {
        if (values.length != qualities.length || values.length != ages.length) {
            throw new IllegalArgumentException(
                    values.length + " values with " + qualities.length + " qualities and " + ages.length + " ages");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i]) && qualities[i].good()) {
                throw new IllegalArgumentException("value " + i + " is " + values[i] + " and good");
            }
        }
        return new PlantFrame(tick, time, values.clone(), qualities.clone(), ages.clone());
    }

    /**
     * A frame of a simulated plant: every value there is, is good and of this instant.
     *
     * @param tick ticks since the start of the run
     * @param time model time since the start of the run, s
     * @param values one a signal in the order of the table, in its unit; NaN where there is none, which is then the
     *     reading of a failed sensor
     * @return the frame, with a copy of the array
     */
    public static PlantFrame simulated(long tick, double time, double[] values) {
        Quality[] qualities = new Quality[values.length];
        for (int i = 0; i < values.length; i++) {
            qualities[i] = Double.isFinite(values[i]) ? Quality.GOOD : Quality.bad(Quality.Cause.SENSOR_FAILURE);
        }
        return new PlantFrame(tick, time, values.clone(), qualities, new double[values.length]);
    }

    @Override
    public long tick() {
        return tick;
    }

    @Override
    public double time() {
        return time;
    }

    /** {@inheritDoc} NaN, too, for a value that is not good. */
    @Override
    public double value(int index) {
        return qualities[index].good() ? values[index] : Double.NaN;
    }

    /**
     * The last value of a signal, whatever its quality: for screens.
     *
     * @param index index in the table
     * @return the value in its unit; NaN when there never was one
     */
    public double shown(int index) {
        return values[index];
    }

    /**
     * How far {@link #shown} can be trusted.
     *
     * @param index index in the table
     * @return its quality
     */
    public Quality quality(int index) {
        return qualities[index];
    }

    /**
     * How long ago {@link #shown} was measured.
     *
     * @param index index in the table
     * @return s; 0 when it never was
     */
    public double age(int index) {
        return ages[index];
    }

    /**
     * How many signals there are.
     *
     * @return the count
     */
    public int size() {
        return values.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlantFrame frame
                && tick == frame.tick
                && Double.compare(time, frame.time) == 0
                && Arrays.equals(values, frame.values)
                && Arrays.equals(qualities, frame.qualities)
                && Arrays.equals(ages, frame.ages);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) * 31 + Long.hashCode(tick);
    }

    @Override
    public String toString() {
        return "frame " + tick + " at " + time + " s, " + values.length + " signals";
    }
}
