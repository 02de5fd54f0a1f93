package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.session.RunScorerFactory;
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
            "重新计算一次运行的成绩 / score a recorded run again",
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
        RunScorerFactory scorers = RecordedRuns.scorers(content, rubric, recorded);
        RunVerifier verifier = new RunVerifier(content.engines(), scorers);
        if (rubric == null) {
            verifier.requireRubric(recorded);
        }
        JsonNode sheet = verifier.score(recorded);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? sheet.toString() : sheet.toPrettyString());
        out.flush();
        return 0;
    }
}
