package org.openots.benchmarks.faultlab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openots.benchmarks.measure.Measure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code openots faultlab}: breaks the way from a rig to the bridge and counts what arrives. */
@Command(
        name = "faultlab",
        mixinStandardHelpOptions = true,
        description = {
            "故障实验：断开装置到通信桥的连接，统计丢失与重复 / breaks the way from a rig to the bridge and counts what is lost or doubled",
            "退出码：0 全部合格，1 有丢失、重复存档、未发现的缺口或把旧值当作实时 / exit code 0 when all is well, 1 when frames were lost or kept"
                    + " twice, a gap was not noticed, or an old value was shown as live"
        })
public final class FaultLabCommand implements Callable<Integer> {
    private static final int RECONNECTS = 1000;
    private static final double USUAL_SECONDS = 30;

    @Option(names = "--repeats", defaultValue = "20", description = "每种故障的次数 / runs of each fault")
    private int repeats;

    @Option(names = "--case", split = ",", description = "只做这些：${COMPLETION-CANDIDATES} / only these")
    private List<FaultCase> cases = List.of(FaultCase.values());

    @Option(
            names = "--broker",
            split = ",",
            description = "代理：${COMPLETION-CANDIDATES}（缺省两种都做） / brokers (default: both)")
    private List<BrokerKind> brokers = List.of(BrokerKind.values());

    @Option(
            names = "--profile",
            split = ",",
            description = "数据来源：${COMPLETION-CANDIDATES}（缺省两种都做） / sources (default: both)")
    private List<Profile> profiles = List.of(Profile.values());

    @Option(
            names = "--parallel",
            defaultValue = "8",
            description = "同时进行的次数，各有自己的代理 / runs at a time, each with its broker")
    private int parallel;

    @Option(names = "--tags", defaultValue = "100", description = "每帧位号数 / tags in a frame")
    private int tags;

    @Option(names = "--rate", defaultValue = "10", description = "每秒帧数 / frames a second")
    private double rate;

    @Option(names = "--calm", defaultValue = "4", description = "故障前后的时间 / time before and after, s")
    private double calm;

    @Option(
            names = "--seconds",
            description = "每次故障或测量的时间（缺省各不相同） / how long a fault or a measurement lasts, s (default: by fault)")
    private double seconds = Double.NaN;

    @Option(names = "--json", description = "一行 JSON / one line of JSON on standard output")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--throughput",
            description = "不做故障，测吞吐、延迟、阻塞和 1000 次重连 / no faults: throughput, latency, blocking, 1000 reconnects")
    private boolean throughput;

    @Option(
            names = "--soak",
            paramLabel = "DURATION",
            converter = DurationWords.class,
            description = "不做故障，连续运行这么久，例如 90s、20m、24h / no faults: runs for so long")
    private @Nullable Duration soak;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
        if (throughput || soak != null) {
            return measure();
        }
        PrintWriter out = spec.commandLine().getOut();
        FaultBatch batch = new FaultBatch(parallel, spec.commandLine().getErr());
        List<FaultBatch.Run> runs = batch.run(plan());
        if (json) {
            ArrayNode rows = FaultTable.json(runs);
            out.println(rows);
        } else {
            out.print(FaultTable.text(runs));
        }
        out.flush();
        return runs.stream().allMatch(FaultBatch.Run::clean) ? 0 : 1;
    }

    private int measure() throws IOException, InterruptedException {
        PrintWriter progress = spec.commandLine().getErr();
        Path folder = Files.createTempDirectory("faultlab");
        Consumer<String> told = text -> {
            progress.println(text);
            progress.flush();
        };
        List<Measure> measures = new ArrayList<>();
        Duration length = soak;
        if (length != null) {
            measures.addAll(new SoakLab(folder, length, told).run());
        }
        if (throughput) {
            measures.addAll(new ReconnectLab(folder, RECONNECTS, told).run());
            measures.addAll(new ThroughputLab(folder, Double.isNaN(seconds) ? USUAL_SECONDS : seconds, told).run());
        }
        FaultBatch.delete(folder);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Measure.json(measures));
        } else {
            out.print(Measure.table(measures));
        }
        out.flush();
        return measures.stream().allMatch(Measure::met) ? 0 : 1;
    }

    private List<FaultBatch.Plan> plan() {
        List<FaultBatch.Plan> plan = new ArrayList<>();
        for (int i = 1; i <= repeats; i++) {
            for (Profile profile : profiles) {
                for (FaultCase fault : cases) {
                    for (BrokerKind broker : brokers) {
                        if (profile == Profile.NATIVE || fault == FaultCase.NONE || fault.breaksLinks()) {
                            plan.add(new FaultBatch.Plan(profile, settings(fault, broker), i));
                        }
                    }
                }
            }
        }
        return plan;
    }

    private FaultRun.Settings settings(FaultCase fault, BrokerKind broker) {
        double length = Double.isNaN(seconds) ? fault.seconds() : seconds;
        return new FaultRun.Settings(fault, broker, length, calm, tags, rate, 5, FaultRun.BACKLOG);
    }
}
