package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.instructor.app.CommandLineRun;

/** {@code openots sim vle}, {@code columna}, {@code fuzz} and {@code conserve}: one line of JSON, and refusals in both languages. */
class StudyCommandsTest {
    private static JsonNode json(String words) throws JsonProcessingException {
        CommandLineRun run = CommandLineRun.of(words.split(" ", -1));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().strip()).doesNotContain("\n");
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void columnAFollowsTheReference() throws JsonProcessingException {
        JsonNode result = json("sim columna --step reflux=+1% --at 0,10,50,500 --json");
        assertThat(result.get("times")).hasSize(4);
        assertThat(result.get("xB").get(0).doubleValue()).isCloseTo(0.010000040392, within(1e-10));
        // GNU Octave, lsode with rtol 1e-12, printed with eight digits
        assertThat(result.get("xB").get(1).doubleValue()).isCloseTo(0.01140028, within(1e-8));
        assertThat(result.get("yD").get(3).doubleValue()).isCloseTo(0.99582362, within(1e-8));
        assertThat(result.get("MD").get(3).doubleValue()).isCloseTo(0.49729371, within(1e-8));
    }

    @Test
    void everyParameterOfColumnAIsOpen() throws JsonProcessingException {
        JsonNode result =
                json("sim columna --stages 21 --feed-stage 10 --alpha 2 --tau 0.1 --lambda 0.2 --feed 1.1 --zf 0.4"
                        + " --qf 0.8 --reflux 2 --boilup 2.2 --step zf=0.45 --step boilup=-2% --at 0,1000 --json");
        double before = 1.1 * 0.4;
        double after = 1.1 * 0.45;
        assertThat(lightIn(result, 0)).isCloseTo(before, within(1e-9));
        assertThat(lightIn(result, 1)).isCloseTo(after, within(1e-7));
    }

