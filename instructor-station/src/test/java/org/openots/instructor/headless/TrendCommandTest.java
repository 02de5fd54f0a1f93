package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.instructor.app.CommandLineRun;
import org.openots.instructor.headless.trend.SvgText;
import org.w3c.dom.Document;

/** {@code openots sim trend}: the picture of a short story, the same every time, and refusals in both languages. */
class TrendCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private JsonNode draw(String words, Path file) throws IOException {
        CommandLineRun run = CommandLineRun.of(("sim trend " + words + " --json --out " + file).split(" ", -1));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void aFaultOfTheRigIsDrawnTheSameTwice() throws IOException {
        String words =
                "--plant ethanol-water-rig --story fault:A-F01 --minutes 4 --tags FI-705,PI-702,JI-701,TIC-705.OP";
        Path first = folder.resolve("a").resolve("first.svg");
        JsonNode result = draw(words, first);
        assertThat(result.get("simulatedSeconds").doubleValue()).isEqualTo(240);
        assertThat(result.get("trips").intValue()).isPositive();
        Document picture = SvgText.parse(Files.readString(first));
        assertThat(SvgText.lines(picture)).containsExactly("PI-702", "JI-701", "FI-705", "TIC-705.OP");
        assertThat(Files.readString(first))
                .contains("A-F01", "I-03 (", "故障开始 fault begins", "时间 time, min")
                .contains("--minutes 4 --tags FI-705,PI-702,JI-701,TIC-705.OP --tick 0.5");
        assertThat(Files.size(first)).isEqualTo(result.get("bytes").longValue()).isLessThan(60_000);
        Path second = folder.resolve("second.svg");
        draw(words, second);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void aColdStartMayBeBrokenOffAndNamesItsSteps() throws IOException {
        Path file = folder.resolve("cold.svg");
        JsonNode result = draw("--plant ethanol-water-rig --story cold-start --minutes 3", file);
        assertThat(result.get("simulatedSeconds").doubleValue()).isEqualTo(180);
        assertThat(Files.readString(file)).contains("冷态开车", "0:00:00  穿戴防护用品，测试报警器");
        assertThat(SvgText.lines(SvgText.parse(Files.readString(file)))).contains("LIC-702", "TI-708", "AI-701");
    }

    @Test
    void undisturbedRunningIsDrawnToo() throws IOException {
        Path file = folder.resolve("hold.svg");
        assertThat(draw("--plant ethanol-water-rig --story hold --minutes 2", file)
                        .get("alarms")
                        .intValue())
                .isZero();
        assertThat(Files.readString(file)).contains("正常运行", "无 none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--plant ethanol-water-rig --story storm;OTS-CLI-010",
                "--plant ethanol-water-rig --story fault:B-F01;OTS-CLI-010",
                "--plant ethanol-water-rig --story A-F01;OTS-CLI-010",
                "--plant ethanol-water-rig --story hold --tags TC999;OTS-CLI-011",
                "--plant ethanol-water-rig --story hold --minutes 0;OTS-CLI-007",
                "--plant ethanol-water-rig --story hold --tick 9;OTS-CLI-007",
                "--plant nosuch --story hold;OTS-"
            })
    void mistakesAreNamedInBothLanguages(String given) {
        String[] parts = given.split(";", -1);
        Path file = folder.resolve("none.svg");
        CommandLineRun run = CommandLineRun.of(("sim trend " + parts[0] + " --out " + file).split(" ", -1));
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().filter(line -> line.startsWith(parts[1]))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(file).doesNotExist();
    }
}
