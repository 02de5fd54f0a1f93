package org.openots.dcs.historian;

import org.openots.common.signal.Quality;

/**
 * One row of the history of a tag.
 *
 * @param time UTC in ms
 * @param value in the unit of the map, NaN when there was none
 * @param quality how far it could be trusted when it came
 * @param historical whether it came late
 * @param gap whether nothing is known from here to the next row; the value is NaN
 */
public record HistoryRow(long time, double value, Quality quality, boolean historical, boolean gap) {
    /**
     * A sample.
     *
     * @param time UTC in ms
     * @param value in the unit of the map
     * @param quality how far it can be trusted
     * @return the row
     */
    public static HistoryRow of(long time, double value, Quality quality) {
        return new HistoryRow(time, value, quality, false, false);
    }

    /**
     * The beginning of a time of which nothing is known.
     *
     * @param time UTC in ms
     * @param cause why nothing is known
     * @return the row
     */
    public static HistoryRow gap(long time, Quality.Cause cause) {
        return new HistoryRow(time, Double.NaN, Quality.bad(cause), false, true);
    }

    /** Whether the row has a number that trends may draw. */
    boolean drawn() {
        return !gap && Double.isFinite(value);
    }
}
