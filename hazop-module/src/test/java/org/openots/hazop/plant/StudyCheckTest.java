package org.openots.hazop.plant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Finding;
import org.openots.common.json.StrictJson;
import org.openots.hazop.study.Pages;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.study.StudyReader;

/** Single mistakes put into a sound study are each named at their place, and nothing else is. */
class StudyCheckTest {
    private static final String EXAMPLE = Pages.example("hazop-study.md");
    private static final String ROW = "/deviations/0";
    private static final String CAUSE = ROW + "/causes/0";
    private static final String ORDER = CAUSE + "/simulation/orders/0";
    private static final String COMMAND = ROW + "/causes/1/simulation/orders/0";
    private static final String EFFECT = CAUSE + "/simulation/expected/0";
    private static final String LIMIT = ROW + "/causes/1/simulation/expected/0";
    private static final String KNOWN = ROW + "/consequences/0";
    private static final String GUARD = ROW + "/safeguards/1";
    private static final String SCENARIO = ROW + "/scenarios/0";
    private static final String LAYERS = "/lopa/0/independentProtectionLayers";

    private static List<Finding> check(JsonNode file) {
        return StudyCheck.check(List.of(new StudyFile("study.json", file.toString())));
    }

    private static void one(String code, String pointer, Consumer<JsonNode> change, Consumer<JsonNode> more) {
        one(code, pointer, change.andThen(more));
    }

    private static void one(String code, String pointer, Consumer<JsonNode> change) {
        JsonNode file = Pages.json(EXAMPLE);
        change.accept(file);
        assertThat(check(file)).as(pointer).singleElement().satisfies(finding -> {
            assertThat(finding.code().code()).isEqualTo(code);
            assertThat(finding.pointer()).isEqualTo(pointer);
            assertThat(finding.messageIn(Locale.SIMPLIFIED_CHINESE)).matches("(?s).*\\p{IsHan}.*");
            assertThat(finding.hintIn(Locale.ENGLISH)).isNotBlank();
        });
    }

    private static ObjectNode at(JsonNode file, String pointer) {
        return (ObjectNode) file.at(pointer);
    }

    private static Consumer<JsonNode> put(String pointer, String field, String value) {
        return file -> at(file, pointer).put(field, value);
    }

    private static Consumer<JsonNode> list(String pointer, String field, String... values) {
        return file -> {
            ArrayNode list = at(file, pointer).putArray(field);
            List.of(values).forEach(list::add);
        };
    }

    @Test
    void theExampleOfThePageAndVersion01AreSound() {
        assertThat(check(Pages.json(EXAMPLE))).isEmpty();
        byte[] first = StrictJson.bytes(StudyReader.class, "first-version.json");
        assertThat(StudyCheck.check(List.of(new StudyFile("first.json", new String(first, StandardCharsets.UTF_8)))))
                .isEmpty();
    }

    @Test
    void tagsAndNodes() {
        one("OTS-JSON-014", CAUSE + "/tags/0", list(CAUSE, "tags", "P-101C"));
        one("OTS-JSON-013", CAUSE + "/tags/0", list(CAUSE, "tags", "ZZ-999"));
        one("OTS-HAZ-014", CAUSE + "/tags/0", list(CAUSE, "tags", "FALL101"));
        one("OTS-HAZ-015", KNOWN + "/tags/1", list(KNOWN, "tags", "LIC101", "FAL101"));
        one("OTS-HAZ-042", "/tags/2/tag", file -> {
            at(file, "/tags/2").put("tag", "FIC109");
            ((ArrayNode) file.at("/nodes/0/tags")).set(2, "FIC109");
            list(ROW + "/causes/1", "tags").accept(file);
        });
        one("OTS-HAZ-041", "/tags/6/plantTag", put("/tags/6", "plantTag", "SOMETHING"));
        one("OTS-HAZ-013", "/tags/3/nodeId", file -> ((ArrayNode) file.at("/nodes/0/tags")).remove(3));
        one("OTS-JSON-014", "/nodes/0/units/0", list("/nodes/0", "units", "P-101C"));
        one("OTS-JSON-014", "/plant", put("", "plant", "ethanol-water-colum"));
        one("OTS-JSON-014", "/riskMatrix", put("", "riskMatrix", "risk-5x4"));
    }

    @Test
    void wordsAndLoops() {
        one("OTS-HAZ-011", ROW + "/guideWord", file -> ((ArrayNode) file.at("/parameters/0/guideWords")).remove(0));
        one("OTS-HAZ-011", ROW + "/alsoCovers/0", file -> ((ArrayNode) file.at("/parameters/0/guideWords")).remove(1));
        one("OTS-HAZ-016", SCENARIO + "/safeguardIds/0", file -> {
            list(CAUSE, "tags", "FIC101").accept(file);
            list(ROW + "/safeguards/0", "tags", "FIC101").accept(file);
            put(ROW + "/safeguards/0", "layer", "control").accept(file);
        });
    }

