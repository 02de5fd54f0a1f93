package org.openots.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultStatus.Phase;
import org.openots.simulator.plant.PlantPack;

/** How a fault enters and leaves a running plant: ramp, delay, strength, condition, withdrawal, several at once. */
class FaultInjectionTest {
    private static final double CLEAN_WATER = 298.15;
    private static final double WARM_WATER = 307.15;

    private final PlantEngine engine = normal();

    private static PlantEngine normal() {
        PlantPack pack = PlantPack.shipped("ethanol-water-rig");
        return new PlantEngine(pack, pack.initialCondition("normal"), 1);
    }

    private void run(double seconds) {
        for (long last = engine.tick() + Math.round(10 * seconds); engine.tick() < last; ) {
            engine.step();
        }
    }

    private double value(String signal) {
        return engine.view().value(engine.signals().find(signal));
    }

    private double mean(String signal, int seconds) {
        double sum = 0;
        for (int i = 0; i < seconds; i++) {
            run(1);
            sum += value(signal);
        }
        return sum / seconds;
    }

    private Phase phase(String key) {
        return status(key).phase();
    }

    private FaultStatus status(String key) {
        return engine.faultStatus().stream()
                .filter(s -> s.order().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private FaultOrder order(String key, String fault, double strength, double ramp, double delay) {
        return new FaultOrder(engine.tick() + 1, 0, key, fault, strength, ramp, delay, "", 0);
    }

    private FaultOrder sudden(String key, String fault) {
        return order(key, fault, 1, 0, 0);
    }

    private double water() {
        return engine.processValue("cw.condenser.Tin");
    }

    @Test
    void startsAfterTheDelayAndGrowsAlongTheRamp() {
        engine.arm(order("k", "A-F02", 1, 100, 30));
        run(30);
        assertThat(phase("k")).isEqualTo(Phase.ARMED);
        assertThat(water()).isEqualTo(CLEAN_WATER);
        run(25.1);
        assertThat(phase("k")).isEqualTo(Phase.RAMPING);
        assertThat(status("k").level()).isCloseTo(0.25, within(1e-9));
        assertThat(water()).isCloseTo(CLEAN_WATER + 0.25 * 9, within(1e-9));
        run(75);
        assertThat(phase("k")).isEqualTo(Phase.ACTIVE);
        assertThat(water()).isCloseTo(WARM_WATER, within(1e-9));
    }

    @Test
    void aNegativeRampIsTheFaultsOwn() {
        engine.arm(order("k", "A-F02", 1, -1, 0));
        run(30.1);
        assertThat(water()).as("half of 60 s").isCloseTo(CLEAN_WATER + 4.5, within(1e-9));
    }

    @Test
    void strengthScalesWhatCanBeGraded() {
        engine.arm(order("water", "A-F02", 0.5, 0, 0));
        engine.arm(order("leak", "A-F16", 0.5, 0, 0));
        run(180);
        assertThat(water()).isCloseTo(CLEAN_WATER + 4.5, within(1e-9));
        assertThat(mean("AT-703A", 20))
                .as("half of the leak that gives 25 %LEL after 3 min")
                .isBetween(11.0, 15.5);
    }

    @Test
    void strengthScalesABias() {
        engine.arm(order("k", "A-F14", 0.5, 0, 0));
        run(60);
        double hidden = engine.processValue("heater.power") / 1e3 - value("JI-701");
        assertThat(hidden).as("kW, half of 11.7").isCloseTo(5.85, within(0.3));
    }

    @Test
    void whatIsBrokenIsBrokenAtAnyStrength() {
        engine.arm(order("k", "A-F05", 0.2, 30, 0));
        run(6);
        assertThat(value("P-702A.TRIP")).isEqualTo(1);
        assertThat(value("FIC-702")).isLessThan(0.5);
    }

    @Test
    void waitsForItsConditionToHold() {
        engine.arm(sudden("pump", "A-F05"));
        engine.arm(new FaultOrder(1, 1, "water", "A-F02", 1, 0, 0, "LIC-703 > 55", 10));
        double above = Double.NaN;
        while (phase("water") == Phase.ARMED && engine.time() < 120) {
            engine.step();
            above = value("LIC-703") > 55 ? Double.isNaN(above) ? engine.time() : above : Double.NaN;
        }
        assertThat(engine.time() - above).as("s above the limit on end").isCloseTo(10, within(0.21));
        run(0.2);
        assertThat(water()).isEqualTo(WARM_WATER);
    }

    @Test
    void withdrawalBringsThePlantBack() {
        double before = mean("TIC-709", 30);
        engine.arm(order("k", "A-F02", 1, -1, 0));
        run(480);
        assertThat(mean("TIC-709", 20)).isGreaterThan(before + 4);
        assertThat(value("FV-705")).isGreaterThan(95);
        engine.withdraw(engine.tick() + 1, 1, "k");
        run(1500);
        assertThat(phase("k")).isEqualTo(Phase.WITHDRAWN);
        assertThat(mean("TIC-709", 30)).isCloseTo(before, within(0.7));
        assertThat(value("FV-705")).isBetween(64.0, 74.0);
        assertThat(mean("TIC-705", 30)).isCloseTo(80.88, within(0.15));
        assertThat(value("TRIPS")).isZero();
    }

    @Test
    void twoFaultsShowBothTheirSymptoms() {
        engine.arm(order("water", "A-F02", 1, -1, 0));
        engine.arm(order("pump", "A-F05", 1, -1, 0));
        run(120);
        assertThat(value("TI-710")).isCloseTo(34, within(0.3));
        assertThat(value("FIC-702")).isZero();
        assertThat(value("LIC-703")).isGreaterThan(58);
        assertThat(mean("TI-711", 20)).isGreaterThan(39);
    }

    @Test
    void onOneParameterTheLastOrderRulesUntilItIsTakenBack() {
        double power = engine.processValue("heater.power");
        engine.arm(sudden("weeping", "A-F15"));
        run(20);
        engine.arm(sudden("flooding", "A-F14"));
        run(5);
        assertThat(engine.processValue("heater.power")).isGreaterThan(25e3);
        engine.withdraw(engine.tick() + 1, 1, "flooding");
        run(5);
        assertThat(engine.processValue("heater.power"))
                .as("the other one still acts")
                .isCloseTo(6.75e3, within(50.0));
        engine.withdraw(engine.tick() + 1, 1, "weeping");
        run(40);
        assertThat(engine.processValue("heater.power")).isCloseTo(power, within(600.0));
    }

    @Test
    void anOrderTakenBackInTimeNeverComes() {
        engine.arm(order("k", "A-F02", 1, 0, 20));
        run(10);
        engine.withdraw(engine.tick() + 1, 1, "k");
        engine.arm(new FaultOrder(engine.tick() + 300, 2, "later", "A-F05", 1, 0, 0, "", 0));
        engine.withdraw(engine.tick() + 1, 3, "later");
        engine.withdraw(engine.tick() + 2, 4, "k");
        run(60);
        assertThat(water()).isEqualTo(CLEAN_WATER);
        assertThat(value("P-702A")).isEqualTo(1);
        assertThat(engine.faultStatus()).hasSize(1);
    }

    @Test
    void aRestoredRunGoesOnWithTheFaultBitForBit() {
        engine.arm(order("k", "A-F18", 0.8, 40, 5));
        run(20);
        PlantEngine twin = normal();
        twin.restoreState(engine.saveState());
        run(60);
        for (int i = 0; i < 600; i++) {
            twin.step();
        }
        assertThat(twin.stateHash()).isEqualTo(engine.stateHash());
    }

    @Test
    void wrongOrdersAreNamedInBothLanguagesAndChangeNothing() {
        engine.arm(sudden("k", "A-F02"));
        refused(() -> engine.arm(sudden("x", "A-F99")), FaultError.UNKNOWN_FAULT, "A-F99", "A-F05");
        refused(() -> engine.arm(sudden("k", "A-F05")), FaultError.KEY_IN_USE, "k");
        refused(() -> engine.arm(order("x", "A-F05", 1.2, 0, 0)), FaultError.OUT_OF_RANGE, "strength", "1.2");
        refused(() -> engine.arm(order("x", "A-F05", Double.NaN, 0, 0)), FaultError.OUT_OF_RANGE, "strength");
        refused(() -> engine.arm(order("x", "A-F05", 1, 0, -3)), FaultError.OUT_OF_RANGE, "delaySeconds", "-3");
        refused(() -> engine.withdraw(5, 1, "nobody"), FaultError.UNKNOWN_KEY, "nobody");
        assertThatThrownBy(() -> engine.arm(new FaultOrder(1, 1, "x", "A-F05", 1, 0, 0, "LIC-9 > 3", 0)))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("LIC-9");
        assertThatCode(() -> run(1)).doesNotThrowAnyException();
        assertThat(engine.faultStatus()).hasSize(1);
    }

    private static void refused(ThrowingCallable order, FaultError code, String... words) {
        assertThatThrownBy(order).isInstanceOfSatisfying(OtsException.class, mistake -> {
            assertThat(mistake.errorCode()).isEqualTo(code);
            assertThat(mistake.messageIn(Locale.ENGLISH)).contains(words);
            assertThat(mistake.messageIn(Locale.CHINA)).contains(words).containsPattern("\\p{IsHan}");
        });
    }
}
