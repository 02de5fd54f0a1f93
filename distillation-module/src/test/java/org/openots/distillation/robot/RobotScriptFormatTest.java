package org.openots.distillation.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.distillation.PlantSignals;

/** The page about the format and files of earlier versions stay readable. */
class RobotScriptFormatTest {
    @Test
    void theExampleOfThePageIsCorrect() throws IOException {
        String page =
                Files.readString(Path.of("..", "docs", "data-formats", "robot-script.md"), StandardCharsets.UTF_8);
        int start = page.indexOf("```json\n") + "```json\n".length();
        read(page.substring(start, page.indexOf("```", start)).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void versionOneIsRead() {
        RobotScript script = read(StrictJson.bytes(RobotScriptFormatTest.class, "robot-script-version-1.0.json"));
        assertThat(script.steps()).extracting(RobotScript.Step::id).containsExactly("heat", "sample", "record");
        assertThat(script.steps().get(1).onTimeout()).isEqualTo(RobotScript.OnTimeout.GO_ON);
        assertThat(script.watchers()).hasSize(1);
    }

    private static RobotScript read(byte[] json) {
        return RobotScriptReader.read("page", json, new PlantSignals().table(), Map.of(), Findings.throwing());
    }
}
