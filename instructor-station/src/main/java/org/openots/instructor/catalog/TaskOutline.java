package org.openots.instructor.catalog;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * What a task gives and takes points for, without how that is measured. For instructors.
 *
 * @param items what gives points, in the order of its rubric; none for a task that is judged as a whole
 * @param penalties what takes points
 */
public record TaskOutline(List<Item> items, List<Penalty> penalties) {
    /**
     * What gives points.
     *
     * @param id unique in the task
     * @param text what is to be done or kept; empty when its id says it
     * @param points full marks
     */
    public record Item(String id, LocalText text, double points) {}

    /**
     * What takes points.
     *
     * @param text what must not happen
     * @param points lost each time
     */
    public record Penalty(LocalText text, double points) {}

    /** Freezes the lists. */
    public TaskOutline {
        items = List.copyOf(items);
        penalties = List.copyOf(penalties);
    }

    /**
     * A task that is judged as a whole.
     *
     * @return no item, no penalty
     */
    public static TaskOutline whole() {
        return new TaskOutline(List.of(), List.of());
    }

    /**
     * Full marks.
     *
     * @return the sum of the items; 0 for a task that is judged as a whole
     */
    public double points() {
        return items.stream().mapToDouble(Item::points).sum();
    }
}
