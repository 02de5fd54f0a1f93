package org.openots.hazop.task;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * A task of the certificate. Holds its answer key, so it never leaves the server as a whole.
 *
 * @param head what it is
 * @param sections its pages in order
 * @param sheet its worksheet, if it has one
 */
public record TrainingTask(Head head, List<Section> sections, Optional<SheetPart> sheet) {
    /** Keeps an unmodifiable copy. */
    public TrainingTask {
        sections = List.copyOf(sections);
    }

    /**
     * What a task is.
     *
     * @param id its id, unique in the suite
     * @param module module of the certificate
     * @param level level of the certificate
     * @param plant id of the plant, which is also that of its study
     * @param title its name
     * @param intro what is to be done
     * @param minutes time that is usually enough, min
     * @param passPercent share of the points from which it is passed, %
     */
    public record Head(
            String id,
            TaskModule module,
            TaskLevel level,
            String plant,
            LocalText title,
            LocalText intro,
            int minutes,
            double passPercent) {}

    /**
     * Its id.
     *
     * @return the id
     */
    public String id() {
        return head.id();
    }
}
