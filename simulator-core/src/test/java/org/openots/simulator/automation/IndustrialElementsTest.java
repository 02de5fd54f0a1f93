package org.openots.simulator.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.openots.simulator.actuation.AutoStarted;
import org.openots.simulator.actuation.MotorTripped;
import org.openots.simulator.actuation.ValveTested;
import org.openots.simulator.operation.AutomationError;

/** Valves, air, pumps and supplies of a pack that uses every field. */
class IndustrialElementsTest {
    private final EveryFieldRun run = EveryFieldRun.powered();

    @Test
    void oneOutputDrivesTwoValvesInSplitRange() {
        double[][] expected = {{0, 0, 0}, {30, 50, 0}, {60, 100, 0}, {80, 100, 50}, {100, 100, 100}};
        for (double[] row : expected) {
            run.order("PC-2", "op", row[0]);
            run.run(12);
            assertThat(run.position("PV-2A")).as("PV-2A at %s %%", row[0]).isCloseTo(row[1], within(1e-9));
            assertThat(run.position("PV-2B")).as("PV-2B at %s %%", row[0]).isCloseTo(row[2], within(1e-9));
        }
    }

    @Test
    void withoutAirEveryValveGoesWhereItsSpringDrivesIt() {
        run.order("GA-1A", "start", 0);
        run.order("PC-2", "op", 80);
        run.order("FC-1", "op", 70);
        run.order("FC-2", "op", 40);
        run.order("XV-1", "position", 100);
        run.run(15);
        run.system.impair("AIR.MAIN", "failure", 1);
        run.run(30);
        assertThat(run.value("AIR.MAIN"))
                .as("0.55 MPa after half a buffer time")
                .isCloseTo(0.3336, within(0.001));
        assertThat(run.position("FV-1"))
                .as("the receiver carries them for a while")
                .isCloseTo(69.5, within(0.51));
        assertThat(run.position("PV-2B")).isCloseTo(50, within(1e-9));
        run.run(60);
        assertThat(run.value("AIR.MAIN")).isBetween(0.08, 0.24);
        assertThat(run.position("FV-1")).as("then the spring begins to win").isBetween(5.0, 60.0);
        run.run(300);
        assertThat(run.position("FV-1")).isZero();
        assertThat(run.position("PV-2A")).isEqualTo(100);
        assertThat(run.position("PV-2B")).isZero();
        assertThat(run.position("XV-1")).isZero();
        assertThat(run.position("PV-1")).isEqualTo(100);
        assertThat(run.position("FV-2")).as("locked up").isCloseTo(40, within(1e-9));
        assertThat(run.value("PI-9")).as("a transmitter on the header").isLessThan(0.01);
        assertThat(run.value("PI-9.LL")).isEqualTo(1);
        run.system.clear("AIR.MAIN", "failure");
        run.run(120);
        assertThat(run.position("FV-1")).as("comes back with the air").isCloseTo(70, within(0.6));
    }

    @Test
    void handwheelTakesAValveFromItsController() {
        run.order("FC-1", "op", 30);
        run.run(5);
        run.order("FC-1", "mode", 1);
        assertThat(run.order("FV-1", "position", 60).orElseThrow().code()).isEqualTo(AutomationError.NOT_LOCAL);
        run.order("FV-1", "local", 1);
        run.order("FV-1", "position", 60);
        run.run(1);
        assertThat(run.value("FC-1.MODE")).as("the loop cannot drive it").isZero();
        run.run(20);
        assertThat(run.position("FV-1")).isEqualTo(60);
        assertThat(run.value("FC-1.OP")).as("the output follows").isEqualTo(60);
        assertThat(run.order("FC-1", "op", 20).orElseThrow().code()).isEqualTo(AutomationError.OUTPUT_TRACKS_DEVICE);
        run.system.impair("AIR.MAIN", "failure", 1);
        run.run(400);
        assertThat(run.position("FV-1")).as("no spring moves it").isEqualTo(60);
        run.system.clear("AIR.MAIN", "failure");
        run.run(200);
        run.order("FV-1", "local", 0);
        run.run(1);
        assertThat(run.position("FV-1")).as("and goes back without a bump").isCloseTo(60, within(0.51));
    }

    @Test
    void positionerFaultsOfAnAirWorkedValve() {
        run.order("FC-1", "op", 50);
        run.run(12);
        assertThat(run.position("FV-1")).as("half the backlash of 1 % is lost").isCloseTo(49.5, within(1e-9));
        run.system.impair("FV-1", "bias", 10);
        run.run(12);
        assertThat(run.position("FV-1")).isCloseTo(59.5, within(1e-9));
        run.system.clear("FV-1", "bias");
        run.system.impair("FV-1", "deadband", 8);
        run.run(12);
        assertThat(run.position("FV-1")).isCloseTo(54, within(1e-9));
        run.system.clear("FV-1", "deadband");
        run.system.impair("FV-1", "slow", 5);
        run.order("FC-1", "op", 100);
        run.run(5);
        assertThat(run.position("FV-1")).as("a fifth of 10 %/s").isCloseTo(64, within(0.3));
    }

