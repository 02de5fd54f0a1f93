package org.openots.instructor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The plants and tasks the station offers; safe for use by several threads. */
public interface PlantLibrary {
    /**
     * What a screen needs to know of a plant: signals, controllers, devices, interlocks, field tasks, layout. Never a
     * fault.
     *
     * @param plant plant id
     * @return the description, not to be changed
     * @throws org.openots.common.error.OtsException if there is no such plant
     */
    JsonNode plant(String plant);

    /**
     * The faults an instructor can choose: {@code [{id, title, text, severity, parameters}]}. A secret.
     *
     * @param plant plant id
     * @return the list, not to be changed
     * @throws org.openots.common.error.OtsException if there is no such plant
     */
    JsonNode faults(String plant);

    /**
     * All tasks.
     *
     * @return the tasks in the order to be shown
     */
    List<Task> tasks();

    /**
     * Finds a task.
     *
     * @param id task id
     * @return the task
     * @throws org.openots.common.error.OtsException if there is no such task
     */
    Task task(String id);
}
