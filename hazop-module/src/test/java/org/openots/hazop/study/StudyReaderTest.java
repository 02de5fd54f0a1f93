package org.openots.hazop.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.hazop.risk.Lopa;
import org.openots.hazop.risk.Rating;

class StudyReaderTest {
    private static final String FIRST =
            new String(StrictJson.bytes(StudyReaderTest.class, "first-version.json"), StandardCharsets.UTF_8);
    private static final String EXAMPLE = Pages.example("hazop-study.md");

    private static Study read(String json) {
        return StudyReader.read("study.json", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsVersion01WithAllItsIds() {
        Study study = read(FIRST);
        assertThat(study.head().formatVersion()).isEqualTo("0.1");
        assertThat(study.head().plant()).isEmpty();
        assertThat(study.deviations()).hasSize(20);
        for (Column column : Column.values()) {
            List<String> ids = study.keyItems()
                    .filter(item -> item.column() == column)
                    .map(KeyItem::id)
                    .toList();
            assertThat(ids).doesNotHaveDuplicates().isEqualTo(idsInFile(column));
        }
        assertThat(study.keyItems()).hasSize(76 + 62 + 58 + 42);
        assertThat(study.tagsNamed("P-101")).extracting(Tag::tag).containsExactly("P-101A", "P-101B");
        assertThat(study.vocabulary()
                        .parameter("differential-pressure")
                        .orElseThrow()
                        .guideWords())
                .containsExactly("MORE");
        Deviation first = study.deviation("D01").orElseThrow();
        assertThat(first.risk().initial()).isEqualTo(new Rating(2, 5));
        assertThat(first.causes()).allSatisfy(cause -> {
            Simulation played = (Simulation) cause.proof();
            assertThat(played.orders())
                    .extracting(o -> ((Order.Fault) o).fault())
                    .containsExactly("FEED_PUMP_P101A_TRIP");
            assertThat(played.expected()).hasSize(3);
        });
        assertThat(first.consequences()).allMatch(item -> item.proof() instanceof NotTold);
    }

    private static List<String> idsInFile(Column column) {
        return Pages.json(FIRST).path("deviations").findValues(column.field()).stream()
                .flatMap(list -> list.findValuesAsText("id").stream())
                .toList();
    }

    /** What is calculated is what the file of version 0.1 says. */
    @Test
    void calculatesTheLayersOfProtection() {
        List<LopaRow> rows = read(FIRST).lopa();
        JsonNode results = Pages.json(FIRST).path("lopa");
        assertThat(rows).hasSize(4);
        for (int i = 0; i < rows.size(); i++) {
            Lopa result = Lopa.of(rows.get(i).inputs());
            JsonNode told = results.get(i);
            double mitigated = told.path("mitigatedFrequencyPerYear").asDouble();
            double unmitigated = told.path("unmitigatedFrequencyPerYear").asDouble();
            assertThat(result.mitigatedFrequency()).isCloseTo(mitigated, within(1e-12));
            assertThat(result.unmitigatedFrequency()).isCloseTo(unmitigated, within(1e-12));
            assertThat(result.missingReduction())
                    .isCloseTo(told.path("gapRiskReductionFactor").asDouble(), within(1e-9));
            assertThat(result.meetsTarget()).isEqualTo(told.path("meetsTarget").asBoolean());
        }
    }

    @Test
    void readsTheExampleOfThePage() {
        Study study = read(EXAMPLE);
        Deviation row = study.deviationOf("D01-S2").orElseThrow();
        assertThat(row.id()).isEqualTo("D01");
        assertThat(study.head().plant()).contains("ethanol-water-column");
        Cause cause = row.cause("D01-C1").orElseThrow();
        assertThat(cause.key().weight()).isEqualTo(2);
        assertThat(cause.key().frame().orElseThrow().reject())
                .containsExactly(new Frame.Statement("P-102A", "stopped"));
        assertThat(((Simulation) cause.proof()).expected().get(1).withinSeconds())
                .hasValue(60);
        Evidence evidence = (Evidence) row.consequence("D01-K1").orElseThrow().proof();
        assertThat(evidence.expected().get(0).without()).containsExactly("D01-S2");
        Estimate fire = (Estimate) row.consequence("D01-K2").orElseThrow().proof();
        assertThat(fire.input("distanceM")).isEqualTo(7);
        assertThat(fire.limit()).contains(1.6);
        Difference difference =
                (Difference) row.safeguard("D01-S2").orElseThrow().proof();
        assertThat(difference.disable().get(0).atSeconds()).isZero();
        assertThat(row.recommendations().get(0).dueDays()).hasValue(90);
        assertThat(study.lopa()).extracting(LopaRow::causeId).containsOnly("D01-C1");
        assertThat(study.lopa().get(1).consequenceId()).isEqualTo("D01-K2");
    }

    private static List<Finding> mistakes(Consumer<ObjectNode> change, String place) {
        JsonNode file = Pages.json(EXAMPLE);
        change.accept((ObjectNode) file.at(place));
        Findings findings = Findings.collecting();
        StudyReader.read("study.json", file.toString().getBytes(StandardCharsets.UTF_8), findings);
        return findings.all();
    }

    private static void one(String pointer, String code, String place, Consumer<ObjectNode> change) {
        List<Finding> found = mistakes(change, place);
        assertThat(found).as(place).hasSize(1);
        Finding finding = found.get(0);
        assertThat(finding.pointer()).isEqualTo(pointer);
        assertThat(finding.code().code()).isEqualTo(code);
        assertThat(finding.messageIn(Locale.SIMPLIFIED_CHINESE)).matches("(?s).*\\p{IsHan}.*");
        assertThat(finding.hintIn(Locale.ENGLISH)).isNotBlank();
    }

    @Test
    void namesEachMistakeAtItsPlace() {
        String cause = "/deviations/0/causes/0";
        one("/deviations/0/nodeId", "OTS-JSON-013", "/deviations/0", o -> o.put("nodeId", "XYZ"));
        one("/deviations/0/guideWord", "OTS-JSON-014", "/deviations/0", o -> o.put("guideWord", "LES"));
        one(
                cause,
                "OTS-HAZ-001",
                cause,
                o -> o.putObject("notModelled").put("zh", "因").put("en", "why"));
        one(cause, "OTS-HAZ-001", cause, o -> o.remove("simulation"));
        one("/deviations/0/causes/1/id", "OTS-JSON-012", "/deviations/0/causes/1", o -> o.put("id", "D01-C1"));
        one("/language", "OTS-HAZ-002", "", o -> o.putArray("language").add("zh"));
        String effect = cause + "/simulation/expected/0";
        one(effect, "OTS-HAZ-003", effect, o -> o.put("effect", "above"));
        one(effect, "OTS-HAZ-003", effect, o -> o.put("value", 1));
        one(effect + "/effect", "OTS-JSON-008", effect, o -> o.put("effect", "higher"));
        String scenario = "/deviations/0/scenarios/0";
        one(scenario + "/causeId", "OTS-JSON-014", scenario, o -> o.put("causeId", "D01-K1"));
        one(
                scenario + "/safeguardIds/0",
                "OTS-JSON-013",
                scenario,
                o -> o.putArray("safeguardIds").add("X"));
        one("/lopa/0/scenarioId", "OTS-JSON-014", "/lopa/0", o -> o.put("scenarioId", "D01-Z2"));
        String estimate = "/deviations/0/consequences/1/estimate";
        one(estimate, "OTS-JSON-004", estimate, o -> o.remove("distanceM"));
        one(
                "/deviations/0/recommendations/0/owner",
                "OTS-JSON-013",
                "/deviations/0/recommendations/0",
                o -> o.put("owner", "cook"));
    }

    @Test
    void refusesOtherVersionsAndFormats() {
        assertThat(mistakes(o -> o.put("formatVersion", "2.0"), ""))
                .extracting(f -> f.code().code())
                .containsExactly("OTS-JSON-011");
        assertThat(mistakes(o -> o.put("format", "rubric"), ""))
                .extracting(f -> f.code().code())
                .containsExactly("OTS-JSON-010");
        assertThatThrownBy(() -> read("{")).isInstanceOf(OtsException.class);
    }

    @Test
    void version01MustMultiplyAndHaveTheBandsOfTheSuite() {
        assertThatThrownBy(() -> read(FIRST.replaceFirst("\"score\": 10", "\"score\": 11")))
                .hasMessageContaining("OTS-HAZ-005");
        assertThatThrownBy(() -> read(FIRST.replaceFirst("\"max\": 9", "\"max\": 8")))
                .hasMessageContaining("OTS-HAZ-004");
    }

    @Test
    void findsFilesByPathFolderAndId(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.json");
        Files.writeString(file, EXAMPLE);
        assertThat(StudyFile.named(file.toString()).study().id()).isEqualTo("feed-of-the-column");
        assertThat(StudyFile.allNamed(folder.toString()))
                .extracting(StudyFile::shown)
                .containsExactly("mine.json");
        assertThatThrownBy(() -> StudyFile.named("nothing")).hasMessageContaining("OTS-HAZ-006");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> StudyFile.allNamed(empty.toString())).hasMessageContaining("OTS-HAZ-007");
    }
}
