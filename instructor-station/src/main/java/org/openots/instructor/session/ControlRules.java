package org.openots.instructor.session;

import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/** Who may control a run, and within which limits. */
final class ControlRules {
    private ControlRules() {}

    /** Throws if the action is not allowed: an owner by the task's rules, anybody else (an instructor) by the limits. */
    static void check(RunSpec spec, Control action, String by, double value) {
        boolean owner = by.equals(spec.owner());
        RunRules rules = spec.rules();
        boolean allowed = switch (action) {
            case FREEZE, RUN -> rules.freeze();
            case SPEED -> rules.speedMax() > rules.speedMin();
            case REWIND -> rules.rewind();
            case RESTART -> rules.restart();
        };
        if (owner && !allowed) {
            throw new OtsException(StationError.CONTROL_NOT_ALLOWED, spec.task(), action.word());
        }
        if (action == Control.SPEED) {
            double lowest = owner ? rules.speedMin() : RunRules.SPEED_MIN;
            double highest = owner ? rules.speedMax() : RunRules.SPEED_MAX;
            range(action, value, lowest, highest);
        }
        if (action == Control.REWIND) {
            range(action, value, 0, Double.MAX_VALUE);
        }
    }

    private static void range(Control action, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new OtsException(StationError.CONTROL_VALUE, action.word(), value, lowest, highest);
        }
    }
}
