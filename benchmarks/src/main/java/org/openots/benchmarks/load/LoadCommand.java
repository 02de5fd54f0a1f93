package org.openots.benchmarks.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.benchmarks.BenchError;
import org.openots.common.error.OtsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code openots load}: a class or an exam of robots against a real station. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "负载试验：另起一个真实的教师站，让机器人学员登录、各操作一座精馏塔，最后核对日志 / a real station in a process of its own, robot"
                    + " students who sign in and operate a column each, and a look into the journals at the end",
            "退出码：0 达到全部目标，1 有目标未达到，2 输入有误 / exit code 0 when all goals are reached, 1 when one is missed, 2"
                    + " for bad input"
        })
public final class LoadCommand implements Callable<Integer> {
    private static final int MOST_SEATS = 300;
    private static final int MOST_KILLS = 100;
    private static final double MOST_MINUTES = 24 * 60;
    private static final double LEAST_MINUTES = 0.05;
    private static final double MINUTE = 60;

    @Option(names = "--seats", defaultValue = "30", description = "机器人数 / robots (${DEFAULT-VALUE})")
    private int seats;

    @Option(names = "--minutes", defaultValue = "20", description = "操作时间 / how long they operate (${DEFAULT-VALUE})")
    private double minutes;

    @Option(names = "--plant", defaultValue = "ethanol-water-rig", description = "装置 / plant (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String plant;

    @Option(names = "--exam", description = "一场考试：教师站中途被强行结束并重新启动 / an exam whose station is killed and started again")
    private boolean exam;

    @Option(names = "--kills", defaultValue = "2", description = "考试中强行结束的次数 / kills during an exam (${DEFAULT-VALUE})")
    private int kills;

    @Option(names = "--seed", defaultValue = "1", description = "随机种子 / seed (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--replay",
            defaultValue = "5",
            description = "最后重放核对的运行数 / runs replayed at the end (${DEFAULT-VALUE})")
    private int replay;

    @Option(names = "--keep", description = "把教师站的数据留在此文件夹 / keep the station's data in this folder")
    private @Nullable Path keep;

    @Option(names = "--station-option", description = "教师站虚拟机的选项 / option of the station's virtual machine")
    private List<String> options = List.of();

    @Option(names = "--json", description = "一行 JSON / one line of JSON on standard output")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        range("--seats", seats, 1, MOST_SEATS);
        range("--minutes", minutes, LEAST_MINUTES, MOST_MINUTES);
        range("--kills", kills, 0, MOST_KILLS);
        range("--replay", replay, 0, MOST_SEATS);
        Path kept = keep;
        if (kept != null && Files.exists(kept.resolve("data"))) {
            throw new OtsException(BenchError.FOLDER_IN_USE, kept.resolve("data"));
        }
        Path folder = kept == null ? Files.createTempDirectory("openots-load") : kept;
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
        LoadSettings settings = new LoadSettings(seats, minutes * MINUTE, plant, seed, kills, replay, folder, options);
        PrintWriter err = spec.commandLine().getErr();
        Consumer<String> told = text -> {
            err.println(text);
            err.flush();
        };
        try {
            LoadReport report = exam ? new ExamLoad(settings, told).run() : new ClassLoad(settings, told).run();
            told.accept(report.table());
            if (json) {
                PrintWriter out = spec.commandLine().getOut();
                out.println(report.json());
                out.flush();
            }
            return report.met() ? 0 : 1;
        } finally {
            if (kept == null) {
                delete(folder);
            }
        }
    }

    private static void range(String option, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new OtsException(BenchError.BAD_OPTION, option, value, low, high);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
