package org.openots.simulator.actuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.AutomationEvent;
import org.openots.simulator.operation.Operable;
import org.openots.simulator.operation.Order;
import org.openots.simulator.process.ProcessPort;
import org.openots.simulator.signal.SignalBoard;

class FinalElementTest {
    private static final double TICK = 0.1;
    private static final LocalText TEXT = new LocalText("设备", "device");

    private final SignalBoard board = new SignalBoard(TICK);
    private final int power = board.declare("POWER", "", TEXT);
    private final int demand = board.declare("OP", "%", TEXT);
    private final Pipe pipe = new Pipe();
    private final List<AutomationEvent> events = new ArrayList<>();

    /** One actuator; remembers where it was driven to. */
    private static final class Pipe implements ProcessPort {
        double fraction;

        @Override
        public int variable(String name) {
            throw new IllegalArgumentException(name);
        }

        @Override
        public double read(int variable) {
            throw new IllegalArgumentException("no variables");
        }

        @Override
        public int actuator(String name) {
            return 0;
        }

        @Override
        public void drive(int actuator, double newFraction) {
            fraction = newFraction;
        }
    }

    FinalElementTest() {
        board.set(power, 1);
        board.set(demand, 0);
    }

    private static DeviceDefinition device() {
        return new DeviceDefinition("D", TEXT, "POWER", true, List.of());
    }

    private Pump pump() {
        return new Pump(new Pump.Definition(device(), "OP", 5, 5), pipe, board, events::add, List.of(), TICK);
    }

    private Heater heater() {
        return new Heater(new Heater.Definition(device(), "OP", 3), pipe, board, events::add, List.of(), TICK);
    }

    private ControlValve valve(ControlValve.Fail fail) {
        return new ControlValve(
                new ControlValve.Definition("D", TEXT, "OP", "POWER", 10, 0.5, fail), pipe, board, TICK);
    }

    private void scan(FinalElement element, double seconds) {
        for (long i = Math.round(seconds / TICK); i > 0; i--) {
            element.scan();
        }
    }

    private double value(String signal) {
        return board.value(board.index(signal));
    }

    private static void order(Operable element, String verb, double value) {
        assertThat(element.operate(new Order("D", verb, value, "", false))).isEmpty();
    }

    @Test
    void pumpRampsAndKeepsItsMinimumSpeed() {
        Pump pump = pump();
        pump.scan();
        order(pump, "start", 0);
        scan(pump, 5);
        assertThat(value("D.SPEED")).as("minimum").isEqualTo(5);
        board.set(demand, 80);
        scan(pump, 1);
        assertThat(value("D.SPEED")).isCloseTo(25, within(1e-9));
        scan(pump, 10);
        assertThat(pipe.fraction).isEqualTo(0.8);
        order(pump, "stop", 0);
        pump.scan();
        assertThat(value("D")).isZero();
        assertThat(value("D.CMD")).isZero();
        assertThat(value("D.SPEED")).isGreaterThan(0);
        scan(pump, 5);
        assertThat(pipe.fraction).isZero();
    }

    @Test
    void failedMotorTripsAndMustBeReset() {
        Pump pump = pump();
        pump.impairments().set("unavailable", 1);
        order(pump, "start", 0);
        pump.scan();
        assertThat(value("D")).isZero();
        assertThat(value("D.TRIP")).isEqualTo(1);
        assertThat(value("D.CMD")).as("the operator still wants it").isEqualTo(1);
        assertThat(events).containsExactly(new MotorTripped("D"));
        pump.impairments().clear("unavailable");
        assertThat(pump.operate(new Order("D", "start", 0, "", false))
                        .orElseThrow()
                        .code())
                .isEqualTo(AutomationError.MOTOR_IS_TRIPPED);
        order(pump, "reset", 0);
        order(pump, "start", 0);
        pump.scan();
        assertThat(value("D")).isEqualTo(1);
    }

    @Test
    void stuckDriveKeepsItsSpeedAndStillStops() {
        Pump pump = pump();
        pump.impairments().set("stuckAt", 40);
        order(pump, "start", 0);
        board.set(demand, 90);
        scan(pump, 10);
        assertThat(pipe.fraction).isEqualTo(0.4);
        order(pump, "stop", 0);
        scan(pump, 10);
        assertThat(pipe.fraction).isZero();
    }

    @Test
    void resetDoesNotStopARunningPump() {
        Pump pump = pump();
        order(pump, "start", 0);
        pump.scan();
        order(pump, "reset", 0);
        pump.scan();
        assertThat(value("D")).isEqualTo(1);
    }

    @Test
    void lossOfSupplyStopsAndNothingRestartsByItself() {
        Pump pump = pump();
        order(pump, "start", 0);
        pump.scan();
        board.set(power, 0);
        pump.scan();
        board.set(power, 1);
        pump.scan();
        assertThat(value("D")).isZero();
        assertThat(value("D.CMD")).isEqualTo(1);
    }

    @Test
    void heaterFollowsItsOutputWithTheElementsItHas() {
        Heater heater = heater();
        board.set(demand, 60);
        scan(heater, 5);
        assertThat(pipe.fraction).isZero();
        order(heater, "start", 0);
        scan(heater, 10);
        assertThat(pipe.fraction).isCloseTo(0.6, within(1e-6));
        heater.impairments().set("elementOpen", 1);
        scan(heater, 10);
        assertThat(pipe.fraction).as("two of three elements").isCloseTo(0.4, within(1e-6));
        heater.impairments().set("fullOn", 1);
        order(heater, "stop", 0);
        scan(heater, 10);
        assertThat(pipe.fraction).isCloseTo(2.0 / 3, within(1e-6));
        assertThat(value("D")).isEqualTo(1);
        heater.hold(1);
        heater.scan();
        assertThat(pipe.fraction).as("the interlock opens the contactor").isZero();
        assertThat(value("D.FORCED")).isEqualTo(1);
    }

