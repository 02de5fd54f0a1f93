package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.CommandLineRun;

/** {@code openots hazop}. */
class HazopCommandTest {
    @TempDir
    private Path folder;

    /** The example of the page about the format. */
    private static String example() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "data-formats", "hazop-study.md"));
        int start = page.indexOf("```json\n") + "```json\n".length();
        return page.substring(start, page.indexOf("```", start));
    }

    @Test
    void theStudiesOfTheSuiteAreSound() {
        CommandLineRun run = CommandLineRun.of("hazop", "check");
        assertThat(run.out()).contains("没有错误 / no mistakes");
        assertThat(run.code()).isZero();
    }

    @Test
    void mistakesOfAFolderAreExitCodeTwoInBothLanguages() throws IOException {
        Files.writeString(folder.resolve("good.json"), example());
        Files.writeString(
                folder.resolve("wrong.json"),
                example()
                        .replace("\"fault\": \"FEED_PUMP_P101A_TRIP\"", "\"fault\": \"FEED_PUMP_P101_TRIP\"")
                        .replace("\"guideWord\": \"NO\"", "\"guideWord\": \"MORE\", \"surplus\": 1"));
        CommandLineRun run = CommandLineRun.of("hazop", "check", folder.toString(), "--json");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEmpty();
        JsonNode findings = new ObjectMapper().readTree(run.out()).path("findings");
        assertThat(findings.findValuesAsText("file")).containsOnly("wrong.json");
        assertThat(findings.findValuesAsText("pointer")).containsExactly("/deviations/0");
        Files.writeString(
                folder.resolve("wrong.json"),
                example().replaceFirst("\"fault\": \"FEED_PUMP_P101A_TRIP\"", "\"fault\": \"FEED_PUMP_P101_TRIP\""));
        CommandLineRun text = CommandLineRun.of("hazop", "check", folder.toString());
        assertThat(text.code()).isEqualTo(2);
        assertThat(text.out())
                .contains(
                        "wrong.json#/deviations/0/causes/0/simulation/orders/0/fault",
                        "FEED_PUMP_P101A_TRIP",
                        "该装置的故障",
                        "fault of this plant",
                        "1 处错误 / 1 mistakes");
    }

    @Test
    void aFileInAnotherEncodingDoesNotKeepTheOthersFromBeingChecked() throws IOException {
        Files.writeString(
                folder.resolve("a.json"), example().replace("\"guideWord\": \"NO\"", "\"guideWord\": \"NEVER\""));
        Files.write(folder.resolve("b.json"), example().getBytes(Charset.forName("GBK")));
        Files.writeString(folder.resolve("c.json"), "\uFEFF" + example());
        CommandLineRun run = CommandLineRun.of("hazop", "check", folder.toString(), "--json");
        assertThat(run.code()).isEqualTo(2);
        JsonNode findings = new ObjectMapper().readTree(run.out()).path("findings");
        assertThat(findings.findValuesAsText("file")).containsExactly("a.json", "b.json");
        assertThat(findings.findValuesAsText("code")).containsExactly("OTS-JSON-013", "OTS-JSON-024");
        assertThat(run.out()).contains("另存为 UTF-8", "Save it as UTF-8");
    }

    /** A study that is short to play, and one of its claims turned round. */
    @Test
    void verifyCountsAndTellsWhatIsRefuted() throws IOException {
        Path right = Files.writeString(folder.resolve("right.json"), example());
        CommandLineRun run = CommandLineRun.of(
                "hazop",
                "verify",
                "--study",
                right.toString(),
                "--json",
                "--out",
                folder.resolve("out").toString());
        assertThat(run.code()).isZero();
        JsonNode answer = new ObjectMapper().readTree(run.out());
        assertThat(answer.at("/counts/causes/verified").asInt()).isEqualTo(3);
        assertThat(answer.at("/counts/causes/not-modelled").asInt()).isEqualTo(1);
        assertThat(answer.at("/counts/safeguards/verified").asInt()).isEqualTo(1);
        assertThat(answer.path("refuted")).isEmpty();
        JsonNode written = new ObjectMapper()
                .readTree(Files.readString(folder.resolve("out").resolve("feed-of-the-column-verification.json")));
        assertThat(written.path("items")).hasSize(9);
        assertThat(written.at("/items/0/evidence/0/effects/0/signal").asText()).isEqualTo("FIC101");

        Path wrong = Files.writeString(
                folder.resolve("wrong.json"),
                example().replaceFirst("\"FIC101\", \"effect\": \"down\"", "\"FIC101\", \"effect\": \"up\""));
        CommandLineRun refuted = CommandLineRun.of("hazop", "verify", "--study", wrong.toString(), "--threads", "1");
        assertThat(refuted.code()).isEqualTo(1);
        assertThat(refuted.out()).contains("D01-C1", "被否定 / refuted 1", "未见 FIC101 升高", "FIC101 up not seen");
    }

    @Test
    void verifyRefusesWhatItCannotPlay() throws IOException {
        Path file = Files.writeString(
                folder.resolve("none.json"), example().replace("\"effect\": \"stop\"", "\"effect\": \"trip\""));
        CommandLineRun threads = CommandLineRun.of("hazop", "verify", "--study", file.toString(), "--threads", "3");
        assertThat(threads.code()).isEqualTo(2);
        assertThat(threads.err()).contains("--threads");
        Path broken = Files.writeString(
                folder.resolve("broken.json"), example().replace("\"from\": \"normal\"", "\"from\": \"hot\""));
        CommandLineRun run = CommandLineRun.of("hazop", "verify", "--study", broken.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("broken.json#/deviations/0/causes/0/simulation/from");
    }

    @Test
    void whatIsNoStudyIsRefused() {
        CommandLineRun run =
                CommandLineRun.of("hazop", "check", folder.resolve("none.json").toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("OTS-HAZ-006", "既不是文件", "neither a file");
        assertThat(CommandLineRun.of("hazop", "check", folder.toString()).err()).contains("OTS-HAZ-007");
    }
}
