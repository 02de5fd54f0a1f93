package org.openots.instructor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.content.SuiteContent;
import org.openots.simulator.operation.Command;

/** A run of the real plant with its real rubric, as the station drives it. */
class PlantRunTest {
    private static final String PPE = "helmet,antistatic-suit,goggles,chemical-gloves,antistatic-shoes";

    private long sequence;

    private static RunCore run(String initialCondition) {
        StationContent content = new SuiteContent().load();
        String plant = "ethanol-water-rig";
        RunSpec spec = new RunSpec(
                "r20260301-080000-0f0004",
                plant,
                content.engines().packHash(plant),
                initialCondition,
                1,
                "A-1",
                content.scorers().rubricHash("A-1"),
                content.engines().version(),
                "s01",
                0,
                0,
                RunRules.practice(),
                Optional.empty(),
                Optional.empty());
        return new RunCore(spec, content.engines(), content.scorers());
    }

    private void give(RunCore run, String target, String verb, double value, String text, boolean privileged) {
        Command command = new Command(run.engine().tick(), ++sequence, target, verb, value, text);
        run.give(new RunInput.Operated(command, privileged));
        for (int i = 0; i < 5; i++) {
            run.step();
        }
    }

    private static double value(RunCore run, String signal) {
        double[] values = new double[run.engine().signals().size()];
        run.engine().copyValues(values);
        return values[run.engine().signals().find(signal)];
    }

    @Test
    void whatIsDoneBeforeTheFirstTickIsDoneByTheTrainee() {
        RunCore run = run("cold");
        assertThat(run.progress().at("/steps/0/goals").toString())
                .as("what is to be operated")
                .isEqualTo("[\"PPE\",\"AT-703\"]");
        give(run, "PPE", "wear", 0, PPE, false);
        assertThat(run.progress().at("/steps/0/goals").toString())
                .as("what is done is left out")
                .isEqualTo("[\"AT-703\"]");
        give(run, "AT-703", "test", 0, "", false);
        JsonNode first = run.progress().path("steps").path(0);
        assertThat(first.has("goals")).isFalse();
        assertThat(first.path("state").asText()).isEqualTo("DONE_OK");
        assertThat(first.path("earned").asDouble()).isEqualTo(2);
        run.rewind(0);
        assertThat(run.progress().path("steps").path(0).path("state").asText())
                .as("after going back nothing is done, and nothing is waived")
                .isIn("READY", "ACTIVE");
    }

    @Test
    void onlyTheInstructorBypassesAndItCostsPoints() {
        RunCore run = run("normal");
        assertThatThrownBy(() -> give(run, "I-03", "bypass", 1, "", false))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("I-03");
        assertThat(value(run, "I-03.BYPASS")).isZero();
        give(run, "I-03", "bypass", 1, "", true);
        assertThat(value(run, "I-03.BYPASS")).isEqualTo(1);
        assertThat(run.sheet().path("totals").path("penalties").asDouble()).isEqualTo(5);
    }

