package org.openots.dcs.value;

import java.util.OptionalLong;
import org.openots.common.signal.Quality;

/**
 * One value of one tag.
 *
 * @param value in the unit of the map, NaN when there is none
 * @param quality how far it can be trusted
 * @param sourceTime when it was measured, UTC in ms, never after the arrival; by the clock of the source, corrected when
 *     that is off by more than 2 s; empty when the source does not say
 * @param arrivalTime when it arrived by the clock of this machine, UTC in ms
 * @param arrivalNanos when it arrived by the monotonic clock, ns, earlier by as much as it was longer on its way than usual;
 *     ages are counted with it, so that what was held back for a while is not live for longer
 */
public record Sample(double value, Quality quality, OptionalLong sourceTime, long arrivalTime, long arrivalNanos) {
    /** Sees that what cannot be calculated with is bad. */
    public Sample {
        if (!Double.isFinite(value)) {
            if (quality.level() != Quality.Level.BAD) {
                throw new IllegalArgumentException("a sample of " + value + " cannot be " + quality);
            }
            value = Double.NaN;
        }
    }

    /**
     * The same sample with a lower quality, if it is lower.
     *
     * @param found what was found out about it
     * @return the sample
     */
    public Sample with(Quality found) {
        return new Sample(value, quality.and(found), sourceTime, arrivalTime, arrivalNanos);
    }
}
