package org.openots.instructor.tank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.error.StationError;
import org.openots.instructor.session.RunRules;

/** One plant and three tasks. */
public final class TankLibrary implements PlantLibrary {
    /** Everything allowed. */
    public static final String PRACTICE = "T-1";
    /** Nothing allowed. */
    public static final String EXAM = "T-2";
    /** Ends after two seconds of model time. */
    public static final String SHORT = "T-3";

    @Override
    public JsonNode plant(String plant) {
        require(plant);
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", plant);
        node.putObject("title").put("zh", "储罐").put("en", "Tank");
        node.putArray("signals").addObject().put("name", "LI-101").put("unit", "%");
        return node;
    }

    @Override
    public JsonNode faults(String plant) {
        require(plant);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        ObjectNode fault = list.addObject().put("id", TankEngine.CANARY);
        fault.putObject("title").put("zh", TankEngine.CANARY_TEXT.zh()).put("en", TankEngine.CANARY_TEXT.en());
        return list;
    }

    private static void require(String plant) {
        if (!plant.equals(TankEngines.PLANT)) {
            throw new OtsException(StationError.PLANT_UNKNOWN, plant);
        }
    }

    @Override
    public List<Task> tasks() {
        return List.of(
                task(PRACTICE, "练习", "Practice", 0, "practice", RunRules.practice()),
                task(EXAM, "考试", "Exam", 0, "exam", RunRules.examination()),
                task(SHORT, "短练习", "Short practice", 2, "practice", RunRules.practice()));
    }

    private static Task task(String id, String zh, String en, double limit, String mode, RunRules rules) {
        return new Task(id, TankEngines.PLANT, new LocalText(zh, en), "junior", "half", limit, mode, rules);
    }

    @Override
    public Task task(String id) {
        return tasks().stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new OtsException(StationError.TASK_UNKNOWN, id));
    }
}