    @Test
    void risks() {
        String existing = "/risk/existing";
        one("OTS-HAZ-017", ROW + "/scenarios", file -> {
            at(file, ROW).putArray("scenarios");
            ((ArrayNode) file.path("lopa")).remove(0);
        });
        one("OTS-HAZ-018", SCENARIO + "/recommendationIds", list(SCENARIO, "recommendationIds"));
        one("OTS-HAZ-019", ROW + existing, file -> at(file, ROW + existing).put("likelihood", 3));
        one(
                "OTS-HAZ-021",
                ROW + "/risk/initial",
                file -> at(file, ROW + "/risk/initial").put("likelihood", 6));
    }

    @Test
    void aRiskThatGrowsIsNamedInScenarioAndRow() {
        String after = "/risk/afterRecommendations";
        JsonNode file = Pages.json(EXAMPLE);
        at(file, ROW + after).put("likelihood", 5);
        at(file, SCENARIO + after).put("likelihood", 5);
        assertThat(check(file))
                .extracting(finding -> finding.code().code() + " " + finding.pointer())
                .containsExactly("OTS-HAZ-020 " + ROW + after, "OTS-HAZ-020 " + SCENARIO + after);
    }

    @Test
    void whatIsPlayed() {
        one("OTS-JSON-014", ORDER + "/fault", put(ORDER, "fault", "FEED_PUMP_P101_TRIP"));
        one("OTS-JSON-014", CAUSE + "/simulation/from", put(CAUSE + "/simulation", "from", "norma"));
        one("OTS-HAZ-047", COMMAND, put(COMMAND, "verb", "spp"));
        one("OTS-HAZ-047", COMMAND, file -> at(file, COMMAND).put("value", 1e6));
        one("OTS-HAZ-043", COMMAND, file -> at(file, COMMAND).remove("value"));
        one("OTS-HAZ-025", ORDER + "/atSeconds", file -> at(file, ORDER).put("atSeconds", 900));
        one("OTS-JSON-014", EFFECT + "/signal", put(EFFECT, "signal", "FIC1011"));
        one("OTS-HAZ-044", EFFECT + "/effect", put(EFFECT, "effect", "open"));
        one("OTS-HAZ-044", EFFECT + "/effect", put(EFFECT, "effect", "trip"));
        one("OTS-HAZ-045", LIMIT + "/unit", put(LIMIT, "unit", "kPa"));
        one("OTS-HAZ-024", EFFECT + "/without/0", list(EFFECT, "without", "D01-S1"));
        one("OTS-HAZ-031", "", file -> at(file, "").remove("plant"));
    }

    @Test
    void textsAndIds() {
        one("OTS-JSON-014", CAUSE + "/text/zh", put(CAUSE + "/text", "zh", "进料泵 P-109A 故障跳停"));
        one("OTS-JSON-013", ROW + "/deviation/en", put(ROW + "/deviation", "en", "No feed to LALL999"));
        one("OTS-HAZ-036", CAUSE + "/text/en", put(CAUSE + "/text", "en", "进料阀误关"));
        one("OTS-HAZ-036", "/title/zh", put("/title", "zh", "Feed of the column"));
        one(
                "OTS-HAZ-033",
                ROW + "/causes/1/text",
                file -> ((ObjectNode) file.at(ROW + "/causes/1"))
                        .set("text", file.at(CAUSE + "/text").deepCopy()));
        one(
                "OTS-HAZ-037",
                ROW + "/scenarios/0/id",
                put(SCENARIO, "id", "D01 Z1"),
                file -> ((ArrayNode) file.path("lopa")).forEach(lopa -> {
                    if (lopa.path("scenarioId").asText().equals("D01-Z1")) {
                        ((ObjectNode) lopa).put("scenarioId", "D01 Z1");
                    }
                }));
        String frame = CAUSE + "/frame/must/0";
        one("OTS-HAZ-038", frame + "/subject", put(frame, "subject", "xyzzy"));
        one("OTS-HAZ-038", frame + "/state", put(frame, "state", "quux"));
        String frequency = "initiatingEventFrequencyPerYear";
        one(
                "OTS-HAZ-035",
                ROW + "/causes/2/" + frequency,
                file -> at(file, ROW + "/causes/2").put(frequency, 1e300));
    }

    /** A recommendation may name what does not exist, and a text the deviations of the study. */
    @Test
    void whatOnlyLooksLikeATagIsNoMistake() {
        JsonNode file = Pages.json(EXAMPLE);
        put(ROW + "/recommendations/0/text", "en", "Add the alarm FAL109").accept(file);
        put(ROW + "/deviation", "en", "No feed, see D01; PN16 flange, 24 V").accept(file);
        assertThat(check(file)).isEmpty();
    }

    @Test
    void theSameDeviationTwice() {
        JsonNode file = Pages.json(EXAMPLE);
        String text = file.at(ROW).toString().replace("\"D01", "\"D02");
        ((ArrayNode) file.path("deviations")).add(Pages.json(text));
        assertThat(check(file))
                .extracting(finding -> finding.code().code() + " " + finding.pointer())
                .containsExactly("OTS-HAZ-034 /deviations/1/deviation");
    }

