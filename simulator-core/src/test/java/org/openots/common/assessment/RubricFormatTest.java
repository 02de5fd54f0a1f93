package org.openots.common.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.SyntheticSignals;

/** The page about the format and files of earlier versions stay readable. */
class RubricFormatTest {
    private final SyntheticSignals plant = new SyntheticSignals("SW-701", "HV-714", "FI-705", "E-703");

    @Test
    void theExampleOfThePageIsCorrect() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "data-formats", "rubric.md"), StandardCharsets.UTF_8);
        int start = page.indexOf("```json\n") + "```json\n".length();
        byte[] example = page.substring(start, page.indexOf("```", start)).getBytes(StandardCharsets.UTF_8);
        assertThat(RubricLint.check("rubric.md", example, plant.table())).isEmpty();
        assertThat(Files.exists(Path.of("..", "docs", "data-formats", "expression.md")))
                .isTrue();
    }

    @Test
    void versionOneIsReadWithTheSameHash() {
        byte[] json = StrictJson.bytes(RubricFormatTest.class, "rubric-version-1.0.json");
        Rubric rubric = RubricReader.read("old.json", json, Findings.throwing());
        assertThat(rubric.steps().get(1).timing().factor(300)).isEqualTo(0.5);
        assertThat(rubric.quality().get(0).band().outerHigh()).isEqualTo(1.2);
        assertThat(rubric.penalties().get(0).max()).isEqualTo(16);
        // Computed by a separate program from the rules of the page.
        assertThat(rubric.head().ref().sha256())
                .isEqualTo("22786fbeab153d00b99dfe9cf265ece5159aae5b7193c85e84bb29e70a046da1");
    }
}
