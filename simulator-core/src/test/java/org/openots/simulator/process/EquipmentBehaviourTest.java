package org.openots.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EquipmentBehaviourTest {
    @Test
    void sumpRunsDryOverheatsItsHeaterAndIsFilledAgain() {
        Rig rig = Rig.filled();
        double start = rig.celsius("heater.T");
        rig.open("HV-704");
        rig.run(600, 0.5);
        assertThat(rig.read("sump.V")).as("m3").isLessThan(1e-5);
        assertThat(rig.read("E-703.dryfire")).isZero();
        rig.set("E-703", 5e3 / Rig.INSTALLED_POWER);
        rig.run(180, 0.5);
        assertThat(rig.celsius("heater.T")).isGreaterThan(start + 200);
        assertThat(rig.read("E-703.dryfire")).isEqualTo(1);
        rig.shut("E-703", "HV-704");
        rig.open("HV-705");
        rig.set("P-701", 1);
        rig.run(720, 0.5);
        assertThat(rig.read("sump.level")).isGreaterThan(0.4);
        assertThat(rig.read("E-703.dryfire")).isZero();
        assertThat(rig.celsius("heater.T")).isCloseTo(rig.celsius("sump.T"), within(2.0));
        assertThat(rig.model().solverCounts().failures()).isZero();
        assertThat(rig.worstClosure()).isLessThanOrEqualTo(1e-9);
    }

    @Test
    void aWettedHeaterStaysCloseToItsLiquid() {
        Rig rig = Rig.totalReflux();
        assertThat(rig.read("heater.T") - rig.read("sump.T")).isBetween(2.0, 18.0);
        assertThat(rig.read("E-703.dryfire")).isZero();
    }

    @Test
    void aShutDischargeIsDeadHeadAndAShutSuctionIsDryRunning() {
        Rig rig = Rig.totalReflux();
        rig.set("P-702A", 0.6);
        rig.run(2, 0.1);
        assertThat(rig.read("P-702A.deadhead")).isZero();
        assertThat(rig.read("P-702A.dry")).isLessThan(0.1);
        rig.shut("HV-707");
        rig.run(2, 0.1);
        assertThat(rig.read("P-702A.deadhead")).isGreaterThan(0.9);
        assertThat(rig.read("P-702A.m")).isZero();
        rig.open("HV-707");
        rig.shut("HV-706");
        rig.run(2, 0.1);
        assertThat(rig.read("P-702A.deadhead")).isZero();
        assertThat(rig.read("P-702A.dry")).isEqualTo(1);
        rig.set("P-702A", 0);
        rig.run(2, 0.1);
        assertThat(rig.read("P-702A.dry"))
                .as("a pump at rest runs neither dry nor dead-headed")
                .isZero();
    }

    @Test
    void theDosingPumpKnowsTheSameStates() {
        Rig rig = Rig.filled();
        rig.set("P-701", 0.5);
        rig.run(5, 0.1);
        assertThat(rig.read("P-701.dry")).isLessThan(0.05);
        rig.shut("HV-701");
        rig.run(2, 0.1);
        assertThat(rig.read("P-701.dry")).isEqualTo(1);
        assertThat(rig.read("P-701.m")).isZero();
    }

    @Test
    void anEmptyDrumLetsThePumpRunDry() {
        Rig rig = Rig.totalReflux();
        rig.set("P-702A", 1);
        rig.run(360, 0.5);
        assertThat(rig.read("drum.level")).isLessThan(0.02);
        assertThat(rig.read("P-702A.dry")).isGreaterThan(0.4);
        assertThat(rig.model().solverCounts().failures()).isZero();
    }

    @Test
    void coldLiquidDoesNotCavitateAndBoilingLiquidBehindAThrottledSuctionDoes() {
        Rig cold = Rig.totalReflux();
        cold.set("P-702A", 0.8);
        cold.run(30, 0.1);
        assertThat(cold.read("P-702A.cavitation"))
                .as("30 K below boiling, suction open")
                .isLessThan(0.01);
        Rig hot = Rig.totalReflux();
        hot.set("cooling-water.temperature", 348.15);
        hot.set("FV-705", 1);
        for (int i = 0; i < 2400; i++) {
            hot.returnAll();
            hot.step(0.5);
        }
        hot.set("P-702A", 1);
        hot.set("HV-706", 0.04);
        hot.run(20, 0.1);
        assertThat(hot.read("P-702A.cavitation")).isGreaterThan(0.1);
        double throttled = hot.read("P-702A.m");
        hot.set("HV-706", 1);
        hot.run(5, 0.1);
        assertThat(hot.read("P-702A.m")).as("opening the suction helps").isGreaterThan(throttled);
    }

    @Test
    void checkValvesLetNothingBack() {
        Rig rig = Rig.totalReflux();
        rig.set("P-702A", 0);
        rig.run(30, 0.1);
        assertThat(rig.read("P-702A.m"))
                .as("the column is above the drum's pressure")
                .isZero();
    }
}
