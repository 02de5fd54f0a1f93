package org.openots.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.plant.PlantPack;

/** Operators without sense on every plant of the suite: thirty of them for two hours each. */
class AbuseRunTest {
    private static final int SEEDS = 30;

    /** Relative error that rounding explains; runs of two hours show at most 1e-10. */
    private static final double GATE = 1e-9;

    static List<String> plants() {
        return PlantPack.SHIPPED;
    }

    @ParameterizedTest
    @MethodSource("plants")
    void nothingTheyDoMakesTheModelFailLeakOrClip(String plant) {
        PlantPack pack = PlantPack.shipped(plant);
        double worst = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            AbuseRun.Outcome outcome = new AbuseRun(pack, seed, 120, 0.5).run();
            assertThat(outcome.failed())
                    .as("%s, held at %s s", seed, outcome.simulatedSeconds())
                    .isFalse();
            assertThat(outcome.maxClosure()).as("closure, seed %s", seed).isLessThanOrEqualTo(GATE);
            worst = Math.max(worst, outcome.maxClosure());
            assertThat(outcome.clipped()).as("unsound states, seed %s", seed).isZero();
            assertThat(outcome.visits()).as("hard places, seed %s", seed).containsExactlyInAnyOrder(Visit.values());
        }
        Validation.claim(Topic.FAULTS, plant + ".abuse")
                .says(
                        plant + "：" + SEEDS + " 名随机操作员各 120 分钟，无求解失败、无截断，闭合误差的最大值",
                        plant + ": " + SEEDS
                                + " random operators for 120 min each, no solver failure, no clipping; largest"
                                + " closure")
                .unit("1")
                .source("不变量，见 integrator-and-ledger.md", "invariant, see integrator-and-ledger.md")
                .atMost(GATE, worst);
    }

    @Test
    void aRunIsAPureFunctionOfItsSeed() {
        PlantPack pack = PlantPack.shipped("ethanol-water-rig");
        AbuseRun.Outcome first = new AbuseRun(pack, 7, 20, 0.5).run();
        assertThat(new AbuseRun(pack, 7, 20, 0.5).run()).isEqualTo(first);
        assertThat(new AbuseRun(pack, 8, 20, 0.5).run().steps()).isNotEqualTo(first.steps());
    }
}