    /** Whatever refers to one of its causes leads nowhere too. */
    @Test
    void aRowWithoutCausesIsNamed() {
        JsonNode file = Pages.json(EXAMPLE);
        at(file, ROW).putArray("causes");
        assertThat(check(file))
                .extracting(finding -> finding.code().code() + " " + finding.pointer())
                .contains("OTS-HAZ-032 " + ROW + "/causes");
    }

    @Test
    void whatOnlyVersion01Tells() {
        first("OTS-HAZ-039", ROW + "/riskUnmitigated/band", put(ROW + "/riskUnmitigated", "band", "low"));
        first("OTS-JSON-013", ROW + "/simulation/expected/0/tag", put(ROW + "/simulation/expected/0", "tag", "QQ101"));
        first(
                "OTS-HAZ-040",
                "/lopa/0/mitigatedFrequencyPerYear",
                file -> at(file, "/lopa/0").put("mitigatedFrequencyPerYear", 1e-9));
        first("OTS-HAZ-040", "/lopa/0/meetsTarget", file -> at(file, "/lopa/0").put("meetsTarget", false));
        first("OTS-HAZ-037", ROW + "/causes/1/id", put(ROW + "/causes/1", "id", "D01 C2"));
        first("OTS-HAZ-032", ROW + "/causes", file -> at(file, ROW).putArray("causes"));
        first("OTS-JSON-013", CAUSE + "/text/zh", put(CAUSE + "/text", "zh", "进料泵 P-999A 故障跳停"));
    }

    private static void first(String code, String pointer, Consumer<JsonNode> change) {
        JsonNode file = Pages.json(
                new String(StrictJson.bytes(StudyReader.class, "first-version.json"), StandardCharsets.UTF_8));
        change.accept(file);
        assertThat(check(file))
                .extracting(finding -> finding.code().code() + " " + finding.pointer())
                .containsExactly(code + " " + pointer);
    }

    @Test
    void proofs() {
        one("OTS-HAZ-022", KNOWN + "/evidence/causeIds/0", list(KNOWN + "/evidence", "causeIds", "D01-C3"));
        one(
                "OTS-HAZ-024",
                KNOWN + "/evidence/expected/0/without/0",
                list(KNOWN + "/evidence/expected/0", "without", "D01-S1"));
        String against = GUARD + "/simulation/against/0";
        one("OTS-HAZ-022", against + "/causeId", put(against, "causeId", "D01-C3"));
    }

    @Test
    void layersOfProtection() {
        one("OTS-HAZ-026", LAYERS + "/0/safeguardId", file -> at(file, GUARD).put("iplCandidate", false));
        one(
                "OTS-HAZ-028",
                LAYERS + "/1/safeguardId",
                file -> ((ArrayNode) file.at(LAYERS)).add(file.at(LAYERS + "/0")));
        one("OTS-HAZ-029", LAYERS + "/0/safeguardId", list(SCENARIO, "safeguardIds", "D01-S1"));
        String frequency = "initiatingEventFrequencyPerYear";
        one("OTS-HAZ-030", "/lopa/1/" + frequency, file -> at(file, "/lopa/1").put(frequency, 0.2));
    }

    /** The trip takes its level from the controller that fails as the cause: the pack says so, not the study. */
    @Test
    void aLayerThatSharesItsSensorWithTheCauseIsNotIndependent() {
        one("OTS-HAZ-046", LAYERS + "/0/safeguardId", list(CAUSE, "tags", "LIC101"));
        one("OTS-HAZ-046", LAYERS + "/0/safeguardId", list(CAUSE, "tags", "XV105"));
    }

    @Test
    void twoLayersThatShareADeviceAreNotIndependent() {
        JsonNode file = Pages.json(EXAMPLE);
        ObjectNode second = at(file, GUARD).deepCopy().put("id", "D01-S3");
        second.putArray("tags").add("XV105");
        second.putObject("text").put("zh", "另一个联锁").put("en", "Another interlock");
        ((ArrayNode) file.at(ROW + "/safeguards")).add(second);
        ((ArrayNode) file.at(SCENARIO + "/safeguardIds")).add("D01-S3");
        ((ArrayNode) file.at(LAYERS)).add(at(file, LAYERS + "/0").deepCopy().put("safeguardId", "D01-S3"));
        assertThat(check(file))
                .extracting(finding -> finding.code().code() + " " + finding.pointer())
                .containsExactlyInAnyOrder(
                        "OTS-HAZ-027 " + LAYERS + "/1/safeguardId", "OTS-HAZ-046 " + LAYERS + "/1/safeguardId");
    }

    @Test
    void aMatrixOfTheSameFolderIsKnown() {
        String matrix = Pages.example("hazop-risk-matrix.md");
        JsonNode file = Pages.json(EXAMPLE);
        at(file, "").put("riskMatrix", "risk-2x2");
        List<Finding> found =
                StudyCheck.check(List.of(new StudyFile("s.json", file.toString()), new StudyFile("m.json", matrix)));
        assertThat(found).extracting(finding -> finding.code().code()).containsOnly("OTS-HAZ-021");
    }
}
