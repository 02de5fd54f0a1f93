package org.openots.hazop.study;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Single mistakes of form in a JSON file, at the first place of every kind. */
public final class Mistakes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * A file with one mistake.
     *
     * @param what in words
     * @param pointer of the wrong value, or of what it is missing from
     * @param file the file
     */
    public record Mistake(String what, String pointer, JsonNode file) {}

    private final JsonNode right;
    private final List<Mistake> made = new ArrayList<>();

    private Mistakes(JsonNode right) {
        this.right = right;
    }

    /** Mistakes of every kind. */
    public static List<Mistake> in(JsonNode right) {
        Map<String, String> places = new LinkedHashMap<>();
        collect(right, "", "", places);
        Mistakes mistakes = new Mistakes(right);
        places.values().forEach(mistakes::at);
        return mistakes.made;
    }

    private static void collect(JsonNode node, String pointer, String kind, Map<String, String> places) {
        places.putIfAbsent(kind, pointer);
        node.properties()
                .forEach(field ->
                        collect(field.getValue(), pointer + "/" + field.getKey(), kind + "/" + field.getKey(), places));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), pointer + "/" + i, kind + "/*", places);
        }
    }

    private void at(String pointer) {
        JsonNode node = right.at(pointer);
        if (node.isObject() && !pointer.endsWith("/terminology")) {
            make("unknown field in", pointer, root -> ((ObjectNode) root.at(pointer)).put("qqqqqqqqqq", 1));
        }
        if (pointer.isEmpty()) {
            return;
        }
        JsonPointer place = JsonPointer.compile(pointer);
        if (right.at(place.head()).isObject()) {
            make(
                    "without",
                    pointer,
                    root -> ((ObjectNode) root.at(place.head()))
                            .remove(place.last().getMatchingProperty()));
        }
        replace("a number for", pointer, node.isNumber() ? NODES.objectNode() : NODES.numberNode(-12_345.5));
        replace("true for", pointer, node.isBoolean() ? NODES.textNode("true") : NODES.booleanNode(true));
        if (node.isTextual()) {
            replace("blank", pointer, NODES.textNode(" "));
        }
    }

    private void replace(String what, String pointer, JsonNode value) {
        JsonPointer place = JsonPointer.compile(pointer);
        make(what, pointer, root -> {
            JsonNode parent = root.at(place.head());
            if (parent.isObject()) {
                ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
            } else {
                ((ArrayNode) parent).set(place.last().getMatchingIndex(), value);
            }
        });
    }

    private void make(String what, String pointer, Consumer<JsonNode> change) {
        JsonNode file = right.deepCopy();
        change.accept(file);
        made.add(new Mistake(what + " " + pointer, pointer, file));
    }
}
