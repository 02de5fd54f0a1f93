package org.openots.instructor.tank;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** A wall clock that shows what a test says. */
public final class SuppliedClock extends Clock {
    private final Supplier<Instant> time;

    /**
     * A clock.
     *
     * @param time what it shows
     */
    public SuppliedClock(Supplier<Instant> time) {
        this.time = time;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return time.get();
    }
}
