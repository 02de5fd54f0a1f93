package org.openots.instructor.headless;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import picocli.CommandLine.Option;

/** {@code --date} of a command. */
final class DateOption {
    private static final String NAME = "--date";

    @Option(
            names = NAME,
            paramLabel = "DAY",
            description = "日期，例如 2026-12-31，缺省为今天 / day, for example 2026-12-31; today if it is left out")
    private @Nullable String day;

    /** The day given, or today. */
    LocalDate or(LocalDate today) {
        if (day == null) {
            return today;
        }
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new OtsException(HeadlessError.NOT_A_DATE, NAME, day);
        }
    }
}
