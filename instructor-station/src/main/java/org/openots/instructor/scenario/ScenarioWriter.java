package org.openots.instructor.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openots.common.json.CanonicalJson;
import org.openots.common.json.Findings;
import org.openots.common.text.LocalText;

/** Writes scenarios. */
public final class ScenarioWriter {
    private ScenarioWriter() {}

    /**
     * A scenario as JSON.
     *
     * @param scenario the scenario
     * @return fields in the order of the format's page; what is left out means its default
     */
    public static ObjectNode json(Scenario scenario) {
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("format", ScenarioReader.FORMAT)
                .put("formatVersion", ScenarioReader.FORMAT_VERSION)
                .put("id", scenario.id())
                .put("version", scenario.version());
        text(root.putObject("title"), scenario.title());
        scenario.note().ifPresent(note -> text(root.putObject("note"), note));
        root.put("plant", scenario.plant()).put("initialCondition", scenario.initialCondition());
        scenario.task().ifPresent(task -> root.put("task", task));
        ArrayNode events = root.putArray("events");
        scenario.events().forEach(event -> event(events.addObject(), event));
        return root;
    }

    /** The hash of what a scenario says. */
    static String hash(Scenario scenario) {
        return CanonicalJson.sha256(json(scenario));
    }

    /** The same scenario with another number. */
    static Scenario numbered(Scenario scenario, int number) {
        byte[] bytes = json(scenario).put("version", number).toString().getBytes(StandardCharsets.UTF_8);
        return ScenarioReader.read(scenario.id() + ".json", bytes, Findings.throwing());
    }

    private static void text(ObjectNode node, LocalText text) {
        node.put("zh", text.zh()).put("en", text.en());
    }

    private static void event(ObjectNode node, Scenario.Event event) {
        node.put("id", event.id());
        action(node, event.action());
        if (event.action().rampSeconds() > 0) {
            node.put("rampSeconds", event.action().rampSeconds());
        }
        ObjectNode trigger = node.putObject("trigger");
        Scenario.Trigger when = event.trigger();
        if (when.when().isEmpty() || when.atSeconds() > 0) {
            trigger.put("atSeconds", when.atSeconds());
        }
        if (!when.when().isEmpty()) {
            trigger.put("when", when.when()).put("holdSeconds", when.holdSeconds());
        }
        event.endSeconds().ifPresent(end -> node.put("endSeconds", end));
    }

    /** The word of an action. */
    static String kind(Scenario.Action action) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        action(node, action);
        return node.path("kind").asText();
    }

    private static void action(ObjectNode node, Scenario.Action action) {
        if (action instanceof Scenario.Fault fault) {
            node.put("kind", "fault").put("fault", fault.fault()).put("severity", fault.severity());
        } else if (action instanceof Scenario.Impairment impairment) {
            node.put("kind", "override").put("tag", impairment.tag()).put("override", impairment.override());
            value(node, impairment.value());
        } else if (action instanceof Scenario.Remote remote) {
            node.put("kind", "remote").put("target", remote.target()).put("verb", remote.verb());
            value(node, remote.value());
        } else if (action instanceof Scenario.Disturbance disturbance) {
            node.put("kind", "disturbance")
                    .put("parameter", disturbance.parameter())
                    .put("value", disturbance.value())
                    .put("unit", disturbance.unit());
        } else if (action instanceof Scenario.Message message) {
            node.put("kind", "message");
            text(node.putObject("text"), message.text());
        }
    }

    private static void value(ObjectNode node, Optional<Double> value) {
        value.ifPresent(number -> node.put("value", number));
    }
}
