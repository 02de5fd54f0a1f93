package org.openots.distillation.field3d.pack;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.Signal;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.scene.build.Facts;
import org.openots.distillation.field3d.ui.FieldFacts;
import org.openots.simulator.engine.FieldSignals;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.field.LockoutPoint;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.plot.Equipment;
import org.openots.simulator.plot.Fixture;
import org.openots.simulator.plot.Inline;
import org.openots.simulator.plot.PlotPlan;
import org.openots.simulator.plot.PlotReader;

/**
 * What a field station needs of a plant: its plot plan, and what panels and signs say. The station makes it from the pack and
 * sends it as {@code openots-field-pack}, so that the students' computers need no pack and hold none of its secrets.
 *
 * @param plot the plot plan, without what shows which fault
 * @param facts names, units and ranges of what has a place in it
 * @param field what the panels say
 * @param signals what somebody in the plant is told, as {@link FieldSignals} has it; nothing in a document before 1.1
 */
public record FieldPack(PlotPlan plot, Facts facts, FieldFacts field, List<Signal> signals) {
    /** Format of the document. */
    public static final String FORMAT = "openots-field-pack";

    /** Its version. */
    public static final String VERSION = "1.1";

    /** Versions that are read. */
    private static final List<String> VERSIONS = List.of("1.0", VERSION);

    /** What the plot plan says of faults. */
    private static final List<String> SECRET = List.of("faults", "burns", "element");

    /** Signals of a thing: its own, the speed of its shaft, the lamp on its panel. */
    private static final List<String> ENDINGS = List.of("", ".SPEED", ".TRIP");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Copies the list. */
    public FieldPack {
        signals = List.copyOf(signals);
    }

    /**
     * The document of a plant.
     *
     * @param pack the plant; it has a plot plan
     * @return the document
     * @throws IllegalArgumentException if it has none
     */
    public static ObjectNode write(PlantPack pack) {
        FieldPack all = of(pack);
        ObjectNode document = JSON.createObjectNode().put("format", FORMAT).put("formatVersion", VERSION);
        document.set("plot", plan(pack));
        document.set("facts", JSON.valueToTree(shown(all.plot(), all.facts())));
        document.set("field", JSON.valueToTree(all.field()));
        ArrayNode signals = document.putArray("signals");
        for (Signal signal : all.signals()) {
            ObjectNode node = signals.addObject().put("signal", signal.name()).put("unit", signal.unit());
            node.putObject("name")
                    .put("zh", signal.text().zh())
                    .put("en", signal.text().en());
        }
        return document;
    }

    /** The file of the plot plan without what it says of faults. */
    private static JsonNode plan(PlantPack pack) {
        byte[] file = pack.files().read(PlantPack.PLOT).orElseThrow();
        JsonNode plan = StrictJson.copyOf(StrictJson.parse(PlantPack.PLOT, file, Findings.throwing()));
        plan.path("leaks").forEach(leak -> ((ObjectNode) leak).remove(SECRET));
        return plan;
    }

    /** The facts of what has a place; the rest of the control system is not seen in the plant. */
    private static Facts shown(PlotPlan plot, Facts all) {
        Set<String> placed = new TreeSet<>();
        Stream.of(
                        plot.fixtures().stream().map(Fixture::tag).flatMap(java.util.Optional::stream),
                        plot.lines().stream()
                                .flatMap(line -> line.inline().stream())
                                .map(Inline::tag)
                                .flatMap(java.util.Optional::stream),
                        plot.equipment().stream().map(Equipment::id))
                .flatMap(part -> part)
                .forEach(tag -> {
                    ENDINGS.forEach(ending -> placed.add(tag + ending));
                    placed.add(LockoutPoint.LOTO + tag);
                });
        return new Facts(only(all.names(), placed), only(all.units(), placed), only(all.ranges(), placed));
    }

    private static <T> Map<String, T> only(Map<String, T> all, Set<String> keys) {
        Map<String, T> some = new HashMap<>(all);
        some.keySet().retainAll(keys);
        return some;
    }

    /**
     * The same from a pack on this computer, for a walk without a station.
     *
     * @param pack the plant; it has a plot plan
     * @return what a field station needs of it
     * @throws IllegalArgumentException if it has none
     */
    public static FieldPack of(PlantPack pack) {
        PlotPlan plot = pack.plot().orElseThrow(() -> new IllegalArgumentException(pack.id() + ": no plot plan"));
        PlantSignals all = PlantSignals.of(pack);
        return new FieldPack(plot, Facts.of(all), FieldFacts.of(pack), new FieldSignals(pack).told(all.table()));
    }

    /**
     * Reads a document.
     *
     * @param document as {@link #write} made it
     * @return what it says
     * @throws JsonProcessingException if it is none, or of another version
     * @throws OtsException if its plot plan is wrong
     */
    public static FieldPack read(byte[] document) throws JsonProcessingException {
        JsonNode all = JSON.readTree(new String(document, StandardCharsets.UTF_8));
        if (!all.path("format").asText().equals(FORMAT)
                || !VERSIONS.contains(all.path("formatVersion").asText())) {
            throw new UnknownDocument(all.path("format") + " " + all.path("formatVersion"));
        }
        byte[] plan = JSON.writeValueAsBytes(all.path("plot"));
        JsonCursor file = StrictJson.parse(PlantPack.PLOT, plan, Findings.throwing());
        PlotPlan plot = PlotReader.read(file, pointer -> true).plan();
        List<Signal> signals = new ArrayList<>();
        for (JsonNode one : all.path("signals")) {
            LocalText name = new LocalText(
                    one.at("/name/zh").asText(), one.at("/name/en").asText());
            signals.add(new Signal(one.path("signal").asText(), one.path("unit").asText(), name));
        }
        return new FieldPack(
                plot,
                JSON.treeToValue(all.path("facts"), Facts.class),
                JSON.treeToValue(all.path("field"), FieldFacts.class),
                signals);
    }

    /** A document of another kind or version. */
    private static final class UnknownDocument extends JsonProcessingException {
        private static final long serialVersionUID = 1;

        UnknownDocument(String found) {
            super(found + ", wanted " + FORMAT + " " + String.join(", ", VERSIONS));
        }
    }
}
