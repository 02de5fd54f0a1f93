package org.openots.dcs.publish;

import java.util.Map;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;

/** Qualities as the byte of OPC DA 2.05: two bits of quality, four of sub-status, two of limits. */
final class OpcQuality {
    /** Good, nothing special. */
    static final int GOOD = 192;

    private static final int LOCAL_OVERRIDE = 216;
    private static final int UNCERTAIN = 64;
    private static final Map<Cause, Integer> BAD = Map.of(
            Cause.CONFIG_ERROR, 4,
            Cause.UNIT_ERROR, 4,
            Cause.NOT_CONNECTED, 8,
            Cause.DEVICE_FAILURE, 12,
            Cause.SENSOR_FAILURE, 16,
            Cause.LAST_USABLE, 20,
            Cause.STALE, 20,
            Cause.COMM_FAILURE, 24,
            Cause.OUT_OF_SERVICE, 28);
    private static final Map<Cause, Integer> DOUBTFUL = Map.of(
            Cause.LAST_USABLE, 68,
            Cause.STALE, 68,
            Cause.SENSOR_FAILURE, 80,
            Cause.OUT_OF_RANGE, 84,
            Cause.CLAMPED, 84);

    private OpcQuality() {}

    /** The byte. */
    static int of(Quality quality) {
        return switch (quality.level()) {
            case GOOD -> quality.cause() == Cause.LOCAL_OVERRIDE ? LOCAL_OVERRIDE : GOOD;
            case UNCERTAIN -> DOUBTFUL.getOrDefault(quality.cause(), UNCERTAIN);
            case BAD -> BAD.getOrDefault(quality.cause(), 0);
        };
    }
}
