package org.openots.instructor.session;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.openots.common.signal.Quality;

/** The values of all signals of a run at one instant, in signal table order; never changes after it is made. */
public final class Readings {
    private final double[] values;
    private final Quality @Nullable [] qualities;
    private final double @Nullable [] since;

    private Readings(double[] values, Quality @Nullable [] qualities, double @Nullable [] since) {
        this.values = values;
        this.qualities = qualities;
        this.since = since;
    }

    /**
     * Copies what a measured plant shows.
     *
     * @param values the last value of each signal, whatever its quality; NaN means there never was one
     * @param qualities of each value
     * @param since when each value was measured, s of the run
     * @return the readings
     */
    public static Readings measured(double[] values, Quality[] qualities, double[] since) {
        return new Readings(values.clone(), qualities.clone(), since.clone());
    }

    /**
     * Copies values.
     *
     * @param values one value a signal, in engineering units; NaN means there is none
     * @return the readings
     */
    public static Readings copyOf(double[] values) {
        return new Readings(Arrays.copyOf(values, values.length), null, null);
    }

    /**
     * One signal's value.
     *
     * @param index index in the signal table
     * @return the value in its engineering unit, NaN when there is none
     */
    public double get(int index) {
        return values[index];
    }

    /**
     * How far a value can be trusted.
     *
     * @param index index in the signal table
     * @return its quality; always good in a simulated plant
     */
    public Quality quality(int index) {
        return qualities == null ? Quality.GOOD : qualities[index];
    }

    /**
     * When a value was measured.
     *
     * @param index index in the signal table
     * @return time of the run, s; NaN in a simulated plant, where it is the time of the readings
     */
    public double since(int index) {
        return since == null ? Double.NaN : since[index];
    }

    /**
     * How many signals there are.
     *
     * @return the count
     */
    public int size() {
        return values.length;
    }
}
