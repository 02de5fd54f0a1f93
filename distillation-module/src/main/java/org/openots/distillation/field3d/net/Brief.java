package org.openots.distillation.field3d.net;

import java.util.Optional;
import org.openots.distillation.field3d.state.Task;

/**
 * What a frame says of the task beside the plant.
 *
 * @param task as it stands; empty when nothing of it changed, and in a complete frame when there is none
 * @param remaining model time left, s; NaN without a limit
 * @param horn priority of the alarm that sounds, 1 the highest; 0 for silence
 */
public record Brief(Optional<Task> task, double remaining, int horn) {
    /** No task, no limit, silence. */
    public static final Brief NONE = new Brief(Optional.empty(), Double.NaN, 0);
}
