package org.openots.instructor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;
import org.openots.common.signal.PlantFrame;
import org.openots.common.signal.PlantSource;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.common.signal.SignalTable;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.error.StationError;
import org.openots.instructor.tank.Await;
import org.openots.instructor.tank.ManualClock;
import org.openots.instructor.tank.SuppliedClock;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.plant.PlantPack;

/** Runs on a rig: recorded, not simulated. */
class RigRunTest {
    private static final String PLANT = "ethanol-water-rig";
    private static final String OWNER = "s1";
    private static final SignalTable TABLE =
            PlantSignals.of(PlantPack.shipped(PLANT)).table();
    private static final StationContent CONTENT = new SuiteContent().load();
    private static final long BEGUN = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private final Shown rig = new Shown();
    private final AtomicLong wall = new AtomicLong(BEGUN);
    private volatile boolean connected = true;
    private @Nullable RunJournals journals;
    private @Nullable SessionHost host;

    /** A source that shows what the test sets. */
    private static final class Shown implements PlantSource {
        private final double[] values = new double[TABLE.size()];
        private final Quality[] qualities = new Quality[TABLE.size()];
        private long tick;

        Shown() {
            Arrays.fill(values, Double.NaN);
            Arrays.fill(qualities, Quality.bad(Cause.NOT_CONNECTED));
        }

        synchronized void show(String signal, double value, Quality quality) {
            values[TABLE.find(signal)] = value;
            qualities[TABLE.find(signal)] = quality;
        }

        @Override
        public String plant() {
            return PLANT;
        }

        @Override
        public Kind kind() {
            return Kind.LIVE;
        }

        @Override
        public SignalTable signals() {
            return TABLE;
        }

        @Override
        public synchronized PlantFrame latest() {
            return PlantFrame.measured(++tick, (double) tick, values, qualities, new double[values.length]);
        }

        @Override
        public Following follow(Consumer<PlantFrame> follower) {
            return () -> {};
        }
    }

    @BeforeEach
    void open() {
        RunListener silent = new RunListener() {
            @Override
            public void opened(RunSpec spec) {}

            @Override
            public void closed(RunSpec spec, com.fasterxml.jackson.databind.JsonNode closing) {}
        };
        Clock source = new SuppliedClock(() -> Instant.ofEpochMilli(wall.get()));
        JournalFolder files = new JournalFolder(folder.resolve("runs"), Clock.systemUTC());
        journals = files;
        host = new SessionHost(
                new HostParts(
                        CONTENT.engines(),
                        CONTENT.scorers(),
                        files,
                        plant -> connected && plant.equals(PLANT) ? Optional.of(rig) : Optional.empty(),
                        folder.resolve("snapshots")),
                new HostSettings(clock, source, RandomGenerator.of("L64X128MixRandom"), 1, 1),
                silent);
        rig.show("TI-702", 78.4, Quality.GOOD);
        rig.show("PDI-703", 3, Quality.GOOD);
    }

    @AfterEach
    void close() {
        host().close();
        if (journals != null) {
            journals.close();
        }
    }

    private SessionHost host() {
        if (host == null) {
            throw new IllegalStateException();
        }
        return host;
    }

    private String start() {
        return host().start(new RunOrder(PLANT, RunSpec.RIG, "A-4", OWNER, 600, RunRules.examination()));
    }

    private void runTo(String run, long tick) {
        // the clock waits for a run whose journal is slow, which would else see a gap of some seconds
        long[] last = {-1};
        double[] since = {0};
        Await.until("tick " + tick, () -> {
            long now = tick(run);
            since[0] = now == last[0] ? since[0] : 0;
            last[0] = now;
            if (now < tick && since[0] < 1.25) {
                clock.advance(0.25);
                wall.addAndGet(250);
                since[0] += 0.25;
            }
            return now >= tick;
        });
    }

    private long tick(String run) {
        return Answers.await(host().inspect(run, RunInspection::tick));
    }

    private RunView view(String run) {
        runTo(run, tick(run) + 2);
        return host().observe(run);
    }

    private static int index(RunView view, String signal) {
        return view.signals().find(signal);
    }

    private CommandOutcome operate(String run, String target, String verb, double value) {
        CompletableFuture<CommandOutcome> answer =
                host().submit(run, new Operation(target + verb, OWNER, target, verb, value, "", false));
        Await.until(target, () -> {
            clock.advance(0.1);
            wall.addAndGet(100);
            return answer.isDone();
        });
        return Answers.await(answer);
    }

    private static Consumer<OtsException> code(ErrorCode code) {
        return e -> assertThat(e.errorCode()).isEqualTo(code);
    }

