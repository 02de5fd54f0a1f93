package org.openots.instructor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.tank.Await;
import org.openots.instructor.tank.TankEngine;
import org.openots.instructor.tank.TankEngines;
import org.openots.instructor.tank.TankError;
import org.openots.instructor.tank.TankScorers;

class SessionHostTest extends HostFixture {
    @Test
    void anOperationIsDurableAndAppliedBeforeItIsAcknowledged() {
        String run = start(RunRules.practice(), 0);
        CommandOutcome outcome = operate(run, "c1", "P-101", "start", 0);
        assertThat(outcome.applied()).isTrue();
        assertThat(outcome.saved()).isPositive();
        assertThat(tickOf(run)).isGreaterThan(outcome.tick());
        assertThat(journals.read(run)).anySatisfy(event -> {
            assertThat(event.kind()).isEqualTo(RunEvents.COMMAND);
            assertThat(event.body().path("sequence").asLong()).isEqualTo(outcome.saved());
            assertThat(event.body().path("cid").asText()).isEqualTo("c1");
            assertThat(event.body().path("tick").asLong()).isEqualTo(outcome.tick());
        });
    }

    @Test
    void aRefusalOfThePlantIsAnOutcomeWithItsCode() {
        String run = host.start(new RunOrder(TankEngines.PLANT, "cold", "T-1", OWNER, 0, RunRules.practice()));
        CommandOutcome outcome = operate(run, "c1", "E-101", "start", 0);
        assertThat(outcome.applied()).isFalse();
        assertThat(outcome.code()).isEqualTo("OTS-TANK-101");
    }

