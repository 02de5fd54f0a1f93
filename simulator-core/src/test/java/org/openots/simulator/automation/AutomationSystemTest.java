package org.openots.simulator.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.error.OtsException;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.simulator.actuation.MotorTripped;
import org.openots.simulator.alarm.AlarmChanged;
import org.openots.simulator.alarm.AlarmState;
import org.openots.simulator.control.ModeForced;
import org.openots.simulator.field.SampleReady;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.random.SplitMix64;

class AutomationSystemTest {
    @Test
    void normalRunningIsQuiet() {
        RigRun run = RigRun.normal();
        run.run(600);
        assertThat(run.eventsOf(AlarmChanged.class))
                .as(run.story())
                .allMatch(event ->
                        event.status().state() == AlarmState.SUPPRESSED || event.from() == AlarmState.SUPPRESSED);
        assertThat(run.value("TRIPS")).isZero();
        assertThat(run.value("LIC-702")).isCloseTo(60, within(3.0));
        assertThat(run.value("R-701")).isCloseTo(3.0, within(0.15));
        assertThat(run.value("EI-701")).isCloseTo(1.3, within(0.1));
    }

    @Test
    void coldRigWithPowerOnIsNotAnAlarmFlood() {
        RigRun run = RigRun.cold();
        run.order("SW-701", "on", 0);
        run.order("SW-702", "on", 0);
        run.run(300);
        assertThat(run.value("ALARMS.UNACK")).as(run.story()).isZero();
        assertThat(run.value("TRIPS")).isZero();
        assertThat(run.value("LIC-702.LL")).isEqualTo(1);
    }

    @Test
    void coldStartCanBeWalkedThrough() {
        RigRun run = RigRun.cold();
        run.order("SW-701", "on", 0);
        run.order("SW-702", "on", 0);
        run.run(2);
        for (String valve : new String[] {"HV-713", "HV-701", "HV-702", "HV-705", "HV-714"}) {
            assertThat(run.order(valve, "position", 100)).isEmpty();
        }
        run.order("FIC-701", "op", 90);
        assertThat(run.order("P-701", "start", 0)).isEmpty();
        while (run.value("LIC-702") < 60) {
            run.run(10);
            assertThat(run.system.view().time()).isLessThan(3600);
        }
        run.order("P-701", "stop", 0);
        assertThat(run.order("E-703", "start", 0).orElseThrow().code()).isEqualTo(AutomationError.PERMISSIVE_MISSING);
        run.order("TIC-709", "op", 70);
        run.run(30);
        assertThat(run.value("FI-705")).isGreaterThan(1.0);
        assertThat(run.order("E-703", "start", 0)).isEmpty();
        run.order("JIC-701", "op", 60);
        run.run(60);
        assertThat(run.value("JI-701")).isCloseTo(16.2, within(0.2));
        assertThat(run.order("JIC-701", "mode", 1)).isEmpty();
        run.run(1);
        assertThat(run.value("JIC-701.SP")).isCloseTo(16.2, within(0.2));
        assertThat(run.order("JIC-701", "sp", 12)).isEmpty();
        run.run(60);
        assertThat(run.value("JI-701")).isCloseTo(12, within(0.1));
        assertThat(run.value("FIC-703")).as("no product, shown as exactly zero").isZero();
        assertThat(run.value("TRIPS")).as(run.story()).isZero();
    }

    @Test
    void trayTemperatureCascadeReachesANewSetPoint() {
        RigRun run = RigRun.normal();
        run.run(600);
        run.order("TIC-705", "sp", 81.9);
        run.run(4 * 3600);
        assertThat(run.value("TIC-705")).as(run.story()).isCloseTo(81.9, within(0.3));
    }

    @Test
    void schemeIsChangedOnARunningPlantWithoutABump() {
        RigRun run = RigRun.normal();
        run.run(60);
        assertThat(run.order("SCHEME", "select", 1)).isPresent();
        for (String slave : new String[] {"JIC-701", "FIC-702", "FIC-703"}) {
            run.order(slave, "mode", 1);
        }
        run.order("TIC-705", "mode", 0);
        run.order("LIC-703", "mode", 0);
        assertThat(run.order("SCHEME", "select", 1)).isEmpty();
        run.tick();
        String[] outputs = {"JIC-701.OP", "FIC-702.OP", "FIC-703.OP"};
        for (String order : new String[] {"FIC-703", "FIC-702", "TIC-705", "LIC-703"}) {
            double[] before = {run.value(outputs[0]), run.value(outputs[1]), run.value(outputs[2])};
            assertThat(run.order(order, "mode", order.startsWith("FIC") ? 2 : 1))
                    .isEmpty();
            run.tick();
            for (int i = 0; i < outputs.length; i++) {
                assertThat(run.value(outputs[i])).as(order + " " + outputs[i]).isCloseTo(before[i], within(1.0));
            }
        }
        run.run(600);
        assertThat(run.value("TRIPS")).isZero();
        assertThat(run.value("LIC-703.OP")).isCloseTo(run.value("FIC-702.SP") / 80 * 100, within(0.5));
    }

