package org.openots.dcs.rig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantError;
import org.openots.simulator.random.SplitMix64;

/**
 * A plant that is not quite the one of its pack, as a real column is not: every tray has an efficiency of its own, heat
 * loss and lags of instruments are others, and readings wander. Drawn by number, the same for the same number.
 */
final class Mismatch {
    /** Murphree efficiencies of sieve trays of small columns. */
    private static final double LEAST_EFFICIENCY = 0.45;

    private static final double GREATEST_EFFICIENCY = 0.75;
    /** Insulation is half or twice as good. */
    private static final double HEAT_LOSS_SPREAD = 2;
    /** A thermowell is up to three times slower than it should be. */
    private static final double SLOWEST = 3;
    /** Wandering of a reading: half to twice its noise, over 10 s to 60 s. */
    private static final double LEAST_WANDER = 0.5;

    private static final double GREATEST_WANDER = 2;
    private static final double SHORTEST_WANDER = 10;
    private static final double LONGEST_WANDER = 60;

    private static final String FLOWSHEET = "flowsheet.json";
    private static final String INSTRUMENTS = "instruments.json";
    private static final String FAULTS = "faults.json";
    private static final String HEAT_LOSS = "heatLoss";

    private final int number;
    private final PackSource files;
    private final Map<String, List<Double>> efficiencies = new LinkedHashMap<>();
    private final Map<String, String> bottoms = new HashMap<>();
    private final Map<String, Double> lagFactors = new TreeMap<>();
    private final Map<String, Wander> wanders = new TreeMap<>();
    private final double heatLossFactor;

    /**
     * Slow wandering of a reading, first-order autoregressive.
     *
     * @param deviation standard deviation, in the unit of the tag
     * @param seconds its time constant, s
     */
    record Wander(double deviation, double seconds) {}

    /**
     * Draws one.
     *
     * @param number which, 0 for none
     * @param pack the pack of the plant
     */
    Mismatch(int number, PackSource pack) {
        this.number = number;
        ObjectNode flowsheet = read(pack, FLOWSHEET);
        sections(flowsheet)
                .forEach(section ->
                        bottoms.put(id(section), section.path("bottom").asText()));
        this.heatLossFactor = number == 0 ? 1 : StrictMath.pow(HEAT_LOSS_SPREAD, 2 * chance("heat-loss") - 1);
        if (number == 0) {
            this.files = pack;
            sections(flowsheet).forEach(section -> efficiencies.put(id(section), given(section)));
            return;
        }
        for (JsonNode section : sections(flowsheet)) {
            draw((ObjectNode) section);
        }
        scaleHeatLoss(flowsheet);
        ObjectNode instruments = read(pack, INSTRUMENTS);
        instruments.path("transmitters").forEach(node -> slow((ObjectNode) node));
        ObjectNode faults = read(pack, FAULTS);
        faults.path("faults").forEach(fault -> spread((ObjectNode) fault));
        this.files = new OverlaidPack(
                pack, Map.of(FLOWSHEET, bytes(flowsheet), INSTRUMENTS, bytes(instruments), FAULTS, bytes(faults)));
    }

    private static ObjectNode read(PackSource pack, String name) {
        byte[] bytes = pack.read(name)
                .orElseThrow(() -> new OtsException(PlantError.MISSING_FILE, pack.display(name), pack.display(name)));
        JsonCursor root = StrictJson.parse(pack.display(name), bytes, Findings.throwing());
        return (ObjectNode) StrictJson.copyOf(root);
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private double chance(String name) {
        return new SplitMix64(number, "mismatch." + name).nextUniform();
    }

    private double between(String name, double low, double high) {
        return low + (high - low) * chance(name);
    }

    private static Iterable<JsonNode> sections(ObjectNode flowsheet) {
        return flowsheet.path("traySections");
    }

    private static String id(JsonNode section) {
        return section.path("id").asText();
    }

    /** Efficiencies as the flowsheet gives them: N/(1 + N) of the section, or those of single trays. */
    private static List<Double> given(JsonNode section) {
        double units = section.path("transferUnits").asDouble();
        Double[] all = new Double[section.path("trays").asInt()];
        Arrays.fill(all, units / (1 + units));
        section.path("trayEfficiencies")
                .forEach(own -> all[own.path("tray").asInt() - 1] =
                        own.path("efficiency").asDouble());
        return List.of(all);
    }

    private void draw(ObjectNode section) {
        int trays = section.path("trays").asInt();
        ArrayNode list = section.putArray("trayEfficiencies");
        List<Double> drawn = IntStream.rangeClosed(1, trays)
                .mapToObj(tray -> {
                    double efficiency = between(id(section) + "-" + tray, LEAST_EFFICIENCY, GREATEST_EFFICIENCY);
                    String text = String.format(Locale.ROOT, "%.4f", efficiency);
                    list.addObject().put("tray", tray).put("efficiency", text);
                    return Double.valueOf(text);
                })
                .toList();
        efficiencies.put(id(section), drawn);
    }

    private void scaleHeatLoss(JsonNode node) {
        if (node instanceof ObjectNode object && object.path(HEAT_LOSS).isTextual()) {
            String[] parts = object.path(HEAT_LOSS).textValue().trim().split(" +", 2);
            object.put(HEAT_LOSS, Double.parseDouble(parts[0]) * heatLossFactor + " " + parts[1]);
        }
        node.forEach(this::scaleHeatLoss);
    }

    private void slow(ObjectNode transmitter) {
        String tag = transmitter.path("tag").asText();
        double factor = between("lag." + tag, 1, SLOWEST);
        lagFactors.put(tag, factor);
        if (transmitter.has("lagS")) {
            transmitter.put("lagS", transmitter.path("lagS").asDouble() * factor);
        }
        double noise = transmitter.path("noise").asDouble();
        wanders.put(
                tag,
                new Wander(
                        noise * between("wander." + tag, LEAST_WANDER, GREATEST_WANDER),
                        between("wander-time." + tag, SHORTEST_WANDER, LONGEST_WANDER)));
    }

    /** A fault of the efficiency of a section acts on all its trays, which now have parameters of their own. */
    private void spread(ObjectNode fault) {
        ArrayNode effects = fault.arrayNode();
        for (JsonNode effect : fault.path("effects")) {
            String parameter = effect.path("parameter").asText();
            String section = parameter.replaceFirst("\\.efficiency$", "");
            List<Double> trays = efficiencies.getOrDefault(section, List.of());
            if (section.equals(parameter) || trays.isEmpty()) {
                effects.add(effect);
            }
            for (int tray = 1; !section.equals(parameter) && tray <= trays.size(); tray++) {
                ObjectNode own = effect.deepCopy();
                effects.add(own.put("parameter", section + "-" + tray + ".efficiency"));
            }
        }
        fault.set("effects", effects);
    }

    /** The pack with the differences. */
    PackSource files() {
        return files;
    }

    /** Its number. */
    int number() {
        return number;
    }

    /** Murphree efficiencies by section, from the top. */
    Map<String, List<Double>> efficiencies() {
        return efficiencies;
    }

    /** The holdup below a section. */
    String bottom(String section) {
        return bottoms.getOrDefault(section, section);
    }

    /** Heat loss of everything over that of the pack. */
    double heatLossFactor() {
        return heatLossFactor;
    }

    /** Lags over those of the pack, by instrument. */
    Map<String, Double> lagFactors() {
        return lagFactors;
    }

    /** What is added to readings, by instrument. */
    Map<String, Wander> wanders() {
        return wanders;
    }
}
