package org.openots.common.assessment;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * Something that must not happen. Fires once per episode; an episode ends when its condition has been false for the
 * recovery time. A condition true when the task begins fires only after it was false once.
 *
 * @param id unique in the rubric
 * @param text what happened
 * @param points taken per episode, or per second
 * @param per whether an episode or a second costs
 * @param when conditions with an episode each, for example one per interlock
 * @param max at most this many points are taken
 * @param recovery how long a condition must be false before it can fire again, s
 * @param severity 1 minor … 5 major
 * @param outsideCap whether it counts on top of the rubric's penalty cap
 */
public record Penalty(
        String id,
        LocalText text,
        double points,
        Per per,
        List<Condition> when,
        double max,
        double recovery,
        int severity,
        boolean outsideCap) {
    /** Keeps unmodifiable copies. */
    public Penalty {
        when = List.copyOf(when);
    }

    /** What costs. */
    public enum Per {
        /** Every episode. */
        EVENT,
        /** Every second of it. */
        SECOND
    }
}
