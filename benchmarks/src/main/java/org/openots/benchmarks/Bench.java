package org.openots.benchmarks;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openots.benchmarks.faultlab.FaultLabCommand;
import org.openots.benchmarks.load.LoadCommand;
import org.openots.common.error.OtsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code openots bench}: runs the JMH benchmarks and prints them as multiples of a calibration loop. */
@Command(
        name = "openots bench",
        mixinStandardHelpOptions = true,
        subcommands = {CvodeCommand.class, FaultLabCommand.class, LoadCommand.class},
        description = {
            "测量速度；结果是同一次运行中校准循环的倍数。",
            "Measures speed; results are multiples of a calibration loop of the same run."
        })
public final class Bench implements Callable<Integer> {
    /** Name of the property with the folder for logs. */
    private static final String LOGS = "openots.logs";

    @Parameters(arity = "0..*", paramLabel = "REGEX", description = "要运行的基准（默认全部） / benchmarks to run (default: all)")
    private List<String> include = List.of();

    @Option(names = "--quick", description = "时间短、精度低 / short and less exact")
    private boolean quick;

    @Option(names = "--json", description = "输出一行 JSON / one line of JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Runs the command and ends the process: 0 done, 1 a benchmark failed, 2 bad arguments.
     *
     * @param args command line without the word bench
     */
    public static void main(String[] args) {
        // read by the logging configuration of the station, which otherwise logs into the present folder
        System.setProperty(LOGS, logs());
        System.exit(commandLine().execute(args));
    }

    private static String logs() {
        return System.getProperty(
                LOGS,
                Path.of(System.getProperty("java.io.tmpdir"), "openots-bench-logs")
                        .toString());
    }

    /** The command with refusals in both languages. */
    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof OtsException refusal) {
                for (Locale language : new Locale[] {Locale.CHINA, Locale.ENGLISH}) {
                    command.getErr().println(refusal.errorCode().code() + " " + refusal.messageIn(language));
                }
                return CommandLine.ExitCode.USAGE;
            }
            throw e;
        });
    }

    @Override
    public Integer call() throws RunnerException {
        PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        OptionsBuilder options = new OptionsBuilder();
        options.include(CalibrationBenchmark.class.getName());
        if (include.isEmpty()) {
            options.include("org.openots.benchmarks.");
        }
        include.forEach(options::include);
        options.forks(1)
                .shouldFailOnError(true)
                .warmupIterations(quick ? 1 : 3)
                .measurementIterations(quick ? 2 : 5)
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.seconds(quick ? 1 : 2));
        List<BenchReport.Result> results = new ArrayList<>();
        for (RunResult run : new Runner(
                        options.build(), OutputFormatFactory.createFormatInstance(progress, VerboseMode.NORMAL))
                .run()) {
            results.add(new BenchReport.Result(
                    shortName(run.getParams()),
                    run.getPrimaryResult().getScore(),
                    run.getPrimaryResult().getScoreError()));
        }
        BenchReport report = new BenchReport(
                System.getProperty("java.version", ""), Runtime.getRuntime().availableProcessors(), results);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(report.json());
        } else {
            out.print(report.table());
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static String shortName(BenchmarkParams params) {
        String benchmark = params.getBenchmark();
        StringBuilder name =
                new StringBuilder(benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1));
        for (String key : params.getParamsKeys()) {
            name.append(' ').append(key).append('=').append(params.getParam(key));
        }
        return name.toString();
    }
}
