package org.openots.dcs.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;

/** Files of defects: the example of the page, and mistakes with their places. */
class RigDefectsReaderTest {
    private static final List<String> ANALOGUE =
            List.of("TI-703", "TI-704", "TI-708", "PI-701", "LIC-702", "FI-704", "AI-701");

    @Test
    void mistakesInAFileAreNamedWithTheirPlace() {
        String file = """
                {"format": "openots-rig-defects", "formatVersion": "1.0",
                 "instruments": [{"kind": "drift", "tags": ["HV-701"], "perHour": "2 kg"},
                                 {"kind": "spike", "every": "0 s", "size": "20 %"},
                                 {"kind": "wobble"}, {"kind": "stuck", "from": "9 s", "until": "9 s"}],
                 "network": [{"kind": "duplicate", "share": "120 %", "shore": 1}]}
                """;
        Findings findings = Findings.collecting();
        RigDefectsReader.read(
                StrictJson.parse("d.json", file.getBytes(StandardCharsets.UTF_8), findings), ANALOGUE, findings);
        assertThat(findings.all())
                .extracting(Finding::pointer)
                .contains(
                        "/instruments/0/tags/0",
                        "/instruments/0/perHour",
                        "/instruments/1/every",
                        "/instruments/2/kind",
                        "/instruments/3/until",
                        "/network/0/share");
        assertThat(findings.all()).anyMatch(f -> f.messageIn(Locale.ENGLISH).contains("shore"));
        assertThat(findings.all())
                .allSatisfy(f -> assertThat(f.hintIn(Locale.SIMPLIFIED_CHINESE)).isNotEmpty());
    }

    @Test
    void theExampleOfThePageIsRead() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "data-formats", "rig-defects.md"));
        String example = page.substring(page.indexOf("```json\n") + 8, page.lastIndexOf("```"));
        Findings findings = Findings.throwing();
        RigDefects read = RigDefectsReader.read(
                StrictJson.parse("page", example.getBytes(StandardCharsets.UTF_8), findings), ANALOGUE, findings);
        assertThat(read.instruments()).hasSize(9);
        assertThat(read.network()).hasSize(9);
    }
}
