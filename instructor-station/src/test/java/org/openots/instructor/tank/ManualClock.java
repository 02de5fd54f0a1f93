package org.openots.instructor.tank;

import java.util.concurrent.atomic.AtomicLong;
import org.openots.instructor.session.MonotonicClock;

/** A clock that moves when it is told to. */
public final class ManualClock implements MonotonicClock {
    private static final double NANOS = 1e9;

    private final AtomicLong now = new AtomicLong(1);

    @Override
    public long nanos() {
        return now.get();
    }

    /** Moves on. */
    public void advance(double seconds) {
        now.addAndGet(Math.round(seconds * NANOS));
    }
}
