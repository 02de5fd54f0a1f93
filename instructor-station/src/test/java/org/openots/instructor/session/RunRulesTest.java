package org.openots.instructor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.tank.Await;
import org.openots.instructor.tank.TankEngine;
import org.openots.instructor.tank.TankEngines;

/** What a trainee cannot do to a run, whatever happens to the station in between. */
class RunRulesTest extends HostFixture {
    private static void refused(StationError code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(code));
    }

    private Pace control(String run, Control action, String by, double value) {
        return Answers.await(host.control(run, action, by, value));
    }

    @Test
    void whatTheTeacherFreezesOnlyTheTeacherLetsGoOn() {
        String run = start(RunRules.practice(), 0);
        runTo(run, 50);
        control(run, Control.FREEZE, TEACHER, 0);
        long tick = tickOf(run);
        refused(StationError.FROZEN_BY_OTHER, () -> control(run, Control.RUN, OWNER, 0));
        refused(StationError.FROZEN_BY_OTHER, () -> control(run, Control.REWIND, OWNER, 1));
        refused(StationError.FROZEN_BY_OTHER, () -> control(run, Control.RESTART, OWNER, 0));
        restart(new TankEngines());
        host.presence(run, 1);
        clock.advance(5);
        assertThat(tickOf(run)).as("not a tick is lost or won").isEqualTo(tick);
        assertThat(host.observe(run).pace()).isEqualTo(new Pace(Pace.State.FROZEN, TEACHER, 1));
        refused(StationError.RUN_NOT_RUNNING, () -> operate(run, "c1", "P-101", "start", 0));
        refused(StationError.FROZEN_BY_OTHER, () -> control(run, Control.RUN, OWNER, 0));
        control(run, Control.RUN, TEACHER, 0);
        assertThat(operate(run, "c2", "P-101", "start", 0).applied()).isTrue();
    }

    @Test
    void whatTheTraineeFreezesHeLetsGoOnHimself() {
        String run = start(RunRules.practice(), 0);
        control(run, Control.FREEZE, OWNER, 0);
        restart(new TankEngines());
        assertThat(host.observe(run).pace().state()).isEqualTo(Pace.State.FROZEN);
        assertThat(control(run, Control.RUN, OWNER, 0).state()).isEqualTo(Pace.State.RUNNING);
    }

    @Test
    void aRunWhoseTimeIsUpStaysSoAfterARestart() {
        String run = start(RunRules.practice(), 10);
        runTo(run, 100);
        String hash = hashOf(run);
        refused(StationError.RUN_TIME_UP, () -> operate(run, "c1", "P-101", "start", 0));
        restart(new TankEngines());
        host.presence(run, 1);
        clock.advance(5);
        assertThat(tickOf(run)).isEqualTo(100);
        refused(StationError.RUN_TIME_UP, () -> operate(run, "c2", "P-101", "start", 0));
        refused(StationError.RUN_TIME_UP, () -> control(run, Control.RUN, OWNER, 0));
        assertThat(hashOf(run)).isEqualTo(hash);
    }

    @Test
    void goingBackDoesNotRidATraineeOfAFault() {
        String run = start(RunRules.practice(), 0);
        runTo(run, 100);
        Answers.await(host.arm(run, TEACHER, new FaultOrder("", TankEngine.CANARY, 0.5, 2, 1, "", 0)));
        runTo(run, 200);
        long armed =
                ((RunInput.Armed) RunStory.of(run, journals.read(run)).inputs().get(0)).tick();
        control(run, Control.REWIND, OWNER, 5);
        assertThat(tickOf(run)).isEqualTo(50);
        assertThat(faultStates(run)).containsExactly("armed");
        operate(run, "c1", "P-101", "start", 0);
        restart(new TankEngines());
        host.presence(run, 1);
        assertThat(faultStates(run)).containsExactly("armed");
        runTo(run, armed + 40);
        assertThat(faultStates(run)).containsExactly("active");
        sameAsTwin(run);
        control(run, Control.RESTART, OWNER, 0);
        assertThat(faultStates(run)).containsExactly("armed");
        Answers.await(host.withdraw(run, TEACHER, "k1"));
        assertThat(faultStates(run)).isEmpty();
        runTo(run, armed + 40);
        assertThat(faultStates(run)).isEmpty();
        sameAsTwin(run);
        assertThat(RunStory.of(run, journals.read(run)).inputs()).isEmpty();
    }

    @Test
    void aFaultThatCameAgainAndWasThenTakenBackIsReplayedAsItWas() {
        String run = start(RunRules.practice(), 0);
        runTo(run, 100);
        Answers.await(host.arm(run, TEACHER, new FaultOrder("", TankEngine.CANARY, 1, 0, 0, "", 0)));
        runTo(run, 120);
        control(run, Control.REWIND, OWNER, 5);
        operate(run, "c1", "P-101", "start", 0);
        runTo(run, 300);
        assertThat(faultStates(run)).containsExactly("active");
        Answers.await(host.withdraw(run, TEACHER, "k1"));
        runTo(run, 400);
        sameAsTwin(run);
        assertThat(RunStory.of(run, journals.read(run)).inputs())
                .as("command, order, and its withdrawal long after")
                .hasSize(3);
        control(run, Control.REWIND, OWNER, 5);
        runTo(run, 400);
        sameAsTwin(run);
        restart(new TankEngines());
        sameAsTwin(run);
    }

    private List<String> faultStates(String run) {
        return host.observe(run).faults().stream().map(FaultStatus::state).toList();
    }

    @Test
    void theNumberOfSavedOperationsTellsNothingOfFaults() {
        String run = start(RunRules.practice(), 0);
        assertThat(operate(run, "c1", "P-101", "start", 0).saved()).isEqualTo(1);
        Answers.await(host.arm(run, TEACHER, new FaultOrder("", TankEngine.CANARY, 1, 0, 3600, "", 0)));
        runTo(run, 30);
        assertThat(host.observe(run).saved()).isEqualTo(1);
        Answers.await(host.withdraw(run, TEACHER, "k1"));
        assertThat(operate(run, "c2", "P-101", "stop", 0).saved()).isEqualTo(2);
        assertThat(host.observe(run).saved()).isEqualTo(2);
        restart(new TankEngines());
        assertThat(host.observe(run).saved()).isEqualTo(2);
    }

    @Test
    void theInstructorsHandInTheFieldIsNotCountedAsSaved() {
        String run = start(RunRules.practice(), 0);
        assertThat(operate(run, "c1", "P-101", "start", 0).saved()).isEqualTo(1);
        assertThat(remote(run, "i1").applied()).isTrue();
        assertThat(host.observe(run).saved()).isEqualTo(1);
        assertThat(operate(run, "c2", "P-101", "stop", 0).saved()).isEqualTo(2);
        restart(new TankEngines());
        host.presence(run, 1);
        assertThat(host.observe(run).saved()).isEqualTo(2);
        assertThat(remote(run, "i2").applied()).isTrue();
        sameAsTwin(run);
        assertThat(Intervention.of(OWNER, journals.read(run)))
                .extracting(one -> one.kind() + " " + one.by() + " "
                        + one.what().path("target").asText())
                .containsExactly("command teacher HV-101", "command teacher HV-101");
    }

    private CommandOutcome remote(String run, String cid) {
        CompletableFuture<CommandOutcome> answer = host.submit(
                run, new Operation(cid, TEACHER, "HV-101", "position", 30, "", true, true, Optional.empty()));
        Await.until(cid, () -> {
            clock.advance(0.05);
            return answer.isDone();
        });
        return Answers.await(answer);
    }

    @Test
    void aNumberThatIsMissingIsNotAZero() {
        String run = start(RunRules.practice(), 0);
        refused(StationError.MISSING_FIELD, () -> operate(run, "c1", "HV-101", "position", Double.NaN));
        assertThat(operate(run, "c1", "P-101", "start", Double.NaN).applied()).isTrue();
        runTo(run, 20);
        refused(StationError.CONTROL_VALUE, () -> control(run, Control.REWIND, OWNER, 1e7));
        refused(StationError.CID_REUSED, () -> operate(run, "c1", "P-101", "stop", Double.NaN));
    }

    @Test
    void aRunGoesOnFromItsJournalOnceTheDiskHasRoomAgain() {
        FailingJournals failing = new FailingJournals(journals);
        host.close();
        host = host(failing, new TankEngines(), Double.POSITIVE_INFINITY);
        String run = start(RunRules.practice(), 0);
        host.presence(run, 1);
        operate(run, "c1", "P-101", "start", 0);
        failing.fail();
        refused(StationError.RUN_STORAGE, () -> close(run));
        assertThat(host.observe(run).closed())
                .as("a refused close closes nothing")
                .isFalse();
        refused(StationError.RUN_STORAGE, () -> close(run));
        failing.heal();
        clock.advance(4);
        assertThat(operate(run, "c2", "HV-101", "position", 30).applied()).isTrue();
        assertThat(host.observe(run).pace().state()).isEqualTo(Pace.State.RUNNING);
        sameAsTwin(run);
        assertThat(close(run).path("stateHash").asText()).isNotEmpty();
        assertThat(closedRuns).containsExactly(run);
    }

    private JsonNode close(String run) {
        CompletableFuture<JsonNode> answer = host.close(run, OWNER);
        Await.until("closed", answer::isDone);
        return Answers.await(answer);
    }
}
