package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalDefect;
import org.openots.common.journal.JournalReader;
import org.openots.common.journal.JournalReport;
import org.openots.common.json.CanonicalJson;
import org.openots.instructor.error.StationError;

/** Proves what a run's journal says: reads its chain, replays it and compares state and score. Changes nothing. */
public final class RunVerifier {
    private final RunEngineFactory engines;
    private final RunScorerFactory scorers;

    /**
     * Prepares a verifier.
     *
     * @param engines builds engines
     * @param scorers builds scorers
     */
    public RunVerifier(RunEngineFactory engines, RunScorerFactory scorers) {
        this.engines = engines;
        this.scorers = scorers;
    }

    /**
     * What a journal's files hold.
     *
     * @param report chain, segments and defect
     * @param events the intact events, oldest first
     */
    public record Recorded(JournalReport report, List<JournalEvent> events) {
        /** Copies the list. */
        public Recorded {
            events = List.copyOf(events);
        }

        /**
         * Damage that no crash explains.
         *
         * @return the first defect, or nothing for a chain that proves itself
         */
        public Optional<JournalDefect> damage() {
            return report.defect().filter(defect -> !defect.recoverable());
        }
    }

    /**
     * A value as recorded and as replayed.
     *
     * @param recorded from the journal
     * @param replayed worked out again
     */
    public record Compared(String recorded, String replayed) {
        /**
         * Whether they agree.
         *
         * @return true when equal
         */
        public boolean same() {
            return recorded.equals(replayed);
        }
    }

    /**
     * Result of a replay.
     *
     * @param spec what is fixed about the run
     * @param tick last tick
     * @param time model time of it, s
     * @param state digests of the state at the last tick
     * @param score points, 0..100
     * @param sheet digests of the whole score sheet
     * @param origin whether a branch left the run it names
     */
    public record Verdict(
            RunSpec spec, long tick, double time, Compared state, Compared score, Compared sheet, OriginCheck origin) {
        /**
         * Whether the journal is proven.
         *
         * @return true when state, score and score sheet come out as recorded
         */
        public boolean proven() {
            return state.same() && score.same() && sheet.same() && origin != OriginCheck.DIFFERENT;
        }
    }

    /**
     * Reads a journal.
     *
     * @param folder the run's journal folder
     * @return its events up to the first defect
     * @throws OtsException if there is no journal, or a record is no event
     */
    public static Recorded read(Path folder) {
        List<JournalEvent> events = new ArrayList<>();
        JournalReport report =
                JournalReader.read(folder, record -> events.add(JournalFolder.event(folder.toString(), record)));
        if (report.segments() == 0 && events.isEmpty() && report.defect().isEmpty()) {
            throw new OtsException(StationError.NO_JOURNAL, folder.toString());
        }
        return new Recorded(report, events);
    }

    /**
     * What is fixed about a recorded run.
     *
     * @param recorded its journal
     * @return the first event
     * @throws OtsException if it is no run, or of another format version
     */
    public static RunSpec spec(Recorded recorded) {
        return RunStory.of(recorded.report().journal(), recorded.events()).spec();
    }

    /**
     * Replays a closed run and compares it with what its last event says.
     *
     * @param recorded an undamaged journal
     * @return the comparison
     * @throws OtsException if the run is not closed, or was recorded with another version of journal, engine, pack or
     *     rubric
     */
    public Verdict verify(Recorded recorded) {
        return verify(recorded, Optional.empty());
    }

    /**
     * Replays a closed run, compares it with what its last event says, and a branch with the run it left.
     *
     * @param recorded an undamaged journal
     * @param origin journal of the run a branch left, if it is at hand
     * @return the comparison
     * @throws OtsException as of {@link #verify(Recorded)}
     */
    public Verdict verify(Recorded recorded, Optional<Recorded> origin) {
        RunStory story = RunStory.of(recorded.report().journal(), recorded.events());
        JsonNode closing = story.closing();
        if (closing == null) {
            throw new OtsException(StationError.RUN_NOT_CLOSED, story.spec().id(), story.resumeTick());
        }
        RunSpec spec = story.spec();
        RunRecovery recovery = new RunRecovery(engines, scorers);
        recovery.requireRubric(spec);
        RunCore core = recovery.replay(story, story.resumeTick());
        core.close();
        return new Verdict(
                spec,
                core.engine().tick(),
                core.engine().time(),
                new Compared(closing.path("stateHash").asText(), core.engine().stateHash()),
                new Compared(Double.toString(closing.path("score").asDouble()), Double.toString(core.score())),
                new Compared(CanonicalJson.sha256(closing.path("sheet")), CanonicalJson.sha256(core.sheet())),
                OriginCheck.of(spec, origin));
    }

    /**
     * Refuses to score a run by another rubric than the one it was begun under.
     *
     * @param recorded an undamaged journal
     * @throws OtsException if the rubric of its task is another one now
     */
    public void requireRubric(Recorded recorded) {
        new RunRecovery(engines, scorers).requireRubric(spec(recorded));
    }

    /**
     * Replays a run as far as its journal reaches and scores it as it stands then: with what was left undone counted as
     * lost when the run is closed, and not yet when it is open.
     *
     * @param recorded an undamaged journal
     * @return the score sheet
     * @throws OtsException if the run was recorded with another version of journal, engine or pack
     */
    public JsonNode score(Recorded recorded) {
        RunStory story = RunStory.of(recorded.report().journal(), recorded.events());
        RunCore core = new RunRecovery(engines, scorers).replay(story, story.resumeTick());
        if (story.closing() != null) {
            core.close();
        }
        return core.sheet();
    }

    /**
     * Plays a closed run once more, and shows it from its start to its end.
     *
     * @param recorded an undamaged journal
     * @param everySeconds model time between two looks, s
     * @param look must not keep the run
     * @throws OtsException if the run is not closed, or was recorded with another version of journal, engine or pack
     */
    public void follow(Recorded recorded, double everySeconds, Consumer<RunInspection> look) {
        RunStory story = closed(recorded);
        RunArchive.follow(new RunRecovery(engines, scorers), story, recorded.events(), everySeconds, look);
    }

    /**
     * A closed run, to be played again with something left out.
     *
     * @param recorded an undamaged journal
     * @return the run
     * @throws OtsException as of {@link #follow}, or if the run was measured
     */
    public RunWhatIf whatIf(Recorded recorded) {
        return new RunRecovery(engines, scorers).whatIf(closed(recorded));
    }

    private static RunStory closed(Recorded recorded) {
        RunStory story = RunStory.of(recorded.report().journal(), recorded.events());
        if (story.closing() == null) {
            throw new OtsException(StationError.RUN_NOT_CLOSED, story.spec().id(), story.resumeTick());
        }
        return story;
    }
}
