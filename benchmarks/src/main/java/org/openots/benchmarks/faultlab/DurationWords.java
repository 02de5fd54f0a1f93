package org.openots.benchmarks.faultlab;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as people type them: {@code 90s}, {@code 20m}, {@code 24h}. */
final class DurationWords implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String typed) {
        try {
            Duration duration = Duration.parse("PT" + typed.toUpperCase(Locale.ROOT));
            if (duration.toSeconds() >= 1) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw refused(typed);
        }
        throw refused(typed);
    }

    private static TypeConversionException refused(String typed) {
        return new TypeConversionException(
                "“" + typed + "”不是至少 1 s 的时长，例如 90s、20m、24h / no duration of at least 1 s like 90s, 20m, 24h");
    }
}
