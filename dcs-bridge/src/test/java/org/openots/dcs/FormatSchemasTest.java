package org.openots.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.dcs.bridge.BridgeFile;
import org.openots.dcs.replay.ReplayMappingReader;
import org.openots.dcs.rig.RigDefectsReader;

/** Schema, reader and page of a format tell the same (ADR 0008), over single mistakes at every place of the example. */
class FormatSchemasTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final List<String> ANALOGUE =
            List.of("TI-703", "TI-704", "TI-708", "PI-701", "LIC-702", "FI-704", "AI-701");

    /** A format: its page, the class beside the schema, the schema, the reader, fields that only schemas of others use. */
    private record Format(
            String page, Class<?> owner, String schema, BiConsumer<JsonCursor, Findings> reader, Set<String> unused) {
        @Override
        public String toString() {
            return schema;
        }
    }

    static Stream<Format> formats() {
        return Stream.of(
                new Format(
                        "rig-defects.md",
                        RigDefectsReader.class,
                        "openots-rig-defects.schema.json",
                        (root, findings) -> RigDefectsReader.read(root, ANALOGUE, findings),
                        Set.of("level")),
                new Format(
                        "replay-mapping.md",
                        ReplayMappingReader.class,
                        "openots-replay-mapping.schema.json",
                        (root, findings) -> ReplayMappingReader.read(root),
                        Set.of("dataLine", "missing", "bad", "start", "step", "bias")),
                new Format(
                        "bridge.md",
                        BridgeFile.class,
                        "openots-bridge.schema.json",
                        FormatSchemasTest::bridge,
                        Set.of(
                                "ownPort",
                                "virtualRig",
                                "plant",
                                "mismatch",
                                "from",
                                "certificate",
                                "key",
                                "protocol",
                                "insecureLab",
                                "audit")));
    }

    /** Accounts are read with the settings, and a link that cannot work refuses to be one. */
    private static void bridge(JsonCursor root, Findings findings) {
        try {
            BridgeFile.read(root, Path.of("src", "test", "resources", "org", "openots", "dcs", "bridge"));
        } catch (OtsException e) {
            findings.report(e, root.place());
        }
    }

    private static String page(Format format) throws IOException {
        return Files.readString(Path.of("..", "docs", "data-formats", format.page()));
    }

    private static String example(String page) {
        int start = page.lastIndexOf("```json\n") + "```json\n".length();
        return page.substring(start, page.indexOf("```", start));
    }

    private static JsonNode schema(Format format) throws IOException {
        return MAPPER.readTree(StrictJson.bytes(format.owner(), format.schema()));
    }

    private static boolean readerAccepts(Format format, JsonNode file) {
        Findings findings = Findings.collecting();
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        format.reader().accept(StrictJson.parse("f.json", bytes, findings), findings);
        return findings.isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void schemaAndReaderAgreeOnEverySingleMistake(Format format) throws IOException {
        JsonNode node = schema(format);
        assertThat(REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(node))
                .isEmpty();
        Schema schema = REGISTRY.getSchema(node.toString(), InputFormat.JSON);
        String example = example(page(format));
        assertThat(schema.validate(MAPPER.readTree(example))).isEmpty();
        assertThat(readerAccepts(format, MAPPER.readTree(example))).isTrue();
        List<String> places = new ArrayList<>();
        objects(MAPPER.readTree(example), "", places);
        List<String> disagreements = new ArrayList<>();
        int mistakes = 0;
        for (String place : places) {
            for (JsonNode wrong : mistakes(example, place)) {
                mistakes++;
                boolean bySchema = schema.validate(wrong).isEmpty();
                if (bySchema != readerAccepts(format, wrong)) {
                    disagreements.add(
                            (bySchema ? "schema accepts " : "reader accepts ") + place + " " + wrong.at(place));
                }
            }
        }
        assertThat(disagreements).isEmpty();
        assertThat(mistakes).isGreaterThan(20);
    }

    private static List<JsonNode> mistakes(String example, String place) throws IOException {
        List<JsonNode> wrong = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        MAPPER.readTree(example).at(place).fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            JsonNode removed = MAPPER.readTree(example);
            ((ObjectNode) removed.at(place)).remove(field);
            wrong.add(removed);
            JsonNode other = MAPPER.readTree(example);
            ((ObjectNode) other.at(place)).putObject(field).put("x", 1);
            wrong.add(other);
            JsonNode empty = MAPPER.readTree(example);
            ((ObjectNode) empty.at(place)).put(field, " ");
            wrong.add(empty);
        }
        JsonNode surplus = MAPPER.readTree(example);
        ((ObjectNode) surplus.at(place)).put("surplus", 1);
        wrong.add(surplus);
        return wrong;
    }

    private static void objects(JsonNode node, String place, List<String> places) {
        if (node.isObject()) {
            places.add(place);
        }
        node.properties().forEach(field -> objects(field.getValue(), place + "/" + field.getKey(), places));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            objects(node.get(i), place + "/" + i, places);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void pageAndSchemaNameEveryFieldInBothLanguages(Format format) throws IOException {
        Set<String> fields = new TreeSet<>();
        described(schema(format), fields);
        String page = page(format);
        String example = example(page);
        assertThat(fields).hasSizeGreaterThan(10);
        for (String field : fields) {
            assertThat(page).as(field).containsPattern("\\b" + field + "\\b");
            assertThat(example.contains("\"" + field + "\"") || format.unused().contains(field))
                    .as(field)
                    .isTrue();
        }
    }

    private static void described(JsonNode node, Set<String> names) {
        node.path("properties").properties().stream()
                .filter(field -> field.getValue().has("description"))
                .forEach(field -> {
                    String[] texts =
                            field.getValue().path("description").asText().split("\n", -1);
                    assertThat(texts).as(field.getKey()).hasSize(2);
                    assertThat(texts[0]).as(field.getKey()).matches(".*\\p{IsHan}.*");
                    assertThat(texts[1]).as(field.getKey()).doesNotContainPattern("\\p{IsHan}");
                    names.add(field.getKey());
                });
        node.forEach(child -> described(child, names));
    }
}
