package org.openots.instructor.debrief;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openots.common.text.LocalText;

/** The words of the pages, for files that are read without them. */
public final class DebriefTexts {
    private static final List<String> PARTS = List.of("", "-score", "-control", "-debrief");
    private static final List<String> MODES = List.of("MAN", "AUTO", "CAS");
    private static final int MOST_DECIMALS = 2;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    /** The band of a quality mark as the scorer writes it. */
    private static final Pattern BAND = Pattern.compile("(\\S+) (\\S*) ?\\[(\\S+) … (\\S+) \\| (\\S+) … (\\S+)]");

    private final Properties chinese = new Properties();
    private final Properties english = new Properties();

    /**
     * Reads the words.
     *
     * @param folder class path folder of the screen texts, without slash at its ends
     */
    public DebriefTexts(String folder) {
        for (String part : PARTS) {
            load(folder + "/zh-CN" + part + ".properties", chinese);
            load(folder + "/en" + part + ".properties", english);
        }
    }

    private static void load(String resource, Properties properties) {
        try (InputStream in = DebriefTexts.class.getClassLoader().getResourceAsStream(resource)) {
            if (in != null) {
                try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("class path resource " + resource, e);
        }
    }

    /** The keys that begin so, sorted. */
    Set<String> keys(String beginning) {
        Set<String> keys = new TreeSet<>(chinese.stringPropertyNames());
        keys.removeIf(key -> !key.startsWith(beginning));
        return keys;
    }

    /**
     * The text of a key, with {0}, {1} and so on replaced.
     *
     * @param key of the screen texts
     * @param values texts in their places; a {@link LocalText} in its language
     * @return in both languages; the key itself if there is no such text
     */
    public LocalText text(String key, Object... values) {
        String zh = chinese.getProperty(key, key);
        String en = english.getProperty(key, key);
        for (int i = 0; i < values.length; i++) {
            String place = "{" + i + "}";
            LocalText value = values[i] instanceof LocalText both
                    ? both
                    : new LocalText(String.valueOf(values[i]), String.valueOf(values[i]));
            zh = zh.replace(place, value.zh());
            en = en.replace(place, value.en());
        }
        return new LocalText(zh, en);
    }

    private boolean has(String key) {
        return chinese.containsKey(key);
    }

    /**
     * An operation as the pages say it.
     *
     * @param target what was operated
     * @param verb what was done to it
     * @param value the number that belongs to it; not a number if none
     * @param otherwise what is said of a verb without words
     * @param unit of a set point
     * @return for people
     */
    public LocalText operation(String target, String verb, double value, LocalText otherwise, String unit) {
        String key = "operation." + verb;
        if (!has(key)) {
            boolean silent = otherwise.zh().isEmpty();
            return silent ? new LocalText(target + " " + verb, target + " " + verb) : otherwise;
        }
        String tag = target.replaceFirst("\\.TRIP$", "").replaceFirst("^(CHECK|RECORD|LOTO)\\.", "");
        LocalText named = has("operation.target." + tag) ? text("operation.target." + tag) : new LocalText(tag, tag);
        double number = Double.isNaN(value) ? 0 : value;
        Object shown = switch (verb) {
            case "mode" -> text("mode." + MODES.get((int) Math.max(0, Math.min(2, Math.round(number)))));
            case "shelve" -> plain(number / MINUTE);
            default -> plain(number);
        };
        LocalText words = text(key, named, shown, verb.equals("sp") ? unit : "");
        return new LocalText(words.zh().strip(), words.en().strip());
    }

    private static String plain(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(MOST_DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString().replace('-', '\u2212');
    }

    /**
     * What a reading was compared with, as the pages say it.
     *
     * @param criterion as the scorer writes it; a band as target, unit, then its inner and outer limits
     * @return for people
     */
    LocalText criterion(String criterion) {
        Matcher band = BAND.matcher(criterion);
        return band.matches()
                ? text(
                        "score.criterion.band",
                        (band.group(1) + " " + band.group(2)).strip(),
                        width(band.group(3), band.group(4)),
                        width(band.group(5), band.group(6)))
                : text("score.criterion", criterion);
    }

    /** Both limits as one width where they are alike; an open side is left out. */
    private static String width(String low, String high) {
        if (low.replace("-", "").equals(high.replace("+", ""))) {
            return "±" + high.replace("+", "");
        }
        return String.join(
                " / ",
                List.of(low, high).stream().filter(one -> !one.contains("∞")).toList());
    }

    /**
     * What somebody other than the trainee did, as the pages say it.
     *
     * @param kind kind of the journal's event
     * @param what the event's own fields
     * @param title of a fault by its id
     * @param tickSeconds s
     * @return for people
     */
    LocalText intervention(String kind, JsonNode what, Function<String, LocalText> title, double tickSeconds) {
        return switch (kind) {
            case "command" ->
                join(
                        text("log.operated"),
                        operation(
                                what.path("target").asText(),
                                what.path("verb").asText(),
                                what.path("value").asDouble(Double.NaN),
                                new LocalText("", ""),
                                ""));
            case "fault-armed" ->
                join(
                        text("log.armed", what.path("key").asText()),
                        title.apply(what.path("fault").asText()));
            case "fault-withdrawn" -> text("log.withdrawn", what.path("key").asText());
            case "rewound" -> text("log.rewound", clock(what.path("toTick").asLong() * tickSeconds));
            case "snapshot" -> text("log.snapshot", what.path("name").asText());
            case "run-closed" -> text("log.closed", plain(what.path("score").asDouble()));
            default ->
                what.path("action").asText().equals("speed")
                        ? text("log.speed", plain(what.path("value").asDouble()))
                        : text("log.control." + what.path("action").asText());
        };
    }

    private static LocalText join(LocalText one, LocalText other) {
        return new LocalText(one.zh() + " " + other.zh(), one.en() + " " + other.en());
    }

    /**
     * Model time as people read it.
     *
     * @param seconds s
     * @return for example 00:42:17
     */
    public static String clock(double seconds) {
        long whole = (long) Math.max(0, Math.floor(seconds));
        return String.format(Locale.ROOT, "%02d:%02d:%02d", whole / HOUR, whole / MINUTE % MINUTE, whole % MINUTE);
    }
}
