package org.openots.instructor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.tank.TankEngine;
import org.openots.instructor.tank.TankEngines;
import org.openots.instructor.tank.TankScorers;

/** Looking back to any second of a run, and going on from there as another one. */
class BranchTest extends HostFixture {
    private static final double BACK = 17.3;

    private String fullRun() {
        String run = start(RunRules.practice(), 0);
        operate(run, "c1", "P-101", "start", 0);
        runTo(run, 100);
        Answers.await(host.arm(run, TEACHER, new FaultOrder("", TankEngine.CANARY, 0.5, 2, 10, "", 0)));
        operate(run, "c2", "HV-101", "position", 40);
        runTo(run, 400);
        return run;
    }

    private RunPast past(String run, double time) {
        return Answers.await(host.past(run, time));
    }

    private RunArchive archive() {
        return new RunArchive(journals, new TankEngines(), new TankScorers());
    }

    private JsonNode closed(String run) {
        return Answers.await(host.close(run, TEACHER));
    }

    private RunVerifier.Recorded recorded(String run) {
        return RunVerifier.read(folder.resolve("runs").resolve(run));
    }

    private RunVerifier.Verdict verdict(String branch, String origin) {
        return new RunVerifier(new TankEngines(), new TankScorers())
                .verify(recorded(branch), Optional.of(recorded(origin)));
    }

