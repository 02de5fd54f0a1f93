package org.openots.benchmarks.faultlab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openots.dcs.agent.SampleFeed;
import org.openots.dcs.frame.Frame;

/** Scans of made-up tags at a rate, as a DCS scans them, until it is stopped. */
final class LabFeed implements SampleFeed {
    private static final double SECOND = 1e9;

    private final int tags;
    private final AtomicLong produced = new AtomicLong();
    private volatile double rate;
    private volatile boolean stopped;
    private double due = System.nanoTime();

    LabFeed(int tags, double scansPerSecond) {
        this.tags = tags;
        rate = scansPerSecond;
    }

    @Override
    public Optional<Scan> next() throws InterruptedException {
        due += SECOND / rate;
        long wait = (long) due - System.nanoTime();
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
        return stopped ? Optional.empty() : Optional.of(scan(tags, produced.getAndIncrement()));
    }

    /** The scan of a number. */
    static Scan scan(int tags, long number) {
        List<Frame.Entry> entries = new ArrayList<>(tags);
        for (int i = 0; i < tags; i++) {
            entries.add(Frame.Entry.good("TI-" + (100 + i), Math.round(1000 * Math.sin(number * 0.01 + i)) / 10.0));
        }
        return new Scan(System.currentTimeMillis(), entries);
    }

    long produced() {
        return produced.get();
    }

    /** Another rate from the next scan on, scans a second. */
    void rate(double scansPerSecond) {
        rate = scansPerSecond;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        stop();
    }
}
