package org.openots.instructor.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.json.CanonicalJson;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;

/** Schema, reader, writer and page of the format tell the same (ADR 0008). */
class StrategyFormatTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "data-formats", "strategy.md"));
    }

    private static JsonNode schema() throws IOException {
        return StrategyFiles.MAPPER.readTree(StrictJson.bytes(Strategy.class, "strategy.schema.json"));
    }

    private static boolean readerAccepts(JsonNode file) {
        Findings findings = Findings.collecting();
        StrategyReader.read("f.json", file.toString().getBytes(StandardCharsets.UTF_8), findings);
        return findings.isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exam", "exam-hazop", "training"})
    void schemaAndReaderAgreeOnEverySingleMistake(String name) throws IOException {
        JsonNode node = schema();
        assertThat(REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(node))
                .isEmpty();
        Schema schema = REGISTRY.getSchema(node.toString(), InputFormat.JSON);
        JsonNode example = StrategyFiles.json(name);
        assertThat(schema.validate(example)).isEmpty();
        assertThat(readerAccepts(example)).isTrue();
        List<String> places = new ArrayList<>();
        objects(example, "", places);
        List<String> disagreements = new ArrayList<>();
        int mistakes = 0;
        for (String place : places) {
            for (JsonNode wrong : mistakes(example, place)) {
                mistakes++;
                boolean bySchema = schema.validate(wrong).isEmpty();
                if (bySchema != readerAccepts(wrong)) {
                    disagreements.add(
                            (bySchema ? "schema accepts " : "reader accepts ") + place + " " + wrong.at(place));
                }
            }
        }
        assertThat(disagreements).isEmpty();
        assertThat(mistakes).isGreaterThan(200);
    }

    private static List<JsonNode> mistakes(JsonNode example, String place) {
        List<JsonNode> wrong = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        example.at(place).fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            JsonNode removed = example.deepCopy();
            ((ObjectNode) removed.at(place)).remove(field);
            wrong.add(removed);
            JsonNode other = example.deepCopy();
            ((ObjectNode) other.at(place)).putObject(field).put("x", 1);
            wrong.add(other);
            JsonNode empty = example.deepCopy();
            ((ObjectNode) empty.at(place)).put(field, " ");
            wrong.add(empty);
            JsonNode none = example.deepCopy();
            ((ObjectNode) none.at(place)).putArray(field);
            wrong.add(none);
            JsonNode negative = example.deepCopy();
            ((ObjectNode) negative.at(place)).put(field, -1);
            wrong.add(negative);
        }
        JsonNode surplus = example.deepCopy();
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

    @Test
    void pageAndSchemaNameEveryFieldInBothLanguages() throws IOException {
        Set<String> fields = new TreeSet<>();
        described(schema(), fields);
        String page = page();
        String examples = StrategyFiles.json("exam").toString() + StrategyFiles.json("training");
        assertThat(fields).hasSizeGreaterThan(100);
        for (String field : fields) {
            assertThat(page).as(field).containsPattern("`([\\w.\\[\\]]+\\.)?" + field + "`");
            assertThat(examples).as(field).contains("\"" + field + "\"");
        }
        Findings findings = Findings.collecting();
        Set<String> known = new TreeSet<>(Set.of("format", "formatVersion", "zh", "en", "S2"));
        known.addAll(fields);
        for (String name : new String[] {"exam", "training"}) {
            JsonCursor root = StrictJson.parse(name, StrategyFiles.bytes(name), findings);
            StrategyReader.read(root);
            assertThat(known).containsAll(root.knownFields());
        }
        assertThat(findings.isEmpty()).isTrue();
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

    @Test
    void theExamplesOfThePageAreThoseOfTheTests() throws IOException {
        List<JsonNode> examples = new ArrayList<>();
        String[] parts = page().split("```json\n", -1);
        for (int i = 1; i < parts.length; i++) {
            examples.add(StrategyFiles.MAPPER.readTree(parts[i].substring(0, parts[i].indexOf("```"))));
        }
        assertThat(examples).containsExactly(StrategyFiles.json("exam"), StrategyFiles.json("training"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exam", "training"})
    void whatIsWrittenIsReadAgainWithTheSameBytes(String name) {
        Strategy strategy = StrategyReader.read("f.json", StrategyFiles.bytes(name), Findings.throwing());
        byte[] written = StrategyWriter.bytes(strategy);
        Strategy again = StrategyReader.read("f.json", written, Findings.throwing());
        assertThat(again).isEqualTo(strategy);
        assertThat(StrategyWriter.bytes(again)).isEqualTo(written);
        // nothing of the file is lost
        assertThat(canonical(StrategyFiles.json(name))).isEqualTo(canonical(StrategyWriter.json(strategy)));
    }

    private static String canonical(JsonNode node) {
        return CanonicalJson.text(node);
    }

    @Test
    void theHashIsOfTheContentAndNotOfItsStateOrSpelling() {
        Strategy strategy = StrategyReader.read("f.json", StrategyFiles.bytes("exam"), Findings.throwing());
        ObjectNode sealed = StrategyWriter.json(strategy).put("state", "sealed");
        ObjectNode other = StrategyWriter.json(strategy).put("version", 4);
        assertThat(hash(sealed)).isEqualTo(StrategyWriter.hash(strategy)).matches("[0-9a-f]{64}");
        assertThat(hash(other)).isNotEqualTo(StrategyWriter.hash(strategy));
    }

    private static String hash(JsonNode json) {
        byte[] bytes = json.toPrettyString().getBytes(StandardCharsets.UTF_8);
        return StrategyWriter.hash(StrategyReader.read("f.json", bytes, Findings.throwing()));
    }

    @Test
    void everyMessageIsThereInBothLanguages() throws IOException {
        Set<String> names =
                Arrays.stream(StrategyError.values()).map(Enum::name).collect(Collectors.toSet());
        for (String suffix : new String[] {"", "_en"}) {
            Properties texts = new Properties();
            try (InputStream in = Strategy.class.getResourceAsStream("StrategyMessages" + suffix + ".properties")) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            assertThat(texts.stringPropertyNames()).isEqualTo(names);
            assertThat(texts.values()).noneMatch(text -> text.toString().contains("'"));
        }
    }
}
