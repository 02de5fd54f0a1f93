package org.openots.instructor.headless;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.hazop.scoring.AnswerScorer;
import org.openots.hazop.scoring.AnswerSet;
import org.openots.hazop.scoring.Mark;
import org.openots.hazop.scoring.ScoringError;
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
            "每行一个 JSON：id、deviation_id、column、text；结果同序。有错的行按行号列出，其余照常评分，退出码为 2。",
            "One JSON object a line: id, deviation_id, column, text; results in the same order. Bad lines are named by"
                    + " number, the rest is scored all the same, and the exit code is 2."
        })
final class HazopScoreCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BAD_INPUT = 2;

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

    /** A line of the input: an answer, or the reason why it is none. */
    private record Line(int number, JsonNode node, String mistake) {}

    @Override
    public Integer call() {
        AnswerScorer scorer =
                embedding.load(output).scorer(StudyFile.named(study.name()).study());
        List<Line> lines = lines();
        MonotonicClock clock = MonotonicClock.system();
        long start = clock.nanos();
        List<String> results = IntStream.range(0, lines.size())
                .parallel()
                .mapToObj(i -> result(lines.get(i), scorer))
                .toList();
        double seconds = (clock.nanos() - start) / 1e9;
        List<String> bad = new ArrayList<>();
        Map<String, Integer> outcomes = new TreeMap<>();
        for (String result : results) {
            if (result.startsWith("!")) {
                bad.add(result.substring(1));
            } else {
                String outcome = read(result).path("outcome").asText();
                outcomes.merge(outcome, 1, Integer::sum);
            }
        }
        write(results.stream().filter(line -> !line.startsWith("!")).toList());
        bad.forEach(output.err()::println);
        output.err().flush();
        summary(results.size() - bad.size(), bad.size(), outcomes, seconds);
        return bad.isEmpty() ? 0 : BAD_INPUT;
    }

    private List<Line> lines() {
        List<String> raw;
        try {
            raw = Files.readAllLines(answers);
        } catch (IOException e) {
            throw FileErrors.unreadable(answers.toString(), e);
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            if (!raw.get(i).isBlank()) {
                lines.add(line(i + 1, raw.get(i)));
            }
        }
        return lines;
    }

    private static Line line(int number, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            for (String field : List.of("id", "deviation_id", "column", "text")) {
                if (!node.path(field).isTextual()) {
                    return new Line(number, node, "缺少文字字段 / no text field \"" + field + "\"");
                }
            }
            return new Line(number, node, "");
        } catch (JsonProcessingException e) {
            return new Line(number, JSON.createObjectNode(), e.getOriginalMessage());
        }
    }

    private String result(Line line, AnswerScorer scorer) {
        try {
            if (!line.mistake().isEmpty()) {
                throw new OtsException(ScoringError.BAD_LINE, answers.toString(), line.number(), line.mistake());
            }
            JsonNode node = line.node();
            String place = answers + ":" + line.number();
            Mark score = scorer.score(
                    node.path("deviation_id").asText(),
                    AnswerSet.column(place, node.path("column").asText()),
                    node.path("text").asText());
            return json(node.path("id").asText(), score).toString();
        } catch (OtsException e) {
            String told =
                    e.errorCode().code() + " " + e.messageIn(Locale.CHINESE) + " / " + e.messageIn(Locale.ENGLISH);
            String place = line.mistake().isEmpty() ? answers + ":" + line.number() + " " : "";
            return "!" + place + told;
        }
    }

    private static ObjectNode json(String id, Mark score) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", id);
        node.put("outcome", score.outcome().name().toLowerCase(Locale.ROOT));
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

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result is always JSON", e);
        }
    }

    private void write(List<String> results) {
        try {
            Files.write(out, results);
        } catch (IOException e) {
            throw FileErrors.unwritable(out.toString(), e);
        }
    }

    private void summary(int scored, int bad, Map<String, Integer> outcomes, double seconds) {
        ObjectNode summary = JSON.createObjectNode();
        summary.put("scored", scored).put("badLines", bad);
        ObjectNode counts = summary.putObject("outcomes");
        outcomes.forEach(counts::put);
        summary.put("seconds", seconds).put("answersPerSecond", scored / Math.max(1e-9, seconds));
        output.print(summary);
    }
}
