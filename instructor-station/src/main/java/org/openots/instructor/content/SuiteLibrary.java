package org.openots.instructor.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openots.common.assessment.Rubric;
import org.openots.common.error.OtsException;
import org.openots.distillation.rubric.RubricLibrary;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.error.StationError;
import org.openots.instructor.session.RunRules;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.plant.PlantPack;

/** The plants and tasks of the suite: one task for each rubric, in training mode. */
final class SuiteLibrary implements PlantLibrary {
    private final Map<String, ObjectNode> descriptions = new LinkedHashMap<>();
    private final Map<String, ArrayNode> faults = new LinkedHashMap<>();
    private final Map<String, Task> tasks = new LinkedHashMap<>();

    SuiteLibrary(PlantEngines engines, RubricLibrary rubrics) {
        for (String plant : PlantPack.SHIPPED) {
            PlantPack pack = engines.pack(plant);
            descriptions.put(plant, new PlantDescription(pack).json());
            faults.put(plant, faults(pack.faults()));
            for (String id : rubrics.tasks(plant)) {
                tasks.put(id, task(plant, id, rubrics.rubric(plant, id)));
            }
        }
    }

    private static Task task(String plant, String id, Rubric rubric) {
        Rubric.Head head = rubric.head();
        return new Task(
                id,
                plant,
                head.title(),
                head.level().name().toLowerCase(Locale.ROOT),
                head.initialCondition(),
                head.timeLimit(),
                "practice",
                RunRules.practice());
    }

    private static ArrayNode faults(List<FaultDefinition> definitions) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (FaultDefinition fault : definitions) {
            ObjectNode node = list.addObject().put("id", fault.id());
            PlantDescription.text(node, "title", fault.title());
            PlantDescription.text(node, "text", fault.cause());
            PlantDescription.text(node, "response", fault.response());
            node.put("severity", fault.severity());
            node.putObject("parameters").put("rampS", fault.rampSeconds());
        }
        return list;
    }

    @Override
    public JsonNode plant(String plant) {
        return known(descriptions.get(plant), plant);
    }

    @Override
    public JsonNode faults(String plant) {
        return known(faults.get(plant), plant);
    }

    private static JsonNode known(@Nullable JsonNode found, String plant) {
        if (found == null) {
            throw new OtsException(StationError.PLANT_UNKNOWN, plant);
        }
        return found;
    }

    @Override
    public List<Task> tasks() {
        return new ArrayList<>(tasks.values());
    }

    @Override
    public Task task(String id) {
        Task task = tasks.get(id);
        if (task == null) {
            throw new OtsException(StationError.TASK_UNKNOWN, id);
        }
        return task;
    }
}
