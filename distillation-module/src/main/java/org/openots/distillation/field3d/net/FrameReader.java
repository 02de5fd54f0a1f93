package org.openots.distillation.field3d.net;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joml.Vector3f;
import org.openots.distillation.field3d.scene.Defect;
import org.openots.distillation.field3d.state.Effect;
import org.openots.distillation.field3d.state.People;

/** Reads what the station sends on the socket. */
final class FrameReader {
    /** From the eyes of a standing person to the floor, m: the station tells where the eyes are. */
    private static final double EYES = 1.62;

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private FrameReader() {}

    /**
     * Reads a frame.
     *
     * @throws JsonProcessingException if it is no JSON
     * @throws IllegalArgumentException if it is no frame, or speaks of an effect that is not known
     */
    static Snapshot read(String frame) throws JsonProcessingException {
        JsonNode node = JSON.readTree(frame);
        String type = node.path("type").asText();
        if (!type.equals("full") && !type.equals("delta")) {
            throw new IllegalArgumentException("type " + node.path("type"));
        }
        Map<String, Double> values = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : node.path("v").properties()) {
            JsonNode value = field.getValue();
            values.put(field.getKey(), value.isNumber() ? value.doubleValue() : Double.NaN);
        }
        List<Effect> effects = new ArrayList<>();
        for (JsonNode one : node.path("fx")) {
            Effect.Kind kind = Effect.Kind.valueOf(one.path("kind").asText().toUpperCase(Locale.ROOT));
            effects.add(new Effect(
                    one.path("place").asText(), kind, one.path("amount").asDouble()));
        }
        List<Defect> defects = new ArrayList<>();
        for (JsonNode one : node.path("defects")) {
            defects.add(
                    new Defect(one.path("point").asText(), one.path("defect").asText()));
        }
        List<People.Place> people = new ArrayList<>();
        for (JsonNode one : node.path("people")) {
            Vector3f foot = new Vector3f(
                    (float) one.path("x").asDouble(), (float) (one.path("y").asDouble() - EYES), (float)
                            one.path("z").asDouble());
            people.add(new People.Place(
                    one.path("name").asText(), foot, one.path("yaw").asDouble()));
        }
        boolean running = node.path("run").path("state").asText().equals("running");
        boolean full = type.equals("full");
        Brief brief = TaskReader.brief(node);
        return new Snapshot(node.path("time").asDouble(), full, values, effects, defects, people, running, brief);
    }
}
