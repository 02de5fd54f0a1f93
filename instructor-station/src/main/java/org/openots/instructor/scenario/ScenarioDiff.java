package org.openots.instructor.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What differs between two versions: events are the same when their ids are. */
public final class ScenarioDiff {
    private static final String EVENTS = "events";

    private ScenarioDiff() {}

    /**
     * A value that differs.
     *
     * @param event the event it belongs to; empty for the scenario itself
     * @param field its name; empty for a whole event
     * @param before what was there; a missing node for nothing
     * @param after what is there now; a missing node for nothing
     */
    public record Change(String event, String field, JsonNode before, JsonNode after) {}

    /**
     * The differences of two versions but for their numbers.
     *
     * @param before the one
     * @param after the other
     * @return the changes: of the scenario, then of its events
     */
    public static List<Change> of(Scenario before, Scenario after) {
        List<Change> changes = new ArrayList<>();
        ObjectNode one = ScenarioWriter.json(before);
        ObjectNode other = ScenarioWriter.json(after);
        compare("", without(one), without(other), changes);
        Map<String, JsonNode> old = events(one);
        Map<String, JsonNode> fresh = events(other);
        Set<String> ids = new TreeSet<>(ScenarioDiff::byNumber);
        ids.addAll(old.keySet());
        ids.addAll(fresh.keySet());
        for (String id : ids) {
            JsonNode was = old.getOrDefault(id, MissingNode.getInstance());
            JsonNode is = fresh.getOrDefault(id, MissingNode.getInstance());
            if (was.isObject() && is.isObject()) {
                compare(id, was, is, changes);
            } else {
                changes.add(new Change(id, "", was, is));
            }
        }
        return changes;
    }

    private static int byNumber(String one, String other) {
        int length = Integer.compare(one.length(), other.length());
        return length != 0 ? length : one.compareTo(other);
    }

    private static ObjectNode without(ObjectNode json) {
        ObjectNode copy = json.deepCopy();
        copy.remove(List.of("version", EVENTS));
        return copy;
    }

    private static Map<String, JsonNode> events(ObjectNode json) {
        Map<String, JsonNode> events = new LinkedHashMap<>();
        json.path(EVENTS).forEach(event -> events.put(event.path("id").asText(), event));
        return events;
    }

    private static void compare(String event, JsonNode before, JsonNode after, List<Change> changes) {
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!before.path(name).equals(after.path(name))) {
                changes.add(new Change(event, name, before.path(name), after.path(name)));
            }
        }
    }
}
