package org.openots.simulator.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.openots.simulator.alarm.FirstOutSet;
import org.openots.simulator.interlock.InterlockDemand;
import org.openots.simulator.interlock.InterlockReset;
import org.openots.simulator.interlock.InterlockTripped;
import org.openots.simulator.interlock.ProofTested;
import org.openots.simulator.operation.AutomationError;

/** Alarms and interlocks of a pack that uses every field. */
class IndustrialProtectionTest {
    private final EveryFieldRun run = EveryFieldRun.powered();

    @Test
    void oneOfThreeTransmittersDoesNotTripTwoDo() {
        run.pressure("p.A", 650);
        run.run(10);
        assertThat(run.value("IB-01.TRIP")).isZero();
        run.pressure("p.C", 650);
        run.run(1.5);
        assertThat(run.value("IB-01.TRIP")).as("the delay runs").isZero();
        run.run(1);
        assertThat(run.value("IB-01.TRIP")).isEqualTo(1);
        assertThat(run.eventsOf(InterlockTripped.class))
                .containsExactly(new InterlockTripped("IB-01", "PT-1.HH", 650, 600, true));
    }

    @Test
    void aTransmitterThatIsBadVotesWhereThePackSaysSo() {
        run.system.impair("PT-1B", "bad", 1);
        run.pressure("p.A", 650);
        run.run(3);
        assertThat(run.value("IB-01.TRIP")).isEqualTo(1);
    }

    @Test
    void effectsPositionAValveWithARampAndHoldALoopInManual() {
        run.order("PC-1", "op", 10);
        run.order("XV-1", "position", 100);
        run.order("TC-1", "op", 55);
        run.run(12);
        run.order("TC-1", "mode", 1);
        run.pressures(650);
        run.run(3);
        double from = run.position("PV-1");
        run.run(5);
        assertThat(run.position("PV-1") - from).as("2 %/s and not 10").isCloseTo(10, within(0.01));
        run.run(3);
        assertThat(run.position("XV-1")).isZero();
        assertThat(run.position("TV-1")).isZero();
        assertThat(run.value("TC-1.MODE")).isZero();
        assertThat(run.value("TC-1.OP")).isZero();
        assertThat(run.order("TC-1", "mode", 1).orElseThrow().code()).isEqualTo(AutomationError.INTERLOCK_HOLDS);
        run.run(60);
        assertThat(run.position("PV-1")).isEqualTo(80);
        run.pressures(430);
        run.run(1);
        run.order("IB-01", "reset", 0);
        run.run(20);
        assertThat(run.order("TC-1", "mode", 1)).isEmpty();
        assertThat(run.position("PV-1")).as("back to its controller").isEqualTo(10);
    }

    @Test
    void aConditionCanBeACauseAndAnInterlockNeedNotLatch() {
        run.run(10);
        assertThat(run.value("IB-07.TRIP")).as("not armed while XV-1 is closed").isZero();
        run.order("XV-1", "position", 100);
        run.order("MV-1", "position", 40);
        run.run(12);
        assertThat(run.value("IB-07.TRIP")).isEqualTo(1);
        run.run(20);
        assertThat(run.position("MV-1")).isZero();
        run.order("GA-1A", "start", 0);
        run.run(1);
        assertThat(run.value("IB-07.TRIP")).isZero();
        assertThat(run.eventsOf(InterlockReset.class)).containsExactly(new InterlockReset("IB-07"));
        assertThat(run.position("MV-1"))
                .as("a motor valve stays where it was driven")
                .isZero();
    }

    @Test
    void anInterlockCanStartAPumpAndOpenAValveSlowly() {
        run.set("l", 0.05);
        run.run(4);
        assertThat(run.value("GA-1B")).isEqualTo(1);
        assertThat(run.position("FV-2")).as("1 %/s").isBetween(1.0, 4.0);
        run.order("GA-1B", "stop", 0);
        run.run(1);
        assertThat(run.value("GA-1B")).as("held running").isEqualTo(1);
        run.set("l", 0.5);
        run.run(1);
        run.order("IB-10", "reset", 0);
        run.order("GA-1B", "stop", 0);
        run.run(3);
        assertThat(run.value("GA-1B")).isZero();
    }

