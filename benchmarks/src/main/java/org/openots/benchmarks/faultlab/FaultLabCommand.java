package org.openots.benchmarks.faultlab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
            "退出码：0 没有丢失、没有重复存档，1 有 / exit code 0 when nothing was lost or kept twice, 1 otherwise"
        })
public final class FaultLabCommand implements Callable<Integer> {
    @Option(names = "--repeats", defaultValue = "20", description = "每种故障的次数 / runs of each fault")
    private int repeats;

    @Option(names = "--case", split = ",", description = "只做这些：${COMPLETION-CANDIDATES} / only these")
    private List<FaultCase> cases = List.of(FaultCase.values());

    @Option(names = "--embedded", description = "用内置代理代替 mosquitto / the embedded broker instead of mosquitto")
    private boolean embedded;

    @Option(names = "--tags", defaultValue = "100", description = "每帧位号数 / tags in a frame")
    private int tags;

    @Option(names = "--rate", defaultValue = "10", description = "每秒帧数 / frames a second")
    private double rate;

    @Option(names = "--calm", defaultValue = "4", description = "故障前后的时间 / time before and after, s")
    private double calm;

    @Option(names = "--seconds", description = "故障的持续时间（缺省每种不同） / how long a fault lasts, s (default: by fault)")
    private double seconds = Double.NaN;

    @Option(names = "--json", description = "一行 JSON / one line of JSON on standard output")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter progress = spec.commandLine().getErr();
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        boolean clean = true;
        String form = "%-16s %4s %9s %9s %6s %6s %9s %9s %12s%n";
        if (!json) {
            out.printf(
                    form, "case", "no", "produced", "received", "lost", "twice", "repeated", "disorder", "recovered s");
        }
        for (FaultCase fault : cases) {
            for (int i = 1; i <= repeats; i++) {
                progress.printf("%s %d/%d%n", fault, i, repeats);
                progress.flush();
                FaultRun.Result one = run(fault);
                clean &= one.lost() == 0 && one.twice() == 0;
                rows.addObject()
                        .put("case", fault.name())
                        .put("number", fault.number())
                        .put("run", i)
                        .put("produced", one.produced())
                        .put("received", one.received())
                        .put("lost", one.lost())
                        .put("twice", one.twice())
                        .put("repeated", one.repeated())
                        .put("disorder", one.disorder())
                        .put("recoveredSeconds", one.recovered());
                if (!json) {
                    out.printf(
                            Locale.ROOT,
                            form,
                            fault,
                            fault.number(),
                            one.produced(),
                            one.received(),
                            one.lost(),
                            one.twice(),
                            one.repeated(),
                            one.disorder(),
                            String.format(Locale.ROOT, "%.1f", one.recovered()));
                    out.flush();
                }
            }
        }
        if (json) {
            out.println(rows);
            out.flush();
        }
        return clean ? 0 : 1;
    }

    private FaultRun.Result run(FaultCase fault) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("faultlab");
        double length = Double.isNaN(seconds) ? fault.seconds() : seconds;
        try {
            return new FaultRun(new FaultRun.Settings(fault, embedded, length, calm, tags, rate, 5), folder).run();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
