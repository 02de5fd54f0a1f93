package org.openots.common.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.openots.common.text.LocalText;

/**
 * Something that is said of the suite, and what a test has measured.
 *
 * @param topic chapter of the page
 * @param id of the claim, unique; begins with that of its topic
 * @param text what is said
 * @param measured in the claim's unit
 * @param limit as the page prints it, for example {@code ≤ 0.25}
 * @param unit as the page prints it
 * @param source where reference or limit come from
 * @param test class that measures it
 */
record Claim(
        Topic topic,
        String id,
        LocalText text,
        double measured,
        String limit,
        String unit,
        LocalText source,
        String test) {
    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("topic", topic.name()).put("id", id);
        text(node.putObject("text"), text);
        node.put("measured", measured).put("limit", limit).put("unit", unit);
        text(node.putObject("source"), source);
        return node.put("test", test);
    }

    private static void text(ObjectNode node, LocalText text) {
        node.put("zh", text.zh()).put("en", text.en());
    }

    static Claim of(JsonNode node) {
        return new Claim(
                Topic.valueOf(node.required("topic").textValue()),
                node.required("id").textValue(),
                text(node.required("text")),
                node.required("measured").doubleValue(),
                node.required("limit").textValue(),
                node.required("unit").textValue(),
                text(node.required("source")),
                node.required("test").textValue());
    }

    private static LocalText text(JsonNode node) {
        return new LocalText(
                node.required("zh").textValue(), node.required("en").textValue());
    }

    /** The line of the page's table. */
    String row(boolean chinese) {
        return "| `%s` | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        id,
                        chinese ? text.zh() : text.en(),
                        number(measured),
                        limit,
                        unit,
                        chinese ? source.zh() : source.en(),
                        test);
    }

    /** Four digits: enough to see a figure move, few enough that rounding does not. */
    static String number(double value) {
        double size = Math.abs(value);
        if (value == 0) {
            return "0";
        }
        if (size >= 1e-3 && size < 1e5) {
            int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
            String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
            return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
        }
        String text = String.format(Locale.ROOT, "%.1e", value);
        int e = text.indexOf('e');
        return text.substring(0, e).replace(".0", "") + "e" + Integer.parseInt(text.substring(e + 1));
    }
}