    @Test
    void anySecondIsSeenAsItWasAndTheRunDoesNotFeelIt() {
        String run = fullRun();
        long tick = tickOf(run);
        String hash = hashOf(run);
        long saved = journals.read(run).size();
        for (double time : new double[] {0, 0.1, 9.9, 10, BACK, 30, 39.9}) {
            RunView then = host.look(past(run, time));
            assertThat(then.tick()).isEqualTo(Math.round(time / 0.1));
            RunCore twin = twin(run, then.tick());
            assertThat(values(then)).isEqualTo(values(twin.view(then.pace(), 0, false)));
            assertThat(then.score()).isEqualTo(twin.score());
            assertThat(then.alarms()).isEqualTo(twin.engine().alarms());
            assertThat(then.events()).isEqualTo(twin.events().latest(60));
        }
        assertThat(tickOf(run)).isEqualTo(tick);
        assertThat(hashOf(run)).isEqualTo(hash);
        assertThat(journals.read(run)).hasSize((int) saved);
        assertThatThrownBy(() -> past(run, 41))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(StationError.SEEK_TIME));
    }

    private static double[] values(RunView view) {
        return IntStream.range(0, view.readings().size())
                .mapToDouble(view.readings()::get)
                .toArray();
    }

    private RunCore twin(String run, long tick) {
        RunStory story = RunStory.of(run, journals.read(run));
        RunCore twin = new RunCore(story.spec(), new TankEngines(), new TankScorers());
        twin.replay(story.inputs(), tick);
        return twin;
    }

    @Test
    void aClosedRunIsSeenAsItWasToo() {
        String run = fullRun();
        RunView open = host.look(past(run, BACK));
        closed(run);
        RunView then = host.look(archive().past(run, BACK));
        assertThat(values(then)).isEqualTo(values(open));
        assertThat(then.score()).isEqualTo(open.score());
        assertThat(then.events()).isEqualTo(open.events());
    }

    @Test
    void anOrderThatNoTickFollowsIsProvedToo() {
        String run = start(RunRules.practice(), 0);
        runTo(run, 50);
        Answers.await(host.control(run, Control.FREEZE, TEACHER, 0));
        Answers.await(host.arm(run, TEACHER, new FaultOrder("", TankEngine.CANARY, 1, 0, 0, "", 0)));
        closed(run);
        assertThat(new RunVerifier(new TankEngines(), new TankScorers())
                        .verify(recorded(run))
                        .proven())
                .isTrue();
    }

    @Test
    void aBranchThatIsOperatedAsItsOriginWasEndsInTheSameState() {
        String run = fullRun();
        String branch = host.branch(past(run, 5), TEACHER, 0, RunRules.practice());
        RunSpec spec = host.observe(branch).spec();
        assertThat(spec.branched()).isTrue();
        assertThat(spec.origin().orElseThrow().run()).isEqualTo(run);
        assertThat(spec.owner()).isEqualTo(TEACHER);
        long then = 0;
        for (RunInput input : RunStory.of(run, journals.read(run)).inputs()) {
            if (input instanceof RunInput.Operated operated
                    && operated.command().sequence() == 2) {
                then = operated.tick();
            }
        }
        RunPast origin = past(run, 40);
        RunCore same = new RunSeeker(new TankEngines(), new TankScorers()).branch(past(run, 5), spec);
        same.replay(origin.origin().inputs(), 400);
        assertThat(then).isBetween(100L, 400L);
        assertThat(same.engine().stateHash()).isEqualTo(twinHash(run, 400));
        runTo(branch, 400);
        sameAsTwin(branch);
        assertThat(twinHash(branch, 400))
                .as("without its second operation, but with the fault of its exercise")
                .isNotEqualTo(twinHash(run, 400));
        assertThat(host.observe(branch).faults()).extracting(FaultStatus::state).containsExactly("active");
    }

    @Test
    void aBranchIsProvenFromItsOwnJournalAndIsNoRecord() {
        String run = fullRun();
        long inputs = journals.read(run).size();
        String branch = host.branch(past(run, BACK), OWNER, 0, RunRules.practice());
        operate(branch, "c1", "HV-101", "position", 80);
        Answers.await(host.arm(branch, TEACHER, new FaultOrder("", TankEngine.CANARY, 1, 0, 0, "", 0)));
        runTo(branch, 300);
        assertThat(host.observe(branch).faults())
                .extracting(fault -> fault.order().key())
                .containsExactly("k1", "k2");
        restart(new TankEngines());
        host.presence(branch, 1);
        sameAsTwin(branch);
        JsonNode closing = closed(branch);
        assertThat(closing.path("sheet").path("record").isBoolean()).isTrue();
        assertThat(closing.path("sheet").path("record").asBoolean()).isFalse();
        assertThat(closing.path("sheet").path("branchOf").path("run").asText()).isEqualTo(run);
        assertThat(journals.read(run).size()).isGreaterThanOrEqualTo((int) inputs);
        RunVerifier.Verdict verdict = verdict(branch, run);
        assertThat(verdict.origin()).isEqualTo(OriginCheck.SAME);
        assertThat(verdict.proven()).isTrue();
        RunVerifier.Verdict alone = new RunVerifier(new TankEngines(), new TankScorers()).verify(recorded(branch));
        assertThat(alone.origin()).isEqualTo(OriginCheck.ABSENT);
        assertThat(alone.proven()).isTrue();
    }

    @Test
    void aBranchOfABranchKeepsWhatBothInherited() {
        String run = fullRun();
        String first = host.branch(past(run, BACK), OWNER, 0, RunRules.practice());
        operate(first, "c1", "E-101", "start", 0);
        runTo(first, 250);
        closed(first);
        String second = host.branch(archive().past(first, 20), TEACHER, 0, RunRules.practice());
        runTo(second, 250);
        sameAsTwin(second);
        closed(second);
        assertThat(verdict(second, first).proven()).isTrue();
        assertThat(verdict(second, first).origin()).isEqualTo(OriginCheck.SAME);
        assertThat(verdict(second, run).origin())
                .as("it did not leave this one")
                .isEqualTo(OriginCheck.DIFFERENT);
    }

    @Test
    void whoeverWritesAnotherOriginIntoABranchIsFound() {
        String run = fullRun();
        String branch = host.branch(past(run, BACK), OWNER, 0, RunRules.practice());
        runTo(branch, 200);
        closed(branch);
        for (String changed : List.of("head", "tick", "inputs")) {
            Path forged = forge(branch, changed);
            RunVerifier.Verdict verdict = new RunVerifier(new TankEngines(), new TankScorers())
                    .verify(RunVerifier.read(forged), Optional.of(recorded(run)));
            assertThat(verdict.origin()).as(changed).isEqualTo(OriginCheck.DIFFERENT);
            assertThat(verdict.proven()).as(changed).isFalse();
        }
    }

    /** The same journal with a chain of its own and another start. */
    private Path forge(String branch, String changed) {
        List<Throwable> failures = new ArrayList<>();
        Path runs = folder.resolve("forged-" + changed);
        try (JournalFolder forged = new JournalFolder(runs, Clock.systemUTC());
                RunJournal journal = forged.create(branch)) {
            for (JournalEvent event : journals.read(branch)) {
                JsonNode body = event.body().deepCopy();
                if (event.kind().equals(RunEvents.STARTED) && body.path("branch") instanceof ObjectNode origin) {
                    switch (changed) {
                        case "head" -> origin.put("head", "00ff");
                        case "tick" -> origin.put("tick", 5);
                        default -> origin.withArray("inputs").remove(0);
                    }
                }
                journal.append(event.kind(), body, (at, failure) -> {
                    if (failure != null) {
                        failures.add(failure);
                    }
                });
            }
        }
        assertThat(failures).isEmpty();
        return runs.resolve(branch);
    }

    @Test
    void whatWasGivenUpByGoingBackIsNotInheritedNorSeen() {
        String run = fullRun();
        Answers.await(host.control(run, Control.REWIND, OWNER, 5));
        runTo(run, 100);
        RunPast past = past(run, 9);
        assertThat(past.origin().inputs()).hasSize(2);
        assertThat(host.look(past).events())
                .noneMatch(event -> event.time() > 9)
                .extracting(RunEvent::subject)
                .doesNotContain("HV-101");
        String branch = host.branch(past, OWNER, 0, RunRules.practice());
        closed(branch);
        assertThat(verdict(branch, run).origin()).isEqualTo(OriginCheck.SAME);
    }
}
