package org.openots.dcs.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.SignalRange;
import org.openots.dcs.map.MappedTag.TimeForm;
import org.openots.dcs.map.MappedTag.Write;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.plant.PlantPack;

/** The reader, the schema and the page of tag maps tell the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TagMapReaderTest {
    private static final Path PAGE = Path.of("..", "docs", "data-formats", "tag-map.md");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlantSignals signals;
    private String page;
    private String example;
    private JsonNode schemaNode;
    private Schema schema;
    private SchemaRegistry registry;

    @BeforeAll
    void open() throws IOException {
        signals = PlantSignals.of(PlantPack.shipped("ethanol-water-rig"));
        page = Files.readString(PAGE);
        int start = page.indexOf("```json\n") + "```json\n".length();
        example = page.substring(start, page.indexOf("```", start));
        byte[] bytes = StrictJson.bytes(TagMapReader.class, "openots-tag-map.schema.json");
        schemaNode = MAPPER.readTree(bytes);
        registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        schema = registry.getSchema(schemaNode.toString(), InputFormat.JSON);
    }

    private List<Finding> findings(String json) {
        Findings findings = Findings.collecting();
        TagMapReader.read("map.json", json.getBytes(StandardCharsets.UTF_8), plant -> signals, findings);
        return findings.all();
    }

    @Test
    void theExampleOfThePage() {
        TagMap map = TagMapReader.read(
                "map.json", example.getBytes(StandardCharsets.UTF_8), plant -> signals, Findings.throwing());
        assertThat(map.plant()).isEqualTo("ethanol-water-rig");
        MappedTag first = map.tags().get(0);
        assertThat(first.conversion().convert(212)).isCloseTo(100, within(1e-9));
        assertThat(first.source().qualityMap()).isEqualTo(QualityMap.NEURON);
        assertThat(first.checks())
                .isEqualTo(new MappedTag.Checks(new SignalRange(0, 150), false, OptionalDouble.of(5), 1, 5, 600, 0.05));
        assertThat(first.calibration().orElseThrow().overdueFrom()).isEqualTo(LocalDate.of(2027, 3, 2));
        MappedTag second = map.tags().get(1);
        assertThat(second.conversion().convert(605)).isEqualTo(60.5);
        assertThat(second.source().timeForm()).isEqualTo(TimeForm.ISO);
        assertThat(second.checks().range()).isEqualTo(new SignalRange(0, 120));
        assertThat(second.checks().timeoutSeconds()).isEqualTo(3);
        assertThat(map.tags().get(2).write()).isEqualTo(Write.SP);
        assertThat(map.groups())
                .extracting(g -> g.filter().toString())
                .containsExactly("/neuron/dcs1/JX300/col", "box/+/data", "spBv1.0/school/+/rig");
    }

    /** Each mistake: what is replaced, by what, pointer, code, words of the sentences. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"degF\"|\"degX\"|/tags/0/unit/in|OTS-MAP-001|不认识单位|is not known",
                "\"degF\"|\"kPa\"|/tags/0/unit/in|OTS-MAP-002|不能换算|cannot be converted",
                "\"out\": \"°C\"|\"out\": \"K\"|/tags/0/unit/out|OTS-MAP-003|装置中 TI-702|not that of TI-702",
                "\"box/+/data\"|\"box/#\"|/tags/1/topic|OTS-MAP-005|通配符|wildcard",
                "\"box/+/data\"|\"box/a+/data\"|/tags/1/topic|OTS-MAP-006|过滤器|topic filter",
                "spBv1.0/school/+/rig|spBv1.0/school/NDATA/rig|/tags/2/topic|OTS-MAP-007|Sparkplug|edge-node",
                "\"qos\": 1|\"qos\": 2|/qos|OTS-MAP-008|QoS 2|QoS 2",
                "[0, 150]|[150, 0]|/tags/0/range|OTS-MAP-009|是空的|is empty",
                "[0, 150]|[0]|/tags/0/range|OTS-JSON-007|两个数|two numbers",
                "/data/3/v|data/3/v|/tags/1/pointer|OTS-MAP-010|RFC 6901|RFC 6901",
                "/data/3/q|/data/3/~q|/tags/1/quality/pointer|OTS-MAP-010|RFC 6901|RFC 6901",
                "Asia/Shanghai|Asia/Peking|/tags/1/time/zone|OTS-MAP-011|没有时区|no time zone",
                "\"timeout\": \"5 s\"|\"timeout\": \"1 s\"|/tags/0/timeout|OTS-MAP-013|过期|stale",
                "\"timeout\": \"5 s\"|\"timeout\": \"5\"|/tags/0/timeout|OTS-JSON-016|5|5",
                "2026-03-01|2026-02-30|/tags/0/calibration/date|OTS-MAP-014|不是日期|no day",
                "\"item\": \"TI-101.PV\"|\"pointer\": \"/x\"|/tags/0/pointer|OTS-MAP-015|没有意义|means nothing",
                "\"gain\": 0.1|\"gain\": 0|/tags/1/scale/gain|OTS-MAP-016|不能为 0|gain of 0",
                "\"tag\": \"FIC-701\",|\"tag\": \"TI-702\",|/tags/1/tag|OTS-JSON-012|TI-702|TI-702",
                "\"tag\": \"FIC-701\",|\"tag\": \"FIC-799\",|/tags/1/tag|OTS-JSON-014|FIC-799|FIC-799",
                "\"tag\": \"FIC-701\",|\"tag\": \"nothing at all\",|/tags/1/tag|OTS-JSON-013|信号|signal",
                "\"plant\": \"ethanol-water-rig\"|\"plant\": \"moon\"|/plant|OTS-JSON-013|装置|plant",
                "\"dialect\": \"pointer\"|\"dialect\": \"xml\"|/tags/1/dialect|OTS-JSON-008|xml|xml",
                "\"rate\": 5|\"rate\": -5|/tags/0/rate|OTS-JSON-003|大于 0|positive",
                "\"rate\": 5|\"rat\": 5|/tags/0|OTS-JSON-006|rate|rate",
                "\"validDays\": 365|\"validDays\": 0|/tags/0/calibration/validDays|OTS-JSON-003|整数|whole number",
                "\"formatVersion\": \"1.0\"|\"formatVersion\": \"2.0\"|/formatVersion|OTS-JSON-011|2.0|2.0"
            })
    void everyMistakeIsNamedInBothLanguages(
            String right, String wrong, String pointer, String code, String zh, String en) {
        assertThat(example).contains(right);
        List<Finding> findings = findings(example.replace(right, wrong));
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.pointer()).isEqualTo(pointer);
            assertThat(finding.code().code()).isEqualTo(code);
            assertThat(finding.in(Locale.SIMPLIFIED_CHINESE)).contains(zh, "map.json#" + pointer);
            assertThat(finding.in(Locale.ENGLISH)).contains(en);
            assertThat(finding.hintIn(Locale.ENGLISH)).isNotBlank();
        });
    }

    @Test
    void twoTagsFromOneItemAlsoThroughAWildcard() {
        String twice = example.replace("\"tag\": \"FIC-701.SP\"", "\"tag\": \"TI-703\"")
                .replace("\"topic\": \"spBv1.0/school/+/rig\"", "\"topic\": \"/neuron/dcs1/+/col\"")
                .replace("\"dialect\": \"sparkplug\"", "\"dialect\": \"neuron-values\"")
                .replace("\"item\": \"FIC-701/SP\"", "\"item\": \"TI-101.PV\"");
        assertThat(findings(twice)).extracting(Finding::pointer).containsExactly("/tags/2/item");
        assertThat(findings(twice).get(0).code()).isEqualTo(MapError.SAME_ITEM);
        assertThat(findings(twice.replace("\"item\": \"TI-101.PV\",\n      \"write\"", "\"write\"")))
                .isEmpty();
    }

    @Test
    void oneTopicHasOneFormOfMessages() {
        String mixed = example.replace("box/+/data", "/neuron/dcs1/JX300/col");
        assertThat(findings(mixed)).extracting(Finding::code).containsExactly(MapError.MIXED);
        assertThat(findings(mixed).get(0).in(Locale.ENGLISH))
                .contains("is pointer here", "neuron-values epoch-ms Asia/Shanghai for the tag TI-702");
    }

    @Test
    void aFileThatIsNoMap() {
        assertThat(findings("")).extracting(f -> f.code().code()).containsExactly("OTS-JSON-001");
        assertThat(findings("{\"format\":\"rubric\",\"formatVersion\":\"1.0\"}"))
                .extracting(f -> f.code().code())
                .containsExactly("OTS-JSON-010");
        assertThat(
                        findings(
                                "{\"format\":\"openots-tag-map\",\"formatVersion\":\"1.0\",\"plant\":\"debutanizer\",\"tags\":[]}"))
                .extracting(f -> f.code().code())
                .containsExactly("OTS-JSON-018");
    }

    @Test
    void theSchemaIsSoundAndAcceptsTheExample() throws IOException {
        Schema meta = registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(schemaNode)).isEmpty();
        assertThat(schema.validate(MAPPER.readTree(example))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"qos\": 1|\"qos\": 2",
                "\"qos\": 1|\"qos\": \"1\"",
                "\"box/+/data\"|\"box/#\"",
                "[0, 150]|[0]",
                "[0, 150]|[0, \"150\"]",
                "/data/3/v|data/3/v",
                "\"pointer\": \"/data/3/v\",|",
                "\"dialect\": \"pointer\"|\"dialect\": \"xml\"",
                "\"map\": \"opc-da\"|\"map\": \"opc\"",
                ", \"map\": \"opc-da\"|",
                "\"rate\": 5|\"rate\": 0",
                "\"rate\": 5|\"rat\": 5",
                "\"timeout\": \"5 s\"|\"timeout\": \"5\"",
                "\"timeout\": \"5 s\"|\"timeout\": \"5 kPa\"",
                "\"frozen\": 600|\"frozen\": 1.5",
                "\"deadband\": 0.05|\"deadband\": -1",
                "\"clamp\": true|\"clamp\": 1",
                "\"write\": \"sp\"|\"write\": \"SP\"",
                "\"tag\": \"TI-702\",|",
                "\"topic\": \"box/+/data\",|",
                "\"form\": \"iso\"|\"form\": \"ms\"",
                "\"validDays\": 365|\"validDays\": 0",
                "\"2026-03-01\"|\"1.3.2026\"",
                "\"plant\": \"ethanol-water-rig\",|"
            })
    void schemaAndReaderRejectTheSame(String right, String wrong) throws IOException {
        assertThat(example).contains(right);
        String damaged = example.replace(right, wrong == null ? "" : wrong);
        assertThat(schema.validate(MAPPER.readTree(damaged))).isNotEmpty();
        assertThat(findings(damaged)).isNotEmpty();
    }

    @Test
    void pageAndSchemaNameEveryField() {
        Set<String> fields = new TreeSet<>();
        collect(schemaNode, fields);
        JsonCursor root = StrictJson.parse("f", example, Findings.throwing());
        assertThat(fields)
                .hasSize(32)
                .containsAll(root.optional("tags").orElseThrow().items().stream()
                        .flatMap(tag -> tag.fields().keySet().stream())
                        .toList());
        for (String field : fields) {
            assertThat(page).as(field).matches("(?s).*[`.]" + field + "[`\\[].*");
            assertThat(example).as(field).contains("\"" + field + "\"");
        }
    }

    private static void collect(JsonNode node, Set<String> names) {
        node.path("properties").properties().forEach(field -> {
            if (field.getValue().has("description")) {
                String[] texts = field.getValue().path("description").asText().split("\n", -1);
                assertThat(texts).as(field.getKey()).hasSize(2);
                assertThat(texts[0]).as(field.getKey()).matches(".*\\p{IsHan}.*");
                names.add(field.getKey());
            }
        });
        node.forEach(child -> collect(child, names));
    }

    @Test
    void unitsOfGatewaysAreRight() {
        assertThat(GatewayUnits.find("degF").orElseThrow().toSi(212)).isCloseTo(373.15, within(1e-9));
        assertThat(GatewayUnits.find("psi").orElseThrow().toSi(1)).isCloseTo(6894.757, within(1e-3));
        assertThat(GatewayUnits.find("kgf/cm2(g)").orElseThrow().toSi(0)).isEqualTo(101_325);
        assertThat(GatewayUnits.find("mmHg").orElseThrow().toSi(760)).isCloseTo(101_325, within(1e-6));
        assertThat(GatewayUnits.find("nonsense")).isEmpty();
    }
}
