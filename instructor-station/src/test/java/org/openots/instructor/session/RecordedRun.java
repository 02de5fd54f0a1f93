package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openots.instructor.catalog.StationContent;
import org.openots.simulator.operation.Command;

/** Writes the journal of a run as the station does, without its clock: for tests of journals. */
public final class RecordedRun {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);

    private final RunJournal journal;
    private final RunCore core;
    private long sequence;
    private long faults;
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

    private RecordedRun(RunJournal journal, RunCore core) {
        this.journal = journal;
        this.core = core;
    }

    /** What happens in the run. */
    public interface Story {
        /** Operates the run. */
        void play(RecordedRun run);
    }

    /**
     * Writes a closed run of task A-1 of the ethanol-water rig, from the condition {@code normal}.
     *
     * @param runs folder of journals
     * @param id run id
     * @param content engines and scorers
     * @param story what happens
     * @return the run's journal folder
     */
    public static Path write(Path runs, String id, StationContent content, Story story) {
        return write(runs, id, content, story, core -> Closing.of(core, "s01"));
    }

    /** As {@link #write}, without the last event. */
    public static Path writeOpen(Path runs, String id, StationContent content, Story story) {
        return write(runs, id, content, story, core -> null);
    }

    /** As {@link #write}, but its last event claims full marks. */
    public static Path writeForged(Path runs, String id, StationContent content, Story story) {
        return write(runs, id, content, story, core -> ((ObjectNode) Closing.of(core, "s01")).put("score", 100.0));
    }

    /** A journal whose first event is of another format version. */
    public static Path writeVersion(Path runs, String id, StationContent content, String version) {
        try (JournalFolder folder = new JournalFolder(runs, CLOCK);
                RunJournal journal = folder.create(id)) {
            journal.append(
                    RunEvents.STARTED,
                    RunCodec.started(spec(id, content)).put("formatVersion", version),
                    (at, failure) -> {});
        }
        return runs.resolve(id);
    }

    /** The same content, pretending to be of another engine version. */
    public static StationContent ofVersion(StationContent content, String version) {
        RunEngineFactory engines = new RunEngineFactory() {
            @Override
            public String version() {
                return version;
            }

            @Override
            public String packHash(String plant) {
                return content.engines().packHash(plant);
            }

            @Override
            public RunEngine start(String plant, String initialCondition, long seed) {
                return content.engines().start(plant, initialCondition, seed);
            }
        };
        return new StationContent(engines, content.scorers(), content.library(), content.hazop());
    }

    private static Path write(
            Path runs, String id, StationContent content, Story story, Function<RunCore, @Nullable JsonNode> closing) {
        try (JournalFolder folder = new JournalFolder(runs, CLOCK)) {
            RunCore core = new RunCore(spec(id, content), content.engines(), content.scorers());
            return write(runs, folder, core, story, closing);
        }
    }

    /**
     * Writes a closed branch of a closed run.
     *
     * @param runs folder of journals, that of the run among them
     * @param id run id of the branch
     * @param of run id of the run it leaves
     * @param time where it goes on, s
     * @param content engines and scorers
     * @param story what happens then
     * @return the branch's journal folder
     */
    public static Path writeBranch(Path runs, String id, String of, double time, StationContent content, Story story) {
        try (JournalFolder folder = new JournalFolder(runs, CLOCK)) {
            RunPast past = new RunArchive(folder, content.engines(), content.scorers()).past(of, time);
            RunSpec spec = past.branch(id, "s02", CLOCK.millis(), 0, RunRules.practice());
            RunCore core = RunCore.standing(past, spec, content.engines(), content.scorers());
            return write(runs, folder, core, story, branch -> Closing.of(branch, "s02"));
        }
    }

    private static Path write(
            Path runs, JournalFolder folder, RunCore core, Story story, Function<RunCore, @Nullable JsonNode> closing) {
        RunSpec spec = core.spec();
        String id = spec.id();
        RecordedRun run;
        try (RunJournal journal = folder.create(id)) {
            run = new RecordedRun(journal, core);
            run.sequence = RunStory.begun(spec).lastSequence();
            run.faults = RunStory.begun(spec).faultKeys();
            run.append(RunEvents.STARTED, RunCodec.started(spec));
            story.play(run);
            run.append(RunEvents.MARK, RunCodec.mark(run.core.engine().tick()));
            JsonNode last = closing.apply(run.core);
            if (last != null) {
                run.append(RunEvents.CLOSED, last);
            }
        }
        if (!run.failures.isEmpty()) {
            throw new IllegalStateException(id, run.failures.get(0));
        }
        return runs.resolve(id);
    }

    private static RunSpec spec(String id, StationContent content) {
        String plant = "ethanol-water-rig";
        String task = "A-1";
        return new RunSpec(
                id,
                plant,
                content.engines().packHash(plant),
                "normal",
                7,
                task,
                content.scorers().rubricHash(task),
                content.engines().version(),
                "s01",
                CLOCK.millis(),
                0,
                RunRules.practice(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** An operation at the present tick. */
    public RecordedRun operate(String target, String verb, double value) {
        sequence++;
        Command command = new Command(core.engine().tick(), sequence, target, verb, value, "");
        append(
                RunEvents.COMMAND,
                RunCodec.command(new Operation("c-" + sequence, "s01", target, verb, value, "", false), command));
        core.give(new RunInput.Operated(command, false));
        return this;
    }

    /** A fault at the present tick, at full strength within ten seconds. */
    public RecordedRun fault(String id) {
        faults++;
        FaultOrder order = new FaultOrder("k" + faults, id, 1, 10, 0, "", 0);
        append(RunEvents.FAULT_ARMED, RunCodec.armed(core.engine().tick(), "teacher", order));
        core.give(new RunInput.Armed(core.engine().tick(), order));
        return this;
    }

    /** Lets model time pass, s. */
    public RecordedRun run(double seconds) {
        long ticks = core.ticks(seconds);
        for (long i = 0; i < ticks; i++) {
            core.step();
        }
        return this;
    }

    private void append(String kind, JsonNode body) {
        journal.append(kind, body, (at, failure) -> {
            if (failure != null) {
                failures.add(failure);
            }
        });
    }
}
