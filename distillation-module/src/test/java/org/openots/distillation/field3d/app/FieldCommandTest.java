package org.openots.distillation.field3d.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.distillation.field3d.gl.Picture;
import picocli.CommandLine;

/** The command line of the field station. */
class FieldCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine command =
                FieldStation.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(args);
    }

    @Test
    void theViewsOfAPlantAreListed() {
        assertThat(run("--views")).isZero();
        assertThat(out.toString()).contains("gate", "overview");
        out.getBuffer().setLength(0);
        assertThat(run("--views", "--plant", "debutanizer", "--english")).isZero();
        assertThat(out.toString()).contains("gate").doesNotContainPattern("[\\u4e00-\\u9fff]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--size 12| OTS-FIELD-203",
                "--size 9000x10| OTS-FIELD-203",
                "--fx fire| OTS-FIELD-205",
                "--fx L=lava:3| OTS-FIELD-205",
                "--fx CP-07=rust| OTS-FIELD-205",
                "--screenshot x.png --fx CP-77=oil| OTS-FIELD-205",
                "--host localhost:1| OTS-FIELD-204",
                "--ticket 12345678| OTS-FIELD-204",
                "--screenshot x.png --view nowhere| OTS-FIELD-202",
                "--host ftp://x --ticket 1| OTS-FIELD-101",
                "--host localhost:1 --ticket 12345678| OTS-FIELD-102",
                "--plant no-such-plant| OTS-PLANT",
            })
    void mistakesAreNamedInBothLanguages(String line, String code) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(code);
        assertThat(err.toString().lines()).as("Chinese, then English").hasSize(2);
        assertThat(err.toString()).containsPattern("[\\u4e00-\\u9fff]");
    }

    @Test
    void aPictureIsDrawnWithoutAScreen(@TempDir Path folder) {
        Path file = folder.resolve("f.png");
        assertThat(run("--screenshot", file.toString(), "--size", "160x90", "--preset", "low", "--view", "feed"))
                .isZero();
        assertThat(Files.exists(file)).isTrue();
        Picture picture = Picture.read(file);
        assertThat(picture.width()).isEqualTo(160);
        assertThat(out.toString()).contains("draws");
        Path wrong = folder.resolve("w.png");
        assertThat(run(
                        "--screenshot",
                        wrong.toString(),
                        "--size",
                        "160x90",
                        "--preset",
                        "low",
                        "--view",
                        "feed",
                        "--fx",
                        "CP-07=guard,CP-07=oil"))
                .isZero();
        assertThat(run("--screenshot", file.toString(), "--size", "160x90", "--preset", "low", "--view", "feed"))
                .isZero();
        assertThat(Picture.read(wrong).pixels())
                .as("a missing guard")
                .isNotEqualTo(Picture.read(file).pixels());
    }

    /** What is written of it in docs/benchmarks.md: counts within the bars of lwjgl-3d.md 2.4, times that add up. */
    @Test
    void aBenchmarkTellsWhatPicturesCost() throws IOException {
        String[] line = {"--benchmark", "--frames", "24", "--size", "32x18", "--preset", "low"};
        assertThat(run(Stream.concat(Stream.of(line), Stream.of("--json")).toArray(String[]::new)))
                .isZero();
        JsonNode told = new ObjectMapper().readTree(out.toString());
        assertThat(told.path("plant").asText()).isEqualTo("ethanol-water-rig");
        assertThat(told.path("renderer").asText()).isNotBlank();
        assertThat(told.path("frames").asInt()).isEqualTo(24);
        assertThat(told.path("draws").asInt()).isBetween(10, 100);
        assertThat(told.path("triangles").asLong()).isBetween(100_000L, 1_000_000L);
        for (String time : List.of("wallMs", "drawnMs", "submitMedianMs", "triangleMs", "layoutMs", "paintMs")) {
            assertThat(told.path(time).asDouble()).as(time).isPositive();
        }
        assertThat(told.path("submitP99Ms").asDouble())
                .isGreaterThanOrEqualTo(told.path("submitMedianMs").asDouble());
        double step = told.path("stepMs").asDouble();
        double submit = told.path("submitMedianMs").asDouble();
        double layout = told.path("layoutMs").asDouble();
        assertThat(told.path("frameMs").asDouble()).isCloseTo(step + layout / 4 + submit, within(0.003));
        double full = told.path("fullFrameMs").asDouble();
        assertThat(full).isCloseTo(step + layout + submit, within(0.003));
        assertThat(told.path("ratio").asDouble() * told.path("triangleMs").asDouble())
                .isCloseTo(full, withinPercentage(5));
        assertThat(told.path("objectsAfter").asInt())
                .as("nothing grows on the card")
                .isEqualTo(told.path("objectsBefore").asInt())
                .isPositive();
        assertThat(told.path("heapMB").asDouble()).isBetween(1.0, 400.0);
        assertThat(told.path("loadMs").asDouble())
                .isGreaterThanOrEqualTo(told.path("sceneMs").asDouble());
        out.getBuffer().setLength(0);
        assertThat(run(line)).isZero();
        assertThat(out.toString())
                .startsWith("ethanol-water-rig, ")
                .contains("24 frames", told.path("draws").asInt() + " draws, " + told.path("triangles") + " triangles");
        assertThat(out.toString().lines()).hasSize(1);
    }
}
