package org.openots.instructor.session;

import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/**
 * Shows a run as it was at one of its ticks: a copy is made from the last snapshot before it, plays at most the ticks in
 * between, and is dropped. One at a time, so that looking back takes one core and one copy from a running class at most.
 */
final class RunSeeker {
    private final RunEngineFactory engines;
    private final RunScorerFactory scorers;

    RunSeeker(RunEngineFactory engines, RunScorerFactory scorers) {
        this.engines = engines;
        this.scorers = scorers;
    }

    /** The run as it was; still, and as long as nobody may change it. */
    synchronized RunView view(RunPast past) {
        RunCore core = RunCore.standing(past, past.spec(), engines, scorers);
        return core.view(new Pace(Pace.State.FROZEN, Pace.STATION, 1), past.lastOperation(), false);
    }

    /** A run of its own that stands where the past ends. */
    RunCore branch(RunPast past, RunSpec spec) {
        return RunCore.standing(past, spec, engines, scorers);
    }

    /** Refuses a time the run has not reached, s. */
    static long tick(RunCore core, double time) {
        double now = core.engine().time();
        if (!(time >= 0 && time <= now)) {
            throw new OtsException(StationError.SEEK_TIME, core.spec().id(), time, now);
        }
        return Math.min(core.engine().tick(), Math.round(time / core.engine().tickSeconds()));
    }
}
