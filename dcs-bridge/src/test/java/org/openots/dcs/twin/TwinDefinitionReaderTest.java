package org.openots.dcs.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.simulator.plant.PackSource;

/** Definitions of twins: the shipped one, the example of the page, mistakes with their places. */
class TwinDefinitionReaderTest {
    private static final PackSource FILES = PackSource.shipped("ethanol-water-rig");
    private static final String SHIPPED = text("ethanol-water-rig.twin.json");

    private static String text(String resource) {
        return new String(StrictJson.bytes(TwinDefinition.class, resource), StandardCharsets.UTF_8);
    }

    private static List<Finding> mistakes(String json) {
        Findings findings = Findings.collecting();
        TwinDefinitionReader.read(StrictJson.parse("t.json", json, findings), FILES);
        return findings.all();
    }

    private static String with(String before, String after) {
        assertThat(SHIPPED).contains(before);
        return SHIPPED.replace(before, after);
    }

    private static String example(String page, int number) {
        String[] parts = page.split("```json\n", -1);
        return parts[number].substring(0, parts[number].indexOf("```"));
    }

    @Test
    void theShippedTwinIsSound() {
        assertThat(mistakes(SHIPPED)).isEmpty();
        TwinDefinition twin = TwinDefinition.shipped("ethanol-water-rig");
        assertThat(twin.parameters()).extracting(TwinDefinition.Parameter::id).contains("efficiency", "heat-loss");
        assertThat(twin.tags()).doesNotHaveDuplicates().startsWith("FIC-701").contains("TI-708", "FIC-701.SP");
    }

    @Test
    void pageAndSchemaTellEveryField() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "data-formats", "openots-twin.md"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text("openots-twin.schema.json"), InputFormat.JSON);
        assertThat(schema.validate(SHIPPED, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(example(page, 1), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(with("\"scale\": \"murphree\"", "\"scale\": \"other\""), InputFormat.JSON))
                .isNotEmpty();
        JsonCursor file = StrictJson.parse("example", example(page, 1), Findings.throwing());
        TwinDefinitionReader.read(file, FILES);
        assertThat(file.knownFields()).allSatisfy(field -> assertThat(page).contains(field));
        JsonNode fields = new ObjectMapper().readTree(text("openots-twin.schema.json"));
        assertThat(file.knownFields())
                .allSatisfy(field -> assertThat(fields.toString()).contains("\"" + field + "\""));
    }

    @Test
    void mistakesAreNamedWithTheirPlace() {
        assertThat(mistakes(with("\"tag\": \"TI-703\", \"unit\": \"°C\"", "\"tag\": \"TI-703\", \"unit\": \"K\"")))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.pointer()).startsWith("/outputs/").endsWith("/unit");
                    assertThat(found.messageIn(Locale.ENGLISH)).contains("TI-703", "\"K\"", "°C");
                    assertThat(found.hintIn(Locale.SIMPLIFIED_CHINESE)).isNotEmpty();
                });
        assertThat(mistakes(with("\"tag\": \"TI-703\"", "\"tag\": \"TI-799\"")))
                .extracting(Finding::pointer)
                .anyMatch(pointer -> pointer.endsWith("/tag"));
        assertThat(mistakes(with(
                        "\"target\": \"JIC-701\", \"verb\": \"mode\", \"value\": 1",
                        "\"target\": \"JIC-701\", \"verb\": \"mode\", \"value\": 7")))
                .extracting(Finding::pointer)
                .containsExactly("/setUp/0");
        assertThat(mistakes(with("/coils/0/conductance", "/coils/7/conductance")))
                .extracting(Finding::pointer)
                .containsExactly("/parameters/3/flowsheet");
        assertThat(mistakes(with("\"start\": 0.6", "\"start\": 0.2")))
                .extracting(Finding::pointer)
                .containsExactly("/parameters/0/start");
        assertThat(mistakes(with("\"against\": \"signal\", \"other\": \"FIC-701.SP\"", "\"against\": \"signal\"")))
                .extracting(found -> found.messageIn(Locale.ENGLISH))
                .anyMatch(message -> message.contains("FIC-701"));
        assertThat(mistakes(with(
                        "\"parameter\": \"cooling-water.pressure\"",
                        "\"verb\": \"sp\", \"target\": \"FIC-701\", \"parameter\": \"cooling-water.pressure\"")))
                .extracting(Finding::pointer)
                .contains("/inputs/9");
        assertThat(mistakes(with("\"corrects\": \"LV-702\"", "\"corrects\": \"TI-710\"")))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.pointer()).isEqualTo("/inputs/5/corrects");
                    assertThat(found.messageIn(Locale.ENGLISH)).contains("TI-710");
                });
        assertThat(mistakes(with("\"corrects\": \"LV-702\", ", "\"verb\": \"sp\", \"target\": \"LIC-702\", ")))
                .extracting(Finding::pointer)
                .contains("/inputs/5");
        assertThat(mistakes(with("\"tick\": \"1 s\"", "\"tick\": \"1 min\"")))
                .extracting(Finding::pointer)
                .containsExactly("/tick");
        assertThat(mistakes(with("\"formatVersion\": \"1.2\"", "\"formatVersion\": \"9.0\"")))
                .extracting(found -> found.messageIn(Locale.ENGLISH))
                .anyMatch(message -> message.contains("9.0"));
        assertThat(mistakes("{\"format\": \"openots-twin\"")).isNotEmpty();
    }

    @Test
    void aPlantWithoutATwinIsRefused() {
        assertThatThrownBy(() -> TwinDefinition.shipped("debutanizer"))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("debutanizer");
    }
}
