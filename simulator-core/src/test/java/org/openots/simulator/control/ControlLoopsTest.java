package org.openots.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.random.SplitMix64;

class ControlLoopsTest {
    /** Largest step of an output at a transfer, % (rig requirement: at most 1 % of span). */
    private static final double BUMP = 1;

    private final LoopBench bench = new LoopBench();

    /** A flow that follows the output through a lag of 2 s; 100 % output give 100 % flow. */
    private void flow(String tag, double seconds) {
        for (long i = Math.round(seconds / LoopBench.TICK); i > 0; i--) {
            double gain = LoopBench.TICK / 2;
            bench.set(tag, bench.value(tag) + gain * (bench.value(tag + ".OP") - bench.value(tag)));
            bench.scan();
        }
    }

    @Test
    void flowLoopSettlesOnItsSetPoint() {
        bench.order("F-1", "op", 50);
        bench.order("F-1", "mode", 1);
        flow("F-1", 10);
        bench.order("F-1", "sp", 70);
        double highest = 0;
        for (int i = 0; i < 2000; i++) {
            flow("F-1", 0.1);
            highest = Math.max(highest, bench.value("F-1"));
        }
        assertThat(bench.value("F-1")).isCloseTo(70, within(0.1));
        assertThat(highest).as("overshoot at most 20 % of the step").isLessThan(74);
    }

    @Test
    void levelLoopSettlesOnAnIntegratingVessel() {
        // 1 % more outflow lowers the level by 0.01 %/s
        bench.order("F-2", "mode", 0);
        bench.order(ControlLoops.SCHEME, "select", 2);
        bench.order("F-2", "mode", 2);
        bench.order("L-1", "sp", 50);
        bench.order("L-1", "mode", 1);
        bench.set("L-1", 60);
        for (int i = 0; i < 40_000; i++) {
            double out = bench.value("F-2.SP");
            bench.set("F-2", out);
            bench.set("L-1", bench.value("L-1") + 0.01 * (45 - out) * LoopBench.TICK);
            bench.scan();
        }
        assertThat(bench.value("L-1")).isCloseTo(50, within(0.5));
        assertThat(bench.value("F-2.SP")).isCloseTo(45, within(0.5));
    }

    @Test
    void saturatedLoopDoesNotWindUp() {
        bench.order("F-1", "op", 50);
        bench.order("F-1", "mode", 1);
        bench.order("F-1", "sp", 90);
        bench.set("F-1", 40);
        bench.scan(600);
        assertThat(bench.value("F-1.OP")).isEqualTo(100);
        bench.set("F-1", 91);
        double seconds = 0;
        while (bench.value("F-1.OP") >= 99.9) {
            bench.scan();
            seconds += LoopBench.TICK;
        }
        assertThat(seconds)
                .as("leaves the limit at once after ten minutes of saturation")
                .isLessThan(1);
    }

    @Test
    void slaveThatCannotFollowStopsItsMaster() {
        bench.order("F-1", "mode", 2);
        bench.order("L-1", "sp", 50);
        bench.order("L-1", "mode", 1);
        bench.set("L-1", 60);
        bench.set("F-1", 30);
        bench.scan(3000);
        assertThat(bench.value("F-1.OP")).isEqualTo(100);
        double wound = bench.value("L-1.OP");
        bench.scan(1200);
        assertThat(bench.value("L-1.OP")).as("master holds still").isCloseTo(wound, within(0.5));
        bench.set("L-1", 49);
        bench.scan(2);
        assertThat(bench.value("L-1.OP")).as("and turns round at once").isLessThan(30);
    }

    @Test
    void everyTransferIsBumpless() {
        SplitMix64 random = new SplitMix64(20260101);
        String[] tags = {"F-1", "F-2", "L-1"};
        for (int i = 0; i < 5000; i++) {
            String tag = tags[(int) (random.nextUniform() * tags.length)];
            int mode = (int) (random.nextUniform() * 3);
            double[] before = outputs();
            if (random.nextUniform() < 0.1) {
                bench.order(ControlLoops.SCHEME, "select", 1 + (i % 2));
            } else if (random.nextUniform() < 0.2) {
                bench.order(tag, "kc", 0.2 + random.nextUniform());
            } else {
                bench.order(tag, "mode", mode);
            }
            bench.scan();
            double[] after = outputs();
            for (int k = 0; k < before.length; k++) {
                assertThat(Math.abs(after[k] - before[k]))
                        .as("step " + i + " output of " + tags[k])
                        .isLessThanOrEqualTo(BUMP);
            }
            if (random.nextUniform() < 0.1) {
                bench.order(tag, "sp", 20 + random.nextUniform() * 60);
            }
            for (String each : tags) {
                double moved = bench.value(each) + random.nextNormal() * 2;
                bench.set(each, Math.max(1, Math.min(99, moved)));
            }
            bench.scan(2);
        }
    }

