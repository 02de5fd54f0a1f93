package org.openots.dcs.twin;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.dcs.rig.OverlaidPack;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantError;
import org.openots.simulator.plant.PlantPack;

/**
 * The pack of a plant made ready to be a twin: instruments without noise, valves without friction where the rig's position
 * drives them, and parameters with room to both sides. An input
 * such as an efficiency is a share of what the flowsheet says, so what the flowsheet says is enlarged first.
 */
public final class TwinPack {
    private static final String FLOWSHEET = "flowsheet.json";
    private static final String INSTRUMENTS = "instruments.json";
    private static final String CONTROL = "control.json";

    private final TwinDefinition definition;
    private final PlantPack pack;
    private final double[] full;
    private final Map<String, Double> conductances = new LinkedHashMap<>();

    /**
     * Makes a pack ready.
     *
     * @param definition of the twin
     * @param files the pack of its plant
     */
    public TwinPack(TwinDefinition definition, PackSource files) {
        this.definition = definition;
        ObjectNode flowsheet = read(files, FLOWSHEET);
        this.full = new double[definition.parameters().size()];
        for (int i = 0; i < full.length; i++) {
            full[i] = enlarge(flowsheet, definition.parameters().get(i));
        }
        losses(flowsheet);
        ObjectNode instruments = read(files, INSTRUMENTS);
        instruments.path("transmitters").forEach(node -> ((ObjectNode) node).put("noise", 0));
        ObjectNode control = read(files, CONTROL);
        control.path("controlValves").forEach(node -> free((ObjectNode) node));
        this.pack = PlantPack.load(new OverlaidPack(
                files,
                Map.of(
                        FLOWSHEET, bytes(flowsheet),
                        INSTRUMENTS, bytes(instruments),
                        CONTROL, bytes(control))));
    }

    /** A valve that is held at the position of the rig's has no friction: that of the rig is in the reading. */
    private void free(ObjectNode valve) {
        String loop = valve.path("output").asText();
        boolean held = definition.inputs().stream()
                .anyMatch(input -> input.target().equals(loop) && input.verb().equals("op"));
        if (held) {
            valve.put("stictionPercent", 0);
        }
    }

    /**
     * The twin of a plant of the suite.
     *
     * @param plant its id
     * @return its pack
     */
    public static TwinPack shipped(String plant) {
        return new TwinPack(TwinDefinition.shipped(plant), PackSource.shipped(plant));
    }

    private static ObjectNode read(PackSource files, String name) {
        byte[] bytes = files.read(name)
                .orElseThrow(() -> new OtsException(PlantError.MISSING_FILE, files.display(name), files.display(name)));
        return (ObjectNode) StrictJson.copyOf(StrictJson.parse(files.display(name), bytes, Findings.throwing()));
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The number, with or without a unit, at a place of the flowsheet; nothing when there is none. */
    static OptionalDouble number(PackSource files, String pointer) {
        return pointer.startsWith("/") ? leading(read(files, FLOWSHEET).at(pointer)) : OptionalDouble.empty();
    }

    private static OptionalDouble leading(JsonNode node) {
        String first = node.asText("").trim().split(" +", 2)[0];
        return first.matches("[0-9.]+(e-?[0-9]+)?")
                ? OptionalDouble.of(Double.parseDouble(first))
                : OptionalDouble.empty();
    }

    /** Enlarges what a parameter is a share of; what the input is a share of then, 1 when it is a factor of its own. */
    private static double enlarge(ObjectNode flowsheet, TwinDefinition.Parameter parameter) {
        if (parameter.flowsheet().isEmpty()) {
            return 1;
        }
        JsonPointer place = JsonPointer.compile(parameter.flowsheet());
        String[] parts = flowsheet.at(place).asText().trim().split(" +", 2);
        double number = Double.parseDouble(parts[0]);
        String text = number * parameter.spare() + (parts.length > 1 ? " " + parts[1] : "");
        JsonNode parent = flowsheet.at(place.head());
        if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), TextNode.valueOf(text));
        } else if (parent instanceof ObjectNode object) {
            object.put(place.last().getMatchingProperty(), text);
        }
        return parameter.scale() == TwinDefinition.Scale.MURPHREE ? number * parameter.spare() : parameter.spare();
    }

    /** Conductances to the surroundings, W/K, of everything but the tanks that are filled again and again. */
    private void losses(ObjectNode flowsheet) {
        List<String> stores = definition.stores().holdups().stream()
                .map(charge -> charge.holdup())
                .toList();
        for (JsonNode holdup : flowsheet.path("holdups")) {
            String id = holdup.path("id").asText();
            if (!stores.contains(id)) {
                leading(holdup.path("heatLoss")).ifPresent(loss -> conductances.put(id, loss));
            }
        }
        for (JsonNode section : flowsheet.path("traySections")) {
            for (int tray = 1; tray <= section.path("trays").asInt(); tray++) {
                String id = section.path("id").asText() + "-" + tray;
                leading(section.path("heatLoss")).ifPresent(loss -> conductances.put(id, loss));
            }
        }
    }

    /**
     * The definition.
     *
     * @return as it was read
     */
    public TwinDefinition definition() {
        return definition;
    }

    /**
     * The pack.
     *
     * @return ready for engines
     */
    public PlantPack pack() {
        return pack;
    }

    /**
     * What a value of a parameter means for the input of the process.
     *
     * @param index of the parameter
     * @param value of the parameter
     * @return the input
     */
    public double input(int index, double value) {
        boolean murphree = definition.parameters().get(index).scale() == TwinDefinition.Scale.MURPHREE;
        return (murphree ? value / (1 - value) : value) / full[index];
    }

    /**
     * Conductances of the plant to its surroundings as the flowsheet has them.
     *
     * @return W/K by holdup
     */
    Map<String, Double> conductances() {
        return conductances;
    }
}
