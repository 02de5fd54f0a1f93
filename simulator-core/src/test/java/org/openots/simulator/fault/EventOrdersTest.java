package org.openots.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.simulator.engine.EngineEvent;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultStatus.Phase;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.plant.PlantPack;

/** Operations, disturbances and messages that are ordered like faults: once, at their time, and the same after a restore. */
class EventOrdersTest {
    private static final double WARM_WATER = 304.15;

    private final PlantEngine engine = fresh();

    private static PlantEngine fresh() {
        PlantPack pack = PlantPack.shipped("ethanol-water-rig");
        return new PlantEngine(pack, pack.initialCondition("normal"), 1);
    }

    private static void arm(PlantEngine engine, String key, String id, double ramp, double delay, String when) {
        engine.arm(new FaultOrder(engine.tick(), 0, key, id, 1, ramp, delay, when, 0));
    }

    private static void run(PlantEngine engine, double seconds) {
        for (long last = engine.tick() + Math.round(10 * seconds); engine.tick() < last; ) {
            engine.step();
        }
    }

    private static double value(PlantEngine engine, String signal) {
        return engine.view().value(engine.signals().find(signal));
    }

    @Test
    void anOperationHappensOnceAndNotAgain() {
        double before = value(engine, "HV-713");
        arm(engine, "e1", "!HV-713.position=40", 0, 2, "");
        run(engine, 1.9);
        assertThat(value(engine, "HV-713")).isEqualTo(before).isNotEqualTo(40);
        PlantEngine other = fresh();
        other.restoreState(engine.saveState());
        run(engine, 10);
        run(other, 10);
        assertThat(value(engine, "HV-713")).isEqualTo(40);
        assertThat(other.stateHash()).isEqualTo(engine.stateHash());
        assertThat(engine.drainEvents().stream().map(Object::toString).toList())
                .anyMatch(event -> event.contains("HV-713") && event.contains("2000000000"));
        engine.withdraw(engine.tick(), 1, "e1");
        run(engine, 1);
        assertThat(value(engine, "HV-713")).as("an operation is not undone").isEqualTo(40);
    }

    @Test
    void whatIsTakenBackBeforeItsTimeNeverHappens() {
        double before = value(engine, "HV-713");
        arm(engine, "e1", "!HV-713.position=40", 0, 2, "");
        run(engine, 1);
        engine.withdraw(engine.tick(), 1, "e1");
        run(engine, 3);
        assertThat(value(engine, "HV-713")).isEqualTo(before);
    }

    @Test
    void aDisturbanceGrowsAndEnds() {
        arm(engine, "e1", "~cooling-water.temperature=" + WARM_WATER, 10, 0, "LIC-702 > 0");
        run(engine, 12);
        assertThat(engine.processValue("cw.condenser.Tin")).isCloseTo(WARM_WATER, within(1e-9));
        engine.withdraw(engine.tick(), 1, "e1");
        run(engine, 1);
        assertThat(engine.processValue("cw.condenser.Tin")).isLessThan(WARM_WATER - 1);
    }

    @Test
    void aMessageChangesNothingButIsTold() {
        PlantEngine untouched = fresh();
        arm(engine, "e1", "#看报警\nSee the alarms", 0, 1, "");
        run(engine, 3);
        run(untouched, 3);
        assertThat(value(engine, "LIC-702")).isEqualTo(value(untouched, "LIC-702"));
        List<EngineEvent.FaultChanged> changes = engine.drainEvents().stream()
                .filter(EngineEvent.FaultChanged.class::isInstance)
                .map(EngineEvent.FaultChanged.class::cast)
                .toList();
        assertThat(changes).extracting(change -> change.status().phase()).containsExactly(Phase.ARMED, Phase.ACTIVE);
        assertThat(EventOrders.message(changes.get(1).status().order().fault()))
                .contains(new LocalText("看报警", "See the alarms"));
        assertThat(EventOrders.message("A-F01")).isEmpty();
    }

    @Test
    void whatDoesNotExistOrGoesTooFarIsRefused() {
        refused("!HV-713.position", FaultError.EVENT_VALUE);
        refused("!HV-713.position=101", AutomationError.VALUE_OUT_OF_RANGE);
        refused("!HV-999.position=1", AutomationError.UNKNOWN_TARGET);
        refused("!HV-713", FaultError.EVENT_FORM);
        refused("!HV-713.position=x", FaultError.OVERRIDE_VALUE);
        refused("!HV-713.position=NaN", FaultError.OVERRIDE_VALUE);
        refused("~moon.phase=1", FaultError.UNKNOWN_DISTURBANCE);
        refused("~cooling-water.temperature=400", FaultError.OUT_OF_RANGE);
        refused("~cooling-water.temperature", FaultError.OVERRIDE_VALUE);
        refused("#one line", FaultError.EVENT_FORM);
        assertThat(engine.faultStatus()).isEmpty();
    }

    private void refused(String id, ErrorCode code) {
        assertThatThrownBy(() -> arm(engine, "k", id, 0, 0, ""))
                .as(id)
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(code));
    }
}
