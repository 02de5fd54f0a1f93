package org.openots.instructor.headless;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.Finding;
import org.openots.distillation.rubric.RubricCheck;
import org.openots.distillation.rubric.RubricFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rubric}: work on rubrics. */
@Command(
        name = "rubric",
        mixinStandardHelpOptions = true,
        subcommands = RubricCommand.Check.class,
        description = "评分表 / rubrics")
public final class RubricCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "rubric: check");
    }

    /** {@code rubric check}: names every mistake of a rubric. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "检查评分表 / check a rubric",
                "列出全部错误：文件、JSON 路径、数值、规则、改法。没有错误退出码为 0，否则为 2。",
                "Name every mistake: file, JSON path, value, rule, what to do. Exit code 0 when there"
                        + " is none, otherwise 2."
            })
    static final class Check implements Callable<Integer> {
        @Parameters(
                index = "0",
                arity = "0..1",
                paramLabel = "RUBRIC",
                description = "评分表文件，或任务编号如 A-1；缺省时检查全部 / file of a rubric, or a task such as A-1; all of the suite"
                        + " if it is left out")
        private @Nullable String rubric;

        @Mixin
        private final JsonOutput output = new JsonOutput();

        @Override
        public Integer call() {
            List<RubricFile> files = rubric == null ? RubricFile.shipped() : List.of(RubricFile.named(rubric));
            List<Finding> findings = new ArrayList<>();
            files.forEach(file -> findings.addAll(RubricCheck.check(file.shown(), file.json())));
            String checked =
                    String.join(" ", files.stream().map(RubricFile::shown).toList());
            FindingReport report = new FindingReport(checked, findings);
            report.print(output);
            return report.exitCode();
        }
    }
}