    /** D y + B x with both products under proportional level control, kmol/min. */
    private static double lightIn(JsonNode result, int i) {
        double distillate = 0.5 + 10 * (result.get("MD").get(i).doubleValue() - 0.5);
        double bottoms = 0.5 + 10 * (result.get("MB").get(i).doubleValue() - 0.5);
        return distillate * result.get("yD").get(i).doubleValue()
                + bottoms * result.get("xB").get(i).doubleValue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "columna --zf 1.4;OTS-CLI-007",
                "columna --at 10,5;OTS-CLI-007",
                "columna --at x;OTS-CLI-006",
                "columna --step feed;OTS-CLI-008",
                "columna --step tau=2;OTS-CLI-008",
                "columna --step feed=+a%;OTS-CLI-006",
                "columna --step feed=+1% --step feed=-1%;OTS-CLI-012",
                "columna --tau 1 --reflux 2 --boilup 2.5;OTS-STUDY-003",
                "vle --system ethanol-water --x ,,;OTS-CLI-013",
                "vle --system ethanol-water --pressure 0x1p16;OTS-CLI-006",
                "columna --reflux 9;OTS-STUDY-001",
                "columna --stages 2;OTS-CLI-007",
                "vle --system water-oil;OTS-PROP-016",
                "vle --system ethanol-water --x 1.2;OTS-CLI-007",
                "vle --system ethanol-water --x a;OTS-CLI-006",
                "vle --system ethanol-water --pressure -5;OTS-CLI-007",
                "vle --system ethanol-water --pressure 9e6;OTS-PROP-007",
                "fuzz --plant nosuch;OTS-",
                "fuzz --plant ethanol-water-rig --seeds 0;OTS-CLI-007",
                "conserve --plant ethanol-water-rig --tick 9;OTS-CLI-007"
            })
    void mistakesAreNamedInBothLanguages(String given) {
        String[] parts = given.split(";", -1);
        CommandLineRun run = CommandLineRun.of(("sim " + parts[0]).split(" ", -1));
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().filter(line -> line.startsWith(parts[1]))).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void equilibriaArePrintedForAnyPressureAndOrder() throws JsonProcessingException {
        JsonNode result = json("sim vle --system ethanol-water --pressure 101325 --x 0,0.0966,0.8943,1 --json");
        assertThat(result.get("system").textValue()).isEqualTo("ethanol-water");
        JsonNode point = result.get("points").get(1);
        // Carey and Lewis 1932: y 0.4375 at 86.7 C
        assertThat(point.get("y").doubleValue()).isCloseTo(0.4375, within(0.007));
        assertThat(point.get("T").doubleValue()).isCloseTo(273.15 + 86.7, within(0.25));
        assertThat(result.get("points").get(0).get("y").doubleValue()).isZero();
        assertThat(result.get("points").get(3).get("y").doubleValue()).isEqualTo(1);
        assertThat(result.get("azeotrope").get("T").doubleValue()).isCloseTo(273.15 + 78.15, within(0.03));
        assertThat(result.get("azeotrope").get("x").doubleValue()).isCloseTo(0.8943, within(0.002));
        JsonNode turned = json("sim vle --system water-ethanol --pressure 101325 --x 0.9034 --json");
        assertThat(turned.get("points").get(0).get("T").doubleValue())
                .isCloseTo(point.get("T").doubleValue(), within(1e-6));
        JsonNode ideal = json("sim vle --system benzene-toluene --pressure 200000 --x 0.5 --json");
        assertThat(ideal.get("azeotrope").isNull()).isTrue();
        JsonNode hot = json("sim vle --system benzene-toluene --pressure 900000 --x 0.5 --json");
        assertThat(hot.get("points").get(0).get("extrapolated").booleanValue()).isTrue();
    }

    @Test
    void randomOperatorsAreCounted() throws JsonProcessingException {
        JsonNode result = json("sim fuzz --plant ethanol-water-rig --seeds 2 --first-seed 11 --minutes 20 --json");
        assertThat(result.get("runs").intValue()).isEqualTo(2);
        assertThat(result.get("failures").intValue()).isZero();
        assertThat(result.get("maxClip").intValue()).isZero();
        assertThat(result.get("maxClosure").doubleValue()).isBetween(1e-18, 1e-9);
        assertThat(result.get("worstRealTimeFactor").doubleValue())
                .isPositive()
                .isLessThanOrEqualTo(result.get("medianRealTimeFactor").doubleValue());
        assertThat(result.get("visits").get("air ingress").intValue()).isEqualTo(2);
    }

    /** The rig with the default tick; the larger plants with the longest, which takes half as long. */
    @ParameterizedTest
    @ValueSource(strings = {"ethanol-water-rig", "debutanizer --tick 1", "ethanol-water-column --tick 1"})
    void balancesAreAuditedOverWholeStories(String words) throws IOException {
        JsonNode result = json("sim conserve --plant " + words + " --json");
        assertThat(result.get("maxClosure").doubleValue()).isBetween(1e-18, 1e-9);
        assertThat(result.get("failures").intValue()).isZero();
        List<String> stories = new ArrayList<>();
        for (JsonNode scenario : result.get("scenarios")) {
            assertThat(scenario.get("simulatedSeconds").doubleValue()).isGreaterThan(3600);
            assertThat(scenario.get("components")).hasSizeGreaterThanOrEqualTo(2);
            double worst = Math.max(
                    scenario.get("inert").doubleValue(), scenario.get("energy").doubleValue());
            for (JsonNode component : scenario.get("components")) {
                worst = Math.max(worst, component.doubleValue());
            }
            assertThat(worst).isLessThanOrEqualTo(result.get("maxClosure").doubleValue());
            stories.add(scenario.get("name").textValue());
            new StatedClosure(
                            result.get("plant").textValue(),
                            scenario.get("name").textValue(),
                            worst)
                    .state();
        }
        assertThat(stories).containsExactly("start-up", "upset", "shutdown", "loss-of-utilities");
    }
}
