package org.openots.instructor.headless;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.hazop.task.TaskCatalogue;
import org.openots.hazop.task.TaskFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hazop tasks}: training tasks and the bank of questions. */
@Command(
        name = "tasks",
        mixinStandardHelpOptions = true,
        subcommands = HazopTasksCommand.Check.class,
        description = "训练任务和题库 / training tasks and the bank of questions")
final class HazopTasksCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "hazop tasks: " + String.join(", ", spec.subcommands().keySet()));
    }

    /** {@code hazop tasks check}: names every mistake of tasks and items. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "检查训练任务和题库 / check training tasks and items of the bank",
                "列出全部错误：文件、JSON 路径、数值、规则、改法。没有错误退出码为 0，否则为 2。",
                "Name every mistake: file, JSON path, value, rule, what to do. Exit code 0 when there is none,"
                        + " otherwise 2."
            })
    static final class Check implements Callable<Integer> {
        @Parameters(
                index = "0",
                arity = "0..1",
                paramLabel = "PATH",
                description = "文件或文件夹；缺省时检查随程序提供的全部 / file or folder; all of the suite if it is left out")
        private @Nullable String path;

        @Mixin
        private final JsonOutput output = new JsonOutput();

        @Override
        public Integer call() {
            List<TaskFile> files = path == null ? TaskFile.shipped() : TaskFile.at(path);
            String checked =
                    String.join(" ", files.stream().map(TaskFile::shown).toList());
            FindingReport report = new FindingReport(checked, TaskCatalogue.check(files));
            report.print(output);
            return report.exitCode();
        }
    }
}