    @Test
    void theRegisterCountsTripsAndDemandsAlsoThoseBypassed() {
        run.order("IB-01", "bypass", 1);
        run.pressures(650);
        run.run(3);
        assertThat(run.value("IB-01.TRIP")).isZero();
        assertThat(run.value("IB-01.DEMANDS")).isEqualTo(1);
        assertThat(run.eventsOf(InterlockDemand.class))
                .containsExactly(new InterlockDemand("IB-01", "PT-1.HH", 650, 600));
        run.pressures(430);
        run.run(1);
        run.order("IB-01", "bypass", 0);
        run.pressures(650);
        run.run(3);
        assertThat(run.value("IB-01.TRIPS")).isEqualTo(1);
        assertThat(run.value("IB-01.DEMANDS")).isEqualTo(2);
    }

    @Test
    void aProofTestTripsNothingAndFailsWithoutEnoughTransmitters() {
        run.order("TC-1", "op", 55);
        run.run(10);
        assertThat(run.order("IB-01", "proofTest", 1)).isEmpty();
        run.run(1);
        assertThat(run.value("IB-01.TEST")).isEqualTo(1);
        run.run(2);
        assertThat(run.value("IB-01.TEST")).isZero();
        assertThat(run.value("IB-01.TRIP")).isZero();
        assertThat(run.position("TV-1")).isCloseTo(55, within(1e-9));
        assertThat(run.eventsOf(ProofTested.class)).singleElement().satisfies(test -> {
            assertThat(test.passed()).isTrue();
            assertThat(test.seconds()).isCloseTo(2.1, within(1e-9));
        });
        run.order("IB-01", "bypass", 1);
        run.system.impair("PT-1A", "bad", 1);
        run.system.impair("PT-1B", "openCircuit", 1);
        run.order("IB-01", "proofTest", 1);
        run.run(3);
        assertThat(run.eventsOf(ProofTested.class))
                .last()
                .satisfies(test -> assertThat(test.passed()).isFalse());
    }

    @Test
    void aResetWaitsForItsPermissive() {
        run.order("ESD-1", "press", 0);
        run.run(0.2);
        assertThat(run.value("IB-01.TRIP")).isEqualTo(1);
        assertThat(run.order("IB-01", "proofTest", 2).orElseThrow().code())
                .isEqualTo(AutomationError.TEST_WHILE_TRIPPED);
        run.order("ESD-1", "reset", 0);
        run.order("SW-1", "off", 0);
        run.run(0.2);
        assertThat(run.order("IB-01", "reset", 0).orElseThrow().code()).isEqualTo(AutomationError.RESET_NOT_PERMITTED);
        run.order("SW-1", "on", 0);
        run.run(0.2);
        assertThat(run.order("IB-01", "reset", 0)).isEmpty();
    }

    @Test
    void rateAndDeviationAlarms() {
        for (int i = 0; i < 600; i++) {
            run.set("t", 89.3 + 273.15 + i * 0.1 * 2 / 60);
            run.tick();
        }
        assertThat(run.value("TI-1.RH")).as("2 K/min").isZero();
        double reached = 89.3 + 2;
        for (int i = 0; i < 600; i++) {
            run.set("t", reached + 273.15 + i * 0.1 * 4 / 60);
            run.tick();
        }
        assertThat(run.value("TI-1.RH")).as("4 K/min").isEqualTo(1);
        run.run(60);
        assertThat(run.value("TI-1.RH")).isZero();
        run.order("FC-1", "mode", 1);
        run.order("FC-1", "sp", 250);
        run.run(1);
        assertThat(run.value("FC-1.DL")).as("100 is more than 100 below 250").isEqualTo(1);
        run.flow("f.1", 360);
        run.run(1);
        assertThat(run.value("FC-1.DL")).isZero();
        assertThat(run.value("FC-1.DH")).isEqualTo(1);
        run.order("FC-1", "mode", 0);
        run.run(1);
        assertThat(run.system.alarms())
                .filteredOn(alarm -> alarm.signal().equals("FC-1.DH"))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.state().word()).isEqualTo("suppressed"));
    }

    @Test
    void firstOutNamesWhatCameFirstAndIsGivenUpWhenAllIsOver() {
        run.run(1);
        assertThat(run.value("FO-1")).isZero();
        run.set("l", 0.05);
        run.run(1);
        run.pressures(650);
        run.run(5);
        assertThat(run.value("FO-1")).as("the level was first").isEqualTo(2);
        assertThat(run.eventsOf(FirstOutSet.class)).containsExactly(new FirstOutSet("FO-1", "LI-1.LL"));
        run.set("l", 0.5);
        run.pressures(430);
        run.run(1);
        run.order("TRIPS", "reset", 0);
        run.run(0.5);
        assertThat(run.value("FO-1")).as("not acknowledged yet").isEqualTo(2);
        run.order("ALARMS", "ack", 0);
        run.run(0.5);
        assertThat(run.value("FO-1")).isZero();
    }
}
