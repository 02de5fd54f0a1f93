package org.openots.instructor.headless;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.openots.common.error.FileErrors;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.scenario.ScenarioCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code scenario}: work on scenarios. */
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        subcommands = ScenarioCommand.Check.class,
        description = "训练场景 / scenarios")
public final class ScenarioCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "scenario: check");
    }

    /** {@code scenario check}: names every mistake of a scenario. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "检查场景 / check a scenario",
                "列出每个错误的文件、位置、数值、规则和建议：每个事件都在它的装置上试下达一次。没有错误时退出码为 0，否则为 2。",
                "Every mistake is named with file, place, value, rule and advice: each event is ordered of its plant once."
                        + " Exit code 0 when there is none, otherwise 2."
            })
    static final class Check implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", description = "场景文件 / file of a scenario")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path file;

        @Mixin
        private final JsonOutput output = new JsonOutput();

        @Override
        public Integer call() {
            StationContent content = StationContent.find();
            String name = String.valueOf(file.getFileName());
            try {
                ScenarioCheck check = new ScenarioCheck(content.library(), content.engines());
                FindingReport report = new FindingReport(
                        name, check.check(name, Files.readAllBytes(file)).findings());
                report.print(output);
                return report.exitCode();
            } catch (IOException e) {
                throw FileErrors.unreadable(file.toString(), e);
            }
        }
    }
}
