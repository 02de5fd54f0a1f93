package org.openots.dcs.publish;

import java.util.List;

/**
 * All that a gateway read in one go.
 *
 * @param time when, by the clock of the gateway, UTC in ms
 * @param readings what it read
 */
public record Scan(long time, List<Reading> readings) {
    /** Keeps an unmodifiable copy. */
    public Scan {
        readings = List.copyOf(readings);
    }

    /**
     * The same readings at another time.
     *
     * @param other the time, UTC in ms
     * @return the scan, all of its readings shifted with it
     */
    public Scan at(long other) {
        long shift = other - time;
        return shift == 0
                ? this
                : new Scan(
                        other,
                        readings.stream()
                                .map(r -> new Reading(r.tag(), r.value(), r.quality(), r.time() + shift))
                                .toList());
    }
}
