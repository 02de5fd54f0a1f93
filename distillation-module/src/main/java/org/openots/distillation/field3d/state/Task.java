package org.openots.distillation.field3d.state;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * The task as far as the station tells of it: in an examination neither the score nor what is still to be operated.
 *
 * @param title for people
 * @param step at which the operator is; empty when all is done or the task has no steps
 * @param count of steps
 * @param score so far, NaN when it is not shown
 * @param most points there are, NaN when they are not told
 * @param marks how each step stands, in order
 */
public record Task(LocalText title, Optional<Step> step, int count, double score, double most, List<Mark> marks) {
    /** Copies the list. */
    public Task {
        marks = List.copyOf(marks);
    }

    /**
     * A task of which no marks are told.
     *
     * @param title for people
     * @param step at which the operator is
     * @param count of steps
     * @param score so far
     * @param most points there are
     */
    public Task(LocalText title, Optional<Step> step, int count, double score, double most) {
        this(title, step, count, score, most, List.of());
    }

    /** How a step stands. */
    public enum Mark {
        /** Not begun. */
        OPEN,
        /** Under way. */
        NOW,
        /** Done. */
        DONE,
        /** Done wrong. */
        WRONG,
        /** Ended without being done. */
        SKIPPED
    }

    /**
     * A step.
     *
     * @param number 1 first
     * @param text what is to be done
     * @param goals what is still to be operated, in the station's words; empty when the station does not guide
     */
    public record Step(int number, LocalText text, List<String> goals) {
        /** Copies the list. */
        public Step {
            goals = List.copyOf(goals);
        }
    }
}
