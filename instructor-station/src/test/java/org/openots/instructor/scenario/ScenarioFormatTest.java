package org.openots.instructor.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.json.CanonicalJson;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.content.SuiteContent;

/** Schema, reader, writer, checker and page of the format tell the same. */
class ScenarioFormatTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static StationContent content;

    @BeforeAll
    static void load() {
        content = new SuiteContent().load();
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean readerAccepts(JsonNode file) {
        Findings findings = Findings.collecting();
        ScenarioReader.read("f.json", bytes(file), findings);
        return findings.isEmpty();
    }

    private static List<Finding> findings(JsonNode file) {
        return new ScenarioCheck(content.library(), content.engines())
                .check("mine.json", bytes(file))
                .findings();
    }

    @Test
    void theExampleIsSoundAndWrittenAsItWasRead() {
        ObjectNode example = ScenarioFiles.example();
        assertThat(findings(example)).isEmpty();
        Scenario scenario = ScenarioReader.read("e.json", bytes(example), Findings.throwing());
        ObjectNode again = ScenarioWriter.json(scenario);
        assertThat(ScenarioReader.read("e.json", bytes(again), Findings.throwing()))
                .isEqualTo(scenario);
        assertThat(CanonicalJson.text(ScenarioWriter.json(ScenarioWriter.numbered(scenario, 1))))
                .isEqualTo(CanonicalJson.text(again));
    }

    @Test
    void schemaAndReaderAgreeOnEverySingleMistake() throws IOException {
        JsonNode node = ScenarioFiles.MAPPER.readTree(StrictJson.bytes(Scenario.class, "scenario.schema.json"));
        assertThat(REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(node))
                .isEmpty();
        Schema schema = REGISTRY.getSchema(node.toString(), InputFormat.JSON);
        assertThat(schema.validate(ScenarioFiles.example().toString(), InputFormat.JSON))
                .isEmpty();
        int mistakes = 0;
        for (JsonNode wrong : mutants()) {
            boolean right = schema.validate(wrong.toString(), InputFormat.JSON).isEmpty();
            assertThat(readerAccepts(wrong)).as(wrong.toString()).isEqualTo(right);
            mistakes += right ? 0 : 1;
        }
        assertThat(mistakes).isGreaterThan(100);
    }

    /** The example with one field left out, of another type, or more than there may be. */
    private static List<JsonNode> mutants() {
        List<JsonNode> all = new ArrayList<>();
        List<String> objects = new ArrayList<>();
        collect(ScenarioFiles.example(), "", objects);
        JsonNodeFactory make = JsonNodeFactory.instance;
        for (String pointer : objects) {
            List<String> names = new ArrayList<>();
            ScenarioFiles.example().at(pointer).fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                for (JsonNode value : new JsonNode[] {
                    make.missingNode(),
                    make.textNode(""),
                    make.numberNode(-1),
                    make.booleanNode(true),
                    make.objectNode()
                }) {
                    ObjectNode copy = ScenarioFiles.example();
                    ObjectNode place = (ObjectNode) (pointer.isEmpty() ? copy : copy.at(pointer));
                    if (value.isMissingNode()) {
                        place.remove(name);
                    } else {
                        place.set(name, value);
                    }
                    all.add(copy);
                }
            }
            ObjectNode copy = ScenarioFiles.example();
            ((ObjectNode) (pointer.isEmpty() ? copy : copy.at(pointer))).put("surplus", 1);
            all.add(copy);
        }
        return all;
    }

    private static void collect(JsonNode node, String pointer, List<String> objects) {
        if (node.isObject()) {
            objects.add(pointer);
            node.properties().forEach(field -> collect(field.getValue(), pointer + "/" + field.getKey(), objects));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, objects);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/plant | \"nowhere\" | /plant | nowhere",
                "/initialCondition | \"boiling\" | /initialCondition | cold",
                "/task | \"Z-9\" | /task | Z-9",
                "/events/4/fault | \"A-F99\" | /events/4/fault | OTS-FAULT-001",
                "/events/4/trigger/when | \"LIC-702 >\" | /events/4/trigger/when | LIC-702",
                "/events/4/trigger/when | \"XX-1 > 3\" | /events/4/trigger/when | XX-1",
                "/events/2/override | \"loud\" | /events/2/tag | OTS-FAULT-005",
                "/events/2/value | 5000 | /events/2/tag | 5000",
                "/events/3/target | \"HV-999\" | /events/3/target | HV-999",
                "/events/3/value | 101 | /events/3/target | 101",
                "/events/1/parameter | \"moon.phase\" | /events/1/parameter | OTS-FAULT-007",
                "/events/1/value | 95 | /events/1/value | OTS-SCENARIO-010",
                "/events/1/unit | \"kPa\" | /events/1/unit | OTS-SCENARIO-006",
                "/events/1/endSeconds | 3 | /events/1/endSeconds | OTS-SCENARIO-004",
                "/events/1/id | \"e1\" | /events/1/id | OTS-SCENARIO-003",
                "/events/1/id | \"k1\" | /events/1/id | OTS-SCENARIO-002",
                "/events/0/text/zh | \"a\\nb\" | /events/0/text | OTS-SCENARIO-007",
            })
    void everyMistakeIsNamedWithItsPlace(String pointer, String value, String place, String words) throws IOException {
        ObjectNode file = ScenarioFiles.example();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = slash == 0 ? file : file.at(pointer.substring(0, slash));
        ((ObjectNode) parent).set(pointer.substring(slash + 1), ScenarioFiles.MAPPER.readTree(value));
        List<Finding> findings = findings(file);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).pointer()).isEqualTo(place);
        assertThat(findings.get(0).in(Locale.ENGLISH)).contains(words).doesNotContainPattern("\\{\\d");
        assertThat(findings.get(0).in(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
    }

    @Test
    void aTaskOfAnotherPlantIsNamed() {
        ObjectNode file = ScenarioFiles.example().put("plant", "debutanizer");
        file.putArray("events");
        List<Finding> findings = findings(file);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).code()).isEqualTo(ScenarioError.TASK_PLANT);
    }

    @Test
    void thePageHasEveryFieldOfTheSchema() throws IOException {
        JsonNode node = ScenarioFiles.MAPPER.readTree(StrictJson.bytes(Scenario.class, "scenario.schema.json"));
        String page = ScenarioFiles.page();
        for (JsonNode properties : node.findValues("properties")) {
            properties.fieldNames().forEachRemaining(name -> {
                if (!name.equals("zh") && !name.equals("en")) {
                    assertThat(page).contains(name);
                }
            });
        }
    }
}