    @Test
    void nothingElectricalRunsBeforeBothSwitchesAreOn() {
        RigRun run = RigRun.cold();
        assertThat(run.value("TI-708")).isNaN();
        assertThat(run.value("AT-703A")).isNotNaN();
        assertThat(run.order("P-701", "start", 0).orElseThrow().code()).isEqualTo(AutomationError.NO_POWER);
        run.order("SW-701", "on", 0);
        run.run(1);
        assertThat(run.order("P-701", "start", 0).orElseThrow().code()).isEqualTo(AutomationError.NO_POWER);
        run.order("SW-702", "on", 0);
        run.run(1);
        assertThat(run.order("P-701", "start", 0)).isEmpty();
        run.run(1);
        assertThat(run.value("P-701")).isEqualTo(1);
        assertThat(run.value("TI-708")).isCloseTo(25, within(0.5));
    }

    @Test
    void plantPowerFailureStopsMotorsAndHeatersAndKeepsTheBufferedInstruments() {
        RigRun run = RigRun.normal();
        run.run(10);
        run.system.impair("POWER.MAIN", "failure", 1);
        run.run(10);
        assertThat(run.value("P-701")).isZero();
        assertThat(run.value("E-703")).isZero();
        assertThat(run.value("TI-708")).isNotNaN();
        assertThat(run.value("AI-701")).isNaN();
        assertThat(run.value("FIC-701.MODE")).isZero();
        run.system.clear("POWER.MAIN", "failure");
        run.run(10);
        assertThat(run.value("P-701")).as("no restart by itself").isZero();
        assertThat(run.value("AI-701")).isNotNaN();
    }

    @Test
    void cabinetSwitchTakesARunawayHeaterAway() {
        RigRun run = RigRun.normal();
        run.system.impair("E-703", "fullOn", 1);
        run.run(10);
        assertThat(run.value("JI-701")).isCloseTo(27, within(0.2));
        run.order("E-703", "stop", 0);
        run.run(10);
        assertThat(run.value("JI-701")).isCloseTo(27, within(0.2));
        run.order("SW-702", "off", 0);
        run.run(10);
        assertThat(run.value("JI-701")).isCloseTo(0, within(0.2));
        assertThat(run.value("P-702A")).as("reflux goes on").isEqualTo(1);
    }

    @Test
    void trippedDutyPumpIsReplacedByTheStandbyAtTheSameOutput() {
        RigRun run = RigRun.normal();
        run.run(30);
        run.system.impair("P-702A", "unavailable", 1);
        run.run(20);
        assertThat(run.eventsOf(MotorTripped.class))
                .extracting(MotorTripped::tag)
                .containsExactly("P-702A");
        assertThat(run.value("FIC-702")).isLessThan(1);
        assertThat(run.value("FIC-702.L")).isEqualTo(1);
        assertThat(run.value("P-702A.TRIP")).isEqualTo(1);
        assertThat(run.order("P-702A", "start", 0).orElseThrow().code()).isEqualTo(AutomationError.MOTOR_IS_TRIPPED);
        assertThat(run.order("P-702B", "start", 0, "local", false)).isEmpty();
        run.run(20);
        assertThat(run.value("FIC-702")).isCloseTo(36, within(3.0));
    }

