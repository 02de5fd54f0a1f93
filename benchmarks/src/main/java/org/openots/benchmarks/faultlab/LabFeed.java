package org.openots.benchmarks.faultlab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openots.dcs.agent.SampleFeed;
import org.openots.dcs.frame.Frame;

/** Scans of made-up tags at a fixed rate, as a DCS scans them, until it is stopped. */
final class LabFeed implements SampleFeed {
    private static final long SECOND = 1_000_000_000;

    private final int tags;
    private final long period;
    private final AtomicLong produced = new AtomicLong();
    private final long begun = System.nanoTime();
    private volatile boolean stopped;

    LabFeed(int tags, double scansPerSecond) {
        this.tags = tags;
        period = Math.round(SECOND / scansPerSecond);
    }

    @Override
    public Optional<Scan> next() throws InterruptedException {
        long due = begun + produced.get() * period - System.nanoTime();
        if (due > 0) {
            TimeUnit.NANOSECONDS.sleep(due);
        }
        if (stopped) {
            return Optional.empty();
        }
        long number = produced.getAndIncrement();
        List<Frame.Entry> entries = new ArrayList<>(tags);
        for (int i = 0; i < tags; i++) {
            entries.add(Frame.Entry.good("TI-" + (100 + i), Math.round(1000 * Math.sin(number * 0.01 + i)) / 10.0));
        }
        return Optional.of(new Scan(System.currentTimeMillis(), entries));
    }

    long produced() {
        return produced.get();
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        stop();
    }
}
