package org.openots.instructor.session;

import java.util.concurrent.TimeUnit;

/**
 * How late the ticks of all runs begin, over the last minutes. Thread-safe. Two windows take turns, so that what is told
 * covers between one and two of them.
 */
public final class TickLateness {
    /** Length of a window: long enough for 99.9 % of a single run's ticks to mean something. */
    private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(5);
    /** Steps of one millisecond; the last takes everything later. */
    private static final int STEPS = 2001;

    private static final double MILLIS = 1000;
    /** The share the figure is about. */
    private static final double SHARE = 0.999;
    /** What counts as on time, ms: one tick of a session. */
    private static final int ON_TIME = 100;

    private final MonotonicClock clock;
    private long[] current = new long[STEPS];
    private long[] before = new long[STEPS];
    private long began;
    private long ticks;
    private long lateTicks;
    private int worst;

    /**
     * Begins with nothing measured.
     *
     * @param clock divides time into windows
     */
    public TickLateness(MonotonicClock clock) {
        this.clock = clock;
        this.began = clock.nanos();
    }

    /**
     * What was measured.
     *
     * @param ticks how many ticks
     * @param millis 99.9 % of them began at most so late, ms; 2000 stands for all that is later
     * @param worstMillis the latest, ms
     * @param onTime share of those that began at most 100 ms late, 0..1; 1 when there were none
     */
    public record Figures(long ticks, int millis, int worstMillis, double onTime) {}

    /**
     * All ticks since the beginning.
     *
     * @param ticks how many
     * @param late how many of them began more than 100 ms late
     * @param worstMillis the latest, ms; 2000 stands for all that is later
     */
    public record Total(long ticks, long late, int worstMillis) {}

    /** A tick begins so late, s. */
    synchronized void add(double seconds) {
        turn();
        int step = Math.min((int) Math.ceil(Math.max(0, seconds) * MILLIS), STEPS - 1);
        ticks++;
        lateTicks += step > ON_TIME ? 1 : 0;
        worst = Math.max(worst, step);
        current[step]++;
    }

    private void turn() {
        long now = clock.nanos();
        if (now - began < WINDOW_NANOS) {
            return;
        }
        boolean stale = now - began >= 2 * WINDOW_NANOS;
        before = stale ? new long[STEPS] : current;
        current = new long[STEPS];
        began = now;
    }

    /**
     * All ticks so far.
     *
     * @return since the station started
     */
    public synchronized Total total() {
        return new Total(ticks, lateTicks, worst);
    }

    /**
     * The figures now.
     *
     * @return of the last five to ten minutes
     */
    public synchronized Figures figures() {
        turn();
        long counted = 0;
        long onTime = 0;
        int latest = 0;
        for (int step = 0; step < STEPS; step++) {
            long count = current[step] + before[step];
            counted += count;
            onTime += step <= ON_TIME ? count : 0;
            latest = count > 0 ? step : latest;
        }
        return new Figures(counted, atMost(counted), latest, counted == 0 ? 1 : (double) onTime / counted);
    }

    private int atMost(long counted) {
        long wanted = (long) Math.ceil(counted * SHARE);
        long passed = 0;
        for (int step = 0; step < STEPS; step++) {
            passed += current[step] + before[step];
            if (passed >= wanted) {
                return step;
            }
        }
        return STEPS - 1;
    }
}
