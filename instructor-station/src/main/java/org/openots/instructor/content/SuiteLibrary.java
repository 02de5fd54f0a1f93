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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.RubricSignals;
import org.openots.common.error.OtsException;
import org.openots.common.signal.SignalTable;
import org.openots.distillation.rubric.RubricLibrary;
import org.openots.hazop.drill.Drill;
import org.openots.hazop.drill.DrillCase;
import org.openots.hazop.drill.DrillLibrary;
import org.openots.instructor.catalog.DrillPlan;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.RigTask;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.catalog.TaskOutline;
import org.openots.instructor.error.StationError;
import org.openots.instructor.session.RunRules;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.plant.PlantPack;

/** The plants and tasks of the suite: one task for each rubric, in training mode. */
final class SuiteLibrary implements PlantLibrary {
    /** Highest speed of a drill: faster nobody can see what happens. */
    private static final double FASTEST_DRILL = 5;

    /** Nothing but the plant in a drill or with a hidden fault: no hints, no going back, and no score before its end. */
    private static final RunRules UNAIDED = new RunRules(1, FASTEST_DRILL, true, false, false, false, false);

    private final Map<String, ObjectNode> descriptions = new LinkedHashMap<>();
    private final Map<String, ObjectNode> wholeDescriptions = new LinkedHashMap<>();
    private final Map<String, ArrayNode> faults = new LinkedHashMap<>();
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Map<String, PlantPack> packs = new LinkedHashMap<>();
    private final RubricLibrary rubrics;
    private final List<RigTask> rigTasks = new ArrayList<>();
    private final DrillLibrary drills;

    SuiteLibrary(PlantEngines engines, RubricLibrary rubrics, DrillLibrary drills) {
        this.rubrics = rubrics;
        this.drills = drills;
        for (String plant : PlantPack.SHIPPED) {
            PlantPack pack = engines.pack(plant);
            packs.put(plant, pack);
            PlantDescription description = new PlantDescription(pack);
            descriptions.put(plant, description.json(signal -> !signal.hidden()));
            wholeDescriptions.put(plant, description.json(signal -> true));
            faults.put(plant, faults(pack.faults()));
            for (String id : rubrics.tasks(plant)) {
                Task task = task(plant, id, rubrics.rubric(plant, id));
                tasks.put(id, task);
                rubrics.rubric(plant, id)
                        .head()
                        .rig()
                        .ifPresent(skill -> rigTasks.add(
                                new RigTask(task, skill.number(), skill.post().text())));
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
                rubric.faultTask().isPresent() ? UNAIDED : RunRules.practice());
    }

    @Override
    public Optional<JsonNode> faultTask(String id) {
        return Optional.ofNullable(tasks.get(id)).flatMap(task -> {
            Rubric rubric = rubrics.rubric(task.plant(), id);
            Map<String, FaultDefinition> menu = pack(task.plant()).stream()
                    .flatMap(pack -> pack.faults().stream())
                    .collect(Collectors.toMap(FaultDefinition::id, Function.identity()));
            return rubric.faultTask().map(fault -> new FaultTaskJson(menu).open(rubric, fault));
        });
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
    public JsonNode wholePlant(String plant) {
        return known(wholeDescriptions.get(plant), plant);
    }

    @Override
    public JsonNode faults(String plant) {
        return known(faults.get(plant), plant);
    }

    @Override
    public Optional<Task> find(String id) {
        return drills.find(id).map(SuiteLibrary::task).or(() -> Optional.ofNullable(tasks.get(id)));
    }

    private static Task task(Drill drill) {
        return new Task(
                drill.id(),
                drill.plant(),
                drill.title(),
                drill.level().word(),
                drill.start().initialCondition(),
                drill.start().timeLimitSeconds(),
                "practice",
                UNAIDED);
    }

    @Override
    public List<RigTask> rigTasks() {
        return List.copyOf(rigTasks);
    }

    @Override
    public Set<String> signalsOf(RigTask rigTask, SignalTable table) {
        Task task = rigTask.task();
        return RubricSignals.of(rubrics.rubric(task.plant(), task.id()), table);
    }

    @Override
    public List<JsonNode> drills() {
        return drills.drills().stream().<JsonNode>map(DrillJson::open).toList();
    }

    @Override
    public Optional<Drill> drill(String id) {
        return drills.find(id);
    }

    @Override
    public List<DrillPlan> plans(String id) {
        return drills.find(id)
                .map(drill -> drill.cases().stream()
                        .map(one -> new DrillPlan(
                                drill.start().earliestSeconds(),
                                drill.start().latestSeconds(),
                                one.faults().stream()
                                        .map(fault -> plan(drill.plant(), fault))
                                        .toList()))
                        .toList())
                .orElse(List.of());
    }

    private DrillPlan.Fault plan(String plant, DrillCase.Fault fault) {
        double ramp = pack(plant).stream()
                .flatMap(pack -> pack.faults().stream())
                .filter(one -> one.id().equals(fault.fault()))
                .mapToDouble(FaultDefinition::rampSeconds)
                .findFirst()
                .orElse(0);
        return new DrillPlan.Fault(fault.fault(), fault.strength(), ramp, fault.laterSeconds());
    }

    @Override
    public TaskOutline outline(String id) {
        return drills.find(id)
                .map(SuiteLibrary::outline)
                .or(() -> Optional.ofNullable(tasks.get(id)).map(task -> outline(rubrics.rubric(task.plant(), id))))
                .orElse(TaskOutline.whole());
    }

    private static TaskOutline outline(Drill drill) {
        return new TaskOutline(
                drill.weights().points().entrySet().stream()
                        .map(part -> new TaskOutline.Item(
                                part.getKey().word(), part.getKey().text(), part.getValue()))
                        .toList(),
                List.of());
    }

    private static TaskOutline outline(Rubric rubric) {
        List<TaskOutline.Item> items = new ArrayList<>();
        rubric.steps().forEach(step -> items.add(new TaskOutline.Item(step.id(), step.text(), step.points())));
        rubric.quality().forEach(item -> items.add(new TaskOutline.Item(item.id(), item.text(), item.points())));
        return new TaskOutline(
                items,
                rubric.penalties().stream()
                        .map(penalty -> new TaskOutline.Penalty(penalty.text(), penalty.points()))
                        .toList());
    }

    @Override
    public Optional<PlantPack> pack(String plant) {
        return Optional.ofNullable(packs.get(plant));
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