    @Test
    void cascadeTakesOverTheSetPointOfTheSlave() {
        bench.set("F-1", 37);
        bench.scan(1);
        assertThat(bench.value("F-1.SP")).as("follows the measurement in MAN").isEqualTo(37);
        assertThat(bench.value("L-1.OP")).as("master follows the slave").isCloseTo(37, within(1e-9));
        assertThat(bench.order("L-1", "op", 60).orElseThrow().code()).isEqualTo(AutomationError.OUTPUT_TRACKS);
        bench.order("F-1", "mode", 2);
        bench.scan();
        assertThat(bench.value("F-1.SP")).isCloseTo(37, within(1e-9));
        assertThat(bench.order("F-1", "sp", 50).orElseThrow().code()).isEqualTo(AutomationError.SET_POINT_FROM_CASCADE);
        assertThat(bench.order("L-1", "op", 60)).isEmpty();
        bench.scan();
        assertThat(bench.value("F-1.SP")).isCloseTo(60, within(1e-9));
    }

    @Test
    void ratioClosesOnTheRatioThatIsThere() {
        bench.set("F-1", 20);
        bench.order("F-2", "mode", 1);
        bench.order("F-2", "sp", 50);
        bench.scan();
        assertThat(bench.order("F-2", "ratio", 3).orElseThrow().code()).isEqualTo(AutomationError.RATIO_NEEDS_CASCADE);
        bench.order("F-2", "mode", 2);
        bench.scan();
        assertThat(bench.value("F-2.RATIO")).isEqualTo(2.5);
        assertThat(bench.value("F-2.SP")).isEqualTo(50);
        bench.order("F-2", "ratio", 3);
        bench.scan();
        assertThat(bench.value("F-2.SP")).isEqualTo(60);
        bench.set("F-1", Double.NaN);
        bench.scan();
        assertThat(bench.value("F-2.MODE"))
                .as("keeps its last set point in AUTO")
                .isEqualTo(1);
        assertThat(bench.value("F-2.SP")).isEqualTo(60);
        bench.set("F-1", 1);
        bench.scan();
        assertThat(bench.order("F-2", "mode", 2).orElseThrow().code()).isEqualTo(AutomationError.RATIO_NEEDS_FLOW);
    }

    @Test
    void badMeasurementForcesManAndKeepsTheOutput() {
        bench.order("F-1", "op", 44);
        bench.order("F-1", "mode", 1);
        bench.scan();
        double output = bench.value("F-1.OP");
        bench.set("F-1", Double.NaN);
        bench.scan(5);
        assertThat(bench.value("F-1.MODE")).isZero();
        assertThat(bench.value("F-1.OP")).isEqualTo(output);
        assertThat(bench.events)
                .contains(new ModeForced("F-1", Mode.AUTO, Mode.MAN, ModeForced.Reason.MEASUREMENT_BAD));
        assertThat(bench.order("F-1", "mode", 1).orElseThrow().code()).isEqualTo(AutomationError.MEASUREMENT_BAD);
    }

    @Test
    void stoppedPumpTakesItsLoopToMan() {
        bench.order("F-1", "mode", 1);
        bench.scan();
        bench.set("P-1", 0);
        bench.scan();
        assertThat(bench.value("F-1.MODE")).isZero();
        assertThat(bench.value("F-1.OP")).isZero();
        assertThat(bench.order("F-1", "mode", 1).orElseThrow().code()).isEqualTo(AutomationError.OUTPUT_NOT_RUNNING);
    }

    @Test
    void schemeChangesOnlyWithTheConcernedLoopsOutOfTheWay() {
        bench.order("F-1", "mode", 2);
        assertThat(bench.order("SCHEME", "select", 2).orElseThrow().code())
                .isEqualTo(AutomationError.SCHEME_NEEDS_NO_CASCADE);
        bench.order("F-1", "mode", 1);
        bench.order("L-1", "mode", 1);
        assertThat(bench.order("SCHEME", "select", 2).orElseThrow().code())
                .isEqualTo(AutomationError.SCHEME_NEEDS_MANUAL);
        bench.order("L-1", "mode", 0);
        assertThat(bench.order("SCHEME", "select", 2)).isEmpty();
        assertThat(bench.events).contains(new SchemeChanged(1, 2));
        bench.scan();
        assertThat(bench.value("SCHEME")).isEqualTo(2);
        assertThat(bench.order("F-1", "mode", 2).orElseThrow().code()).isEqualTo(AutomationError.NO_CASCADE);
    }

    @Test
    void setPointStaysInItsLimitsAlsoInCascade() {
        bench.order("F-1", "mode", 2);
        bench.order("L-1", "op", 100);
        bench.scan();
        assertThat(bench.value("F-1.SP")).isEqualTo(90);
    }

    @Test
    void restoredLoopsContinueBitForBit() {
        bench.order("SCHEME", "select", 2);
        bench.order("F-2", "mode", 2);
        bench.order("L-1", "mode", 1);
        bench.set("L-1", 55);
        bench.scan(30);
        LoopBench other = new LoopBench();
        other.restore(bench.save());
        bench.scan(30);
        other.scan(30);
        assertThat(other.save()).isEqualTo(bench.save());
    }

    /** Outputs that act on the process; the output of a master whose cascade is open acts on nothing. */
    private double[] outputs() {
        return new double[] {bench.value("F-1.OP"), bench.value("F-2.OP")};
    }
}
