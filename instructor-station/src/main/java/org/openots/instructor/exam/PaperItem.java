package org.openots.instructor.exam;

import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * One thing a candidate is asked to do: a run of a plant, or a HAZOP task. Holds secrets.
 *
 * @param section id of the strategy's section it belongs to
 * @param title of the section, which tells nothing of what was drawn
 * @param kind what it is
 * @param unit plant id, or id of the study
 * @param task task id
 * @param initialCondition where the run starts; empty for a HAZOP task
 * @param weight points of the exam it is worth
 * @param limitSeconds exam time for it, s
 * @param hidden the fault that happens; nothing for most
 */
public record PaperItem(
        String section,
        LocalText title,
        Kind kind,
        String unit,
        String task,
        String initialCondition,
        double weight,
        int limitSeconds,
        Optional<HiddenFault> hidden) {
    /** Kinds of items. */
    public enum Kind {
        /** A run of a plant. */
        OPERATION,
        /** A HAZOP task with its worksheet. */
        HAZOP
    }

    /**
     * A fault drawn for a candidate.
     *
     * @param fault fault id of the plant pack
     * @param severity 0 to 1
     * @param rampSeconds model time to full severity, s
     * @param delaySeconds model time from the start of the run to its onset, s
     */
    public record HiddenFault(String fault, double severity, double rampSeconds, double delaySeconds) {}
}
