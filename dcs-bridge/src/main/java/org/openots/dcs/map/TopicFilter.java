package org.openots.dcs.map;

import java.nio.charset.StandardCharsets;

/** Topics and filters of MQTT 3.1.1 (section 4.7), without {@code #}. */
public final class TopicFilter {
    private static final String ANY = "+";
    private static final int LONGEST = 65_535;

    private final String filter;
    private final String[] levels;

    /**
     * Creates it.
     *
     * @param filter a filter that {@link #isValid}
     */
    public TopicFilter(String filter) {
        this.filter = filter;
        this.levels = levels(filter);
    }

    /**
     * Whether a text is a filter.
     *
     * @param text any text; {@code #} is not possible here
     * @return true if every {@code +} is a whole level and the length fits
     */
    public static boolean isValid(String text) {
        for (String level : levels(text)) {
            if (level.contains(ANY) && !level.equals(ANY)) {
                return false;
            }
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return bytes > 0 && bytes <= LONGEST && text.indexOf('\0') < 0 && text.indexOf('#') < 0;
    }

    /**
     * Whether a text is a filter to listen with, where the number sign may stand for all that follows.
     *
     * @param text any text
     * @return true if it is a filter, {@code #}, or a filter with {@code /#} behind it
     */
    public static boolean isListenable(String text) {
        return text.equals("#") || isValid(text.endsWith("/#") ? text.substring(0, text.length() - 2) : text);
    }

    /**
     * Whether it stands for one topic only.
     *
     * @return true without {@code +}
     */
    public boolean isExact() {
        return !filter.contains(ANY);
    }

    /**
     * Whether a topic fits.
     *
     * @param topic a topic
     * @return true if it does; topics that begin with a dollar sign fit no filter that begins with {@code +}
     */
    public boolean matches(String topic) {
        String[] other = levels(topic);
        if (other.length != levels.length || (topic.startsWith("$") && levels[0].equals(ANY))) {
            return false;
        }
        for (int i = 0; i < levels.length; i++) {
            if (!levels[i].equals(ANY) && !levels[i].equals(other[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a topic can fit both.
     *
     * @param other another filter
     * @return true if there is such a topic
     */
    public boolean overlaps(TopicFilter other) {
        if (other.levels.length != levels.length) {
            return false;
        }
        for (int i = 0; i < levels.length; i++) {
            boolean open = levels[i].equals(ANY) || other.levels[i].equals(ANY);
            if (!open && !levels[i].equals(other.levels[i])) {
                return false;
            }
        }
        return true;
    }

    private static String[] levels(String text) {
        return text.split("/", -1);
    }

    @Override
    public String toString() {
        return filter;
    }
}
