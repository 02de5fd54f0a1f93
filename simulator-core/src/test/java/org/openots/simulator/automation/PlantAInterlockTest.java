package org.openots.simulator.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.error.OtsException;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.interlock.BypassChanged;
import org.openots.simulator.interlock.InterlockDefinition;
import org.openots.simulator.interlock.InterlockReset;
import org.openots.simulator.interlock.InterlockTripped;
import org.openots.simulator.operation.AutomationError;

/** The cause-and-effect matrix of plant A, row by row, on instruments that see a process standing still. */
class PlantAInterlockTest {
    private static final String[] ALL = {"E-703", "E-701", "P-701", "P-702A", "P-703", "LV-702", "C-701", "XV-713"};

    private static final InterlockTally TALLY = new InterlockTally(
            "ethanol-water-rig",
            causes().count() + delayed().count() + disarmed().count() + 1);

    static Stream<Arguments> causes() {
        String reflux = "P-702A P-703";
        return Stream.of(
                Arguments.of("I-01", "sump.level", 0.10, 2.0, "E-703 LV-702"),
                Arguments.of("I-02", "sump.T", 273.15 + 125, 3.0, "E-703 XV-713"),
                Arguments.of("I-02", "sump.P", 101_325 + 12_000.0, 3.0, "E-703 XV-713"),
                Arguments.of("I-03", "cw.condenser.V", 0.1 / 3600, 10.0, "E-703 E-701 P-701 XV-713"),
                Arguments.of("I-04", "preheater.T", 273.15 + 115, 5.0, "E-701"),
                Arguments.of("I-04", "feed.m", 1.0 / 3600, 5.0, "E-701"),
                Arguments.of("I-05", "drum.level", 0.02, 3.0, reflux),
                Arguments.of("I-06", "drum.level", 0.98, 5.0, "E-703 XV-713"),
                Arguments.of("I-06", "tray-1.P", 101_325 + 4_200.0, 0.0, "E-703 XV-713"),
                Arguments.of("I-07", "feed-tank.level", 0.07, 0.0, "E-701 P-701"),
                Arguments.of("I-08", "gas.A", 0.55, 0.0, "E-703 E-701 P-701 LV-702 C-701 " + reflux),
                Arguments.of("I-08", "gas.B", 0.55, 0.0, "E-703 E-701 P-701 LV-702 C-701 " + reflux),
                Arguments.of("I-10", "sump.level", 0.91, 0.0, "P-701"));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void rowTripsAfterItsDelayWithItsEffectsAndNoOthers(
            String id, String variable, double value, double delay, String effects) {
        TALLY.begin();
        RigRun run = RigRun.normal();
        run.runStill(5);
        assertThat(run.value("TRIPS")).as(run.story()).isZero();
        run.rig.set(variable, value);
        double beyond = secondsUntil(run, id + ".CAUSE");
        double tripped = beyond + secondsUntil(run, id + ".TRIP");
        assertThat(tripped - beyond).isBetween(delay - 1e-6, delay + 2 * RigRun.TICK);
        run.runStill(10);
        assertThat(run.value(id + ".FIRST")).isEqualTo(1);
        List<String> wanted = Arrays.asList(effects.split(" "));
        for (String element : ALL) {
            assertThat(safe(run, element)).as(element + "\n" + run.story()).isEqualTo(wanted.contains(element));
        }
        assertThat(run.eventsOf(InterlockTripped.class).get(0)).satisfies(event -> {
            assertThat(event.id()).isEqualTo(id);
            assertThat(event.first()).isTrue();
        });
        TALLY.show(InterlockTally.Kind.TRIPS, id);
    }

    @Test
    void emergencyStopTripsEverything() {
        TALLY.begin();
        RigRun run = RigRun.normal();
        run.order("ESD-701", "press", 0);
        run.runStill(10);
        for (String element : ALL) {
            assertThat(safe(run, element)).as(element).isTrue();
        }
        assertThat(run.value("I-09.FIRST")).isEqualTo(1);
        TALLY.show(InterlockTally.Kind.TRIPS, "I-09");
        assertThat(run.order("I-09", "reset", 0).orElseThrow().code()).isEqualTo(AutomationError.CAUSE_REMAINS);
        run.order("ESD-701", "reset", 0);
        run.tickStill();
        assertThat(run.order("I-09", "reset", 0)).isEmpty();
        run.runStill(10);
        assertThat(run.value("TRIPS")).isZero();
        // the vent and the fan stay as they are, motors and heaters stay off, until somebody acts
        assertThat(run.value("XV-713")).isEqualTo(100);
        assertThat(run.value("C-701")).isEqualTo(1);
        assertThat(run.value("E-703")).isZero();
        assertThat(run.value("P-701")).isZero();
        assertThat(run.value("LV-702")).isZero();
        assertThat(run.order("XV-713", "position", 0)).isEmpty();
        run.runStill(2);
        assertThat(run.value("XV-713")).isZero();
    }

    static Stream<Arguments> disarmed() {
        return Stream.of(
                Arguments.of("I-01", "sump.level", 0.10),
                Arguments.of("I-03", "cw.condenser.V", 0.0),
                Arguments.of("I-04", "preheater.T", 273.15 + 95),
                Arguments.of("I-04", "feed.m", 0.0),
                Arguments.of("I-05", "drum.level", 0.0));
    }

    @ParameterizedTest
    @MethodSource("disarmed")
    void rowDoesNotTripWhileWhatItProtectsIsNotInUse(String id, String variable, double value) {
        TALLY.begin();
        RigRun run = new RigRun(3);
        run.rig.normal();
        run.rig.set("sump.T", 273.15 + 50);
        run.system.preset("SW-701", 1);
        run.system.preset("SW-702", 1);
        run.system.begin();
        run.rig.set(variable, value);
        run.runStill(30);
        assertThat(run.value(id + ".ARMED")).isZero();
        assertThat(run.value(id + ".CAUSE")).isZero();
        assertThat(run.value("TRIPS")).as(run.story()).isZero();
        TALLY.show(InterlockTally.Kind.DISARMED, id);
    }

    @Test
    void hotSumpArmsTheRowsOfTheHeaterEvenWhenItIsOff() {
        RigRun run = new RigRun(3);
        run.system.preset("SW-701", 1);
        run.system.preset("SW-702", 1);
        run.system.begin();
        run.rig.set("sump.T", 273.15 + 65);
        run.rig.set("cw.condenser.V", 0);
        run.runStill(60);
        assertThat(run.value("I-03.ARMED")).isEqualTo(1);
        assertThat(run.value("I-03.TRIP")).isEqualTo(1);
    }

    static Stream<Arguments> delayed() {
        return causes().filter(row -> (double) row.get()[3] > 0);
    }

    /** The cause is taken back as soon as the instrument shows it; while the instrument returns, the delay must not run out. */
    @ParameterizedTest
    @MethodSource("delayed")
    void disturbanceShorterThanTheDelayDoesNotTrip(
            String id, String variable, double value, double delay, String effects) {
        TALLY.begin();
        RigRun run = RigRun.normal();
        run.runStill(5);
        run.rig.set(variable, value);
        secondsUntil(run, id + ".CAUSE");
        run.rig.normal();
        run.runStill(60);
        assertThat(run.value(id + ".CAUSE")).as("is gone").isZero();
        assertThat(run.value("TRIPS")).as(run.story()).isZero();
        TALLY.show(InterlockTally.Kind.BRIEF, id);
    }

    /** Says it only of a whole matrix: a few rows that somebody selects prove nothing of the others. */
    @AfterAll
    static void stateWhatWasShown() {
        if (TALLY.complete()) {
            TALLY.stateTrips(id -> Validation.claim(Topic.INTERLOCKS, id));
            TALLY.stateOnlyThen(id -> Validation.claim(Topic.INTERLOCKS, id));
        }
    }

    @Test
    void firstOutStaysWithTheFirstUntilAllAreReset() {
        RigRun run = RigRun.normal();
        run.rig.set("feed-tank.level", 0.05);
        run.runStill(10);
        run.rig.set("sump.T", 273.15 + 106);
        run.runStill(60);
        assertThat(run.value("TRIPS")).isEqualTo(2);
        assertThat(run.value("I-02.FIRST")).isZero();
        Validation.claim(Topic.INTERLOCKS, "ethanol-water-rig.first-out")
                .says(
                        "ethanol-water-rig：I-07 先、I-02 后动作，首出标记仍在 I-07（1 为是）",
                        "ethanol-water-rig: I-07 trips first, I-02 after it; I-07 stays marked first-out (1: yes)")
                .unit("1")
                .source("联锁表的首出", "first-out of the cause-and-effect matrix")
                .within(1, 0, run.value("I-07.FIRST"));
        run.rig.set("feed-tank.level", 0.6);
        run.runStill(30);
        assertThat(run.order("TRIPS", "reset", 0)).isEmpty();
        run.tickStill();
        assertThat(run.value("TRIPS")).isEqualTo(1);
        assertThat(run.value("I-02.TRIP")).isEqualTo(1);
        assertThat(run.order("TRIPS", "reset", 0).orElseThrow().code()).isEqualTo(AutomationError.NO_TRIP_RESET);
        assertThat(run.eventsOf(InterlockReset.class))
                .extracting(InterlockReset::id)
                .containsExactly("I-07");
    }

    @Test
    void resetIsRefusedWhileTheCauseIsThere() {
        RigRun run = RigRun.normal();
        run.rig.set("feed-tank.level", 0.05);
        run.runStill(10);
        assertThat(run.order("I-07", "reset", 0).orElseThrow().code()).isEqualTo(AutomationError.CAUSE_REMAINS);
        assertThat(run.order("I-02", "reset", 0).orElseThrow().code()).isEqualTo(AutomationError.NOT_TRIPPED);
        assertThat(run.order("P-701", "start", 0).orElseThrow().code()).isEqualTo(AutomationError.INTERLOCK_HOLDS);
        run.rig.set("feed-tank.level", 0.5);
        run.runStill(20);
        assertThat(run.order("I-07", "reset", 0)).isEmpty();
        run.tickStill();
        assertThat(run.order("P-701", "start", 0)).isEmpty();
    }

    @Test
    void onlyTheInstructorBypassesAndABypassedRowDoesNotTrip() {
        RigRun run = RigRun.normal();
        assertThatThrownBy(() -> run.order("I-10", "bypass", 1))
                .isInstanceOfSatisfying(
                        OtsException.class,
                        refused -> assertThat(refused.errorCode()).isEqualTo(AutomationError.NOT_PRIVILEGED));
        assertThat(run.order("I-10", "bypass", 1, "", true)).isEmpty();
        run.rig.set("sump.level", 0.95);
        run.runStill(30);
        assertThat(run.value("I-10.BYPASS")).isEqualTo(1);
        assertThat(run.value("I-10.CAUSE")).isEqualTo(1);
        assertThat(run.value("I-10.TRIP")).isZero();
        run.order("I-10", "bypass", 0, "", true);
        run.runStill(1);
        assertThat(run.value("I-10.TRIP")).isEqualTo(1);
        assertThat(run.eventsOf(BypassChanged.class)).hasSize(2);
    }

    @Test
    void heaterStartNamesTheMissingPermissive() {
        RigRun run = new RigRun(5);
        run.rig.normal();
        run.system.preset("SW-701", 1);
        run.system.preset("SW-702", 1);
        run.system.begin();
        run.rig.set("sump.T", 298.15);
        run.rig.set("sump.level", 0.38);
        run.rig.set("cw.condenser.V", 0.7 / 3600);
        run.runStill(60);
        assertThat(run.value("E-703.PERMIT")).isZero();
        assertMissing(run, "LIC-702 >= 40");
        run.rig.set("sump.level", 0.45);
        run.runStill(20);
        assertMissing(run, "FI-705 >= 0.8");
        run.rig.set("cw.condenser.V", 1.2 / 3600);
        run.runStill(20);
        assertMissing(run, "HV-713 >= 50 or XV-713 >= 50");
        run.order("HV-713", "position", 100);
        run.runStill(3);
        run.order("ESD-701", "press", 0);
        run.runStill(1);
        run.order("ESD-701", "reset", 0);
        run.runStill(1);
        assertThat(run.order("E-703", "start", 0).orElseThrow().code()).isEqualTo(AutomationError.INTERLOCK_HOLDS);
        run.order("TRIPS", "reset", 0);
        run.runStill(1);
        assertThat(run.value("E-703.PERMIT")).isEqualTo(1);
        assertThat(run.order("E-703", "start", 0)).isEmpty();
        run.tickStill();
        assertThat(run.value("E-703")).isEqualTo(1);
    }

    @Test
    void latchedTripOfAnotherDeviceKeepsTheHeaterFromStarting() {
        RigRun run = RigRun.normal();
        run.order("E-703", "stop", 0);
        run.rig.set("feed-tank.level", 0.05);
        run.runStill(10);
        assertMissing(run, "TRIPS < 0.5");
    }

    @Test
    void gasRowCanVoteTwoOutOfTwo() {
        AutomationDefinition plant = AutomationPack.builtIn("ethanol-water-rig");
        List<InterlockDefinition> rows = plant.interlocks().stream()
                .map(row -> row.id().equals("I-08")
                        ? new InterlockDefinition(row.id(), row.text(), "", 2, row.causes(), row.effects())
                        : row)
                .toList();
        RigRun run = new RigRun(new AutomationDefinition(plant.instruments(), plant.control(), rows, plant.field()), 1);
        run.presetNormal();
        run.system.begin();
        run.rig.set("gas.A", 0.7);
        run.runStill(60);
        assertThat(run.value("I-08.CAUSE")).isZero();
        run.rig.set("gas.B", 0.7);
        run.runStill(60);
        assertThat(run.value("I-08.TRIP")).isEqualTo(1);
    }

    private static void assertMissing(RigRun run, String rule) {
        assertThat(run.order("E-703", "start", 0)).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo(AutomationError.PERMISSIVE_MISSING);
            assertThat(refusal.arguments()).contains(rule);
        });
    }

    private static double secondsUntil(RigRun run, String flag) {
        double start = run.system.view().time();
        while (run.value(flag) < 0.5) {
            run.tickStill();
            assertThat(run.system.view().time() - start).as(flag).isLessThan(120);
        }
        return run.system.view().time() - start;
    }

    private static boolean safe(RigRun run, String element) {
        double value = run.value(element);
        return switch (element) {
            case "C-701" -> value == 1;
            case "XV-713" -> value == 100;
            default -> value == 0;
        };
    }
}
