package org.openots.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.Hold;
import org.openots.simulator.tuning.PidSettings;
import org.openots.simulator.tuning.RelayTest;
import org.openots.simulator.tuning.TuningRules;

class ControlOptionsTest {
    private static final ControllerDefinition.Options PLAIN = ControllerDefinition.Options.NONE;
    private static final SchemeDefinition.Bias BIAS = new SchemeDefinition.Bias(-20, 20, 5);

    private static OptionBench override() {
        OptionBench bench = new OptionBench()
                .measure("P-1", "P-2")
                .loop("P-1", new ControllerDefinition.Tuning(2, 30, 0, true), PLAIN)
                .loop("P-2", new ControllerDefinition.Tuning(2, 30, 0, true), PLAIN)
                .selector("PY", true, "P-1", "P-2")
                .build();
        bench.order("P-1", "sp", 50);
        bench.order("P-2", "sp", 80);
        bench.order("P-1", "op", 30);
        bench.order("P-2", "op", 0);
        bench.scan();
        bench.order("P-1", "mode", 1);
        bench.order("P-2", "mode", 1);
        return bench;
    }

    @Test
    void overrideWaitsBesideTheSelectedOutput() {
        OptionBench bench = override();
        bench.set("P-2", 70);
        bench.scan(3600);
        assertThat(bench.value("PY.SEL")).isEqualTo(1);
        assertThat(bench.value("PY.OP")).isCloseTo(30, within(1e-6));
        assertThat(bench.value("P-2.OP"))
                .as("selected output 30 less gain 2 times the 10 below its set point, after an hour")
                .isCloseTo(10, within(0.1));
    }

    @Test
    void overrideTakesOverWithoutABumpWhenItsErrorChangesSign() {
        OptionBench bench = override();
        bench.scan(600);
        double before = bench.value("PY.OP");
        double highest = 0;
        for (int i = 0; i < 300; i++) {
            bench.set("P-2", 70 + i * 0.05);
            bench.scan();
            highest = Math.max(highest, Math.abs(bench.value("PY.OP") - before));
            before = bench.value("PY.OP");
        }
        assertThat(bench.value("PY.SEL")).isEqualTo(2);
        assertThat(highest)
                .as("a scan moves the output by the proportional part only")
                .isLessThan(0.2);
    }

    @Test
    void selectorSetsTheSetPointOfASlaveAndAllItsLoopsTrackItOtherwise() {
        OptionBench bench = new OptionBench()
                .measure("L-1", "L-2", "F-1")
                .loop("F-1", 0.5, 10, PLAIN)
                .loop("L-1", 1, 300, PLAIN)
                .loop("L-2", 1, 300, PLAIN)
                .selector("LY", false, "L-1", "L-2")
                .cascade("F-1", "LY", SchemeDefinition.Bias.NONE)
                .build();
        bench.order("F-1", "mode", 1);
        bench.order("F-1", "sp", 44);
        bench.scan();
        assertThat(bench.value("L-1.OP")).isEqualTo(44);
        assertThat(bench.value("L-2.OP")).isEqualTo(44);
        bench.order("F-1", "mode", 2);
        bench.order("L-2", "op", 33);
        bench.scan();
        assertThat(bench.value("LY.SEL")).isEqualTo(2);
        assertThat(bench.value("F-1.SP")).as("in the same scan").isEqualTo(33);
    }

    @Test
    void biasIsAddedToTheCascadeAndTakenOffForItsMaster() {
        OptionBench bench = new OptionBench()
                .measure("L-1", "F-1")
                .loop("F-1", 0.5, 10, PLAIN)
                .loop("L-1", 1, 300, PLAIN)
                .cascade("F-1", "L-1", BIAS)
                .build();
        bench.order("F-1", "sp", 60);
        bench.scan();
        assertThat(bench.value("L-1.OP"))
                .as("tracks the set point without the bias")
                .isCloseTo(55, within(1e-9));
        bench.order("F-1", "mode", 2);
        bench.scan();
        assertThat(bench.value("F-1.SP")).as("no bump at closing").isCloseTo(60, within(1e-9));
        bench.order("F-1", "bias", -10);
        bench.scan();
        assertThat(bench.value("F-1.SP")).isCloseTo(45, within(1e-9));
        assertThat(bench.value("F-1.BIAS")).isEqualTo(-10);
    }

