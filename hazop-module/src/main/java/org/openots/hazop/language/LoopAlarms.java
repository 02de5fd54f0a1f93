package org.openots.hazop.language;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Alarms that are named by their loop: "FIC101 低报警" is FAL101 (ISA-5.1: the loop has one number, the functions are
 * letters behind the measured variable).
 */
final class LoopAlarms {
    private static final Pattern MEASURES = Pattern.compile("(pd|[afltp])[circte]{1,3}");

    private static final String VARIABLE = "(?:流量|液位|压力|压差|温度|组成|浓度|flow|level|pressure|temperature)?";
    private static final String LIMIT = "(高高|低低|高|低|high[- ]?high|low[- ]?low|high|low)";
    private static final String ALARM = "限?" + VARIABLE + " ?(?:报警|alarms?)";

    private static final Pattern BEHIND = Pattern.compile("[ 的]?" + VARIABLE + " ?过?" + LIMIT + " ?" + ALARM);
    private static final Pattern BEFORE = Pattern.compile(LIMIT + " ?" + ALARM + " ?(?:on|of|from|at)? ?\\(?$");

    private LoopAlarms() {}

    /**
     * The alarm that a loop's tag stands for where it stands.
     *
     * @param text the normalised text
     * @param tag a tag in it: letters, digits, a letter or nothing
     * @param register the plant's tags
     * @return the alarm's tag in canonical form, or nothing when no alarm is spoken of or the plant has none there
     */
    static Optional<String> of(String text, Matcher tag, TagRegister register) {
        Matcher measures = MEASURES.matcher(tag.group(1));
        if (!measures.matches()) {
            return Optional.empty();
        }
        return limit(text, tag)
                .map(limit ->
                        measures.group(1) + "a" + limit + tag.group(2) + (tag.group(3) == null ? "" : tag.group(3)))
                .map(alarm -> alarm.toUpperCase(Locale.ROOT))
                .flatMap(register::resolve);
    }

    private static Optional<String> limit(String text, Matcher tag) {
        Matcher behind = BEHIND.matcher(text).region(tag.end(), text.length());
        if (behind.lookingAt()) {
            return Optional.of(letters(behind.group(1)));
        }
        Matcher before = BEFORE.matcher(text).region(0, tag.start());
        return before.find() ? Optional.of(letters(before.group(1))) : Optional.empty();
    }

    private static String letters(String limit) {
        String one = limit.startsWith("高") || limit.startsWith("h") ? "h" : "l";
        boolean twice = limit.length() == 2 || limit.length() > "high".length();
        return twice ? one + one : one;
    }
}
