package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.CommandLineRun;
import org.openots.instructor.strategy.StrategyFiles;

/** {@code openots strategy}. */
class StrategyCommandTest {
    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("mine.json"), text).toString();
    }

    private static String training() {
        return new String(StrategyFiles.bytes("training"), StandardCharsets.UTF_8);
    }

    /** Training of the tasks named, so short that tests can play it. */
    private static String only(String tasks, String rubrics, int seconds) {
        return training()
                .replace("[\"A-1\", \"A-2\"]", tasks)
                .replace("[\"A-1@2\", \"A-2@2\"]", rubrics)
                .replace("\"totalSec\": 7200", "\"totalSec\": " + seconds);
    }

    @Test
    void aSoundOneIsExitCodeZeroAndAWrongOneTwoInBothLanguages() throws IOException {
        assertThat(CommandLineRun.of("strategy", "check", file(training())).code())
                .isZero();
        String wrong = file(training().replace("\"maxConcurrent\": 2", "\"maxConcurrent\": 99"));
        CommandLineRun text = CommandLineRun.of("strategy", "check", wrong);
        assertThat(text.code()).isEqualTo(2);
        assertThat(text.out())
                .contains("OTS-STRATEGY-011", "mine.json#/faults/maxConcurrent", "同时最多 99 个故障", "99 faults at a time");
        CommandLineRun json = CommandLineRun.of("strategy", "check", wrong, "--json");
        JsonNode finding =
                new ObjectMapper().readTree(json.out()).path("findings").path(0);
        assertThat(finding.path("pointer").asText()).isEqualTo("/faults/maxConcurrent");
        assertThat(finding.path("value").asText()).isEqualTo("99");
        assertThat(finding.path("hint").path("zh").asText()).contains("请改为");
        assertThat(CommandLineRun.of("strategy", "dry-run", wrong).code()).isEqualTo(2);
        assertThat(CommandLineRun.of("strategy", "check", folder.resolve("none").toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void robotsSolveWhatCanBeSolvedInTheTime() throws IOException {
        CommandLineRun run =
                CommandLineRun.of("strategy", "dry-run", file(only("[\"A-3\"]", "[\"A-3@1\"]", 600)), "--json");
        JsonNode answer = new ObjectMapper().readTree(run.out());
        JsonNode part = answer.path("parts").path(0);
        assertThat(part.path("expert").asDouble()).as(run.out()).isGreaterThanOrEqualTo(99);
        assertThat(part.path("idle").asDouble()).as(run.out()).isLessThanOrEqualTo(5);
        assertThat(part.path("verdict").asText()).isEqualTo("passed");
        assertThat(run.code()).isZero();
        assertThat(answer.path("hash").asText()).matches("[0-9a-f]{64}");
        assertThat(part.path("unearned")).isEmpty();
        assertThat(part.path("silent")).isNotEmpty();
    }

    @Test
    void whatNoRobotCanDoOrNotInTheTimeDoesNotPass() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "strategy", "dry-run", file(only("[\"A-3\", \"A-4\"]", "[\"A-3@1\", \"A-4@1\"]", 30)), "--json");
        assertThat(run.code()).isEqualTo(1);
        JsonNode parts = new ObjectMapper().readTree(run.out()).path("parts");
        assertThat(parts.findValuesAsText("verdict")).containsExactly("expert-low", "no-expert");
        assertThat(parts.path(1).has("expert")).isFalse();
    }

    @Test
    void robotsDoTheTasksOfAHazopExam() throws IOException {
        String exam = new String(StrategyFiles.bytes("exam-hazop"), StandardCharsets.UTF_8);
        CommandLineRun run = CommandLineRun.of("strategy", "dry-run", file(exam), "--json");
        JsonNode parts = new ObjectMapper().readTree(run.out()).path("parts");
        assertThat(parts.findValuesAsText("task")).containsExactly("prep-rig-2", "case-rig-2", "tool-rig-2");
        assertThat(parts.findValuesAsText("verdict")).as(run.out()).containsOnly("passed");
        assertThat(parts.findValues("expert"))
                .allSatisfy(points -> assertThat(points.asDouble()).isEqualTo(100));
        assertThat(parts.findValues("idle"))
                .allSatisfy(points -> assertThat(points.asDouble()).isZero());
        assertThat(run.code()).isZero();
    }
}
