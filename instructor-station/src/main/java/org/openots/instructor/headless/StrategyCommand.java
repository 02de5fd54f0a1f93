package org.openots.instructor.headless;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openots.common.error.FileErrors;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.strategy.DryRun;
import org.openots.instructor.strategy.DryRunJson;
import org.openots.instructor.strategy.StrategyCheck;
import org.openots.instructor.strategy.StrategyContent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strategy}: work on training and exam strategies. */
@Command(
        name = "strategy",
        mixinStandardHelpOptions = true,
        subcommands = {StrategyCommand.Check.class, StrategyCommand.Dry.class},
        description = "培训策略和考试策略 / training and exam strategies")
public final class StrategyCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "strategy: check, dry-run");
    }

    private static StrategyCheck.Result checked(Path file, StationContent content) {
        try {
            return new StrategyCheck(new StrategyContent(content)).check(shown(file), Files.readAllBytes(file));
        } catch (IOException e) {
            throw FileErrors.unreadable(file.toString(), e);
        }
    }

    private static String shown(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** {@code strategy check}: names every mistake of a strategy. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "检查策略 / check a strategy",
                "列出全部错误：文件、JSON 路径、数值、规则、改法。没有错误退出码为 0，否则为 2。",
                "Name every mistake: file, JSON path, value, rule, what to do. Exit code 0 when there"
                        + " is none, otherwise 2."
            })
    static final class Check implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", description = "策略文件 / file of a strategy")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path file;

        @Mixin
        private final JsonOutput output = new JsonOutput();

        @Override
        public Integer call() {
            FindingReport report = new FindingReport(
                    shown(file), checked(file, StationContent.find()).findings());
            report.print(output);
            return report.exitCode();
        }
    }

    /** {@code strategy dry-run}: lets robots solve a strategy. */
    @Command(
            name = "dry-run",
            mixinStandardHelpOptions = true,
            description = {
                "用机器人试运行策略 / let robots solve a strategy",
                "先检查，再由熟练机器人和不动作的机器人各做每个任务一遍：前者应不低于 99 分，后者不高于 5 分；"
                        + "列出没有得分的步骤和没有触发的扣分。策略有误退出码为 2，未通过为 1；没有熟练机器人的任务不通过。",
                "Check it, then let an expert and an idle robot do every task: the expert must reach 99 points, the idle"
                        + " one at most 5. Steps that gave nothing and penalties that were never taken are listed."
                        + " Exit code 2 for a wrong strategy, 1 when it did not pass; a task without an expert does not pass."
            })
    static final class Dry implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", description = "策略文件 / file of a strategy")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path file;

        @Mixin
        private final JsonOutput output = new JsonOutput();

        @Override
        public Integer call() {
            StationContent content = StationContent.find();
            StrategyCheck.Result result = checked(file, content);
            FindingReport report = new FindingReport(shown(file), result.findings());
            if (!result.isSound()) {
                report.print(output);
                return report.exitCode();
            }
            DryRun run = new RobotDryRun(content)
                    .play(result.strategy().orElseThrow(), done -> {}, () -> false)
                    .orElseThrow();
            if (output.wanted()) {
                output.print(DryRunJson.json(run));
            } else {
                text(run, output.out());
            }
            return run.passed() ? 0 : 1;
        }

        private static void text(DryRun run, PrintWriter out) {
            out.println("部分 section | 任务 task | 故障 fault | 熟练 expert | 不动作 idle | 结论 verdict");
            for (DryRun.Part part : run.parts()) {
                LocalText verdict = verdict(part.verdict());
                out.println(String.join(
                        " | ",
                        part.section(),
                        part.task(),
                        part.fault(),
                        part.expert().map(Brief::number).orElse("-"),
                        Brief.number(part.idle()),
                        verdict.zh() + " / " + verdict.en()));
                out.println("    没有得分 / gave nothing: " + String.join(" ", part.unearned()));
                out.println("    没有触发 / never taken: " + String.join(" ", part.silent()));
            }
            out.println(String.format(
                    Locale.ROOT,
                    run.passed() ? "%s 第 %d 版：通过 / passed" : "%s 第 %d 版：未通过 / not passed",
                    run.strategy(),
                    run.version()));
            out.flush();
        }

        private static LocalText verdict(DryRun.Verdict verdict) {
            return switch (verdict) {
                case PASSED -> new LocalText("通过", "passed");
                case NO_EXPERT -> new LocalText("没有会做这个任务的机器人", "no robot that can do it");
                case EXPERT_LOW -> new LocalText("熟练机器人低于 99 分", "the expert has less than 99 points");
                case IDLE_HIGH -> new LocalText("不动作高于 5 分", "the idle robot has more than 5 points");
            };
        }
    }
}
