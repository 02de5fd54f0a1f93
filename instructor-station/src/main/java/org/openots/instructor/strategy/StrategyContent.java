package org.openots.instructor.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.openots.common.assessment.Rubric;
import org.openots.distillation.rubric.RubricLibrary;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.catalog.Task;
import org.openots.simulator.plant.PlantPack;

/** What strategies can name: plants, states they start from, tasks, faults and rubrics of a station. Thread-safe. */
public final class StrategyContent {
    private final PlantLibrary library;
    private final String engine;
    private final RubricLibrary rubrics;
    private final Map<String, Set<String>> hazopTasks = new TreeMap<>();
    /** Rubrics that were asked for, by plant and task; reading one takes a while. */
    private final Map<String, Rubric> known = new ConcurrentHashMap<>();

    /**
     * Takes what a station teaches.
     *
     * @param content of the station
     */
    public StrategyContent(StationContent content) {
        this.library = content.library();
        this.engine = content.engines().version();
        this.rubrics = RubricLibrary.open();
        content.hazop()
                .tasks()
                .tasks()
                .forEach(task -> hazopTasks
                        .computeIfAbsent(task.head().plant(), study -> new TreeSet<>())
                        .add(task.id()));
    }

    /** The version of the engine. */
    String engine() {
        return engine;
    }

    /** Ids of the studies that have tasks, and of their tasks. */
    Map<String, Set<String>> hazopTasks() {
        return Collections.unmodifiableMap(hazopTasks);
    }

    /** Ids of all plants. */
    Set<String> plants() {
        Set<String> plants = new LinkedHashSet<>();
        Stream.concat(PlantPack.SHIPPED.stream(), library.tasks().stream().map(Task::plant))
                .filter(plant -> pack(plant).isPresent())
                .forEach(plants::add);
        return plants;
    }

    /**
     * A plant.
     *
     * @param plant its id
     * @return the plant, or nothing
     */
    public Optional<PlantPack> pack(String plant) {
        return library.pack(plant);
    }

    /** States that runs of a plant can start from. */
    List<String> conditions(String plant) {
        return pack(plant).map(PlantPack::initialConditionIds).orElse(List.of());
    }

    /** Ids of the faults of a plant. */
    List<String> faults(String plant) {
        List<String> ids = new ArrayList<>();
        if (pack(plant).isPresent()) {
            for (JsonNode fault : library.faults(plant)) {
                ids.add(fault.path("id").asText());
            }
        }
        return ids;
    }

    /** Tasks of a plant. */
    List<Task> tasks(String plant) {
        return library.tasks().stream()
                .filter(task -> task.plant().equals(plant))
                .toList();
    }

    /** A task of a plant, or nothing. */
    Optional<Task> task(String plant, String id) {
        return tasks(plant).stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /**
     * The rubric of a task.
     *
     * @param plant plant id
     * @param task task id
     * @return the rubric; nothing for a task that is scored otherwise, or an unknown one
     */
    public Optional<Rubric> rubric(String plant, String task) {
        return rubrics.tasks(plant).contains(task)
                ? Optional.of(known.computeIfAbsent(plant + " " + task, name -> rubrics.rubric(plant, task)))
                : Optional.empty();
    }

    /** The hashes of the plants and rubrics that a strategy names, by {@code plant:id} and {@code rubric:task}. */
    Map<String, String> pins(Strategy strategy) {
        Map<String, String> pins = new TreeMap<>();
        Checked.tasks(strategy).forEach((plant, tasks) -> {
            pack(plant).ifPresent(pack -> pins.put("plant:" + plant, pack.hash()));
            tasks.forEach(task -> rubric(plant, task)
                    .ifPresent(rubric ->
                            pins.put("rubric:" + task, rubric.head().ref().sha256())));
        });
        return pins;
    }

    /** Id and version of the rubric of a task, {@code A-1@2}. */
    Optional<String> rubricName(String plant, String task) {
        return rubric(plant, task)
                .map(rubric ->
                        rubric.head().ref().id() + "@" + rubric.head().ref().version());
    }
}
