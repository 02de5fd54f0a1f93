package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.hazop.scoring.AnswerScorer;
import org.openots.hazop.scoring.Mark;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.instructor.session.MonotonicClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hazop score}: scores a file of answers. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "按分析的参考答案给作答评分 / score answers against the key of a study",
            "每行一个 JSON：id、deviation_id、column、text；结果同序。有错的行按行号列出，其余照常评分，退出码为 2。" + "结果先写到旁边的 .part 文件，写完才改名。",
            "One JSON object a line: id, deviation_id, column, text; results in the same order. Bad lines are named by"
                    + " number, the rest is scored all the same, and the exit code is 2. Results go to a .part file"
                    + " beside the output, which takes its name at the end."
        })
final class HazopScoreCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BAD_INPUT = 2;

    /** Answers between two signs of progress; those before are in the file by then. */
    private static final int BATCH = 2000;

    /** Lines with an id used before that are told one by one on standard error; {@code --json} lists all. */
    private static final int MOST_REPEATED = 20;

    @Mixin
    private final StudyOption study = new StudyOption();

    @Mixin
    private final EmbeddingOption embedding = new EmbeddingOption();

    @Option(names = "--answers", required = true, paramLabel = "IN", description = "作答 JSONL / answers")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path answers;

    @Option(names = "--out", required = true, paramLabel = "OUT", description = "结果 JSONL / results")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        refuseToReplace("--answers", answers);
        refuseToReplace("--study", Path.of(study.name()));
        Study read = StudyFile.named(study.name()).study();
        AnswerScorer scorer = embedding.load(output).scorer(read);
        AnswerLines lines = AnswerLines.read(answers, read);
        Map<String, Integer> outcomes = new TreeMap<>();
        MonotonicClock clock = MonotonicClock.system();
        long start = clock.nanos();
        try (OutFile file = OutFile.begin(out)) {
            score(lines.answers(), scorer, file, outcomes);
            file.keep();
        }
        double seconds = (clock.nanos() - start) / 1e9;
        lines.bad().forEach(mistake -> mistake.print(answers, output.err()));
        told(lines.repeated());
        summary(lines, outcomes, seconds);
        return lines.bad().isEmpty() ? 0 : BAD_INPUT;
    }

    /** The results would take the place of what they are made from. */
    private void refuseToReplace(String option, Path input) {
        try {
            if (Files.exists(out) && Files.exists(input) && Files.isSameFile(out, input)) {
                throw new OtsException(HeadlessError.SAME_FILE, "--out", option, out.toString());
            }
        } catch (IOException e) {
            throw FileErrors.unreadable(input.toString(), e);
        }
    }

    private void score(List<AnswerLines.Answer> all, AnswerScorer scorer, OutFile file, Map<String, Integer> outcomes) {
        ProgressLine progress = ProgressLine.of(output);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<AnswerLines.Answer> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            List<Mark> marks = batch.parallelStream()
                    .map(answer -> scorer.score(answer.deviationId(), answer.column(), answer.text()))
                    .toList();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < marks.size(); i++) {
                text.append(json(batch.get(i).id(), marks.get(i))).append('\n');
                outcomes.merge(outcome(marks.get(i)), 1, Integer::sum);
            }
            file.append(text.toString().getBytes(StandardCharsets.UTF_8));
            if (ProgressLine.isTerminal() && all.size() > BATCH) {
                progress.at(from + batch.size(), all.size());
            }
        }
        if (all.size() > BATCH) {
            progress.end();
        }
    }

    private static String outcome(Mark mark) {
        return mark.outcome().name().toLowerCase(Locale.ROOT);
    }

    private void told(List<BadLine> repeated) {
        repeated.stream().limit(MOST_REPEATED).forEach(mistake -> mistake.print(answers, output.err()));
        int more = repeated.size() - MOST_REPEATED;
        if (more > 0) {
            output.err().println("另有 " + more + " 行编号重复 / " + more + " more lines with an id used before");
        }
        output.err().flush();
    }

    private static ObjectNode json(String id, Mark score) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", id);
        node.put("outcome", outcome(score));
        if (score.score().isPresent()) {
            node.put("score", score.score().getAsDouble());
        } else {
            node.putNull("score");
        }
        ArrayNode keys = node.putArray("matched_key_ids");
        score.matchedKeyIds().forEach(keys::add);
        node.putObject("reason")
                .put("code", score.reason().code().name().toLowerCase(Locale.ROOT))
                .put("zh", score.reason().text().zh())
                .put("en", score.reason().text().en());
        node.put("repaired_text", score.repairedText());
        node.put("confidence", score.confidence());
        return node;
    }

    private void summary(AnswerLines lines, Map<String, Integer> outcomes, double seconds) {
        int scored = lines.answers().size();
        ObjectNode summary = JSON.createObjectNode();
        summary.put("scored", scored)
                .put(
                        "badLines",
                        lines.bad().stream().mapToInt(BadLine::line).distinct().count())
                .put("repeatedIds", lines.repeated().size());
        ObjectNode counts = summary.putObject("outcomes");
        outcomes.forEach(counts::put);
        summary.put("seconds", seconds).put("answersPerSecond", scored / Math.max(1e-9, seconds));
        if (output.wanted()) {
            ArrayNode mistakes = summary.putArray("mistakes");
            lines.bad().forEach(mistake -> mistakes.add(mistake.json()));
            ArrayNode repeated = summary.putArray("repeated");
            lines.repeated().forEach(mistake -> repeated.add(mistake.json()));
        }
        output.print(summary);
    }
}
