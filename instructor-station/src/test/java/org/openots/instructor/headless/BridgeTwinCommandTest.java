package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.CommandLineRun;

/** {@code openots bridge twin-study} and {@code twin-signatures}, with the shortest times they take. */
class BridgeTwinCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private static CommandLineRun bridge(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "bridge";
        System.arraycopy(words, 0, all, 1, words.length);
        return CommandLineRun.of(all);
    }

    @Test
    void aStudyTellsWhatCameOut() throws IOException {
        CommandLineRun run = bridge(
                "twin-study",
                "--plant",
                "ethanol-water-rig",
                "--mismatch",
                "0",
                "--settle",
                "10s",
                "--calibrate",
                "10min",
                "--watch",
                "3min",
                "--unseen",
                "5min",
                "--track",
                "20s",
                "--json");
        assertThat(run.code()).isZero();
        JsonNode rig = MAPPER.readTree(run.out()).path("rigs").path(0);
        assertThat(rig.path("parameters")).hasSize(4);
        JsonNode efficiency = rig.path("parameters").path(0);
        // the mean of equal efficiencies, weighted: rounding only
        assertThat(efficiency.path("truth").asDouble()).isCloseTo(0.6, within(1e-12));
        assertThat(efficiency.path("value").asDouble()).isBetween(0.57, 0.63);
        assertThat(rig.path("withoutFaults").path("seconds").asDouble()).isEqualTo(180);
        assertThat(rig.path("unseenInputs").path("blockMeans").asInt()).isPositive();
        assertThat(rig.path("wrongReadings").path("tried").asInt()).isGreaterThan(40);
        assertThat(rig.path("tracking").path("stepMilliseconds").asDouble()).isPositive();
    }

    @Test
    void aTableOfSignaturesIsWritten() throws IOException {
        Path out = folder.resolve("signatures.json");
        CommandLineRun run = bridge(
                "twin-signatures",
                "--plant",
                "ethanol-water-rig",
                "--fault",
                "A-F07",
                "--calibrate",
                "10min",
                "--patience",
                "2min",
                "--out",
                out.toString(),
                "--json");
        assertThat(run.code()).isZero();
        assertThat(MAPPER.readTree(run.out()).path("faults").asInt()).isEqualTo(1);
        JsonNode table = MAPPER.readTree(Files.readAllBytes(out));
        assertThat(table.path("format").asText()).isEqualTo("openots-twin-signatures");
        assertThat(table.path("faults").path(0).path("grades")).hasSize(3);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThat(bridge("twin-study", "--plant", "debutanizer").code()).isEqualTo(2);
        assertThat(bridge("twin-study", "--plant", "ethanol-water-rig", "--mismatch", "-1")
                        .code())
                .isEqualTo(2);
        assertThat(bridge("twin-study", "--plant", "ethanol-water-rig", "--calibrate", "1min")
                        .err())
                .contains("--calibrate");
        CommandLineRun fault =
                bridge("twin-signatures", "--plant", "ethanol-water-rig", "--fault", "A-F99", "--out", "unused.json");
        assertThat(fault.code()).isEqualTo(2);
        assertThat(fault.err()).contains("A-F99", "A-F01");
    }
}
