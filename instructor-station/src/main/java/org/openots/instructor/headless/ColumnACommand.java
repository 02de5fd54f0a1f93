package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.openots.simulator.study.ColumnA;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sim columna}: Skogestad's Column A with open parameters. */
@Command(
        name = "columna",
        mixinStandardHelpOptions = true,
        description = {
            "Skogestad 的 A 塔，参数可改；单位为 min 和 kmol / Skogestad's Column A with open parameters, in min and kmol",
            "从给定输入的稳态开始，阶跃从时刻 0 起作用 / starts from the steady state of the inputs; steps act from time 0",
            "L = L0 + (M - 0.5)/tau + lambda (V - V0)；L0 = 2.70629，V0 = 3.20629，F0 = q0 = 1 不随输入改变 / L0, V0, F0 and q0"
                    + " do not follow the inputs"
        })
final class ColumnACommand implements Callable<Integer> {
    private static final double LONGEST_MINUTES = 1e5;

    @Option(names = "--stages", defaultValue = "41", description = "级数，含再沸器和冷凝器 / stages with reboiler and condenser")
    private int stages;

    @Option(
            names = "--feed-stage",
            description = "进料级，再沸器为 1；缺省为中间级 / feed stage, the reboiler is 1; the middle one if it is left out")
    private @Nullable Integer feedStage;

    @Option(names = "--alpha", defaultValue = "1.5", description = "相对挥发度 / relative volatility")
    private double alpha;

    @Option(names = "--tau", defaultValue = "0.063", description = "液体时间常数 / time constant of the liquid, min")
    private double tau;

    @Option(names = "--lambda", defaultValue = "0", description = "蒸汽对液流的影响 / effect of vapour on liquid flow")
    private double lambda;

    @Option(names = "--feed", defaultValue = "1", description = "进料 / feed, kmol/min")
    private double feed;

    @Option(names = "--zf", defaultValue = "0.5", description = "进料轻组分摩尔分数 / light component in the feed")
    private double zf;

    @Option(names = "--qf", defaultValue = "1", description = "进料液相分率 / liquid share of the feed")
    private double qf;

    @Option(names = "--reflux", defaultValue = "2.70629", description = "回流 / reflux, kmol/min")
    private double reflux;

    @Option(names = "--boilup", defaultValue = "3.20629", description = "再沸蒸汽 / boil-up, kmol/min")
    private double boilup;

    @Option(
            names = "--step",
            paramLabel = "NAME=VALUE",
            description = "阶跃，可重复：feed、zf、qf、reflux、boilup；值为 +1%%、-1%% 或新值 / step, repeatable: +1%%, -1%% or the"
                    + " new value")
    private List<String> steps = new ArrayList<>();

    @Option(
            names = "--at",
            split = ",",
            defaultValue = "0,10,50,100,500",
            paramLabel = "MIN",
            description = "报告的时刻，递增 / times to report, rising, min")
    private List<String> at = new ArrayList<>();

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        Numbers.within("--stages", stages, 3, 1000);
        int middle = (stages + 1) / 2;
        int feeding = feedStage == null ? middle : (int) Numbers.within("--feed-stage", feedStage, 2, stages - 1);
        Numbers.within("--alpha", alpha, 1 + 1e-9, 1e3);
        Numbers.within("--tau", tau, 1e-4, 1e3);
        Numbers.within("--lambda", lambda, -10, 10);
        ColumnA.Inputs inputs = new ColumnA.Inputs(
                Numbers.within("--feed", feed, 1e-6, 1e3),
                Numbers.within("--zf", zf, 0, 1),
                Numbers.within("--qf", qf, -2, 3),
                Numbers.within("--reflux", reflux, 1e-6, 1e3),
                Numbers.within("--boilup", boilup, 1e-6, 1e3));
        List<StepChange> changes =
                steps.stream().map(text -> StepChange.read(text, inputs)).toList();
        double[] times = times();
        StepChange.once(changes);
        ColumnA column = new ColumnA(new ColumnA.Case(stages, feeding, alpha, tau, lambda, inputs));
        changes.forEach(change -> column.set(change.name(), change.value()));
        List<ColumnA.Point> points = new ArrayList<>();
        double now = 0;
        for (double time : times) {
            column.advance(time - now);
            now = time;
            points.add(column.point(time));
        }
        print(points);
        return 0;
    }

    private double[] times() {
        double[] times = new double[at.size()];
        double before = 0;
        for (int i = 0; i < times.length; i++) {
            before = Numbers.within("--at", Numbers.read("--at", at.get(i)), before, LONGEST_MINUTES);
            times[i] = before;
        }
        return times;
    }

    private void print(List<ColumnA.Point> points) {
        PrintWriter out = output.out();
        if (output.wanted()) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            add(result, "times", points, ColumnA.Point::time);
            add(result, "xB", points, ColumnA.Point::bottoms);
            add(result, "yD", points, ColumnA.Point::distillate);
            add(result, "MB", points, ColumnA.Point::reboilerHoldup);
            add(result, "MD", points, ColumnA.Point::condenserHoldup);
            out.println(result);
        } else {
            out.println("   t/min            xB            yD    MB/kmol    MD/kmol");
            points.forEach(p -> out.println(String.format(
                    Locale.ROOT,
                    "%8.3g  %12.10f  %12.10f  %9.6f  %9.6f",
                    p.time(),
                    p.bottoms(),
                    p.distillate(),
                    p.reboilerHoldup(),
                    p.condenserHoldup())));
        }
        out.flush();
    }

    private static void add(
            ObjectNode into, String name, List<ColumnA.Point> points, ToDoubleFunction<ColumnA.Point> value) {
        ArrayNode array = into.putArray(name);
        points.forEach(p -> array.add(value.applyAsDouble(p)));
    }
}
