package org.openots.instructor.web;

import java.util.List;
import org.openots.instructor.catalog.HazopTaskSource;
import org.openots.instructor.hazop.TaskDesk;

/**
 * Training tasks of the HAZOP certificate.
 *
 * @param desk tasks with questions and worksheets
 * @param sources everything the catalogue shows, the desk among them
 */
public record TaskParts(TaskDesk desk, List<HazopTaskSource> sources) {
    /** Keeps an unmodifiable copy. */
    public TaskParts {
        sources = List.copyOf(sources);
    }
}
