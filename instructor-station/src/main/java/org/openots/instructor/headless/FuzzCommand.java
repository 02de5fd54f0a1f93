package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.study.AbuseRun;
import org.openots.simulator.study.Visit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sim fuzz}: random operators against the solver. */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = {
            "随机操作：任何阀门、泵、开关、模式、设定、输出，加一个随机故障和天气变化",
            "random operators: any valve, pump, switch, mode, set point, output, one random fault and jumps of the weather",
            "退出码：0 无失败，1 有失败 / exit code 0 without failure, 1 with one"
        })
final class FuzzCommand implements Callable<Integer> {
    private static final int MOST_SEEDS = 1_000_000;

    @Mixin
    private final PlantOption plant = new PlantOption();

    @Option(names = "--seeds", defaultValue = "100", description = "运行次数 / number of runs")
    private int seeds;

    @Option(names = "--first-seed", defaultValue = "1", description = "第一个种子 / first seed")
    private long firstSeed;

    @Option(names = "--minutes", defaultValue = "120", description = "每次的模型时间 / model time of a run, min")
    private double minutes;

    @Mixin
    private final TickOption tick = new TickOption();

    @Mixin
    private final JsonOutput output = new JsonOutput();

    private final DescriptiveStatistics factors = new DescriptiveStatistics();
    private final Map<Visit, Integer> visits = new EnumMap<>(Visit.class);
    private int failures;
    private double maxClosure;
    private long maxClip;

    @Override
    public Integer call() {
        Numbers.within("--seeds", seeds, 1, MOST_SEEDS);
        Numbers.within("--minutes", minutes, 1, 10_000);
        double seconds = tick.seconds();
        PlantPack pack = plant.load();
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            double before = CpuClock.seconds();
            AbuseRun.Outcome outcome = new AbuseRun(pack, seed, minutes, seconds).run();
            count(outcome, outcome.simulatedSeconds() / (CpuClock.seconds() - before));
        }
        print();
        return failures == 0 ? 0 : 1;
    }

    private void count(AbuseRun.Outcome outcome, double factor) {
        factors.addValue(factor);
        failures += outcome.failed() ? 1 : 0;
        maxClosure = Math.max(maxClosure, outcome.maxClosure());
        maxClip = Math.max(maxClip, outcome.clipped());
        outcome.visits().forEach(v -> visits.merge(v, 1, Integer::sum));
        PrintWriter err = output.err();
        err.println(String.format(
                Locale.ROOT,
                "种子 / seed %d: %s, %.0fx, %.1e, %s",
                outcome.seed(),
                outcome.failed() ? "失败 / FAILED at " + outcome.simulatedSeconds() + " s" : "ok",
                factor,
                outcome.maxClosure(),
                outcome.visits().stream().map(v -> v.text().en()).collect(Collectors.joining(", "))));
        err.flush();
    }

    private void print() {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("runs", seeds)
                .put("failures", failures)
                .put("medianRealTimeFactor", factors.getPercentile(50))
                .put("worstRealTimeFactor", factors.getMin())
                .put("maxClosure", maxClosure)
                .put("maxClip", maxClip);
        ObjectNode seen = result.putObject("visits");
        for (Visit visit : Visit.values()) {
            seen.put(visit.text().en(), visits.getOrDefault(visit, 0));
        }
        output.print(result);
    }
}
