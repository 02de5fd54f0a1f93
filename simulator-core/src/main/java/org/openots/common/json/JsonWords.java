package org.openots.common.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.openots.common.text.LocalText;

/** How values and places of JSON are written in messages. */
final class JsonWords {
    /** Larger whole numbers are unreadable without an exponent. */
    private static final double LARGEST_PLAIN = 1e15;

    private JsonWords() {}

    static LocalText kindOf(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> new LocalText("数组", "an array");
            case BOOLEAN -> new LocalText(node.asText(), node.asText());
            case NULL -> new LocalText("空值 null", "null");
            case NUMBER -> new LocalText("数字 " + node.asText(), "the number " + node.asText());
            case STRING -> new LocalText("文字“" + node.textValue() + "”", "the text \"" + node.textValue() + "\"");
            default -> new LocalText("对象", "an object");
        };
    }

    static String plain(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) <= LARGEST_PLAIN;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    static String escape(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }
}