    @Test
    void shutoffValveHasLimitSwitchesATravelAlarmAndAStrokeTest() {
        run.order("XV-1", "position", 100);
        run.run(2);
        assertThat(run.value("XV-1.ZSO")).isZero();
        assertThat(run.value("XV-1.ZSC")).isZero();
        assertThat(run.order("XV-1", "strokeTest", 0).orElseThrow().code()).isEqualTo(AutomationError.VALVE_NOT_AT_END);
        run.run(3);
        assertThat(run.value("XV-1.ZSO")).isEqualTo(1);
        assertThat(run.order("XV-1", "strokeTest", 0)).isEmpty();
        double lowest = 100;
        for (int i = 0; i < 50; i++) {
            run.tick();
            lowest = Math.min(lowest, run.position("XV-1"));
        }
        assertThat(lowest).isCloseTo(80, within(1e-9));
        assertThat(run.position("XV-1")).isEqualTo(100);
        assertThat(run.eventsOf(ValveTested.class))
                .singleElement()
                .satisfies(test -> assertThat(test.passed()).isTrue());
        run.system.impair("XV-1", "stuck", 1);
        run.order("XV-1", "strokeTest", 0);
        run.run(5);
        assertThat(run.eventsOf(ValveTested.class))
                .hasSize(2)
                .last()
                .satisfies(test -> assertThat(test.passed()).isFalse());
        run.order("XV-1", "position", 0);
        run.run(5);
        assertThat(run.value("XV-1.DISC")).isZero();
        run.run(2);
        assertThat(run.value("XV-1.DISC"))
                .as("later than one and a half stroke times")
                .isEqualTo(1);
        run.system.clear("XV-1", "stuck");
        run.system.impair("XV-1", "passing", 5);
        run.run(6);
        assertThat(run.value("XV-1.ZSC")).isEqualTo(1);
        assertThat(run.position("XV-1")).as("shows closed and lets through").isEqualTo(5);
    }

    @Test
    void motorValveStaysWithoutPowerAndTripsWhenJammed() {
        run.order("MV-1", "position", 50);
        run.run(4);
        run.order("SW-1", "off", 0);
        run.run(5);
        assertThat(run.position("MV-1")).isCloseTo(20, within(0.01));
        assertThat(run.order("MV-1", "position", 80).orElseThrow().code()).isEqualTo(AutomationError.NO_POWER);
        run.order("SW-1", "on", 0);
        run.run(10);
        assertThat(run.position("MV-1")).isEqualTo(50);
        run.system.impair("MV-1", "jammed", 1);
        run.order("MV-1", "position", 100);
        run.run(3);
        assertThat(run.position("MV-1")).isEqualTo(50);
        assertThat(run.value("MV-1.TRIP")).isEqualTo(1);
        assertThat(run.eventsOf(MotorTripped.class)).containsExactly(new MotorTripped("MV-1"));
        assertThat(run.order("MV-1", "position", 0).orElseThrow().code()).isEqualTo(AutomationError.MOTOR_IS_TRIPPED);
    }

    @Test
    void standbyPumpTakesOverAndStaysWhenStoppedByHand() {
        run.order("GA-1A", "start", 0);
        run.run(3);
        assertThat(run.position("GA-1A"))
                .as("a pump without a controller has one speed")
                .isEqualTo(100);
        run.order("GA-1B", "standby", 1);
        run.run(5);
        assertThat(run.position("GA-1B")).isZero();
        run.system.impair("GA-1A", "unavailable", 1);
        run.run(1.5);
        assertThat(run.position("GA-1B")).as("the delay runs").isZero();
        run.run(3);
        assertThat(run.position("GA-1B")).isEqualTo(100);
        assertThat(run.eventsOf(AutoStarted.class))
                .containsExactly(new AutoStarted("GA-1B", AutoStarted.Reason.STANDBY));
        run.order("GA-1B", "stop", 0);
        run.run(10);
        assertThat(run.position("GA-1B")).as("stopping takes the standby away").isZero();
        assertThat(run.value("GA-1B.STANDBY")).isZero();
    }

    @Test
    void pumpComesBackAfterAShortDipOfItsSupplyAndNotAfterALongOne() {
        run.order("GA-1A", "start", 0);
        run.run(3);
        run.order("SW-1", "off", 0);
        run.run(3);
        assertThat(run.value("GA-1A")).isZero();
        run.order("SW-1", "on", 0);
        run.run(3);
        assertThat(run.value("GA-1A")).isEqualTo(1);
        run.order("SW-1", "off", 0);
        run.run(7);
        run.order("SW-1", "on", 0);
        run.run(3);
        assertThat(run.value("GA-1A")).isZero();
        assertThat(run.eventsOf(AutoStarted.class))
                .containsExactly(new AutoStarted("GA-1A", AutoStarted.Reason.POWER_BACK));
    }

    @Test
    void batteryOfTheUpsEnds() {
        run.order("SW-1", "off", 0);
        run.run(59);
        assertThat(run.value("P.UPS")).isEqualTo(1);
        assertThat(run.value("FI-1")).isEqualTo(100);
        run.run(2);
        assertThat(run.value("P.UPS")).isZero();
        assertThat(run.value("FI-1")).isNaN();
        run.order("SW-1", "on", 0);
        run.run(1);
        assertThat(run.value("P.UPS")).isEqualTo(1);
    }
}
