package org.openots.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a robot does at its column: set points, outputs, modes, hand valves, and alarms it acknowledges, each a small step from
 * what its screen shows, as a careful student moves.
 */
final class Hands {
    private static final double SET_POINT = 0.45;
    private static final double OUTPUT = 0.65;
    private static final double VALVE = 0.85;
    private static final int MANUAL = 0;
    private static final int CASCADE = 2;
    /** Part of a scale that is moved at a time. */
    private static final double STEP = 0.04;

    private static final double WHOLE = 100;
    /** Chance to switch between manual and automatic in place of a change. */
    private static final double SWITCH = 0.25;

    private static final int TENTHS = 10;

    private final List<JsonNode> loops = new ArrayList<>();
    private final List<String> valves = new ArrayList<>();
    private final SplittableRandom random;
    private final String name;
    private long count;

    /**
     * Learns a plant.
     *
     * @param plant its description as screens get it
     * @param name of the robot, part of the ids of its operations
     * @param random decides
     */
    Hands(JsonNode plant, String name, SplittableRandom random) {
        plant.path("controllers").forEach(loops::add);
        for (JsonNode device : plant.path("devices")) {
            if (device.path("type").asText().equals("hand-valve")) {
                valves.add(device.path("tag").asText());
            }
        }
        this.name = name;
        this.random = random;
    }

    /** The next operation, with an id of its own. */
    ObjectNode next(Screen screen) {
        double kind = random.nextDouble();
        List<String> alarms = screen.alarms();
        if (kind >= VALVE && !alarms.isEmpty()) {
            return operation(alarms.get(random.nextInt(alarms.size())), "ack", 0);
        }
        if (kind >= OUTPUT && kind < VALVE && !valves.isEmpty()) {
            String valve = valves.get(random.nextInt(valves.size()));
            return operation(valve, "position", moved(screen.value(valve, WHOLE / 2), 0, WHOLE));
        }
        JsonNode loop = loops.get(random.nextInt(loops.size()));
        String tag = loop.path("tag").asText();
        int mode = (int) screen.value(tag + ".MODE", MANUAL);
        if (kind >= SET_POINT && kind < OUTPUT && random.nextDouble() < SWITCH && mode != CASCADE) {
            return operation(tag, "mode", 1 - mode);
        }
        if (mode == MANUAL) {
            return operation(tag, "op", moved(screen.value(tag + ".OP", WHOLE / 2), 0, WHOLE));
        }
        double low = loop.path("spRange").path(0).asDouble();
        double high = loop.path("spRange").path(1).asDouble();
        return operation(tag, "sp", moved(screen.value(tag + ".SP", (low + high) / 2), low, high));
    }

    private double moved(double from, double low, double high) {
        double step = (random.nextDouble() - 0.5) * STEP * (high - low);
        double to = Math.max(low, Math.min(high, from + step));
        return Math.rint(to * TENTHS) / TENTHS;
    }

    private ObjectNode operation(String target, String verb, double value) {
        count++;
        return JsonNodeFactory.instance
                .objectNode()
                .put("cid", name + "-" + count)
                .put("target", target)
                .put("verb", verb)
                .put("value", value);
    }
}
