package org.openots.dcs.historian;

import java.util.List;

/**
 * A tag over a stretch of time in steps of equal length.
 *
 * @param tag the tag
 * @param from beginning of the first step, UTC in ms
 * @param step length of a step, ms
 * @param steps those steps in which there are rows, by time
 */
public record Trend(String tag, long from, long step, List<RollUp> steps) {
    /** Copies the list. */
    public Trend {
        steps = List.copyOf(steps);
    }
}
