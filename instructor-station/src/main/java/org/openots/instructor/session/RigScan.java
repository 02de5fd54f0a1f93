package org.openots.instructor.session;

import java.util.Map;
import org.openots.common.signal.Quality;

/**
 * What changed at a rig since the scan before, as it is recorded.
 *
 * @param gap whether nothing is known of this time: the station stood, or the rig's source was not there; it lasts until
 *     the next scan without one
 * @param changes by signal, what is read now; what is not named is as before
 */
public record RigScan(boolean gap, Map<String, Reading> changes) {
    /** Nothing is known. */
    public static final RigScan GAP = new RigScan(true, Map.of());

    /** Keeps an unmodifiable copy. */
    public RigScan {
        changes = Map.copyOf(changes);
    }

    /**
     * A reading.
     *
     * @param value in the unit of the signal, NaN when there never was one
     * @param quality how far it can be trusted
     * @param age how long ago it was measured, s
     */
    public record Reading(double value, Quality quality, double age) {}
}
