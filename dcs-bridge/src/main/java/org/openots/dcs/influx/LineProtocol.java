package org.openots.dcs.influx;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openots.common.signal.Quality;
import org.openots.dcs.value.Sample;

/**
 * Writes samples as lines: measurement, tags in the order of their names, fields, time in ns. The quality is a tag, so that
 * one can ask for good values alone; why it is not good is a field.
 */
final class LineProtocol {
    private static final String NANOS_OF_A_MILLI = "000000";

    private final String start;
    private final Map<String, String> tags;

    LineProtocol(String measurement, Map<String, String> tags) {
        this.start = escaped(measurement, ", ");
        this.tags = new TreeMap<>(tags);
    }

    /** A line with its end. */
    String line(String tag, Sample sample, boolean historical) {
        Map<String, String> all = new TreeMap<>(tags);
        all.put("tag", tag);
        all.put("quality", sample.quality().level().name().toLowerCase(Locale.ROOT));
        StringBuilder line = new StringBuilder(start);
        all.forEach((name, value) -> {
            if (!value.isEmpty() && !name.isEmpty()) {
                line.append(',').append(escaped(name, ",= ")).append('=').append(escaped(value, ",= "));
            }
        });
        line.append(' ');
        boolean known = !Double.isNaN(sample.value());
        if (known) {
            line.append("value=").append(sample.value());
        }
        if (sample.quality().cause() != Quality.Cause.NONE) {
            line.append(known ? "," : "")
                    .append("cause=")
                    .append(quoted(sample.quality().cause().name()));
        }
        if (historical) {
            line.append(",historical=true");
        }
        long millis = sample.sourceTime().orElse(sample.arrivalTime());
        return line.append(' ')
                .append(millis)
                .append(NANOS_OF_A_MILLI)
                .append('\n')
                .toString();
    }

    /** A line cannot have an end within; a backslash at the end of a name would escape what comes behind it. */
    private static String escaped(String text, String special) {
        StringBuilder out = new StringBuilder();
        for (char c : text.strip().toCharArray()) {
            if (Character.isISOControl(c)) {
                out.append(special.indexOf(' ') >= 0 ? "\\ " : " ");
            } else if (c == '\\') {
                out.append('/');
            } else {
                out.append(special.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return out.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
