package org.openots.instructor.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/** The JSON object in a request's body; every mistake in it has one clear message. */
final class JsonBody {
    /** Longest value quoted in a message, characters. */
    private static final int QUOTED = 60;

    private final JsonNode root;

    private JsonBody(JsonNode root) {
        this.root = root;
    }

    /** Reads the body; fields not named are an error, not ignored. */
    static JsonBody of(Context ctx, String... fields) {
        byte[] bytes = ctx.bodyAsBytes();
        JsonNode root;
        try {
            root = bytes.length == 0 ? Json.object() : Json.read(bytes);
        } catch (JsonProcessingException e) {
            throw new OtsException(StationError.BAD_JSON, where(e));
        }
        if (!root.isObject()) {
            throw new OtsException(StationError.BAD_JSON, "{...}");
        }
        Set<String> known = new TreeSet<>(List.of(fields));
        root.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new OtsException(StationError.UNKNOWN_FIELD, quote(name), String.join(", ", known));
            }
        });
        return new JsonBody(root);
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? "-"
                : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
    }

    boolean has(String field) {
        return root.hasNonNull(field);
    }

    String text(String field, int shortest, int longest) {
        JsonNode node = root.path(field);
        if (node.isMissingNode() || node.isNull()) {
            throw new OtsException(StationError.MISSING_FIELD, field);
        }
        if (!node.isTextual()) {
            throw new OtsException(StationError.FIELD_NOT_TEXT, field, quote(node.toString()));
        }
        String text = node.asText();
        if (text.length() < shortest || text.length() > longest) {
            throw new OtsException(StationError.FIELD_LENGTH, field, text.length(), shortest, longest);
        }
        return text;
    }

    String text(String field, int longest, String absent) {
        return has(field) ? text(field, 0, longest) : absent;
    }

    String choice(String field, List<String> choices) {
        String text = text(field, 1, QUOTED);
        if (!choices.contains(text)) {
            throw new OtsException(StationError.FIELD_CHOICE, field, quote(text), String.join(", ", choices));
        }
        return text;
    }

    double number(String field, double lowest, double highest, double absent) {
        JsonNode node = root.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return absent;
        }
        if (!node.isNumber() || !Double.isFinite(node.asDouble())) {
            throw new OtsException(StationError.FIELD_NOT_NUMBER, field, quote(node.toString()));
        }
        double value = node.asDouble();
        if (value < lowest || value > highest) {
            throw new OtsException(StationError.FIELD_RANGE, field, value, lowest, highest);
        }
        return value;
    }

    /** An object; what is in it is checked by whoever reads it. */
    JsonNode object(String field) {
        JsonNode node = root.path(field);
        if (node.isMissingNode() || node.isNull()) {
            throw new OtsException(StationError.MISSING_FIELD, field);
        }
        if (!node.isObject()) {
            throw new OtsException(StationError.BAD_JSON, quote(field + ": " + node));
        }
        return node;
    }

    /** A list of objects or texts; its items are checked by whoever reads them. */
    List<JsonNode> list(String field, int most) {
        JsonNode node = root.path(field);
        if (node.isMissingNode() || node.isNull()) {
            throw new OtsException(StationError.MISSING_FIELD, field);
        }
        if (!node.isArray()) {
            throw new OtsException(StationError.FIELD_NOT_LIST, field, quote(node.toString()));
        }
        if (node.size() > most) {
            throw new OtsException(StationError.FIELD_RANGE, field, node.size(), 0, most);
        }
        List<JsonNode> items = new ArrayList<>();
        node.forEach(items::add);
        return items;
    }

    private static String quote(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "...";
    }
}
