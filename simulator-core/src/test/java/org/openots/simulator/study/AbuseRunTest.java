package org.openots.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.plant.PlantPack;

/**
 * Operators without sense on every plant of the suite: eight of them for two hours each. The thousand of docs/benchmarks.md are a
 * command of their own ({@code sim fuzz}).
 */
class AbuseRunTest {
    private static final int SEEDS = 8;

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
        int failures = 0;
        int clipped = 0;
        Map<Visit, Integer> visits = new EnumMap<>(Visit.class);
        List<AbuseRun.Outcome> outcomes = LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .mapToObj(seed -> new AbuseRun(pack, seed, 120, 0.5).run())
                .toList();
        for (AbuseRun.Outcome outcome : outcomes) {
            worst = Math.max(worst, outcome.maxClosure());
            failures += outcome.failed() ? 1 : 0;
            clipped += outcome.clipped() > 0 ? 1 : 0;
            outcome.visits().forEach(visit -> visits.merge(visit, 1, Integer::sum));
        }
        runs(plant, "failures", "求解失败的次数", "runs that the solver could not finish")
                .atMost(0, failures);
        runs(plant, "clipped", "状态曾失去物理意义（截断）的次数", "runs that had an unsound (clipped) state")
                .atMost(0, clipped);
        for (Visit visit : Visit.values()) {
            String id = "visits." + visit.name().toLowerCase(Locale.ROOT).replace('_', '-');
            runs(
                            plant,
                            id,
                            "经过“" + visit.text().zh() + "”的次数",
                            "runs that came through " + visit.text().en())
                    .atLeast(SEEDS, visits.getOrDefault(visit, 0));
        }
        Validation.claim(Topic.FAULTS, plant + ".abuse")
                .says(
                        plant + "：" + SEEDS + " 名随机操作员各 120 分钟，闭合误差的最大值",
                        plant + ": " + SEEDS + " random operators for 120 min each, largest closure")
                .unit("1")
                .source("不变量，见 integrator-and-ledger.md", "invariant, see integrator-and-ledger.md")
                .atMost(GATE, worst);
    }

    private static Validation runs(String plant, String id, String zh, String en) {
        return Validation.claim(Topic.FAULTS, plant + ".abuse." + id)
                .says(
                        plant + "：" + SEEDS + " 名随机操作员各 120 分钟，" + zh,
                        plant + ": " + SEEDS + " random operators for 120 min each, " + en)
                .unit("1")
                .source("要求，种子 1 至 " + SEEDS, "requirement, seeds 1 to " + SEEDS);
    }

    @Test
    void aRunIsAPureFunctionOfItsSeed() {
        PlantPack pack = PlantPack.shipped("ethanol-water-rig");
        AbuseRun.Outcome first = new AbuseRun(pack, 7, 20, 0.5).run();
        assertThat(new AbuseRun(pack, 7, 20, 0.5).run()).isEqualTo(first);
        assertThat(new AbuseRun(pack, 8, 20, 0.5).run().steps()).isNotEqualTo(first.steps());
    }
}
