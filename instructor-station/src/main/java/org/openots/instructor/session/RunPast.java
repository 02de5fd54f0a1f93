package org.openots.instructor.session;

import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/**
 * What it takes to stand at a tick of a run again, apart from the run itself: nothing done with it is felt by the run.
 * Snapshots, trend rows and events are shared with it and never change.
 */
public final class RunPast {
    private final RunSpec spec;
    private final RunOrigin origin;
    private final SnapshotRing snapshots;
    private final TrendHistory history;
    private final EventLog events;
    private final ScoreCurve scores;
    private final long knownFrom;

    RunPast(
            RunSpec spec,
            RunOrigin origin,
            SnapshotRing snapshots,
            TrendHistory history,
            EventLog events,
            ScoreCurve scores,
            long knownFrom) {
        this.spec = spec;
        this.origin = origin;
        this.snapshots = snapshots;
        this.history = history;
        this.events = events;
        this.scores = scores;
        this.knownFrom = knownFrom;
    }

    /**
     * What is fixed about the run.
     *
     * @return its first event
     */
    public RunSpec spec() {
        return spec;
    }

    /** What is fixed about a run that goes on from here. */
    RunSpec branch(String id, String owner, long startedAt, double timeLimitSeconds, RunRules rules) {
        if (spec.measured()) {
            throw new OtsException(StationError.RIG_BRANCH, spec.id());
        }
        return new RunSpec(
                id,
                spec.plant(),
                spec.packHash(),
                spec.initialCondition(),
                spec.seed(),
                spec.task(),
                spec.rubricHash(),
                spec.engineVersion(),
                owner,
                startedAt,
                timeLimitSeconds,
                rules,
                Optional.of(origin),
                rules.equals(spec.rules()) ? spec.strategy() : Optional.empty(),
                Optional.empty());
    }

    /** The tick, the journal's head, and the inputs up to it. */
    RunOrigin origin() {
        return origin;
    }

    SnapshotRing snapshots() {
        return snapshots;
    }

    TrendHistory history() {
        return history;
    }

    EventLog events() {
        return events;
    }

    ScoreCurve scores() {
        return scores;
    }

    long knownFrom() {
        return knownFrom;
    }

    /** The number of the last operation before the tick. */
    long lastOperation() {
        return origin.inputs().stream()
                .filter(RunInput.Operated.class::isInstance)
                .mapToLong(input -> ((RunInput.Operated) input).command().sequence())
                .filter(sequence -> sequence < Operation.REMOTE)
                .max()
                .orElse(0);
    }
}
