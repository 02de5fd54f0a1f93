package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.instructor.app.CommandLineRun;

/** {@code openots sim vle}: numbers, pure ends, both orders, marks of extrapolation, refusals in both languages. */
class VleCommandTest {
    private static JsonNode json(String words) throws JsonProcessingException {
        CommandLineRun run = CommandLineRun.of(("sim vle --json " + words).split(" ", -1));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().strip()).doesNotContain("\n");
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void ethanolWaterWithItsAzeotrope() throws JsonProcessingException {
        JsonNode result = json("--system ethanol-water --pressure 101325 --x 0,0.3,1");
        assertThat(result.path("system").asText()).isEqualTo("ethanol-water");
        assertThat(result.path("pressure").asDouble()).isEqualTo(101_325);
        JsonNode points = result.path("points");
        assertThat(points).hasSize(3);
        assertThat(points.get(0).path("y").asDouble()).isZero();
        assertThat(points.get(0).path("T").asDouble()).isCloseTo(373.124, within(0.05));
        assertThat(points.get(1).path("x").asDouble()).isEqualTo(0.3);
        // between the points of Carey and Lewis 1932 at 0.2608 and 0.3273; 0.013 is the model's largest deviation there
        assertThat(points.get(1).path("y").asDouble()).isCloseTo(0.5726, within(0.013));
        assertThat(points.get(2).path("y").asDouble()).isEqualTo(1);
        assertThat(points.get(2).path("T").asDouble()).isCloseTo(351.44, within(0.05));
        assertThat(points.get(1).has("extrapolated")).isFalse();
        assertThat(result.path("azeotrope").path("x").asDouble()).isCloseTo(0.8943, within(0.002));
        assertThat(result.path("azeotrope").path("T").asDouble()).isCloseTo(351.30, within(0.03));
    }

    @Test
    void bothOrdersAreTheSameMixture() throws JsonProcessingException {
        JsonNode straight =
                json("--system ethanol-water --x 0.25").path("points").get(0);
        JsonNode turned = json("--system water-ethanol --x 0.75").path("points").get(0);
        assertThat(turned.path("T").asDouble()).isCloseTo(straight.path("T").asDouble(), within(1e-6));
        assertThat(1 - turned.path("y").asDouble()).isCloseTo(straight.path("y").asDouble(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "methanol-water,101325",
        "benzene-toluene,101325",
        "benzene-toluene,50000",
        "n-butane-n-pentane,500000",
        "isobutane-n-heptane,400000",
    })
    void systemsWithoutAzeotrope(String system, String pressure) throws JsonProcessingException {
        JsonNode result = json("--system " + system + " --pressure " + pressure);
        assertThat(result.path("azeotrope").isNull()).isTrue();
        assertThat(result.path("points")).hasSize(11);
        double before = Double.POSITIVE_INFINITY;
        for (JsonNode point : result.path("points")) {
            assertThat(point.path("T").asDouble()).isLessThan(before);
            assertThat(point.path("y").asDouble())
                    .isGreaterThanOrEqualTo(point.path("x").asDouble());
            assertThat(point.has("extrapolated")).isFalse();
            before = point.path("T").asDouble();
        }
    }

    @Test
    void extrapolationsAreMarked() throws JsonProcessingException {
        JsonNode result = json("--system ethanol-water --pressure 1e6 --x 0.5");
        assertThat(result.path("points").get(0).path("extrapolated").asBoolean())
                .isTrue();
        CommandLineRun table =
                CommandLineRun.of("sim", "vle", "--system", "ethanol-water", "--pressure", "1e6", "--x", "0.5");
        assertThat(table.out()).contains(" *", "外推", "extrapolated");
    }

    @Test
    void theTableIsForPeople() {
        CommandLineRun table = CommandLineRun.of("sim", "vle", "--system", "ethanol-water", "--x", "0.5");
        assertThat(table.code()).isZero();
        assertThat(table.out()).contains("乙醇（1）-水（2）", "Ethanol (1) - Water (2)", "共沸点 / azeotrope", "78.1");
        assertThat(CommandLineRun.of("sim", "vle", "--system", "methanol-water").out())
                .contains("无共沸点 / no azeotrope");
    }

    @ParameterizedTest
    @CsvSource({
        "--system ethanol-gold,OTS-PROP-016,没有二元物系“ethanol-gold”,benzene-toluene",
        "--system ethanol,OTS-PROP-016,ethanol-water,n-butane-n-pentane",
        "--system ethanol-ethanol,OTS-PROP-016,“ethanol-ethanol”,Known systems",
        "--system ethanol-water --pressure 1e9,OTS-PROP-007,不沸腾,does not boil",
        "--system ethanol-water --pressure 0.01 --x 0.5,OTS-PROP-007,不沸腾,does not boil",
        "--system n-butane-n-pentane --pressure 9e7,OTS-PROP-013,没有沸点,no boiling point",
        "--system ethanol-water --pressure -5,OTS-CLI-007,选项 --pressure 的值 -5 超出范围,out of range",
        "--system ethanol-water --pressure high,OTS-CLI-006,“high”不是数,is not a number",
        "--system ethanol-water --x 0.5;1.2,OTS-CLI-007,选项 --x 的值 1.2 超出范围,must be from 0 to 1",
        "--system ethanol-water --x -0.1,OTS-CLI-007,-0.1,out of range",
        "--system ethanol-water --x half,OTS-CLI-006,“half”,\"half\"",
        "--system ethanol-water --x NaN,OTS-CLI-006,“NaN”,\"NaN\"",
        "--system ethanol-water --x 0.1;;0.2,OTS-CLI-006,“”,\"\"",
    })
    void mistakesAreExplainedInBothLanguages(String words, String code, String zh, String en) {
        String[] arguments = ("sim vle " + words.replace(';', ',')).split(" ", -1);
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(code, zh, en);
        assertThat(run.out()).isEmpty();
    }
}
