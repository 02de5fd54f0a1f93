package org.openots.instructor.catalog;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/** Something that offers tasks of the HAZOP certificate: the catalogue shows those of all sources in one table. */
public interface HazopTaskSource {
    /**
     * A task as the catalogue shows it.
     *
     * @param id its id, unique in the station
     * @param module {@code M1} to {@code M5}
     * @param level {@code junior}, {@code intermediate} or {@code senior}
     * @param plant id of its plant
     * @param title its name
     * @param minutes time that is usually enough, min
     * @param link page on which it begins; nothing for one that the catalogue begins itself
     */
    record OfferedTask(
            String id,
            String module,
            String level,
            String plant,
            LocalText title,
            int minutes,
            Optional<String> link) {}

    /**
     * How far a person is with a task.
     *
     * @param state {@code open} or {@code submitted}
     * @param link page to go on with or to look at
     * @param bestPercent best score that may be shown and changes no more, %
     * @param provisionalPercent best score that may be shown and may still change, %; nothing beside a final one
     * @param passed whether that is enough; false without a score
     */
    record Standing(
            String state,
            String link,
            Optional<Double> bestPercent,
            Optional<Double> provisionalPercent,
            boolean passed) {}

    /**
     * What is offered.
     *
     * @return the tasks, in the order to be shown
     */
    List<OfferedTask> tasks();

    /**
     * How far a person is.
     *
     * @param account of the student
     * @param task id of the task
     * @return nothing when it is not begun
     */
    Optional<Standing> standing(String account, String task);
}
