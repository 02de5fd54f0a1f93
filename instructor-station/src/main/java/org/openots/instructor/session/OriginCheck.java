package org.openots.instructor.session;

import java.util.List;
import java.util.Optional;
import org.openots.common.error.OtsException;

/** What became of comparing a branch with the run it left. */
public enum OriginCheck {
    /** It is no branch. */
    NONE,
    /** The journal of the run it left is not at hand; the branch proves itself all the same. */
    ABSENT,
    /** That run had the named head, and its inputs are what the branch inherited. */
    SAME,
    /** That run never had the named head, or other inputs, or was another exercise. */
    DIFFERENT;

    /** Compares a branch with the journal it names, if that is at hand. */
    static OriginCheck of(RunSpec spec, Optional<RunVerifier.Recorded> journal) {
        if (!spec.branched()) {
            return NONE;
        }
        RunOrigin origin = spec.origin().orElseThrow();
        return journal.map(recorded -> same(spec, origin, recorded) ? SAME : DIFFERENT)
                .orElse(ABSENT);
    }

    private static boolean same(RunSpec spec, RunOrigin origin, RunVerifier.Recorded recorded) {
        List<JournalEvent> events = recorded.events();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).head().equals(origin.head())) {
                return same(spec, origin, events.subList(0, i + 1));
            }
        }
        return false;
    }

    private static boolean same(RunSpec spec, RunOrigin origin, List<JournalEvent> until) {
        RunStory story;
        try {
            story = RunStory.of(origin.run(), until);
        } catch (OtsException e) {
            // a journal of another run, or one that nobody can read, cannot vouch for a branch
            return false;
        }
        RunSpec of = story.spec();
        boolean exercise = of.plant().equals(spec.plant())
                && of.packHash().equals(spec.packHash())
                && of.initialCondition().equals(spec.initialCondition())
                && of.seed() == spec.seed()
                && of.task().equals(spec.task())
                && of.engineVersion().equals(spec.engineVersion());
        RunInputs inputs = new RunInputs();
        inputs.set(story.inputs(), Long.MAX_VALUE);
        inputs.rewind(origin.tick(), true);
        return exercise && inputs.all().equals(origin.inputs());
    }
}
