package org.openots.simulator.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Single mistakes in a JSON file: at every kind of place once, and which place of the kind by a seed. */
final class Mutations {
    /** A field that no format has and none resembles. */
    private static final String UNKNOWN = "qqqqqqqqqq";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * One mistake.
     *
     * @param what in words, with the place
     * @param place pointer of the value that is wrong, gone or too much
     * @param made makes the file with the mistake
     */
    record Mutation(String what, String place, Supplier<JsonNode> made) {
        /** The file with the mistake. */
        JsonNode file() {
            return made.get();
        }

        /** Pointer of what holds the wrong value. */
        String holder() {
            return place.substring(0, Math.max(0, place.lastIndexOf('/')));
        }
    }

    private final JsonNode file;
    private final Map<String, List<String>> places = new LinkedHashMap<>();
    private final List<Mutation> made = new ArrayList<>();

    private Mutations(JsonNode file) {
        this.file = file;
    }

    /**
     * Mistakes in a file.
     *
     * @param file a correct file; not changed
     * @param seed chooses the place among those of one kind
     * @param most how many mistakes; fewer if the file has not so many kinds of places
     */
    static List<Mutation> of(JsonNode file, long seed, int most) {
        Mutations mutations = new Mutations(file);
        mutations.collect(file, "", "");
        SplittableRandom random = new SplittableRandom(seed);
        mutations.places.values().forEach(same -> mutations.mistakes(same.get(random.nextInt(same.size()))));
        while (mutations.made.size() > most) {
            mutations.made.remove(random.nextInt(mutations.made.size()));
        }
        return mutations.made;
    }

    /** Places of one kind: the same fields on the way, whatever the index, and under the same kind of object. */
    private void collect(JsonNode node, String pointer, String kind) {
        places.computeIfAbsent(kind, k -> new ArrayList<>()).add(pointer);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String word =
                    node.path("kind").isTextual() ? "=" + node.path("kind").asText() : "";
            String name = field.getKey();
            collect(field.getValue(), pointer + "/" + escaped(name), kind + word + "/" + name);
        }
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            collect(node.get(i), pointer + "/" + i, kind + "/*");
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private void mistakes(String pointer) {
        JsonNode node = file.at(pointer);
        if (node.isObject()) {
            make(
                    "unknown field",
                    pointer + "/" + UNKNOWN,
                    root -> object(root, pointer).put(UNKNOWN, 1));
        }
        if (pointer.isEmpty()) {
            return;
        }
        if (parent(file, pointer).isObject()) {
            make("without", pointer, root -> object(root, above(pointer)).remove(last(pointer)));
        }
        replace("other type", pointer, node.isNumber() ? NODES.objectNode() : NODES.numberNode(12345));
        replace("true or false", pointer, node.isBoolean() ? NODES.textNode("true") : NODES.booleanNode(true));
        if (node.isTextual()) {
            replace("blank", pointer, NODES.textNode(" "));
            replace("a list", pointer, NODES.arrayNode().add(node));
            if (node.asText().matches("[A-Za-z0-9._-]+")) {
                replace("no name", pointer, NODES.textNode(node.asText() + " /"));
            }
        }
        if (node.isTextual() && node.asText().matches("-?[0-9.e-]+ .*")) {
            replace("no unit", pointer, NODES.textNode(node.asText().split(" ", -1)[0] + " furlong"));
        }
        if (node.isArray() && !node.isEmpty()) {
            replace("empty", pointer, NODES.arrayNode());
        }
        if (node.isNumber()) {
            replace("a text", pointer, NODES.textNode(node.asText()));
        }
    }

    private void replace(String what, String pointer, JsonNode value) {
        make(what, pointer, root -> {
            JsonNode parent = parent(root, pointer);
            if (parent.isObject()) {
                ((ObjectNode) parent).set(last(pointer), value);
            } else {
                ((ArrayNode) parent).set(Integer.parseInt(last(pointer)), value);
            }
        });
    }

    private void make(String what, String pointer, Consumer<JsonNode> change) {
        made.add(new Mutation(what + " " + pointer, pointer, () -> {
            JsonNode copy = file.deepCopy();
            change.accept(copy);
            return copy;
        }));
    }

    private static JsonNode parent(JsonNode root, String pointer) {
        return root.at(above(pointer));
    }

    private static ObjectNode object(JsonNode root, String pointer) {
        return (ObjectNode) root.at(pointer);
    }

    private static String above(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    private static String last(String pointer) {
        return JsonPointer.compile(pointer).last().getMatchingProperty();
    }
}
