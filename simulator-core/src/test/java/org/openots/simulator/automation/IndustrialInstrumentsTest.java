package org.openots.simulator.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Instruments and calculated tags of a pack that uses every field. */
class IndustrialInstrumentsTest {
    private final EveryFieldRun run = EveryFieldRun.powered();

    @Test
    void analyserSamplesEveryCycleAndShowsAfterTheDeadTime() {
        assertThat(run.value("AI-1")).as("a running plant has a first result").isCloseTo(1, within(1e-9));
        run.run(250);
        run.set("w", 0.02);
        run.run(60);
        assertThat(run.value("AI-1")).as("sampled at 300 s").isCloseTo(1, within(1e-9));
        run.set("w", 0.05);
        run.run(51);
        assertThat(run.value("AI-1")).as("shown at 360 s").isCloseTo(2, within(1e-9));
        run.run(240);
        assertThat(run.value("AI-1"))
                .as("holds until the next sample is through")
                .isCloseTo(2, within(1e-9));
        run.run(60);
        assertThat(run.value("AI-1")).isCloseTo(5, within(1e-9));
    }

    @Test
    void deadTimeLongerThanTheCycleKeepsSeveralSamplesOnTheWay() {
        run.run(10);
        run.set("w", 0.02);
        run.run(60);
        run.set("w", 0.03);
        run.run(60);
        run.set("w", 0.04);
        run.run(75);
        assertThat(run.value("AI-2")).as("at 205 s the sample of 0 s").isCloseTo(1, within(1e-9));
        run.run(10);
        assertThat(run.value("AI-2")).as("at 215 s that of 60 s").isCloseTo(2, within(1e-9));
        run.run(60);
        assertThat(run.value("AI-2")).isCloseTo(3, within(1e-9));
    }

    @Test
    void analyserShowsNothingUntilANewSampleAfterItsPowerWasGone() {
        run.run(10);
        run.order("SW-1", "off", 0);
        run.run(5);
        assertThat(run.value("AI-1")).isNaN();
        run.order("SW-1", "on", 0);
        run.run(59);
        assertThat(run.value("AI-1")).isNaN();
        run.run(2);
        assertThat(run.value("AI-1")).isCloseTo(1, within(1e-9));
    }

    @Test
    void sensorsHaveTheFaultsOfTheirKind() {
        run.system.impair("TI-1", "openCircuit", 1);
        run.system.impair("PT-1B", "openCircuit", 1);
        run.system.impair("LI-1", "openCircuit", 1);
        run.run(1);
        assertThat(run.value("TI-1")).as("burns out upscale").isEqualTo(200);
        assertThat(run.value("PT-1B")).as("taken as bad").isNaN();
        assertThat(run.value("LI-1")).as("burns out downscale").isZero();
        run.system.clear("TI-1", "openCircuit");
        run.system.impair("TI-1", "spanFactor", 1.1);
        run.run(1);
        assertThat(run.value("TI-1")).isCloseTo(89.3 * 1.1, within(1e-6));
        run.system.impair("PT-1A", "plugged", 100);
        run.pressure("p.A", 530);
        run.run(100);
        assertThat(run.value("PT-1A")).as("1 - 1/e of a step of 100 kPa").isCloseTo(493.2, within(0.1));
    }

    @Test
    void levelByDifferentialPressureKnowsOnlyItsDensity() {
        assertThat(run.value("LI-1"))
                .as("a liquid a tenth lighter than calibrated")
                .isCloseTo(45, within(1e-9));
        run.system.impair("LI-1", "density", 1.2);
        run.run(1);
        assertThat(run.value("LI-1")).isCloseTo(60, within(1e-9));
    }

    @Test
    void medianOfThreeOutlivesOneBadTransmitter() {
        run.pressure("p.B", 440);
        run.pressure("p.C", 900);
        run.run(1);
        assertThat(run.value("PY-2")).isCloseTo(440, within(1e-6));
        run.system.impair("PT-1C", "bad", 1);
        run.run(1);
        assertThat(run.value("PY-2")).as("mean of the two that are left").isCloseTo(435, within(1e-6));
    }

    @Test
    void calculatedTagsFollowTheirRules() {
        assertThat(run.value("FY-1")).as("100 - 500 - 400 + 5").isCloseTo(-795, within(1e-6));
        assertThat(run.value("FB-1")).as("100 in, 900 out").isCloseTo(-800, within(1e-6));
        assertThat(run.value("RY-1")).isCloseTo(1.25, within(1e-9));
        assertThat(run.value("TY-1")).isCloseTo(89.3, within(1e-6));
        run.pressures(530);
        run.flow("f.1", 0);
        run.run(1);
        assertThat(run.value("TY-1")).as("4.3 K less for 100 kPa more").isCloseTo(85, within(1e-6));
        assertThat(run.value("FB-1")).as("nothing comes in").isZero();
    }

    @Test
    void averageTotalAndLeadLagRemember() {
        run.run(60);
        double total = run.value("FQ-1");
        assertThat(total).as("100 kg/h for a minute").isCloseTo(100 / 60.0, within(0.01));
        run.flow("f.1", 200);
        run.tick();
        assertThat(run.value("FL-1")).as("lead over lag is 2").isCloseTo(299, within(0.1));
        run.run(30);
        assertThat(run.value("FA-1")).as("half the window").isCloseTo(150, within(2.0));
        assertThat(run.value("FL-1")).isCloseTo(205, within(0.3));
        run.run(36);
        assertThat(run.value("FA-1")).isCloseTo(200, within(1e-6));
        run.order("FQ-1", "reset", 0);
        run.run(36);
        assertThat(run.value("FQ-1")).isCloseTo(2, within(1e-6));
    }

    @Test
    void valvePositionCanBeMeasured() {
        run.order("FC-1", "op", 50);
        run.run(20);
        assertThat(run.value("ZI-1")).isCloseTo(run.position("FV-1"), within(1e-9));
    }
}
