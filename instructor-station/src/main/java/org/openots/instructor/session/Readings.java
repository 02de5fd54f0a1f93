package org.openots.instructor.session;

import java.util.Arrays;

/** The values of all signals of a run at one instant, in signal table order; never changes after it is made. */
public final class Readings {
    private final double[] values;

    private Readings(double[] values) {
        this.values = values;
    }

    /**
     * Copies values.
     *
     * @param values one value a signal, in engineering units; NaN means there is none
     * @return the readings
     */
    public static Readings copyOf(double[] values) {
        return new Readings(Arrays.copyOf(values, values.length));
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
     * How many signals there are.
     *
     * @return the count
     */
    public int size() {
        return values.length;
    }
}
