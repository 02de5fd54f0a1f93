package org.openots.instructor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.common.signal.SignalTable;
import org.openots.hazop.drill.Drill;
import org.openots.simulator.plant.PlantPack;

/** The plants and tasks the station offers; safe for use by several threads. */
public interface PlantLibrary {
    /**
     * What a screen needs to know of a plant: signals, controllers, devices, interlocks, field tasks, layout. Never a
     * fault, never a hidden signal.
     *
     * @param plant plant id
     * @return the description, not to be changed
     * @throws org.openots.common.error.OtsException if there is no such plant
     */
    JsonNode plant(String plant);

    /**
     * The same with the signals that are hidden from students. A secret.
     *
     * @param plant plant id
     * @return the description, not to be changed
     * @throws org.openots.common.error.OtsException if there is no such plant
     */
    default JsonNode wholePlant(String plant) {
        return plant(plant);
    }

    /**
     * The faults an instructor can choose: {@code [{id, title, text, severity, parameters}]}. A secret.
     *
     * @param plant plant id
     * @return the list, not to be changed
     * @throws org.openots.common.error.OtsException if there is no such plant
     */
    JsonNode faults(String plant);

    /**
     * The plant itself, to play what is not a run of anybody. Holds its faults, so it never leaves the server.
     *
     * @param plant plant id
     * @return the pack; nothing for a plant that is not made from one, or an unknown one
     */
    default Optional<PlantPack> pack(String plant) {
        return Optional.empty();
    }

    /**
     * All tasks.
     *
     * @return the tasks in the order to be shown
     */
    List<Task> tasks();

    /**
     * Finds a task, those too that are not in the list because they are begun in a way of their own.
     *
     * @param id task id
     * @return the task, or nothing
     */
    default Optional<Task> find(String id) {
        return tasks().stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /**
     * Tasks that can be done on a rig, because they are judged by its tags alone.
     *
     * @return the tasks with what they show, in the order to be shown
     */
    default List<RigTask> rigTasks() {
        return List.of();
    }

    /**
     * What the rubric of such a task looks at.
     *
     * @param task the task
     * @param table signals of its plant
     * @return names of signals
     * @throws org.openots.common.error.OtsException if the plant has not all of them, because its pack is an older one
     */
    default Set<String> signalsOf(RigTask task, SignalTable table) {
        return Set.of();
    }

    /**
     * A task about a hidden fault as students may know it: {@code {id, plant, minutes, title, units}}, the units with all
     * faults of the plant by number.
     *
     * @param id of the task
     * @return the task, not to be changed; nothing when it is about something else
     */
    default Optional<JsonNode> faultTask(String id) {
        return Optional.empty();
    }

    /**
     * Drills of abnormal situations as students may know them: {@code [{id, plant, level, minutes, title, brief, parts}]}.
     *
     * @return the drills in the order to be shown, not to be changed
     */
    default List<JsonNode> drills() {
        return List.of();
    }

    /**
     * What may go wrong in a drill. A secret.
     *
     * @param id drill id
     * @return the cases, one of which happens in a run; empty if there is no such drill
     */
    default List<DrillPlan> plans(String id) {
        return List.of();
    }

    /**
     * A drill with all that is in it. A secret.
     *
     * @param id drill id
     * @return the drill, or nothing
     */
    default Optional<Drill> drill(String id) {
        return Optional.empty();
    }

    /**
     * What a task gives and takes points for. For instructors.
     *
     * @param id task id
     * @return the outline; one without items for a task that is judged as a whole, or an unknown one
     */
    default TaskOutline outline(String id) {
        return TaskOutline.whole();
    }

    /**
     * Finds a task.
     *
     * @param id task id
     * @return the task
     * @throws org.openots.common.error.OtsException if there is no such task
     */
    Task task(String id);
}
