package org.openots.instructor.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.tank.Await;
import org.openots.instructor.tank.ManualClock;
import org.openots.instructor.tank.TankEngines;
import org.openots.instructor.tank.TankScorers;

/** A host with the tank on a clock that the test moves, and a disk that outlives it. */
abstract class HostFixture {
    static final String OWNER = "s1";
    static final String TEACHER = "teacher";

    @TempDir
    Path folder;

    final ManualClock clock = new ManualClock();
    final List<String> opened = new ArrayList<>();
    final List<String> closedRuns = new ArrayList<>();
    RunJournals journals;
    SessionHost host;

    @BeforeEach
    void open() {
        journals = new JournalFolder(folder.resolve("runs"), Clock.systemUTC());
        host = host(journals, new TankEngines(), Double.POSITIVE_INFINITY);
    }

    @AfterEach
    void close() {
        host.close();
        journals.close();
    }

    SessionHost host(RunJournals runs, RunEngineFactory engines, double grace) {
        RunListener listener = new RunListener() {
            @Override
            public void opened(RunSpec spec) {
                opened.add(spec.id());
            }

            @Override
            public void closed(RunSpec spec, JsonNode closing) {
                closedRuns.add(spec.id());
            }
        };
        return new SessionHost(
                new HostParts(engines, new TankScorers(), runs, Rigs.NONE, folder.resolve("snapshots")),
                new HostSettings(clock, Clock.systemUTC(), RandomGenerator.of("L64X128MixRandom"), 2, grace),
                listener);
    }

    /** Closes the host with its runs open, as a stop of the station does, and starts another one. */
    void restart(RunEngineFactory engines) {
        host.close();
        journals.close();
        journals = new JournalFolder(folder.resolve("runs"), Clock.systemUTC());
        host = host(journals, engines, Double.POSITIVE_INFINITY);
        host.recover(journals.runs());
    }

    String start(RunRules rules, double limit) {
        return host.start(new RunOrder(TankEngines.PLANT, "half", "T-1", OWNER, limit, rules));
    }

    void runTo(String run, long tick) {
        Await.until("tick " + tick, () -> {
            if (tickOf(run) >= tick) {
                return true;
            }
            clock.advance(0.1);
            return false;
        });
    }

    long tickOf(String run) {
        return Answers.await(host.inspect(run, RunInspection::tick));
    }

    String hashOf(String run) {
        return Answers.await(host.inspect(run, RunInspection::stateHash));
    }

    CommandOutcome operate(String run, String cid, String target, String verb, double value) {
        CompletableFuture<CommandOutcome> answer =
                host.submit(run, new Operation(cid, OWNER, target, verb, value, "", false));
        Await.until(cid, () -> {
            clock.advance(0.05);
            return answer.isDone();
        });
        return Answers.await(answer);
    }

    /** The state an uninterrupted engine has at a tick with the inputs of the journal. */
    String twinHash(String run, long tick) {
        RunStory story = RunStory.of(run, journals.read(run));
        RunCore twin = new RunCore(story.spec(), new TankEngines(), new TankScorers());
        twin.replay(story.inputs(), tick);
        return twin.engine().stateHash();
    }

    /** Asserts that the run is in the state an uninterrupted engine has with the inputs of its journal. */
    void sameAsTwin(String run) {
        long tick;
        String hash;
        do {
            // what the clock was moved by before may still be caught up
            tick = tickOf(run);
            hash = hashOf(run);
        } while (tickOf(run) != tick);
        assertThat(hash).isEqualTo(twinHash(run, tick));
    }
}
