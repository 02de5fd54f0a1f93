package org.openots.simulator.engine;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Single mistakes in a file of a pack that somebody might make: at every kind of place one of each kind, at a place that
 * a seed chooses.
 */
final class PackMutations {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** No plant is built with such a number, whatever its unit. */
    private static final double ABSURD = 1e12;

    /** One kind of place in four: all kinds of all plants would take a minute, and most are tried in some plant. */
    private static final int ONE_IN = 4;

    private static final String NOBODY = "ZZ-999";

    /** Fields that give a name to the object they stand in. */
    private static final List<String> NAMES = List.of("id", "tag", "name", "signal");

    /** Fields that use a name given elsewhere, wherever they stand; lists of such names too. */
    private static final Set<String> REFERENCES = Set.of(
            "from",
            "to",
            "bottom",
            "holdup",
            "header",
            "coil",
            "pump",
            "vent",
            "component",
            "sum",
            "measurement",
            "devices",
            "output",
            "power",
            "air",
            "needs",
            "signals",
            "element",
            "loop",
            "master",
            "slave",
            "flow",
            "localPanels",
            "detectors",
            "variable",
            "composition",
            "level",
            "alarms",
            "parameter",
            "target",
            "plant",
            "nozzle",
            "around",
            "setPoint",
            "tags",
            "initialConditions",
            "numerator",
            "denominator");

    /** Where such a field gives a name: tests of detectors, parameters of a valve that only faults move. */
    private static final String NO_REFERENCE = "/detectorTests/.*|.*/valves/.*/parameter";

    private final JsonNode file;
    private final Map<String, List<String>> places = new LinkedHashMap<>();
    private final List<Mutation> made = new ArrayList<>();

    /**
     * One mistake.
     *
     * @param what in words, with the place
     * @param holder pointer of what holds the wrong value, or of that itself
     * @param names texts that are gone or new
     * @param alwaysWrong whether the place is wrong whatever the schema says
     * @param made makes the file with the mistake
     */
    record Mutation(String what, String holder, Set<String> names, boolean alwaysWrong, Supplier<JsonNode> made) {
        /** The file with the mistake. */
        JsonNode file() {
            return made.get();
        }
    }

    private PackMutations(JsonNode file) {
        this.file = file;
    }

    static List<Mutation> of(JsonNode file, long seed) {
        PackMutations mutations = new PackMutations(file);
        mutations.collect(file, "", "");
        SplittableRandom random = new SplittableRandom(seed);
        mutations.places.forEach((kind, same) -> {
            boolean words = kind.isEmpty() || kind.matches(".*/(zh|en|madeBy|format|formatVersion)");
            if (!words && random.nextInt(ONE_IN) == 0) {
                List<Mutation> possible = mutations.possible(kind, same.get(random.nextInt(same.size())));
                mutations.made.add(possible.get(random.nextInt(possible.size())));
            }
        });
        return mutations.made;
    }

