package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.session.RunScorerFactory;
import org.openots.instructor.session.RunVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
    @Mixin
    private final RecordedRunOptions run = new RecordedRunOptions();

    @Option(
            names = "--rubric",
            description = "评分表文件或任务编号；缺省为该运行的任务 / file of a rubric or a task; the run's own if it is left out")
    private @Nullable String rubric;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        RunVerifier.Recorded recorded = RecordedRuns.whole(run.journal());
        StationContent content = run.content();
        RunScorerFactory scorers = RecordedRuns.scorers(content, rubric, recorded);
        RunVerifier verifier = new RunVerifier(content.engines(), scorers);
        if (rubric == null) {
            verifier.requireRubric(recorded);
        }
        JsonNode sheet = verifier.score(recorded);
        output.print(sheet);
        return 0;
    }
}
