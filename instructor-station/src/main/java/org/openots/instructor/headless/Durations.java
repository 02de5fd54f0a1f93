package org.openots.instructor.headless;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openots.common.error.OtsException;

/** Durations on the command line. */
final class Durations {
    /** Longest run, s: 1000 h, about an hour of a fast machine. */
    private static final double LONGEST = 3_600_000;

    private static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(s|min|h)?");
    private static final Map<String, Double> SECONDS = Map.of("s", 1.0, "min", 60.0, "h", 3600.0);

    private Durations() {}

    /**
     * Reads a duration such as {@code 120min}, {@code 60s}, {@code 2 h}; a bare number is seconds.
     *
     * @param option the option, as messages call it
     * @param text as typed
     * @param shortest shortest duration allowed, s
     * @return seconds
     * @throws OtsException if it is no duration, shorter, or longer than 1000 h
     */
    static double seconds(String option, String text, double shortest) {
        Matcher matcher = FORM.matcher(text.trim());
        if (!matcher.matches()) {
            boolean negative = text.trim().startsWith("-")
                    && FORM.matcher(text.trim().substring(1)).matches();
            throw negative
                    ? outside(option, text, shortest)
                    : new OtsException(HeadlessError.NOT_A_DURATION, option, text);
        }
        String unit = matcher.group(2);
        double seconds = Double.parseDouble(matcher.group(1)) * SECONDS.getOrDefault(unit == null ? "s" : unit, 1.0);
        if (seconds < shortest || seconds > LONGEST) {
            throw outside(option, text, shortest);
        }
        return seconds;
    }

    private static OtsException outside(String option, String text, double shortest) {
        String least = shortest == Math.rint(shortest) ? (long) shortest + " s" : shortest + " s";
        return new OtsException(HeadlessError.DURATION_RANGE, option, text, least, "1000 h");
    }
}