    /** Places of one kind: the same fields on the way, whatever the index, and under the same kind of object. */
    private void collect(JsonNode node, String pointer, String kind) {
        places.computeIfAbsent(kind, k -> new ArrayList<>()).add(pointer);
        String word = node.path("kind").isTextual() ? "=" + node.path("kind").asText() : "";
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            boolean map = kind.endsWith("/presets") || kind.endsWith("/related") || kind.endsWith("/measurements");
            String name = field.getKey().replace("~", "~0").replace("/", "~1");
            collect(field.getValue(), pointer + "/" + name, kind + word + "/" + (map ? "*" : name));
        }
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            collect(node.get(i), pointer + "/" + i, kind + "/*");
        }
    }

    /** The mistakes that are possible at a place. */
    private List<Mutation> possible(String kind, String pointer) {
        List<Mutation> possible = new ArrayList<>();
        JsonNode node = file.at(pointer);
        String above = pointer.substring(0, pointer.lastIndexOf('/'));
        if (file.at(above).isObject()) {
            possible.add(without(pointer, above));
            possible.add(misspelt(pointer, above));
        }
        possible.add(
                replaced("other type", pointer, node.isNumber() ? NODES.objectNode() : NODES.numberNode(12345), false));
        if (node.isNumber()) {
            possible.add(replaced("absurd", pointer, NODES.numberNode(ABSURD), true));
            possible.add(replaced("absurd", pointer, NODES.numberNode(-ABSURD), true));
        } else if (node.asText().matches("-?[0-9.e-]+ .*")) {
            String unit = node.asText().split(" ", -1)[1];
            possible.add(replaced("absurd", pointer, NODES.textNode(ABSURD + " " + unit), true));
            possible.add(replaced("absurd", pointer, NODES.textNode(-ABSURD + " " + unit), true));
        } else if (node.isTextual() && isReference(kind)) {
            possible.add(replaced("dangling", pointer, NODES.textNode(NOBODY), true));
        }
        duplicate(pointer, above).ifPresent(possible::add);
        return possible;
    }

    private static boolean isReference(String kind) {
        String[] fields = kind.replaceAll("=[^/]*", "").split("/", -1);
        String last = fields[fields.length - 1];
        String field = last.equals("*") ? fields[fields.length - 2] : last;
        return REFERENCES.contains(field) && !kind.matches(NO_REFERENCE);
    }

    private Mutation without(String pointer, String above) {
        return changed(
                "without",
                pointer,
                above,
                Set.of(last(pointer)),
                false,
                root -> ((ObjectNode) root.at(above)).remove(last(pointer)));
    }

    private Mutation misspelt(String pointer, String above) {
        String wrong = last(pointer) + "z";
        return changed("misspelt", pointer, above, Set.of(wrong), true, root -> {
            ObjectNode object = (ObjectNode) root.at(above);
            ObjectNode copy = object.deepCopy();
            object.removeAll();
            copy.properties()
                    .forEach(field -> object.set(
                            field.getKey().equals(last(pointer)) ? wrong : field.getKey(), field.getValue()));
        });
    }

    private Mutation replaced(String what, String pointer, JsonNode value, boolean alwaysWrong) {
        return changed(what, pointer, pointer, Set.of(), alwaysWrong, root -> set(root, pointer, value));
    }

    /** The name of the first thing of a list for another one. */
    private Optional<Mutation> duplicate(String pointer, String above) {
        JsonNode list = file.at(above);
        String first = list.path(0).path(nameField(list.path(0))).asText();
        String field = nameField(file.at(pointer));
        boolean named = list.isArray() && !field.isEmpty() && !first.isEmpty() && isDefinition(above);
        if (!named || file.at(pointer).path(field).asText().equals(first)) {
            return Optional.empty();
        }
        String place = pointer + "/" + field;
        return Optional.of(
                changed("duplicate", place, pointer, Set.of(), true, root -> set(root, place, NODES.textNode(first))));
    }

    /** Lists of things with names; drawings and lists of valves in a line use names, some of them twice. */
    private boolean isDefinition(String list) {
        boolean valves = list.matches(".*/(valves|suction|discharge|parallel.*|terms|openings)");
        return !file.path("format").asText().equals("layout") && !valves;
    }

    private static String nameField(JsonNode object) {
        return NAMES.stream().filter(object::has).findFirst().orElse("");
    }

    private Mutation changed(
            String what,
            String pointer,
            String holder,
            Set<String> more,
            boolean alwaysWrong,
            Consumer<JsonNode> change) {
        Set<String> names = new TreeSet<>(more);
        texts(file.at(pointer), names);
        return new Mutation(what + " " + pointer, holder, names, alwaysWrong, () -> {
            JsonNode copy = file.deepCopy();
            change.accept(copy);
            return copy;
        });
    }

    private static void texts(JsonNode node, Set<String> into) {
        if (node.isTextual()) {
            into.add(node.asText());
        }
        node.fieldNames().forEachRemaining(into::add);
        node.forEach(child -> texts(child, into));
    }

    private static void set(JsonNode root, String pointer, JsonNode value) {
        JsonNode parent = root.at(pointer.substring(0, pointer.lastIndexOf('/')));
        if (parent.isObject()) {
            ((ObjectNode) parent).set(last(pointer), value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(last(pointer)), value);
        }
    }

    private static String last(String pointer) {
        return JsonPointer.compile(pointer).last().getMatchingProperty();
    }
}
