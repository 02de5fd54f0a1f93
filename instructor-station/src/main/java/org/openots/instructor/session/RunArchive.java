package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/**
 * Closed runs, brought back by replaying their journals. A replay must end in the state the journal's last event names;
 * if it does not, nothing of it is shown. One replay at a time, so that it takes one core from a running class at most.
 */
public final class RunArchive {
    /** Replayed runs kept: a teacher compares two or three; each takes a few MB. */
    private static final int MOST = 4;

    private final RunJournals journals;
    private final RunRecovery recovery;
    private final LinkedHashMap<String, Replayed> cache = new LinkedHashMap<>(MOST * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Replayed> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Opens the archive.
     *
     * @param journals journals of the runs
     * @param engines builds engines
     * @param scorers builds scorers
     */
    public RunArchive(RunJournals journals, RunEngineFactory engines, RunScorerFactory scorers) {
        this.journals = journals;
        this.recovery = new RunRecovery(engines, scorers);
    }

    private record Replayed(RunCore core, String head) {}

    /**
     * Asks something of a closed run.
     *
     * @param <T> type of the answer
     * @param id run id
     * @param question must not keep the run
     * @return the answer
     * @throws OtsException if there is no such journal, it is damaged, was recorded by another engine version, or its
     *     replay does not end in the recorded state
     */
    public synchronized <T> T inspect(String id, Function<RunInspection, T> question) {
        Replayed replayed = cache.get(id);
        if (replayed == null) {
            replayed = replay(id);
            cache.put(id, replayed);
        }
        return question.apply(new RunInspection(replayed.core(), replayed.head()));
    }

    /**
     * Plays a closed run once more, and shows it from its start to its end.
     *
     * @param id run id
     * @param everySeconds model time between two looks, s
     * @param look must not keep the run
     * @throws OtsException as of {@link #inspect}
     */
    public synchronized void watch(String id, double everySeconds, Consumer<RunInspection> look) {
        follow(id, everySeconds, look);
    }

    /**
     * The same for work that may take its time: nobody who asks for another run waits for it.
     *
     * @param id run id
     * @param everySeconds model time between two looks, s
     * @param look must not keep the run; what it throws ends the replay
     * @throws OtsException as of {@link #inspect}
     */
    public void follow(String id, double everySeconds, Consumer<RunInspection> look) {
        List<JournalEvent> events = journals.read(id);
        RunStory story = RunStory.of(id, events);
        RunCore core = follow(recovery, story, events, everySeconds, look);
        require(id, story, core);
    }

    static RunCore follow(
            RunRecovery recovery,
            RunStory story,
            List<JournalEvent> events,
            double everySeconds,
            Consumer<RunInspection> look) {
        String head = events.get(events.size() - 1).head();
        RunCore core = recovery.replay(story, 0);
        look.accept(new RunInspection(core, head));
        long step = core.ticks(everySeconds);
        while (core.engine().tick() < story.resumeTick()) {
            core.replay(
                    story.inputs(), Math.min(story.resumeTick(), core.engine().tick() + step));
            look.accept(new RunInspection(core, head));
        }
        return core;
    }

    /**
     * What it takes to stand at a time of a closed run again.
     *
     * @param id run id
     * @param time model time, s
     * @return the past up to then
     * @throws OtsException as of {@link #inspect}, or if the run did not reach that time
     */
    public RunPast past(String id, double time) {
        return inspect(id, inspection -> inspection.past(time));
    }

    /**
     * A closed run, to be played again with something left out.
     *
     * @param id run id
     * @return the run
     * @throws OtsException if there is no such journal, it is damaged or not closed, was recorded by another engine version or
     *     plant pack, or the run was measured
     */
    public RunWhatIf whatIf(String id) {
        RunStory story = RunStory.of(id, journals.read(id));
        if (story.closing() == null) {
            throw new OtsException(StationError.RUN_NOT_CLOSED, id, story.resumeTick());
        }
        return recovery.whatIf(story);
    }

    private Replayed replay(String id) {
        List<JournalEvent> events = journals.read(id);
        RunStory story = RunStory.of(id, events);
        RunCore core = recovery.replay(story, story.resumeTick());
        require(id, story, core);
        return new Replayed(core, events.get(events.size() - 1).head());
    }

    /** Ends a replay, and refuses one that came to another end than its journal names. */
    private static void require(String id, RunStory story, RunCore core) {
        JsonNode closing = story.closing();
        if (closing == null) {
            throw new OtsException(StationError.JOURNAL_DAMAGED, id, "no " + RunEvents.CLOSED);
        }
        core.close();
        if (!core.engine().stateHash().equals(closing.path("stateHash").asText())) {
            throw new OtsException(
                    StationError.REPLAY_DIFFERS, id, core.engine().tick());
        }
    }
}
