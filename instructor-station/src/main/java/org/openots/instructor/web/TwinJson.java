package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Signal;
import org.openots.common.text.LocalText;
import org.openots.dcs.twin.FaultSignatures;
import org.openots.dcs.twin.FitResult;
import org.openots.dcs.twin.TwinDefinition;
import org.openots.dcs.twin.TwinFrame;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.rig.TwinDesk;
import org.openots.simulator.engine.PlantSignals;

/** The digital twin as JSON. */
final class TwinJson {
    /** Causes that are shown. */
    private static final int MOST_CAUSES = 8;

    private final PlantLibrary library;
    /** What the signals of a plant are, which a page asks for every two seconds. */
    private final Map<String, Map<String, LocalText>> texts = new ConcurrentHashMap<>();

    TwinJson(PlantLibrary library) {
        this.library = library;
    }

    ObjectNode view(TwinDesk.View view) {
        ObjectNode node = Json.object().put("state", word(view.mode()));
        view.absent().ifPresent(why -> node.set("absent", Json.text(why)));
        view.failure().ifPresent(failure -> node.set("failure", Json.text(text(failure))));
        view.note().ifPresent(note -> node.set("note", Json.text(note)));
        node.put("wanted", view.wanted()).put("saved", view.saved());
        node.putObject("cost")
                .put("waiting", view.cost().waiting())
                .put("dropped", view.cost().dropped())
                .put("milliseconds", (float) view.cost().milliseconds())
                .put("filter", view.cost().filtered());
        view.calibrated()
                .ifPresentOrElse(one -> node.set("calibration", calibration(one)), () -> node.putNull("calibration"));
        view.definition().ifPresent(definition -> {
            node.put("plant", definition.plant());
            Map<String, JsonNode> titles = titles(definition.plant());
            view.newest().ifPresent(frame -> frame(node, definition, frame, view.time(), titles));
            events(node, view.events(), titles);
        });
        return node;
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static LocalText text(OtsException e) {
        return new LocalText(e.messageIn(Locale.SIMPLIFIED_CHINESE), e.messageIn(Locale.ENGLISH));
    }

    private static ObjectNode calibration(TwinDesk.Calibrated one) {
        ObjectNode node = Json.object()
                .put("time", one.time())
                .put("seconds", one.seconds())
                .put("takenUp", one.takenUp())
                .put("runs", one.fit().evaluations());
        Json.number(node, "condition", one.fit().condition());
        Json.number(node, "rms", one.fit().rootMeanSquare());
        return node;
    }

    /** Names of the faults by their ids. */
    private Map<String, LocalText> texts(String plant) {
        return texts.computeIfAbsent(
                plant,
                id -> library.pack(id).stream()
                        .flatMap(pack -> PlantSignals.of(pack).table().signals().stream())
                        .collect(Collectors.toMap(Signal::name, Signal::text)));
    }

    private Map<String, JsonNode> titles(String plant) {
        Map<String, JsonNode> titles = new HashMap<>();
        library.faults(plant).forEach(fault -> titles.put(fault.path("id").asText(), fault.path("title")));
        return titles;
    }

    private void frame(
            ObjectNode node, TwinDefinition definition, TwinFrame frame, long time, Map<String, JsonNode> titles) {
        node.put("time", time).put("phase", word(frame.phase())).put("progress", (float) frame.progress());
        LocalText reason = frame.reason();
        if (reason != null) {
            node.set("reason", Json.text(reason));
        }
        ArrayNode tags = node.putArray("tags");
        for (int i = 0; i < frame.tags().size(); i++) {
            TwinDefinition.Output output = definition.outputs().get(i);
            LocalText name = new LocalText(output.tag(), output.tag());
            tags.add(tag(frame.tags().get(i), output)
                    .set("text", Json.text(texts(definition.plant()).getOrDefault(output.tag(), name))));
        }
        node.put("joint", frame.joint());
        ArrayNode parameters = node.putArray("parameters");
        frame.parameters().forEach(one -> parameters.add(parameter(one, definition)));
        causes(node.putArray("causes"), frame.causes(), MOST_CAUSES, titles);
        ArrayNode soft = node.putArray("soft");
        for (int i = 0; i < frame.softSensors().size(); i++) {
            TwinFrame.Soft one = frame.softSensors().get(i);
            ObjectNode sensor = soft.addObject().put("id", one.id()).put("unit", one.unit());
            sensor.set("text", Json.text(definition.softSensors().get(i).text()));
            Json.number(sensor, "value", one.value());
            Json.number(sensor, "sigma", one.sigma());
        }
    }

    private static ObjectNode tag(TwinFrame.Tag tag, TwinDefinition.Output output) {
        ObjectNode node = Json.object()
                .put("name", tag.name())
                .put("tag", output.tag())
                .put("against", word(output.against()))
                .put("other", output.other())
                .put("unit", tag.unit());
        number(node, "rig", tag.rig());
        number(node, "model", tag.model());
        number(node, "residual", tag.residual());
        Json.number(node, "sigma", tag.sigma());
        Json.number(node, "share", tag.share());
        return node.put("alarm", tag.alarm());
    }

    private static void number(ObjectNode node, String name, @Nullable Double value) {
        Json.number(node, name, value == null ? Double.NaN : value);
    }

    private static ObjectNode parameter(FitResult.Estimate one, TwinDefinition definition) {
        ObjectNode node = Json.object().put("id", one.id());
        Optional<TwinDefinition.Parameter> known = definition.parameters().stream()
                .filter(parameter -> parameter.id().equals(one.id()))
                .findFirst();
        known.ifPresent(parameter -> {
            node.set("text", Json.text(parameter.text()));
            node.put("design", parameter.start()).put("low", parameter.low()).put("high", parameter.high());
        });
        Json.number(node, "value", one.value());
        Json.number(node, "sigma", one.sigma());
        return node.put("identifiable", one.identifiable());
    }

    private static void causes(
            ArrayNode list, List<FaultSignatures.Cause> causes, int most, Map<String, JsonNode> titles) {
        for (FaultSignatures.Cause cause : causes.subList(0, Math.min(most, causes.size()))) {
            ObjectNode node = list.addObject().put("fault", cause.fault()).put("score", (float) cause.likeness());
            JsonNode title = titles.get(cause.fault());
            node.set("title", title == null ? Json.text(new LocalText(cause.fault(), cause.fault())) : title);
        }
    }

    private static void events(ObjectNode node, List<TwinDesk.Event> events, Map<String, JsonNode> titles) {
        ArrayNode list = node.putArray("events");
        for (TwinDesk.Event event : events) {
            ObjectNode one = list.addObject().put("from", event.from()).put("name", event.output());
            event.until().ifPresentOrElse(until -> one.put("until", until), () -> one.putNull("until"));
            one.put("side", event.side());
            Json.number(one, "worst", event.worst());
            causes(one.putArray("causes"), event.causes(), 3, titles);
        }
    }
}
