package org.openots.dcs.mqtt;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks a link needs.
 *
 * @param wall time of day
 * @param nanos monotonic, ns
 */
public record LinkClock(InstantSource wall, LongSupplier nanos) {
    /**
     * The time of day.
     *
     * @return UTC in ms
     */
    public long millis() {
        return wall.millis();
    }

    /**
     * The monotonic clock.
     *
     * @return ns
     */
    public long nano() {
        return nanos.getAsLong();
    }
}
