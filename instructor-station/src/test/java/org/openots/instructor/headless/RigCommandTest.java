package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.instructor.app.CommandLineRun;

/** {@code openots rig} and {@code openots replay}: lines of messages, the same for the same seed. */
class RigCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String START = "2026-03-02T08:00:00+08:00";

    @TempDir
    private Path folder;

    private CommandLineRun rig(String more, Path out) {
        List<String> words = new ArrayList<>(List.of("rig", "--plant", "ethanol-water-rig", "--start", START));
        words.addAll(List.of(more.split(" ")));
        words.addAll(List.of("--out", out.toString(), "--json"));
        return CommandLineRun.of(words.toArray(new String[0]));
    }

    @Test
    void aRunIsAFileOfMessages() throws IOException {
        Path first = folder.resolve("a.jsonl");
        String options = "--dialect native --mismatch 3 --until 5s --seed 9 --fault A-F01@2s --truth --script idle";
        CommandLineRun run = rig(options, first);
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode result = JSON.readTree(run.out());
        assertThat(result.path("messages").path("openots/v1/school/rig-1/data").asInt())
                .isEqualTo(5);
        assertThat(result.path("truth").path("efficiencies").path("tray")).hasSize(14);
        assertThat(result.path("refused")).isEmpty();
        List<String> lines = Files.readAllLines(first);
        assertThat(lines).hasSize(8); // table, state, five frames, state
        JsonNode frame = JSON.readTree(lines.get(2));
        assertThat(frame.path("t").asLong()).isEqualTo(1_772_409_601_000L);
        assertThat(JSON.readTree(frame.path("payload").asText()).path("seq").asInt())
                .isZero();
        Path second = folder.resolve("b.jsonl");
        assertThat(rig(options, second).code()).isZero();
        assertThat(second).hasSameBinaryContentAs(first);
        Path binary = folder.resolve("c.jsonl");
        assertThat(rig("--dialect sparkplug --until 1s", binary).code()).isZero();
        assertThat(JSON.readTree(Files.readAllLines(binary).get(0))
                        .path("base64")
                        .asText())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--dialect opc,OTS-DCS-602,neuron-values",
        "--dialect native --mismatch=-1,OTS-DCS-507,-1",
        "--dialect native --scan 10ms,OTS-CLI-001,10ms",
        "--dialect native --scan 0.01s,OTS-CLI-002,--scan",
        "--dialect native --speed 5000,OTS-CLI-007,--speed",
        "--dialect native --site a/b,OTS-DCS-601,a/b",
        "--dialect native --zone Mars,OTS-CLI-023,Mars",
        "--dialect native --start today,OTS-CLI-024,today",
        "--dialect native --fault A-F99 --until 1s,OTS-DCS-504,A-F99",
        "--dialect native --from nowhere,OTS-PLANT,nowhere",
        "--dialect native --script expert-Z-9,OTS-ROBOT-001,expert-Z-9",
    })
    void whatIsRefusedLeavesAnEarlierFileAsItIs(String options, String code, String other) throws IOException {
        Path out = Files.writeString(folder.resolve("old.jsonl"), "precious");
        String[] words = ("rig --plant ethanol-water-rig --out " + out + " " + options).split(" ");
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(code, other);
        assertThat(out).hasContent("precious");
    }

    @Test
    void theExampleIsReplayedInTheDialectOfAGateway() throws IOException {
        Path examples = Path.of("..", "docs", "examples");
        Path out = folder.resolve("r.jsonl");
        CommandLineRun run = CommandLineRun.of(
                "replay",
                examples.resolve("rig-recording.csv").toString(),
                "--mapping",
                examples.resolve("rig-recording.mapping.json").toString(),
                "--dialect",
                "neuron-values",
                "--speed",
                "100",
                "--shifted",
                "--start",
                START,
                "--out",
                out.toString(),
                "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(JSON.readTree(run.out()).path("messages").asInt()).isEqualTo(120);
        List<String> lines = Files.readAllLines(out);
        JsonNode last = JSON.readTree(lines.get(119));
        assertThat(last.path("t").asLong()).isEqualTo(1_772_409_600_000L + 5950);
        JsonNode payload = JSON.readTree(last.path("payload").asText());
        assertThat(payload.path("timestamp").asLong()).isEqualTo(last.path("t").asLong());
        assertThat(payload.path("values").path("P-702A").asInt(-1)).isZero();
    }
}
