package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.openots.distillation.robot.RobotAction;
import org.openots.simulator.plant.PlantPack;

/** What a robot at a rig types into the records of the station, told from one program to another: a line of JSON each. */
final class TypedLines {
    private static final String TYPED = "typed";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Set<String> desk;
    private final PrintWriter out;

    TypedLines(PlantPack pack, PrintWriter out) {
        this.desk = desk(pack);
        this.out = out;
    }

    /** Targets that are records of the station and nothing of the plant. */
    static Set<String> desk(PlantPack pack) {
        Set<String> all = new HashSet<>(Set.of("LOG", "REPORT"));
        pack.automation().field().desk().records().forEach(each -> all.add("RECORD." + each.id()));
        return all;
    }

    /** Tells an action, if it is typed. */
    void tell(RobotAction action) {
        if (desk.contains(action.target())) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.putObject(TYPED)
                    .put("target", action.target())
                    .put("verb", action.verb())
                    .put("value", action.value())
                    .put("text", action.text());
            out.println(node);
            out.flush();
        }
    }

    /** What a line tells; nothing for any other line. */
    static Optional<RobotAction> read(String line) throws IOException {
        if (!line.startsWith("{\"" + TYPED + "\"")) {
            return Optional.empty();
        }
        JsonNode typed = MAPPER.readTree(line).path(TYPED);
        return Optional.of(new RobotAction(
                typed.path("target").asText(),
                typed.path("verb").asText(),
                typed.path("value").asDouble(),
                typed.path("text").asText()));
    }
}
