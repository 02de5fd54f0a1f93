package org.openots.benchmarks.faultlab;

import java.util.Arrays;

/** Durations, of which the first so many are kept. Safe for several threads. */
final class Times {
    private static final double MILLI = 1e6;

    private final long[] nanos;
    private int count;

    Times(int most) {
        nanos = new long[most];
    }

    synchronized void add(long duration) {
        if (count < nanos.length) {
            nanos[count++] = duration;
        }
    }

    synchronized void clear() {
        count = 0;
    }

    synchronized int count() {
        return count;
    }

    /** The duration that a part of them does not exceed, ms; 0 when there are none. */
    synchronized double millis(double part) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, (long) Math.ceil(part * count) - 1)] / MILLI;
    }
}
