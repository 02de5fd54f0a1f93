package org.openots.dcs.publish;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Waits for moments that are counted from a start, so that delays do not add up. */
public final class Pace {
    /** A wait is looked at again this often, so that who is interrupted is heard. */
    private static final long LONGEST_SLEEP = 50_000_000;

    private final LongSupplier nanos;
    private final LongConsumer sleep;
    private final long start;

    /**
     * Starts now.
     *
     * @param nanos a monotonic clock, ns
     * @param sleep sleeps for so many ns, or less
     */
    public Pace(LongSupplier nanos, LongConsumer sleep) {
        this.nanos = nanos;
        this.sleep = sleep;
        this.start = nanos.getAsLong();
    }

    /**
     * Time since the start.
     *
     * @return ns
     */
    public long elapsed() {
        return nanos.getAsLong() - start;
    }

    /**
     * Waits.
     *
     * @param since until so many ns after the start
     * @return false if the thread was interrupted
     */
    public boolean await(long since) {
        for (long rest = since - elapsed(); rest > 0; rest = since - elapsed()) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            sleep.accept(Math.min(rest, LONGEST_SLEEP));
        }
        return true;
    }
}