    /** At the ends a positioner gives full air or none, which normal friction does not hold; a sticking stem it does. */
    @Test
    void controlValveShutsTightly() {
        ControlValve valve = valve(ControlValve.Fail.CLOSE);
        for (double end : new double[] {0, 100}) {
            valve.preset("D", end == 0 ? 0.4 : 99.6);
            board.set(demand, Math.abs(end - 0.2));
            scan(valve, 1);
            assertThat(value("D")).as("inside the stiction of 0.5 %").isCloseTo(Math.abs(end - 0.4), within(1e-9));
            board.set(demand, end);
            valve.impairments().set("stiction", 3);
            scan(valve, 1);
            assertThat(value("D")).as("held by a sticking stem").isCloseTo(Math.abs(end - 0.4), within(1e-9));
            valve.impairments().clear("stiction");
            scan(valve, 1);
            assertThat(value("D")).isEqualTo(end);
        }
    }

    @Test
    void controlValveStrokesSticksAndFails() {
        ControlValve valve = valve(ControlValve.Fail.CLOSE);
        valve.scan();
        board.set(demand, 50);
        scan(valve, 1);
        assertThat(value("D")).isCloseTo(10, within(1e-9));
        scan(valve, 10);
        assertThat(value("D")).isEqualTo(50);
        board.set(demand, 50.4);
        scan(valve, 1);
        assertThat(value("D")).as("inside the stiction").isEqualTo(50);
        board.set(demand, 50.6);
        scan(valve, 1);
        assertThat(value("D")).isEqualTo(50.6);
        valve.impairments().set("stuck", 1);
        board.set(demand, 90);
        scan(valve, 10);
        assertThat(value("D")).isEqualTo(50.6);
        valve.impairments().clear("stuck");
        valve.impairments().set("stuckAt", 0);
        scan(valve, 10);
        assertThat(pipe.fraction).isZero();
        valve.impairments().clear("stuckAt");
        scan(valve, 20);
        assertThat(value("D")).isEqualTo(90);
        board.set(power, 0);
        scan(valve, 20);
        assertThat(value("D")).isZero();
    }

    @Test
    void coolingWaterValveFailsOpen() {
        ControlValve valve = valve(ControlValve.Fail.OPEN);
        valve.scan();
        board.set(power, 0);
        scan(valve, 10);
        assertThat(pipe.fraction).isEqualTo(1);
    }

    @Test
    void handValveTakesTheTimeOfItsKind() {
        HandValve gate = new HandValve(new HandValve.Definition("D", TEXT, HandValve.Kind.GATE), pipe, board, TICK);
        order(gate, "position", 100);
        scan(gate, 6);
        assertThat(value("D")).isCloseTo(50.0, within(1.0));
        scan(gate, 7);
        assertThat(pipe.fraction).isEqualTo(1);
        gate.impairments().set("stuck", 1);
        order(gate, "position", 0);
        scan(gate, 20);
        assertThat(pipe.fraction).isEqualTo(1);
        gate.impairments().clear("stuck");
        scan(gate, 20);
        assertThat(pipe.fraction).isZero();
    }

    @Test
    void solenoidValveOpensWithoutSupplyAndUnderAnInterlock() {
        SolenoidValve valve = new SolenoidValve(new SolenoidValve.Definition("D", TEXT, "POWER"), pipe, board, TICK);
        valve.scan();
        assertThat(pipe.fraction).isZero();
        board.set(power, 0);
        scan(valve, 1);
        assertThat(pipe.fraction).isEqualTo(1);
        board.set(power, 1);
        scan(valve, 1);
        assertThat(pipe.fraction).isZero();
        valve.hold(1);
        scan(valve, 1);
        assertThat(valve.operate(new Order("D", "position", 0, "", false))
                        .orElseThrow()
                        .code())
                .isEqualTo(AutomationError.INTERLOCK_HOLDS);
        valve.hold(0);
        scan(valve, 1);
        assertThat(pipe.fraction).as("stays open until it is closed").isEqualTo(1);
        order(valve, "position", 0);
        scan(valve, 1);
        assertThat(pipe.fraction).isZero();
    }

    @Test
    void fanIsSwitchedOnByAnInterlock() {
        Fan fan = new Fan(device(), pipe, board, events::add, List.of());
        fan.scan();
        fan.hold(1);
        fan.scan();
        assertThat(pipe.fraction).isEqualTo(1);
        fan.hold(0);
        fan.scan();
        assertThat(pipe.fraction).isEqualTo(1);
        order(fan, "stop", 0);
        fan.scan();
        assertThat(pipe.fraction).isZero();
    }

    @Test
    void bufferedSupplyOutlivesTheMains() {
        int main = board.declare("SW", "", TEXT);
        PowerSupply buffered =
                new PowerSupply(new PowerSupply.Definition("UPS", TEXT, List.of("SW"), true), board, TICK);
        buffered.scan();
        assertThat(value("UPS")).isZero();
        board.set(main, 1);
        buffered.scan();
        board.set(main, 0);
        buffered.scan();
        assertThat(value("UPS")).isEqualTo(1);
        buffered.impairments().set("failure", 1);
        buffered.scan();
        assertThat(value("UPS")).isZero();
    }
}
