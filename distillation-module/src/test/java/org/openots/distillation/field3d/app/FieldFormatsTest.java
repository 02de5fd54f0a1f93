package org.openots.distillation.field3d.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;

/** Schema, reader and page of a format of the field station tell the same, over single mistakes at every place of the example. */
class FieldFormatsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path DOCS = Path.of("..", "docs");
    private static final FieldScenes.Loaded RIG = FieldScenes.load("ethanol-water-rig", Locale.forLanguageTag("zh-CN"));
    private static final FieldScriptReader SCRIPTS = new FieldScriptReader(RIG);

    private record Format(String page, String schema, Consumer<JsonCursor> reader) {
        @Override
        public String toString() {
            return page;
        }
    }

    static Stream<Format> formats() {
        return Stream.of(
                new Format("field-settings", "openots-field-settings", SettingsFile::read),
                new Format("field-script", "openots-field-script", SCRIPTS::read),
                new Format("field-recording", "openots-field-recording", Recording::read));
    }

    private static String page(Format format) throws IOException {
        return Files.readString(DOCS.resolve("data-formats").resolve(format.page() + ".md"));
    }

    private static String example(String page) {
        int start = page.lastIndexOf("```json\n") + "```json\n".length();
        return page.substring(start, page.indexOf("```", start));
    }

    private static String schemaText(Format format) {
        return new String(
                StrictJson.bytes(SettingsFile.class, format.schema() + ".schema.json"), StandardCharsets.UTF_8);
    }

    private static boolean reads(Format format, JsonNode file) {
        Findings findings = Findings.collecting();
        format.reader().accept(StrictJson.parse("f.json", file.toString(), findings));
        return findings.isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void schemaAndReaderAgreeOnEverySingleMistake(Format format) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText(format), InputFormat.JSON);
        String example = example(page(format));
        assertThat(schema.validate(MAPPER.readTree(example))).isEmpty();
        assertThat(reads(format, MAPPER.readTree(example))).isTrue();
        List<String> disagreements = new ArrayList<>();
        int mistakes = 0;
        for (String place : objects(MAPPER.readTree(example), "", new ArrayList<>())) {
            for (JsonNode wrong : mistakes(example, place)) {
                mistakes++;
                boolean bySchema = schema.validate(wrong).isEmpty();
                if (bySchema != reads(format, wrong)) {
                    disagreements.add(
                            (bySchema ? "schema accepts " : "reader accepts ") + place + " " + wrong.at(place));
                }
            }
        }
        assertThat(disagreements).isEmpty();
        assertThat(mistakes).isGreaterThan(20);
    }

    private static List<String> objects(JsonNode node, String place, List<String> places) {
        if (node.isObject()) {
            places.add(place);
        }
        node.properties().forEach(field -> objects(field.getValue(), place + "/" + field.getKey(), places));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            objects(node.get(i), place + "/" + i, places);
        }
        return places;
    }

    private static List<JsonNode> mistakes(String example, String place) throws IOException {
        List<JsonNode> wrong = new ArrayList<>();
        boolean free = place.endsWith("/v"); // names of signals, any of them
        List<String> fields = new ArrayList<>();
        MAPPER.readTree(example).at(place).fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            if (!free) {
                wrong.add(changed(example, place, object -> object.remove(field)));
            }
            wrong.add(changed(example, place, object -> object.putObject(field).put("x", 1)));
            wrong.add(changed(example, place, object -> object.put(field, " ")));
        }
        if (!free) {
            wrong.add(changed(example, place, object -> object.put("surplus", 1)));
        }
        return wrong;
    }

    private static JsonNode changed(String example, String place, Consumer<ObjectNode> change) throws IOException {
        JsonNode root = MAPPER.readTree(example);
        change.accept((ObjectNode) root.at(place));
        return root;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void pageAndSchemaNameEveryFieldInBothLanguages(Format format) throws IOException {
        Set<String> fields = new TreeSet<>();
        described(MAPPER.readTree(schemaText(format)), fields);
        String page = page(format);
        assertThat(fields).hasSizeGreaterThan(6);
        assertThat(fields).allSatisfy(field -> assertThat(page).containsPattern("\\b" + field + "\\b"));
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
    void theScriptsOfTheDocumentationAreRead() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("examples"))) {
            List<Path> scripts = files.filter(
                            file -> file.getFileName().toString().startsWith("field-"))
                    .toList();
            assertThat(scripts).isNotEmpty();
            scripts.forEach(file -> assertThat(SCRIPTS.read(StrictJson.read(file, Findings.throwing()))
                            .steps())
                    .isNotEmpty());
        }
    }

    /** The list is that of the station, so a script cannot wait for what nobody in the plant sees. */
    @ParameterizedTest
    @CsvSource({
        "FI-705 > 0.5, true",
        "PPE == 1 and LOTO.P-701 == 1 and CHECK.CP-02.REPORT > 0, true",
        "FIC-701.SP > 10, false",
        "I-01.TRIP == 1, false",
        "ALARMS.UNACK > 0, false",
        "HIDDEN.CHECK.DEFECTS > 0, false"
    })
    void aConditionNamesWhatIsToldInTheFieldAndNothingElse(String condition, boolean read) {
        Findings findings = Findings.collecting();
        SCRIPTS.read(StrictJson.parse(
                "f.json",
                "{\"format\":\"openots-field-script\",\"formatVersion\":\"1.0\",\"id\":\"a\",\"plant\":\"ethanol-water-rig\","
                        + "\"title\":{\"zh\":\"甲\",\"en\":\"a\"},\"steps\":[{\"do\":\"until\",\"condition\":\""
                        + condition
                        + "\"}]}",
                findings));
        assertThat(findings.isEmpty()).as("%s", findings.all()).isEqualTo(read);
    }

    @Test
    void aWrongNameIsNamedWithTheNearestRightOne() {
        Findings findings = Findings.collecting();
        SCRIPTS.read(StrictJson.parse(
                "f.json",
                "{\"format\":\"openots-field-script\",\"formatVersion\":\"1.0\",\"id\":\"a\",\"plant\":\"ethanol-water-rig\","
                        + "\"title\":{\"zh\":\"甲\",\"en\":\"a\"},\"steps\":[{\"do\":\"go\",\"item\":\"HV-7144\"}]}",
                findings));
        assertThat(findings.all())
                .singleElement()
                .satisfies(finding -> assertThat(finding.pointer()).isEqualTo("/steps/0/item"));
    }
}