    @Test
    void showsWhatTheRigShowsWithItsQuality() {
        String run = start();
        RunView view = view(run);
        assertThat(view.readings().get(index(view, "TI-702"))).isEqualTo(78.4);
        assertThat(view.readings().quality(index(view, "TI-702"))).isEqualTo(Quality.GOOD);
        assertThat(view.readings().quality(index(view, "TI-703"))).isEqualTo(Quality.bad(Cause.NOT_CONNECTED));

        rig.show("TI-702", 78.4, Quality.bad(Cause.STALE));
        RunView later = view(run);
        assertThat(later.readings().get(index(later, "TI-702"))).isEqualTo(78.4);
        assertThat(later.readings().quality(index(later, "TI-702"))).isEqualTo(Quality.bad(Cause.STALE));
        assertThat(later.readings().since(index(later, "TI-702"))).isLessThan(later.time());
    }

    @Test
    void isProvenByItsJournalWithAlarmsEntriesAndAGap() {
        String run = start();
        runTo(run, 5);
        rig.show("PDI-703", 5.5, Quality.GOOD);
        assertThat(operate(run, "RECORD.S-TOP", "enter", 91.2).applied()).isTrue();
        runTo(run, 15);
        RunView high = host().observe(run);
        assertThat(high.alarms()).anyMatch(alarm -> alarm.signal().equals("PDI-703.H"));
        connected = false;
        runTo(run, 25);
        RunView blind = view(run);
        assertThat(blind.readings().quality(index(blind, "TI-702"))).isEqualTo(Quality.bad(Cause.STALE));
        connected = true;
        runTo(run, 35);
        RunView again = view(run);
        assertThat(again.readings().quality(index(again, "TI-702"))).isEqualTo(Quality.GOOD);
        Answers.await(host().close(run, OWNER));

        RunVerifier.Verdict verdict = new RunVerifier(CONTENT.engines(), CONTENT.scorers())
                .verify(RunVerifier.read(folder.resolve("runs").resolve(run)));
        assertThat(verdict.proven()).as(verdict.toString()).isTrue();
        assertThat(verdict.tick()).isGreaterThanOrEqualTo(35);
        assertThat(new RunVerifier(CONTENT.engines(), CONTENT.scorers())
                        .score(RunVerifier.read(folder.resolve("runs").resolve(run)))
                        .path("evidence")
                        .asText())
                .isEqualTo("recorded");
    }

    @Test
    void goesOnAfterACrashWithTheTimeBetweenAsAGap() {
        String run = start();
        runTo(run, 40);
        long before = tick(run);
        host().close();
        if (journals != null) {
            journals.close();
        }
        wall.addAndGet(20_000);
        open();
        assertThat(host().recover(List.of(run))).isEmpty();
        runTo(run, before + 15);
        assertThat(view(run).time()).isGreaterThan((double) before + 15);
        runTo(run, before + 25);
        RunView after = view(run);
        assertThat(after.readings().quality(index(after, "TI-702"))).isEqualTo(Quality.GOOD);
        assertThat(after.pace().state()).isEqualTo(Pace.State.RUNNING);
        double since = ((double) wall.get() - (double) BEGUN) / 1e3;
        assertThat(after.time()).isBetween(since - 6, since + 1);
        Answers.await(host().close(run, OWNER));
        RunVerifier.Verdict verdict = new RunVerifier(CONTENT.engines(), CONTENT.scorers())
                .verify(RunVerifier.read(folder.resolve("runs").resolve(run)));
        assertThat(verdict.proven()).as(verdict.toString()).isTrue();
    }

    @Test
    void doesNotWaitForItsOwnerAndCannotBeStopped() {
        String run = start();
        runTo(run, 30);
        assertThat(host().observe(run).pace().state()).isEqualTo(Pace.State.RUNNING);
        for (Control action : Control.values()) {
            assertThatThrownBy(() -> host().control(run, action, "teacher", 1))
                    .isInstanceOfSatisfying(OtsException.class, code(StationError.RIG_TIME));
        }
    }

    @Test
    void thePlantIsOperatedElsewhere() {
        String run = start();
        runTo(run, 2);
        CompletableFuture<CommandOutcome> answer =
                host().submit(run, new Operation("c1", OWNER, "FIC-703", "sp", 12, "", true));
        assertThatThrownBy(() -> Answers.await(answer)).isInstanceOfSatisfying(OtsException.class, e -> {
            assertThat(e.errorCode()).isEqualTo(AutomationError.OPERATED_AT_PLANT);
            assertThat(e.messageIn(Locale.ENGLISH)).contains("FIC-703");
        });
        FaultOrder fault = new FaultOrder("", "A-F02", 1, 0, 0, "", 0);
        assertThatThrownBy(() -> Answers.await(host().arm(run, "teacher", fault)))
                .isInstanceOfSatisfying(OtsException.class, code(StationError.RIG_FAULT));
    }

    @Test
    void needsARig() {
        connected = false;
        assertThatThrownBy(this::start).isInstanceOfSatisfying(OtsException.class, code(StationError.NO_RIG));
    }
}