    @Test
    void aRunResumedFromItsSnapshotGoesOnAsIfNothingHadHappened() {
        RunCore run = run("normal");
        give(run, "I-03", "bypass", 1, "", true);
        give(run, "TIC-705", "sp", 81.5, "", false);
        run.give(new RunInput.Armed(run.engine().tick(), new FaultOrder("k1", "A-F02", 0.5, 20, 5, "", 0)));
        steps(run, 400);
        Snapshot snapshot = run.snapshot();
        steps(run, 900);
        RunCore resumed = run("normal");
        resumed.resume(snapshot);
        assertThat(resumed.knownFrom()).isEqualTo(snapshot.tick());
        assertThat(resumed.engine().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.order().severity()).isEqualTo(0.5);
            assertThat(fault.order().rampSeconds()).isEqualTo(20);
        });
        steps(resumed, 900);
        run.close();
        resumed.close();
        assertThat(resumed.engine().stateHash()).isEqualTo(run.engine().stateHash());
        assertThat(resumed.sheet()).isEqualTo(run.sheet());
        assertThat(resumed.progress()).isEqualTo(run.progress());
    }

    private static void steps(RunCore run, int count) {
        for (int i = 0; i < count; i++) {
            run.step();
        }
    }

    @Test
    void aFaultOrderedWhileTheRunIsFrozenCanBeSeenAndTakenBack() {
        RunCore run = run("normal");
        run.give(new RunInput.Armed(run.engine().tick(), new FaultOrder("k1", "A-F05", 0.7, 0, 0, "", 0)));
        assertThat(run.engine().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.state()).isEqualTo("armed");
            assertThat(fault.order().severity()).isEqualTo(0.7);
        });
        run.give(new RunInput.Withdrawn(run.engine().tick(), "k1"));
        steps(run, 20);
        assertThat(run.engine().faults()).extracting(FaultStatus::state).allMatch("over"::equals);
        assertThat(value(run, "FIC-702")).isGreaterThan(1);
    }

    /** Between the order and the end there is no tick: the run knows of the fault, and so must whoever replays it. */
    @Test
    void anOrderGivenAfterTheLastTickIsProvedToo() {
        RunCore run = run("cold");
        steps(run, 3);
        arm(run, "k1", "A-F01");
        run.close();
        RunCore twin = run("cold");
        twin.replay(List.of(new RunInput.Armed(3, new FaultOrder("k1", "A-F01", 1, 0, 0, "", 0))), 3);
        twin.close();
        assertThat(twin.engine().stateHash()).isEqualTo(run.engine().stateHash());
    }

    @Test
    void goingBackFarScoresTheRunAsItWasThen() {
        RunCore run = run("cold");
        give(run, "PPE", "wear", 0, PPE, false);
        give(run, "AT-703", "test", 0, "", false);
        steps(run, 24_000);
        run.rewind(600);
        assertThat(run.engine().tick()).isEqualTo(600);
        assertThat(run.progress().path("steps").path(0).path("state").asText()).isEqualTo("DONE_OK");
    }

    @Test
    void anyInstrumentCanBeMadeToReadWrongAndReadsRightAgain() {
        RunCore run = run("normal");
        double before = value(run, "TI-702");
        arm(run, "k1", "@TI-702.failTo=95");
        steps(run, 50);
        assertThat(value(run, "TI-702")).isEqualTo(95, within(0.1));
        run.give(new RunInput.Withdrawn(run.engine().tick(), "k1"));
        arm(run, "k2", "@TI-702.bias=-10");
        steps(run, 300);
        assertThat(value(run, "TI-702")).isEqualTo(before - 10, within(3.0));
        RunCore resumed = run("normal");
        resumed.resume(run.snapshot());
        steps(run, 100);
        steps(resumed, 100);
        assertThat(resumed.engine().stateHash()).isEqualTo(run.engine().stateHash());
        run.give(new RunInput.Withdrawn(run.engine().tick(), "k2"));
        arm(run, "k3", "@FI-704.frozen");
        arm(run, "k4", "@FI-705.bad");
        steps(run, 300);
        double frozen = value(run, "FI-704");
        steps(run, 100);
        assertThat(value(run, "FI-704")).isEqualTo(frozen);
        assertThat(value(run, "TI-702")).isEqualTo(before, within(3.0));
        assertThat(run.events().all())
                .filteredOn(event -> event.kind().startsWith("fault-"))
                .isNotEmpty()
                .allMatch(RunEvent::secret);
    }

    private static void arm(RunCore run, String key, String fault) {
        run.give(new RunInput.Armed(run.engine().tick(), new FaultOrder(key, fault, 1, 0, 0, "", 0)));
    }

    @Test
    void anOverrideThatCannotBeIsRefusedWithWhatCan() {
        RunCore run = run("normal");
        String[][] cases = {
            {"@XX-1.bias=5", "OTS-FAULT-005", "TI-702"},
            {"@TI-702.melted", "OTS-FAULT-005", "frozen"},
            {"@TI-702.bias", "OTS-FAULT-006", "@TI-702.bias"},
            {"@TI-702.failTo=9999", "OTS-FAULT-002", "9999"},
        };
        for (String[] one : cases) {
            assertThatThrownBy(() -> arm(run, "k1", one[0]))
                    .isInstanceOfSatisfying(
                            OtsException.class,
                            e -> assertThat(e.errorCode().code()).isEqualTo(one[1]))
                    .hasMessageContaining(one[2]);
        }
    }

    @Test
    void whatTheInstructorDoesInTheFieldIsNotTheTrainees() {
        RunCore run = run("cold");
        Command command = new Command(0, Operation.REMOTE + 1, "HV-713", "position", 100, "");
        run.give(new RunInput.Operated(command, true));
        steps(run, 100);
        assertThat(value(run, "HV-713")).isEqualTo(100, within(0.5));
        assertThat(run.events().all())
                .filteredOn(event -> event.subject().equals("HV-713"))
                .isNotEmpty()
                .allMatch(RunEvent::secret);
    }
}
