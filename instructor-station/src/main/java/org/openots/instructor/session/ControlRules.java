package org.openots.instructor.session;

import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/** Who may control a run, and within which limits. */
final class ControlRules {
    private ControlRules() {}

    /** Throws if the action is not allowed: an owner by the task's rules, anybody else (an instructor) by the limits. */
    static void check(RunSpec spec, Control action, String by, double value) {
        if (spec.measured()) {
            throw new OtsException(StationError.RIG_TIME, action.word());
        }
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
    }

    /** Throws if a trainee would move a run that somebody else, his teacher, has frozen. */
    static void check(RunSpec spec, Pace pace, Control action, String by) {
        boolean frozenByOther = pace.state() == Pace.State.FROZEN
                && !pace.by().equals(spec.owner())
                && !pace.by().equals(Pace.STATION);
        boolean moves = action == Control.RUN || action == Control.REWIND || action == Control.RESTART;
        if (by.equals(spec.owner()) && frozenByOther && moves) {
            throw new OtsException(StationError.FROZEN_BY_OTHER, spec.id());
        }
    }

    /** Throws if a time to go back to is not in the past, s. */
    static void past(double time, double now) {
        range(Control.REWIND, time, 0, now);
    }

    private static void range(Control action, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new OtsException(StationError.CONTROL_VALUE, action.word(), value, lowest, highest);
        }
    }
}
