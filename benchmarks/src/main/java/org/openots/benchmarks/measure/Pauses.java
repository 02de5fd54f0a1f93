package org.openots.benchmarks.measure;

import java.util.concurrent.TimeUnit;

/** A thread that does nothing but sleep a millisecond: what it oversleeps, this machine does to every thread. */
public final class Pauses implements AutoCloseable {
    private static final long MILLI = 1_000_000;
    private static final int MOST = 1_000_000;

    private final Times times = new Times(MOST);
    private final Thread sleeper = new Thread(this::sleep, "lab-control");
    private volatile boolean closed;

    /** Begins to sleep. */
    public Pauses() {
        sleeper.setDaemon(true);
        sleeper.start();
    }

    private void sleep() {
        try {
            while (!closed) {
                long before = System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(MILLI);
                times.add(System.nanoTime() - before - MILLI);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What it overslept.
     *
     * @return durations so far
     */
    public Times times() {
        return times;
    }

    @Override
    public void close() {
        closed = true;
        sleeper.interrupt();
    }
}
