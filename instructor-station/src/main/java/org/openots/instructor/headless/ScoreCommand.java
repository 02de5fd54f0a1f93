package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.RubricReader;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.distillation.rubric.RubricFile;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.content.FixedRubric;
import org.openots.instructor.error.StationError;
import org.openots.instructor.session.RunScorerFactory;
import org.openots.instructor.session.RunSpec;
import org.openots.instructor.session.RunVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code score}: scores a recorded run again. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "重放一次运行的日志并输出成绩单（JSON）。未关闭的运行按日志所到之处计分。",
            "Replay the journal of a run and print its score sheet as JSON. A run that is not closed is scored as far as"
                    + " its journal reaches."
        })
public final class ScoreCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "JOURNAL",
            description = "运行日志文件夹，例如 data/runs/<运行号> / journal folder of a run, e.g. data/runs/<run id>")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Option(
            names = "--pack",
            description = "代替程序中装置的装置包文件夹 / folder of a plant pack that takes the place of the suite's")
    private @Nullable Path pack;

    @Option(
            names = "--rubric",
            description = "评分表文件或任务编号；缺省为该运行的任务 / file of a rubric or a task; the run's own if it is left out")
    private @Nullable String rubric;

    @Option(names = "--json", description = "一行 JSON / one line of JSON on standard output")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunVerifier.Recorded recorded = RecordedRuns.whole(journal);
        StationContent content = RecordedRuns.content(pack);
        RunScorerFactory scorers =
                rubric == null ? content.scorers() : new FixedRubric(fitting(rubric, RunVerifier.spec(recorded)));
        JsonNode sheet = new RunVerifier(content.engines(), scorers).score(recorded);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? sheet.toString() : sheet.toPrettyString());
        out.flush();
        return 0;
    }

    private static Rubric fitting(String name, RunSpec run) {
        Rubric read = read(name);
        String plant = read.head().plant();
        if (!plant.equals(run.plant())) {
            throw new OtsException(StationError.RUBRIC_OF_OTHER_PLANT, name, plant, run.id(), run.plant());
        }
        return read;
    }

    private static Rubric read(String name) {
        RubricFile file = RubricFile.named(name);
        Findings findings = Findings.collecting();
        Rubric read = RubricReader.read(file.shown(), file.json(), findings);
        findings.throwIfAny();
        return read;
    }
}
