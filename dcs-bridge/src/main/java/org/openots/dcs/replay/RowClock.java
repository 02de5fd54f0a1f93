package org.openots.dcs.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.openots.common.text.LocalText;
import org.openots.common.unit.Units;

/**
 * Reads the time of a row.
 *
 * @param form how it is written
 * @param pattern of {@link Form#PATTERN}
 * @param zone of times without one
 * @param start time of zero, of {@link Form#ELAPSED}
 * @param stepMs length of one, ms, of {@link Form#ELAPSED}
 */
public record RowClock(
        Form form, Optional<DateTimeFormatter> pattern, Optional<ZoneId> zone, Instant start, double stepMs) {
    private static final int NANO_DIGITS = 9;
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .appendPattern("[yyyy-M-d][yyyy/M/d][yyyy.M.d][yyyyMMdd]['T'][ ]H:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, NANO_DIGITS, true)
            .optionalEnd()
            .appendPattern("[ ]")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    /** Forms of times. */
    public enum Form {
        /** Date and time as in ISO 8601, also with a blank, slashes or points, with or without zone. */
        DATE_TIME,
        /** Milliseconds since 1970, UTC. */
        EPOCH_MS,
        /** Seconds since 1970, UTC. */
        EPOCH_S,
        /** A number of steps since a start. */
        ELAPSED,
        /** By a pattern. */
        PATTERN;

        /**
         * What it looks like.
         *
         * @return for people
         */
        LocalText text() {
            return switch (this) {
                case DATE_TIME ->
                    new LocalText("日期和时间，例如 2026-03-02 08:00:00", "a date and time, as 2026-03-02 08:00:00");
                case EPOCH_MS -> new LocalText("自 1970 年起的毫秒数", "milliseconds since 1970");
                case EPOCH_S -> new LocalText("自 1970 年起的秒数", "seconds since 1970");
                case ELAPSED -> new LocalText("数", "a number");
                case PATTERN -> new LocalText("time.pattern 所写的格式", "as time.pattern says");
            };
        }
    }

    /**
     * Reads a time.
     *
     * @param cell as written
     * @return UTC in ms; empty if it is none
     * @throws NoZone if it has no zone and none is known
     */
    OptionalLong read(String cell) throws NoZone {
        return switch (form) {
            case EPOCH_MS -> number(cell, 0, 1);
            case EPOCH_S -> number(cell, 0, 1000);
            case ELAPSED -> number(cell, start.toEpochMilli(), stepMs);
            case DATE_TIME -> dateTime(cell, DATE_TIME);
            case PATTERN -> dateTime(cell, pattern.orElse(DATE_TIME));
        };
    }

    /** Time of a row that has only its number. */
    long row(long number) {
        return start.toEpochMilli() + Math.round(number * stepMs);
    }

    private static OptionalLong number(String cell, long zero, double step) {
        double value = Units.decimal(cell);
        return Double.isFinite(value) ? OptionalLong.of(zero + Math.round(value * step)) : OptionalLong.empty();
    }

    private OptionalLong dateTime(String cell, DateTimeFormatter formatter) throws NoZone {
        try {
            TemporalAccessor read =
                    formatter.parseBest(cell, OffsetDateTime::from, ZonedDateTime::from, LocalDateTime::from);
            if (read instanceof OffsetDateTime offset) {
                return OptionalLong.of(offset.toInstant().toEpochMilli());
            } else if (read instanceof ZonedDateTime zoned) {
                return OptionalLong.of(zoned.toInstant().toEpochMilli());
            }
            ZoneId known = zone.orElseThrow(NoZone::new);
            return OptionalLong.of(
                    LocalDateTime.from(read).atZone(known).toInstant().toEpochMilli());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    /** A time has no zone and none is known. */
    static final class NoZone extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
