package org.openots.distillation.robot;

import java.util.List;
import org.openots.common.signal.SignalView;

/**
 * A trainee made of code. Deterministic: the same signals on the same ticks give the same actions. Knows model time only.
 * Not thread-safe.
 */
public interface RobotOperator {
    /**
     * What it does on a tick.
     *
     * @param view the signals; to be shown every tick, in order
     * @return the actions, to take effect at the next tick, in order; usually none
     */
    List<RobotAction> onTick(SignalView view);

    /**
     * Whether it has nothing more to do.
     *
     * @return true at the end of its script, also after a failure
     */
    boolean finished();
}
