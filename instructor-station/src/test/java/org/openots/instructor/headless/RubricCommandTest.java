package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.distillation.rubric.RubricFile;
import org.openots.instructor.app.CommandLineRun;

/** {@code openots rubric check}. */
class RubricCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theRubricsOfTheSuiteAreSound() {
        CommandLineRun run = CommandLineRun.of("rubric", "check");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("A-1.json A-2.json A-3.json A-4.json", "没有错误 / no mistakes");
        assertThat(CommandLineRun.of("rubric", "check", "A-2").code()).isZero();
    }

    @Test
    void mistakesAreExitCodeTwoInBothLanguages() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.json"),
                RubricFile.named("A-1")
                        .text()
                        .replaceFirst("\"initialCondition\": \"cold\"", "\"initialCondition\": \"hot\"")
                        .replaceFirst("\"penaltyCap\": \\d+", "\"penaltyCap\": -1"));
        CommandLineRun run = CommandLineRun.of("rubric", "check", file.toString(), "--json");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEmpty();
        JsonNode findings = new ObjectMapper().readTree(run.out()).path("findings");
        assertThat(findings.findValuesAsText("pointer")).containsExactlyInAnyOrder("/penaltyCap", "/initialCondition");
        CommandLineRun text = CommandLineRun.of("rubric", "check", file.toString());
        assertThat(text.code()).isEqualTo(2);
        assertThat(text.out()).contains("mine.json#/penaltyCap", "初始工况", "initial condition", "2 处错误 / 2 mistakes");
    }

    @Test
    void whatIsNoRubricIsRefused() {
        CommandLineRun run =
                CommandLineRun.of("rubric", "check", folder.resolve("none.json").toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("OTS-RUBRIC-008", "既不是文件", "neither a file");
    }
}