    @Test
    void brokenThermocoupleWithinItsRangeIsFollowedByTheLoop() {
        RigRun run = RigRun.normal();
        run.run(30);
        run.system.impair("TIC-705", "failTo", 0);
        run.run(120);
        assertThat(run.value("TIC-705")).isZero();
        assertThat(run.value("TIC-705.MODE")).isEqualTo(1);
        assertThat(run.value("JIC-701.SP")).as("runs away").isGreaterThan(25);
        run.system.clear("TIC-705", "failTo");
        run.system.impair("TIC-705", "bad", 1);
        run.run(1);
        assertThat(run.value("TIC-705")).isNaN();
        assertThat(run.value("TIC-705.MODE")).isZero();
        assertThat(run.eventsOf(ModeForced.class)).anySatisfy(event -> {
            assertThat(event.tag()).isEqualTo("TIC-705");
            assertThat(event.reason()).isEqualTo(ModeForced.Reason.MEASUREMENT_BAD);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "HV-777, position, 5, '', OTS-AUT-001",
        "HV-701, shut, 0, '', OTS-AUT-002",
        "HV-701, position, 101, '', OTS-AUT-003",
        "HV-701, position, NaN, '', OTS-AUT-003",
        "LIC-702, sp, 95, '', OTS-AUT-003",
        "LIC-702, mode, 1.5, '', OTS-AUT-004",
        "SCHEME, select, 3, '', OTS-AUT-004",
        "LIC-702, ratio, 3, '', OTS-AUT-002",
        "P-701, start, 1, '', OTS-AUT-004",
        "P-701, start, 0, 'please', OTS-AUT-005",
        "E-703, start, 0, 'local', OTS-AUT-007",
        "I-01, bypass, 1, '', OTS-AUT-006",
        "LIC-702.H, service, 0, '', OTS-AUT-006",
        "PPE, wear, 0, 'helmet,cap', OTS-AUT-008",
        "LOG, enter, 0, '[1]', OTS-AUT-009",
        "LOG, enter, 0, '{\"FIC-777\": 1}', OTS-AUT-010",
        "LOG, enter, 0, '{\"FIC-701\": 999}', OTS-AUT-003",
        "RECORD.S-FEED, enter, 101, '', OTS-AUT-003"
    })
    void wrongCommandsAreThrownBackAndChangeNothing(
            String target, String verb, double value, String text, String code) {
        RigRun run = RigRun.normal();
        run.run(1);
        String before = run.hash();
        assertThatThrownBy(() -> run.order(target, verb, value, text, false))
                .isInstanceOfSatisfying(OtsException.class, mistake -> {
                    assertThat(mistake.errorCode().code()).isEqualTo(code);
                    assertThat(mistake.messageIn(Locale.SIMPLIFIED_CHINESE)).isNotBlank();
                });
        assertThat(run.hash()).isEqualTo(before);
        assertThat(run.system.drainEvents()).isEmpty();
    }

    @Test
    void commandsLeaveEvents() {
        RigRun run = RigRun.normal();
        run.order("HV-704", "position", 30);
        run.order("FIC-701", "op", 30);
        assertThat(run.eventsOf(CommandApplied.class))
                .extracting(event -> event.command().target())
                .containsExactly("HV-704");
        assertThat(run.eventsOf(CommandRefused.class))
                .singleElement()
                .satisfies(event -> assertThat(event.text().in(Locale.ENGLISH))
                        .contains("FIC-701")
                        .contains("AUTO"));
    }

    @Test
    void impairmentsAreChecked() {
        RigRun run = RigRun.normal();
        assertThatThrownBy(() -> run.system.impair("X-1", "bias", 1)).hasMessageContaining("OTS-AUT-011");
        assertThatThrownBy(() -> run.system.impair("LV-702", "bias", 1)).hasMessageContaining("OTS-AUT-012");
        assertThatThrownBy(() -> run.system.impair("LV-702", "stuckAt", 101)).hasMessageContaining("OTS-AUT-013");
        assertThat(run.system.impairables()).extracting(Impaired::target).contains("POWER.MAIN", "E-703", "TIC-705");
    }

    @Test
    void fieldTasks() {
        RigRun run = RigRun.cold();
        run.order("PPE", "wear", 0, "helmet,goggles", false);
        run.tickStill();
        assertThat(run.value("PPE")).isZero();
        String right = "helmet, antistatic-suit, goggles, chemical-gloves, antistatic-shoes";
        run.order("PPE", "wear", 0, right, false);
        run.order("AT-703", "test", 0);
        run.order("CHECK.CP-01", "inspect", 0);
        run.order("CHECK.CP-02", "inspect", 0);
        run.order("RECORD.S-FEED", "enter", 20.1);
        run.order("LOG", "enter", 0, "{\"FIC-701\": 60}", false);
        run.order("REPORT", "send", 0);
        run.tickStill();
        assertThat(run.value("PPE")).isEqualTo(1);
        assertThat(run.value("AT-703.TEST")).isEqualTo(1);
        assertThat(run.value("CHECK.COUNT")).isEqualTo(2);
        assertThat(run.value("CHECK.TOTAL")).isEqualTo(10);
        assertThat(run.value("RECORD.S-FEED")).isEqualTo(20.1);
        assertThat(run.value("LOG.FIC-701")).isEqualTo(60);
        assertThat(run.value("LOG.COMPLETE")).isZero();
        assertThat(run.value("REPORT")).isEqualTo(1);
        run.order("LOG", "enter", 0, fullLog(), false);
        run.order("PPE", "wear", 0, right + ", mobile-phone", false);
        run.tickStill();
        assertThat(run.value("LOG.COMPLETE")).isEqualTo(1);
        assertThat(run.value("PPE")).as("a decoy spoils it").isZero();
    }

    @Test
    void deadDetectorFailsItsTest() {
        RigRun run = RigRun.cold();
        run.system.impair("AT-703B", "frozen", 1);
        assertThat(run.order("AT-703", "test", 0).orElseThrow().arguments()).containsExactly("AT-703B");
    }

    @Test
    void sampleNeedsAnOpenValveAndTakesItsTime() {
        RigRun run = RigRun.normal();
        assertThat(run.value("SAMPLE.S-TOP")).isNaN();
        assertThat(run.order("S-TOP", "sample", 0).orElseThrow().code()).isEqualTo(AutomationError.SAMPLE_VALVE_CLOSED);
        run.order("HV-718", "position", 30);
        run.runStill(5);
        assertThat(run.order("S-TOP", "sample", 0)).isEmpty();
        assertThat(run.order("S-TOP", "sample", 0).orElseThrow().code()).isEqualTo(AutomationError.SAMPLE_PENDING);
        run.rig.set("drum.w", 0.5);
        run.runStill(59);
        assertThat(run.value("SAMPLE.S-TOP")).isNaN();
        run.runStill(62);
        assertThat(run.value("SAMPLE.S-TOP")).isCloseTo(90.6, within(0.3));
        assertThat(run.value("SAMPLE.S-TOP.COUNT")).isEqualTo(1);
        assertThat(run.eventsOf(SampleReady.class)).hasSize(1);
        run.rig.set("drum.level", 0);
        assertThat(run.order("S-TOP", "sample", 0).orElseThrow().code()).isEqualTo(AutomationError.SAMPLE_NO_LIQUID);
    }

    @Test
    void presetsAreChecked() {
        RigRun run = new RigRun(1);
        assertThatThrownBy(() -> run.system.preset("TI-708", 20)).hasMessageContaining("OTS-AUT-014");
        assertThatThrownBy(() -> run.system.preset("HV-701", 120)).hasMessageContaining("OTS-AUT-015");
    }

    @Test
    void equalRunsAreEqualBitForBitAndSeedsDiffer() {
        assertThat(scripted(11).hash()).isEqualTo(scripted(11).hash());
        assertThat(scripted(11).hash()).isNotEqualTo(scripted(12).hash());
    }

    @Test
    void restoredRunContinuesBitForBit() {
        RigRun run = scripted(11);
        StateWriter writer = new StateWriter();
        run.system.save(writer);
        double[] values = new double[run.system.signals().size()];
        run.system.copyTo(values, 0);

        RigRun other = new RigRun(99);
        other.system.begin();
        other.rig.copy(run.rig);
        StateReader reader = new StateReader(writer.toByteArray());
        other.system.restore(reader);
        reader.end();
        for (int i = 0; i < 3000; i++) {
            double wave = 0.5 + 0.3 * Math.abs((i % 200) - 100) / 100;
            for (RigRun each : new RigRun[] {run, other}) {
                each.rig.set("sump.level", wave);
                each.rig.set("drum.level", 1 - wave);
                each.rig.set("tray-10.T", 350 + 5 * wave);
                each.tickStill();
            }
            assertThat(other.hash()).as("tick " + i).isEqualTo(run.hash());
        }
    }

    /** A normal run disturbed by random but legal operations and impairments. */
    private static RigRun scripted(long seed) {
        RigRun run = RigRun.normal(seed);
        SplitMix64 random = new SplitMix64(4711);
        String[] valves = {"HV-714", "HV-713", "HV-718", "XV-713"};
        String[] motors = {"P-701", "P-702A", "P-702B", "P-703", "E-703", "E-701", "C-701"};
        String[] loops = {"FIC-701", "LIC-702", "TIC-705", "JIC-701", "FIC-702", "FIC-703", "LIC-703"};
        for (int i = 0; i < 200; i++) {
            run.order(pick(valves, random), "position", random.nextUniform() * 100);
            run.order(pick(motors, random), random.nextUniform() < 0.7 ? "start" : "stop", 0);
            run.order(pick(loops, random), "mode", (int) (random.nextUniform() * 3));
            run.order(pick(loops, random), "op", random.nextUniform() * 100);
            if (i == 50) {
                run.system.impair("LIC-702", "drift", 0.5);
                run.system.impair("LV-702", "stiction", 3);
                run.order("LIC-703.H", "shelve", 120);
            }
            run.run(3);
        }
        return run;
    }

    private static String pick(String[] names, SplitMix64 random) {
        return names[(int) (random.nextUniform() * names.length)];
    }

    private static String fullLog() {
        return "{\"FIC-701\": 60, \"FIC-702\": 36, \"FIC-703\": 12, \"TI-702\": 78.3, \"TIC-705\": 80.9, "
                + "\"TI-708\": 98.6, \"PDI-703\": 3.0, \"LIC-702\": 60, \"LIC-703\": 50, \"JI-701\": 15.6, "
                + "\"S-TOP\": 90.6, \"S-BOT\": 2.3}";
    }
}
