package org.openots.benchmarks.measure;

import java.util.Arrays;

/** Durations, of which the first so many are kept. Safe for several threads. */
public final class Times {
    private static final double MILLI = 1e6;

    private final long[] nanos;
    private int count;

    /**
     * Keeps nothing yet.
     *
     * @param most how many are kept
     */
    public Times(int most) {
        nanos = new long[most];
    }

    /**
     * Keeps one.
     *
     * @param duration ns
     */
    public synchronized void add(long duration) {
        if (count < nanos.length) {
            nanos[count++] = duration;
        }
    }

    /** Forgets all of them. */
    public synchronized void clear() {
        count = 0;
    }

    /**
     * How many are kept.
     *
     * @return a number
     */
    public synchronized int count() {
        return count;
    }

    /**
     * The duration that a part of them does not exceed.
     *
     * @param part 0 to 1
     * @return ms; 0 when there are none
     */
    public synchronized double millis(double part) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, (long) Math.ceil(part * count) - 1)] / MILLI;
    }
}