    @Test
    void threeLoopsInACascadeAreScannedFromTheTop() {
        OptionBench bench = new OptionBench()
                .measure("T", "L", "F")
                .loop("F", 1, 10, PLAIN)
                .loop("L", 1, 10, PLAIN)
                .loop("T", 1, 10, PLAIN)
                .cascade("F", "L", SchemeDefinition.Bias.NONE)
                .cascade("L", "T", SchemeDefinition.Bias.NONE)
                .build();
        bench.order("L", "sp", 50);
        bench.order("F", "mode", 2);
        bench.order("L", "mode", 2);
        bench.scan();
        bench.order("T", "op", 70);
        bench.scan();
        assertThat(bench.value("L.SP")).isEqualTo(70);
        assertThat(bench.value("F.SP"))
                .as("master, slave and its slave within one scan")
                .isEqualTo(bench.value("L.OP"));
    }

    @Test
    void feedForwardLeadsAndSettlesAndLeavesTheIntegralAlone() {
        ControllerDefinition.FeedForwardDefinition forward =
                new ControllerDefinition.FeedForwardDefinition("D", 0.5, 50, 20, 10);
        OptionBench bench = new OptionBench()
                .measure("T", "D")
                .loop(
                        "T",
                        1,
                        100,
                        new ControllerDefinition.Options(ControllerDefinition.Algorithm.STANDARD, forward, false))
                .build();
        bench.order("T", "sp", 50);
        bench.order("T", "op", 40);
        bench.scan();
        bench.order("T", "mode", 1);
        bench.scan();
        assertThat(bench.value("T.OP")).isEqualTo(40);
        bench.set("D", 60);
        bench.scan();
        assertThat(bench.value("T.FF")).as("lead over lag is 2").isCloseTo(10, within(0.2));
        bench.scan(100);
        assertThat(bench.value("T.FF")).isCloseTo(5, within(0.01));
        assertThat(bench.value("T.OP"))
                .as("no error, so only the feed-forward moved it")
                .isCloseTo(45, within(0.01));
        bench.order("T", "ff", 0);
        bench.scan();
        assertThat(bench.value("T.FF")).isZero();
        assertThat(bench.value("T.OP")).as("switched off without a bump").isCloseTo(45, within(0.01));
        bench.set("D", Double.NaN);
        bench.order("T", "ff", 1);
        bench.scan();
        assertThat(bench.value("T.FF"))
                .as("keeps the last one while the disturbance is missing")
                .isCloseTo(5, within(0.01));
    }

    @Test
    void setPointWeightSoftensTheStepAndNotTheEnd() {
        double full = stepOf(1);
        double half = stepOf(0.5);
        double none = stepOf(0);
        assertThat(full).as("gain 2 times a step of 10").isCloseTo(20, within(0.1));
        assertThat(half).isCloseTo(10, within(0.1));
        assertThat(none).isCloseTo(0, within(0.1));
    }

    /** The jump of the output at a step of the set point; checks that the loop then settles on it. */
    private static double stepOf(double weight) {
        OptionBench bench = new OptionBench()
                .measure("F")
                .loop(
                        "F",
                        2,
                        20,
                        OptionBench.options(new ControllerDefinition.Algorithm(
                                weight, 8, 0, ControllerDefinition.Shape.LINEAR, 1, 0)))
                .build();
        bench.order("F", "sp", 50);
        bench.order("F", "op", 50);
        bench.scan();
        bench.order("F", "mode", 1);
        bench.scan();
        bench.order("F", "sp", 60);
        bench.scan();
        double jump = bench.value("F.OP") - 50;
        bench.follow("F", "F.OP", 20, 600);
        assertThat(bench.value("F")).as("weight %s", weight).isCloseTo(60, within(0.01));
        return jump;
    }

    @Test
    void gapLetsALevelSwingAndErrorSquaredActsOnLargeErrors() {
        assertThat(answer(ControllerDefinition.Shape.GAP, 0.2, 10, 5))
                .as("in the gap")
                .isCloseTo(1, within(1e-9));
        assertThat(answer(ControllerDefinition.Shape.GAP, 0.2, 10, 30))
                .as("30 less 0.8 of 10")
                .isCloseTo(22, within(1e-9));
        assertThat(answer(ControllerDefinition.Shape.SQUARED, 0.1, 0, 10)).isCloseTo(1.9, within(1e-9));
        assertThat(answer(ControllerDefinition.Shape.SQUARED, 0.1, 0, 40)).isCloseTo(18.4, within(1e-9));
    }

