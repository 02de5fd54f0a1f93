package org.openots.instructor.session;

import java.util.List;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/** Brings a run back from its journal: same inputs, same state, with or without a snapshot. */
final class RunRecovery {
    private final RunEngineFactory engines;
    private final RunScorerFactory scorers;

    RunRecovery(RunEngineFactory engines, RunScorerFactory scorers) {
        this.engines = engines;
        this.scorers = scorers;
    }

    /**
     * Replays a story.
     *
     * @param story what the journal says
     * @param kept snapshots that may fit, latest first
     * @return the run at the story's resume tick
     * @throws OtsException if the run was recorded by another engine version or plant pack
     */
    RunCore replay(RunStory story, List<SnapshotStore.Kept> kept) {
        requireSame(story.spec());
        for (SnapshotStore.Kept candidate : kept) {
            RunCore core = new RunCore(story.spec(), engines, scorers);
            if (!core.resumes(candidate.snapshot())) {
                continue;
            }
            core.resume(candidate.snapshot());
            if (core.engine().tick() == candidate.snapshot().tick()
                    && core.engine().stateHash().equals(candidate.stateHash())) {
                core.replay(story.inputs(), story.resumeTick());
                return core;
            }
        }
        RunCore core = new RunCore(story.spec(), engines, scorers);
        core.replay(story.inputs(), story.resumeTick());
        return core;
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
