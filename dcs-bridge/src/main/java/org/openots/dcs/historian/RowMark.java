package org.openots.dcs.historian;

import java.util.List;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.common.signal.Quality.Level;

/** Quality and flags of a row in two bytes: level (2 bits) and flags in the upper, cause in the lower. */
final class RowMark {
    private static final int HISTORICAL = 0x1000;
    private static final int GAP = 0x2000;
    private static final int LEVEL_SHIFT = 8;
    private static final int LEVEL = 0x3;
    private static final int CAUSE = 0xFF;

    /** Places are part of the format: new ones go to the end. */
    private static final List<Cause> CAUSES = List.of(
            Cause.NONE,
            Cause.NOT_CONNECTED,
            Cause.COMM_FAILURE,
            Cause.DEVICE_FAILURE,
            Cause.SENSOR_FAILURE,
            Cause.OUT_OF_RANGE,
            Cause.LAST_USABLE,
            Cause.STALE,
            Cause.FROZEN,
            Cause.SPIKE,
            Cause.CLOCK,
            Cause.CONFIG_ERROR,
            Cause.CLAMPED,
            Cause.UNIT_ERROR,
            Cause.SUBSTITUTED,
            Cause.LOCAL_OVERRIDE,
            Cause.OUT_OF_SERVICE,
            Cause.UNKNOWN);

    /** Places are part of the format. */
    private static final List<Level> LEVELS = List.of(Level.GOOD, Level.UNCERTAIN, Level.BAD);

    private RowMark() {}

    static short of(HistoryRow row) {
        int mark = CAUSES.indexOf(row.quality().cause());
        mark |= LEVELS.indexOf(row.quality().level()) << LEVEL_SHIFT;
        mark |= row.historical() ? HISTORICAL : 0;
        mark |= row.gap() ? GAP : 0;
        return (short) mark;
    }

    static HistoryRow row(long time, double value, short mark) {
        Quality quality = new Quality(level(mark), CAUSES.get(mark & CAUSE));
        return new HistoryRow(time, value, quality, (mark & HISTORICAL) != 0, gap(mark));
    }

    static Level level(short mark) {
        return LEVELS.get(mark >> LEVEL_SHIFT & LEVEL);
    }

    static Level level(byte place) {
        return LEVELS.get(place);
    }

    static byte place(Level level) {
        return (byte) LEVELS.indexOf(level);
    }

    static boolean gap(short mark) {
        return (mark & GAP) != 0;
    }
}
