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
 */
public record Task(LocalText title, Optional<Step> step, int count, double score, double most) {
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
