package org.openots.dcs.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.dcs.frame.Frame;
import org.openots.dcs.frame.FrameCodec;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.payload.BadPayload;
import org.openots.dcs.sparkplug.SparkplugHost;

/**
 * What a message that nobody has mapped yet seems to be: its dialect, and the items in it that can become tags.
 *
 * @param dialect the dialect it looks like; nothing when it has no number in it
 * @param items the items, at most 2000
 */
public record MessageGuess(Optional<Dialect> dialect, List<Item> items) {
    private static final int MOST_ITEMS = 2_000;
    private static final Pattern NATIVE = Pattern.compile("openots/v1/[^/]+/[^/]+/data");
    private static final String SPARKPLUG = "spBv1.0/";
    private static final Fields KEPWARE = new Fields("id", "v", "q");
    private static final Fields NEURON_TAGS = new Fields("name", "value", "error");
    private static final Fields WINCC = new Fields("name", "value", "qualityCode");
    private static final MessageGuess NOTHING = new MessageGuess(Optional.empty(), List.of());

    /** Names of the fields of an item in a list. */
    private record Fields(String name, String value, String quality) {}

    /** Copies the list. */
    public MessageGuess {
        items = List.copyOf(items);
    }

    /**
     * An item.
     *
     * @param name its name; in the dialect {@code pointer} the JSON pointer
     * @param value its value now, NaN when it is no number
     * @param quality what the gateway says of it, as it is sent: {@code true}, {@code 192}, {@code error 3002}; empty when
     *     it says nothing
     */
    public record Item(String name, double value, String quality) {}

    /**
     * Looks at a message.
     *
     * @param topic its topic
     * @param payload its bytes
     * @return what it seems to be
     */
    public static MessageGuess of(String topic, byte[] payload) {
        try {
            if (topic.startsWith(SPARKPLUG)) {
                return sparkplug(payload);
            }
            if (NATIVE.matcher(topic).matches()) {
                return frame(payload);
            }
        } catch (BadPayload e) {
            return NOTHING;
        }
        Findings mistakes = Findings.collecting();
        JsonNode root = StrictJson.parse(topic, payload, mistakes).raw();
        return mistakes.isEmpty() ? json(root) : NOTHING;
    }

    private static MessageGuess guess(Dialect dialect, List<Item> items) {
        List<Item> shown = items.subList(0, Math.min(MOST_ITEMS, items.size()));
        return items.isEmpty() ? NOTHING : new MessageGuess(Optional.of(dialect), shown);
    }

    private static MessageGuess sparkplug(byte[] payload) throws BadPayload {
        List<Item> items = new ArrayList<>();
        SparkplugHost.named(payload)
                .forEach((name, metric) -> items.add(new Item(name, metric.value(), word(metric.quality()))));
        return guess(Dialect.SPARKPLUG, items);
    }

    private static MessageGuess frame(byte[] payload) throws BadPayload {
        List<Item> items = new ArrayList<>();
        for (Frame.Entry entry : FrameCodec.decode(payload).entries()) {
            items.add(new Item(entry.tag(), entry.value(), Integer.toString(entry.quality())));
        }
        return guess(Dialect.NATIVE, items);
    }

    private static MessageGuess json(JsonNode root) {
        JsonNode values = root.path("values");
        if (values.isObject()) {
            return guess(Dialect.NEURON_VALUES, byName(values, root.path("errors")));
        }
        if (values.isArray() && values.path(0).has("id")) {
            return guess(Dialect.KEPWARE, named(values, KEPWARE));
        }
        if (root.path("tags").isArray() && root.path("tags").path(0).has("name")) {
            return guess(Dialect.NEURON_TAGS, named(root.path("tags"), NEURON_TAGS));
        }
        if (root.has("name") && root.has("value")) {
            return guess(
                    Dialect.WINCC, named(JsonNodeFactory.instance.arrayNode().add(root), WINCC));
        }
        if (root.isArray() && root.path(0).has("name") && root.path(0).has("value")) {
            return guess(Dialect.WINCC, named(root, WINCC));
        }
        List<Item> items = new ArrayList<>();
        numbers(root, "", items);
        return guess(Dialect.POINTER, items);
    }

    /** Values by name, and the codes of those that have an error and no value. */
    private static List<Item> byName(JsonNode values, JsonNode errors) {
        List<Item> items = new ArrayList<>();
        values.properties()
                .forEach(field -> items.add(
                        new Item(field.getKey(), number(field.getValue()), error(errors.path(field.getKey())))));
        errors.properties().stream()
                .filter(field -> !values.has(field.getKey()))
                .forEach(field -> items.add(new Item(field.getKey(), Double.NaN, error(field.getValue()))));
        return items;
    }

    private static List<Item> named(JsonNode list, Fields fields) {
        List<Item> items = new ArrayList<>();
        for (JsonNode one : list) {
            JsonNode name = one.path(fields.name());
            if (name.isTextual()) {
                JsonNode quality = one.path(fields.quality());
                items.add(new Item(
                        name.asText(),
                        number(one.path(fields.value())),
                        fields.equals(NEURON_TAGS) ? error(quality) : quality.asText("")));
            }
        }
        return items;
    }

    private static String error(JsonNode code) {
        return code.isMissingNode() ? "" : "error " + code.asText();
    }

    private static String word(OptionalLong code) {
        return code.isPresent() ? Long.toString(code.getAsLong()) : "";
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : node.isBoolean() ? (node.asBoolean() ? 1 : 0) : Double.NaN;
    }

    private static void numbers(JsonNode node, String pointer, List<Item> found) {
        if (node.isNumber() || node.isBoolean()) {
            found.add(new Item(pointer, number(node), ""));
        }
        node.properties()
                .forEach(field -> numbers(
                        field.getValue(),
                        pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                        found));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            numbers(node.get(i), pointer + "/" + i, found);
        }
    }
}