    /** The proportional answer, %, of a loop with gain 1 to an error, %. */
    private static double answer(ControllerDefinition.Shape shape, double gain, double gap, double error) {
        OptionBench bench = new OptionBench()
                .measure("L")
                .loop("L", 1, 0, OptionBench.options(new ControllerDefinition.Algorithm(1, 8, 0, shape, gain, gap)))
                .build();
        bench.order("L", "sp", 50);
        bench.order("L", "op", 20);
        bench.scan();
        bench.order("L", "mode", 1);
        bench.scan();
        bench.set("L", 50 - error);
        bench.scan();
        return bench.value("L.OP") - 20;
    }

    @Test
    void filterTakesNoiseOutOfTheOutput() {
        double plain = swing(0);
        double filtered = swing(5);
        assertThat(filtered).isLessThan(plain / 10);
    }

    /** How far the output swings when the measurement jumps by 1 % at every scan. */
    private static double swing(double filter) {
        OptionBench bench = new OptionBench()
                .measure("F")
                .loop(
                        "F",
                        1,
                        0,
                        OptionBench.options(new ControllerDefinition.Algorithm(
                                1, 8, filter, ControllerDefinition.Shape.LINEAR, 1, 0)))
                .build();
        bench.order("F", "sp", 50);
        bench.order("F", "op", 50);
        bench.scan();
        bench.order("F", "mode", 1);
        double low = 100;
        double high = 0;
        for (int i = 0; i < 400; i++) {
            bench.set("F", 50 + (i % 2));
            bench.scan();
            low = i < 300 ? low : Math.min(low, bench.value("F.OP"));
            high = i < 300 ? high : Math.max(high, bench.value("F.OP"));
        }
        return high - low;
    }

    @Test
    void aRelayTestInManualGivesSettingsThatHoldTheLoop() {
        OptionBench bench =
                new OptionBench().measure("F").loop("F", 1, 10, PLAIN).build();
        double[] pipe = new double[30];
        RelayTest test = new RelayTest(new RelayTest.Settings(50, 10, 50, 0.2, false, 4), OptionBench.TICK);
        bench.set("F", 48);
        int scans = 0;
        while (test.result().isEmpty() && scans < 20_000) {
            bench.order("F", "op", test.next(bench.value("F")));
            delayed(bench, pipe, scans++);
        }
        PidSettings settings = TuningRules.tyreusLuyben(test.result().orElseThrow());
        bench.order("F", "kc", settings.gain());
        bench.order("F", "ti", settings.integralSeconds());
        bench.order("F", "sp", 60);
        bench.order("F", "mode", 1);
        double highest = 0;
        for (int i = 0; i < 3000; i++) {
            delayed(bench, pipe, scans++);
            highest = Math.max(highest, bench.value("F"));
        }
        assertThat(bench.value("F")).isCloseTo(60, within(0.05));
        assertThat(highest).as("overshoot at most a fifth of the step").isLessThan(62);
    }

    /** One scan with a process of dead time 3 s, lag 10 s and gain 1. */
    private static void delayed(OptionBench bench, double[] pipe, int scan) {
        int slot = scan % pipe.length;
        double arrives = scan < pipe.length ? 50 : pipe[slot];
        bench.scan();
        pipe[slot] = bench.value("F.OP");
        bench.set("F", bench.value("F") + OptionBench.TICK / 10 * (arrives - bench.value("F")));
    }

    @Test
    void interlockHoldsALoopInManualAtATarget() {
        OptionBench bench =
                new OptionBench().measure("F").loop("F", 1, 10, PLAIN).build("F");
        bench.order("F", "op", 50);
        bench.order("F", "mode", 1);
        bench.scan();
        Controller loop = bench.controller("F");
        loop.take(Hold.at(20, 10));
        loop.hold(1);
        bench.scan();
        assertThat(bench.value("F.MODE")).isZero();
        assertThat(bench.value("F.OP")).as("10 %/s for one scan").isEqualTo(49);
        assertThat(bench.value("F.FORCED")).isEqualTo(1);
        bench.scan(5);
        assertThat(bench.value("F.OP")).isEqualTo(20);
        assertThat(bench.order("F", "mode", 1).orElseThrow().code()).isEqualTo(AutomationError.INTERLOCK_HOLDS);
        assertThat(bench.order("F", "op", 30).orElseThrow().code()).isEqualTo(AutomationError.INTERLOCK_HOLDS);
        assertThat(bench.events).contains(new ModeForced("F", Mode.AUTO, Mode.MAN, ModeForced.Reason.INTERLOCK));
        loop.hold(0);
        assertThat(bench.order("F", "mode", 1)).isEmpty();
    }
}