    @Test
    void aWrongOperationChangesNothing() {
        String run = start(RunRules.practice(), 0);
        long events = journals.read(run).size();
        assertThatThrownBy(() -> operate(run, "c1", "P-999", "start", 0))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(TankError.UNKNOWN_TARGET));
        assertThat(journals.read(run))
                .filteredOn(e -> e.kind().equals(RunEvents.COMMAND))
                .isEmpty();
        assertThat(events).isPositive();
        // the same id may be used again for the corrected operation
        assertThat(operate(run, "c1", "P-101", "start", 0).applied()).isTrue();
    }

    @Test
    void anOperationSentTwiceIsCarriedOutOnce() {
        String run = start(RunRules.practice(), 0);
        CommandOutcome first = operate(run, "c1", "HV-101", "position", 30);
        CommandOutcome second = operate(run, "c1", "HV-101", "position", 30);
        assertThat(second).isEqualTo(first);
        assertThat(journals.read(run))
                .filteredOn(e -> e.kind().equals(RunEvents.COMMAND))
                .hasSize(1);
    }

    @Test
    void theStateEqualsThatOfAnUninterruptedTwin() {
        String run = start(RunRules.practice(), 0);
        operate(run, "c1", "P-101", "start", 0);
        runTo(run, 40);
        operate(run, "c2", "E-101", "start", 0);
        Answers.await(host.arm(run, TEACHER, new FaultOrder("", TankEngine.CANARY, 0.5, 2, 1, "", 0)));
        runTo(run, 700);
        operate(run, "c3", "HV-101", "position", 44.5);
        runTo(run, 900);
        Answers.await(host.control(run, Control.FREEZE, OWNER, 0));
        sameAsTwin(run);
    }

    @Test
    void aRestartedStationContinuesAtTheLastDurableMark() {
        String run = start(RunRules.practice(), 0);
        operate(run, "c1", "P-101", "start", 0);
        runTo(run, 1234);
        CommandOutcome last = operate(run, "c2", "HV-101", "position", 12);
        restart(new TankEngines());
        long tick = tickOf(run);
        assertThat(tick).isGreaterThan(last.tick());
        assertThat(hashOf(run)).isEqualTo(twinHash(run, tick));
        assertThat(host.observe(run).pace().state()).isEqualTo(Pace.State.HELD);
        assertThat(opened).containsExactly(run, run);
        // the owner is back: an operation goes through, and a repeated one is still known
        assertThat(operate(run, "c2", "HV-101", "position", 12).tick()).isEqualTo(last.tick());
        assertThat(operate(run, "c3", "HV-101", "position", 80).applied()).isTrue();
        restart(new TankEngines());
        sameAsTwin(run);
    }

    @Test
    void aRunContinuedFromASnapshotGetsItsPastBack() {
        String run = start(RunRules.practice(), 0);
        CommandOutcome first = operate(run, "c1", "P-101", "start", 0);
        runTo(run, 950);
        int level = host.observe(run).signals().find("LI-101");
        List<List<Double>> trend = trend(run, level);
        Answers.await(host.control(run, Control.FREEZE, OWNER, 0));
        Await.until(
                "snapshot",
                () -> java.nio.file.Files.exists(folder.resolve("snapshots").resolve(run + ".b.snap")));
        restart(new TankEngines());
        Await.until("past", () -> trend(run, level).get(0).get(0) == 0);
        RunStory story = RunStory.of(run, journals.read(run));
        try (SnapshotStore store = new SnapshotStore(folder.resolve("snapshots"))) {
            RunCore core = new RunRecovery(new TankEngines(), new TankScorers())
                    .continued(story, store.load(story, Long.MAX_VALUE));
            assertThat(core.knownFrom()).as("the snapshots on disk are used").isPositive();
        }
        assertThat(trend(run, level).subList(0, 90)).isEqualTo(trend.subList(0, 90));
        assertThat(Answers.await(host.inspect(run, RunInspection::events)))
                .filteredOn(event -> event.subject().equals("P-101"))
                .hasSize(1);
        assertThat(operate(run, "c1", "P-101", "start", 0).text()).isEqualTo(first.text());
        Answers.await(host.control(run, Control.REWIND, OWNER, 12.0));
        assertThat(hashOf(run)).isEqualTo(twinHash(run, 120));
    }

    /** Time and value, row by row. */
    private List<List<Double>> trend(String run, int signal) {
        return Answers.await(host.inspect(
                run,
                inspection -> inspection.trend(List.of(signal), 0, Double.MAX_VALUE, 1000).stream()
                        .map(row -> List.of(row.get(0), row.get(1)))
                        .toList()));
    }

    @Test
    void aDamagedSnapshotIsIgnored() throws java.io.IOException {
        String run = start(RunRules.practice(), 0);
        operate(run, "c1", "P-101", "start", 0);
        runTo(run, 700);
        Path snapshot = folder.resolve("snapshots").resolve(run + ".a.snap");
        Await.until("snapshot", () -> java.nio.file.Files.exists(snapshot));
        host.close();
        byte[] bytes = java.nio.file.Files.readAllBytes(snapshot);
        bytes[60] ^= 1;
        java.nio.file.Files.write(snapshot, bytes);
        restart(new TankEngines());
        sameAsTwin(run);
    }

    @Test
    void aRunOfAnotherEngineVersionIsNotContinued() {
        String run = start(RunRules.practice(), 0);
        restart(new TankEngines("tank-2"));
        assertThatThrownBy(() -> host.observe(run))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(StationError.ENGINE_VERSION));
        assertThat(host.lost()).containsKey(run);
    }

    @Test
    void rewindGoesBackAndKeepsWhatWasInTheJournal() {
        String run = start(RunRules.practice(), 0);
        operate(run, "c1", "P-101", "start", 0);
        runTo(run, 400);
        String before = twinHash(run, 350);
        operate(run, "c2", "P-101", "stop", 0);
        runTo(run, 500);
        Answers.await(host.control(run, Control.FREEZE, OWNER, 0));
        Answers.await(host.control(run, Control.REWIND, OWNER, 35.0));
        assertThat(tickOf(run)).isEqualTo(350);
        assertThat(hashOf(run)).isEqualTo(before);
        Answers.await(host.control(run, Control.RUN, OWNER, 0));
        runTo(run, 600);
        operate(run, "c4", "HV-101", "position", 5);
        assertThat(journals.read(run))
                .filteredOn(e -> e.kind().equals(RunEvents.COMMAND))
                .hasSize(3);
        assertThat(RunStory.of(run, journals.read(run)).inputs()).hasSize(2);
        restart(new TankEngines());
        sameAsTwin(run);
    }

    @Test
    void restartGoesToTheStart() {
        String run = start(RunRules.practice(), 0);
        operate(run, "c1", "P-101", "start", 0);
        runTo(run, 350);
        Answers.await(host.control(run, Control.RESTART, OWNER, 0));
        RunView view = host.observe(run);
        assertThat(view.tick()).isZero();
        assertThat(view.readings().get(view.signals().find("P-101"))).isZero();
    }

    @Test
    void aFrozenRunTakesNoOperationAndModelTimeStands() {
        String run = start(RunRules.practice(), 0);
        runTo(run, 10);
        Answers.await(host.control(run, Control.FREEZE, TEACHER, 0));
        long tick = tickOf(run);
        clock.advance(5);
        assertThatThrownBy(() -> operate(run, "c1", "P-101", "start", 0))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(StationError.RUN_NOT_RUNNING));
        assertThat(tickOf(run)).isEqualTo(tick);
        assertThat(host.observe(run).pace().by()).isEqualTo(TEACHER);
    }

    @Test
    void speedIsKeptWithinTheRules() {
        String run = start(RunRules.examination(), 0);
        assertThatThrownBy(() -> host.control(run, Control.SPEED, OWNER, 2))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(StationError.CONTROL_NOT_ALLOWED));
        assertThatThrownBy(() -> host.control(run, Control.SPEED, TEACHER, 21))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(StationError.CONTROL_VALUE));
        Answers.await(host.control(run, Control.SPEED, TEACHER, 20));
        long tick = tickOf(run);
        clock.advance(1);
        Await.until("200 ticks", () -> tickOf(run) == tick + 200);
    }

    @Test
    void theTaskTimeEndsTheRunButNotItsRecord() {
        String run = start(RunRules.practice(), 2);
        runTo(run, 20);
        clock.advance(3);
        Await.until("frozen", () -> host.observe(run).pace().state() == Pace.State.FROZEN);
        assertThat(tickOf(run)).isEqualTo(20);
        assertThatThrownBy(() -> Answers.await(host.control(run, Control.RUN, OWNER, 0)))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(StationError.RUN_TIME_UP));
        JsonNode closing = Answers.await(host.close(run, OWNER));
        assertThat(closing.path("tick").asLong()).isEqualTo(20);
        assertThat(closing.path("stateHash").asText()).isEqualTo(twinHash(run, 20));
        assertThat(closing.path("sheet").path("closed").asBoolean())
                .as("scored as ended")
                .isTrue();
        assertThat(closedRuns).containsExactly(run);
        assertThat(RunStory.of(run, journals.read(run)).closing()).hasToString(closing.toString());
        assertThatThrownBy(() -> host.observe(run)).isInstanceOf(OtsException.class);
    }

    @Test
    void aRunWithoutItsOwnerIsHeldUntilHeIsBack() {
        host.close();
        host = host(journals, new TankEngines(), 10);
        String run = start(RunRules.practice(), 0);
        host.presence(run, 1);
        clock.advance(30);
        assertThat(host.observe(run).pace().state()).isEqualTo(Pace.State.RUNNING);
        host.presence(run, -1);
        tickOf(run);
        clock.advance(11);
        Await.until("held", () -> host.observe(run).pace().state() == Pace.State.HELD);
        long tick = tickOf(run);
        clock.advance(60);
        assertThat(tickOf(run)).isEqualTo(tick);
        host.presence(run, 1);
        Await.until("running", () -> host.observe(run).pace().state() == Pace.State.RUNNING);
    }

    @Test
    void aFloodOfOperationsDoesNotStopModelTime() {
        String run = start(RunRules.practice(), 0);
        List<CompletableFuture<CommandOutcome>> answers = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            answers.add(host.submit(run, new Operation("f" + i, OWNER, "HV-101", "position", i % 100, "", false)));
        }
        Await.until("all answered", () -> {
            clock.advance(0.1);
            return answers.stream().allMatch(CompletableFuture::isDone);
        });
        long refused = answers.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .count();
        assertThat(refused).isLessThan(500);
        assertThat(tickOf(run)).isPositive();
        sameAsTwin(run);
    }

    @Test
    void faultsAreArmedWithTheirOwnKeyAndWithdrawn() {
        String run = start(RunRules.practice(), 0);
        FaultOrder first = Answers.await(host.arm(run, TEACHER, new FaultOrder("", TankEngine.CANARY, 1, 0, 0, "", 0)));
        FaultOrder second =
                Answers.await(host.arm(run, TEACHER, new FaultOrder("", TankEngine.CANARY, 1, 0, 9, "", 0)));
        assertThat(List.of(first.key(), second.key())).containsExactly("k1", "k2");
        Answers.await(host.withdraw(run, TEACHER, "k1"));
        runTo(run, 5);
        assertThat(host.observe(run).faults()).extracting(f -> f.order().key()).containsExactly("k2");
        assertThatThrownBy(() -> Answers.await(host.withdraw(run, TEACHER, "k1")))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(StationError.FAULT_KEY_UNKNOWN));
    }

    @Test
    void nothingIsAcknowledgedWhenTheJournalFails() {
        FailingJournals failing = new FailingJournals(journals);
        SessionHost other = host(failing, new TankEngines(), Double.POSITIVE_INFINITY);
        try {
            String run = other.start(new RunOrder(TankEngines.PLANT, "half", "T-1", OWNER, 0, RunRules.practice()));
            failing.fail();
            CompletableFuture<CommandOutcome> answer =
                    other.submit(run, new Operation("c1", OWNER, "P-101", "start", 0, "", false));
            Await.until("answer", () -> {
                clock.advance(0.1);
                return answer.isDone();
            });
            assertThatThrownBy(() -> Answers.await(answer))
                    .isInstanceOfSatisfying(
                            OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(StationError.RUN_STORAGE));
            assertThat(other.observe(run).pace().state()).isEqualTo(Pace.State.HELD);
            assertThat(journals.read(run)).noneMatch(e -> e.kind().equals(RunEvents.COMMAND));
        } finally {
            other.close();
        }
    }

    @Test
    void theTrendShowsThePastAndForgetsWhatWasRewound() {
        String run = start(RunRules.practice(), 0);
        operate(run, "c1", "P-101", "start", 0);
        runTo(run, 300);
        List<Readings> rows = Answers.await(host.inspect(run, i -> i.trend(List.of(0), 0, 1e9, 1000)));
        assertThat(rows).hasSizeBetween(30, 33);
        assertThat(rows.get(rows.size() - 1).get(1)).isGreaterThan(rows.get(0).get(1));
        Answers.await(host.control(run, Control.REWIND, OWNER, 10));
        rows = Answers.await(host.inspect(run, i -> i.trend(List.of(0), 0, 10.05, 1000)));
        assertThat(rows.get(rows.size() - 1).get(0)).isLessThanOrEqualTo(10.05);
    }

    @Test
    void aClassOfRunsStaysApart() {
        Map<String, String> hashes = new java.util.LinkedHashMap<>();
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            runs.add(host.start(new RunOrder(TankEngines.PLANT, "half", "T-1", "s" + i, 0, RunRules.practice())));
        }
        clock.advance(1);
        for (String run : runs) {
            Await.until("ten ticks", () -> tickOf(run) >= 10);
            hashes.put(run, hashOf(run));
        }
        hashes.forEach((run, hash) -> assertThat(hash).isEqualTo(twinHash(run, 10)));
        assertThat(hashes.values()).doesNotHaveDuplicates();
    }
}
