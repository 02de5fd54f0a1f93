package org.openots.dcs.publish;

import org.openots.common.signal.Quality;

/**
 * What a gateway read of one tag.
 *
 * @param tag its name
 * @param value in the unit of the tag, NaN when there is none
 * @param quality how far it can be trusted
 * @param time when it was measured by the clock of the gateway, UTC in ms
 */
public record Reading(String tag, double value, Quality quality, long time) {
    /** Sees that no value is never a good one. */
    public Reading {
        if (!Double.isFinite(value)) {
            value = Double.NaN;
            quality = quality.level() == Quality.Level.BAD ? quality : Quality.bad(Quality.Cause.SENSOR_FAILURE);
        }
    }

    /**
     * The same tag with another value and quality.
     *
     * @param newValue the value
     * @param newQuality its quality
     * @return the reading
     */
    public Reading with(double newValue, Quality newQuality) {
        return new Reading(tag, newValue, newQuality, time);
    }
}
