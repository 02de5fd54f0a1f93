package org.openots.dcs.payload;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.OptionalLong;
import org.openots.common.signal.Quality;
import org.openots.dcs.map.MappedTag.TimeForm;

/**
 * When an item was measured, as far as its message says so.
 *
 * @param time UTC in ms
 * @param quality uncertain when there is a time that cannot be read
 */
record SourceTime(OptionalLong time, Quality quality) {
    /** The message does not say. */
    static final SourceTime NONE = new SourceTime(OptionalLong.empty(), Quality.GOOD);

    private static final SourceTime UNREADABLE =
            new SourceTime(OptionalLong.empty(), Quality.uncertain(Quality.Cause.CLOCK));
    /** The end of the year 9999. */
    private static final double LATEST = 253_402_300_799_999.0;

    private static final double MILLIS = 1000;

    /** ISO 8601, with a T or a space, with or without zone. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[ ]['T']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /**
     * A time as a gateway wrote it.
     *
     * @param written what stands where the time should
     * @param form how the gateway writes times
     * @param zone the zone of a time without one
     * @return the time
     */
    static SourceTime of(Scalar written, TimeForm form, ZoneId zone) {
        if (form == TimeForm.ISO) {
            return written.kind() == Scalar.Kind.TEXT ? iso(written.text(), zone) : UNREADABLE;
        }
        double millis = form == TimeForm.EPOCH_S ? written.number() * MILLIS : written.number();
        boolean readable = written.kind() == Scalar.Kind.NUMBER && millis >= 0 && millis <= LATEST;
        return readable ? new SourceTime(OptionalLong.of(Math.round(millis)), Quality.GOOD) : UNREADABLE;
    }

    private static SourceTime iso(String text, ZoneId zone) {
        try {
            TemporalAccessor read = ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            Instant instant = read instanceof OffsetDateTime withZone
                    ? withZone.toInstant()
                    : ((LocalDateTime) read).atZone(zone).toInstant();
            return new SourceTime(OptionalLong.of(instant.toEpochMilli()), Quality.GOOD);
        } catch (DateTimeException | ArithmeticException e) {
            return UNREADABLE;
        }
    }
}
