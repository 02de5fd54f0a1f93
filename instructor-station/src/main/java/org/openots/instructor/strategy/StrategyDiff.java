package org.openots.instructor.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What differs between two documents. */
public final class StrategyDiff {
    private StrategyDiff() {}

    /**
     * A value that differs.
     *
     * @param pointer where
     * @param before what was there; a missing node for nothing
     * @param after what is there now; a missing node for nothing
     */
    public record Change(String pointer, JsonNode before, JsonNode after) {}

    /**
     * The differences of two strategies but for number and state. Lists of texts or numbers are one value.
     *
     * @param before the one
     * @param after the other
     * @return the changes, by their places
     */
    public static List<Change> of(Strategy before, Strategy after) {
        List<Change> changes = new ArrayList<>();
        compare("", content(before), content(after), changes);
        return changes;
    }

    private static ObjectNode content(Strategy strategy) {
        ObjectNode json = StrategyWriter.json(strategy);
        json.remove(List.of("version", "state"));
        return json;
    }

    private static void compare(String pointer, JsonNode before, JsonNode after, List<Change> changes) {
        if (before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(pointer + "/" + name, before.path(name), after.path(name), changes));
        } else if (isListOfObjects(before) && isListOfObjects(after)) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(pointer + "/" + i, before.path(i), after.path(i), changes);
            }
        } else if (!before.equals(after)) {
            changes.add(new Change(pointer, before, after));
        }
    }

    private static boolean isListOfObjects(JsonNode node) {
        return node.isArray() && node.path(0).isObject();
    }
}
