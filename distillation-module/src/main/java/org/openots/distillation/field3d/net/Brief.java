package org.openots.distillation.field3d.net;

import java.util.List;
import java.util.Optional;
import org.openots.distillation.field3d.state.Task;

/**
 * What a frame says of the task beside the plant.
 *
 * @param task as it stands; empty when nothing of it changed, and in a complete frame when there is none
 * @param remaining model time left, s; NaN without a limit
 * @param horn priority of the alarm that sounds, 1 the highest; 0 for silence
 * @param calls on the radio, the oldest first; in a complete frame those of before too
 */
public record Brief(Optional<Task> task, double remaining, int horn, List<Call> calls) {
    /** No task, no limit, silence. */
    public static final Brief NONE = new Brief(Optional.empty(), Double.NaN, 0);

    /** Copies the list. */
    public Brief {
        calls = List.copyOf(calls);
    }

    /**
     * Without a word on the radio.
     *
     * @param task as it stands; empty when nothing of it changed, and in a complete frame when there is none
     * @param remaining model time left, s; NaN without a limit
     * @param horn priority of the alarm that sounds, 1 the highest; 0 for silence
     */
    public Brief(Optional<Task> task, double remaining, int horn) {
        this(task, remaining, horn, List.of());
    }
}
