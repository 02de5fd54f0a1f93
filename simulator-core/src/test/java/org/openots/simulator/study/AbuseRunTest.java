package org.openots.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
        for (long seed = 1; seed <= SEEDS; seed++) {
            AbuseRun.Outcome outcome = new AbuseRun(pack, seed, 120, 0.5).run();
            assertThat(outcome.failed())
                    .as("%s, held at %s s", seed, outcome.simulatedSeconds())
                    .isFalse();
            assertThat(outcome.maxClosure()).as("closure, seed %s", seed).isLessThanOrEqualTo(GATE);
            assertThat(outcome.clipped()).as("unsound states, seed %s", seed).isZero();
            assertThat(outcome.visits()).as("hard places, seed %s", seed).containsExactlyInAnyOrder(Visit.values());
        }
    }

    @Test
    void aRunIsAPureFunctionOfItsSeed() {
        PlantPack pack = PlantPack.shipped("ethanol-water-rig");
        AbuseRun.Outcome first = new AbuseRun(pack, 7, 20, 0.5).run();
        assertThat(new AbuseRun(pack, 7, 20, 0.5).run()).isEqualTo(first);
        assertThat(new AbuseRun(pack, 8, 20, 0.5).run().steps()).isNotEqualTo(first.steps());
    }
}
