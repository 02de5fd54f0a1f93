package org.openots.instructor.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a run back from its journal: same inputs, same state, with or without a snapshot. */
final class RunRecovery {
    private static final Logger LOG = LoggerFactory.getLogger(RunRecovery.class);

    private final RunEngineFactory engines;
    private final RunScorerFactory scorers;

    RunRecovery(RunEngineFactory engines, RunScorerFactory scorers) {
        this.engines = engines;
        this.scorers = scorers;
    }

    /**
     * Brings an open run back to go on.
     *
     * @param story what the journal says
     * @param kept snapshots that may fit, latest first
     * @return the run at the story's resume tick
     * @throws OtsException if the run was recorded by another engine version, plant pack or rubric
     */
    RunCore continued(RunStory story, List<SnapshotStore.Kept> kept) {
        requireRubric(story.spec());
        requireSame(story.spec());
        for (SnapshotStore.Kept candidate : kept) {
            RunCore core = resumed(story.spec(), candidate);
            if (core != null) {
                core.replay(story.inputs(), story.resumeTick());
                return core;
            }
        }
        return replay(story, story.resumeTick());
    }

    private @Nullable RunCore resumed(RunSpec spec, SnapshotStore.Kept candidate) {
        long tick = candidate.snapshot().tick();
        RunCore core = new RunCore(spec, engines, scorers);
        try {
            core.resume(candidate.snapshot());
        } catch (OtsException e) {
            LOG.warn("snapshot of run {} at tick {} does not fit, the run is replayed", spec.id(), tick, e);
            return null;
        }
        boolean same = core.engine().tick() == tick && core.engine().stateHash().equals(candidate.stateHash());
        if (!same) {
            LOG.warn("snapshot of run {} at tick {} restores to another state, the run is replayed", spec.id(), tick);
        }
        return same ? core : null;
    }

    /**
     * Replays a story from its beginning.
     *
     * @param story what the journal says
     * @param untilTick where to stop
     * @return the run at that tick
     * @throws OtsException if the run was recorded by another engine version or plant pack
     */
    RunCore replay(RunStory story, long untilTick) {
        requireSame(story.spec());
        RunCore core = new RunCore(story.spec(), engines, scorers);
        core.replay(story.inputs(), untilTick);
        return core;
    }

    /** A story to be played with something left out. */
    RunWhatIf whatIf(RunStory story) {
        requireSame(story.spec());
        return new RunWhatIf(story.spec(), story.inputs(), story.resumeTick(), engines, scorers);
    }

    /**
     * Refuses a run that was begun under another rubric: what its trainee was told to do is not what would be scored.
     *
     * @throws OtsException if the rubric of its task is another one now
     */
    void requireRubric(RunSpec spec) {
        String rubric = scorers.rubricHash(spec.task());
        if (!rubric.equals(spec.rubricHash())) {
            throw new OtsException(StationError.RUBRIC_VERSION, spec.id(), spec.task(), spec.rubricHash(), rubric);
        }
    }

    private void requireSame(RunSpec spec) {
        if (!engines.version().equals(spec.engineVersion())) {
            throw new OtsException(StationError.ENGINE_VERSION, spec.id(), spec.engineVersion(), engines.version());
        }
        String here = engines.packHash(spec.plant());
        if (!here.equals(spec.packHash())) {
            throw new OtsException(StationError.PACK_VERSION, spec.id(), spec.plant(), spec.packHash(), here);
        }
    }
}
