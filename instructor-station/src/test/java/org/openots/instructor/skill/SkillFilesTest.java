package org.openots.instructor.skill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.catalog.TaskOutline;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.hazop.DrillTasks;
import org.openots.instructor.store.Database;
import org.openots.instructor.store.RunIndex;

/** The files about skills: page, schema and reader tell the same, and the shipped ones name what there is. */
class SkillFilesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Map<String, TaskOutline> TASKS = new LinkedHashMap<>();

    @BeforeAll
    static void load(@TempDir Path data) {
        StationContent content = new SuiteContent().load();
        try (Database database = Database.open(data, Clock.systemUTC())) {
            DrillTasks drills = new DrillTasks(content.library(), new RunIndex(database));
            Subjects subjects = new Subjects(content.library(), content.hazop().tasks(), List.of(drills));
            TASKS.putAll(subjects.outlines());
            content.hazop().tasks().tasks().forEach(task -> TASKS.put(task.id(), subjects.outline(task.id())));
        }
    }

    private static ObjectNode example(int number) {
        try {
            String[] parts = Files.readString(Path.of("..", "docs", "data-formats", "skills.md"))
                    .split("```", -1);
            return (ObjectNode) MAPPER.readTree(parts[1 + 2 * number].substring("json".length()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Finding> read(JsonNode file) {
        Findings findings = Findings.collecting();
        byte[] json = file.toString().getBytes(StandardCharsets.UTF_8);
        if (file.path("functions").isMissingNode() && !file.path("tasks").isMissingNode()) {
            Map<String, Certificate> certificates = SkillMap.load(Path.of("none"), TASKS).certificates().stream()
                    .collect(java.util.stream.Collectors.toMap(Certificate::code, one -> one));
            var unused = SkillMapReader.evidence(
                    "e.json", json, new SkillMapReader.Known(certificates, TASKS, true), findings);
        } else {
            var unused = SkillMapReader.certificate("c.json", json, findings);
        }
        return findings.all();
    }

    @Test
    void whatTheSuiteShipsNamesTasksAndItemsThatExistAndEveryTask() {
        assertThat(SkillMap.check(TASKS)).isEmpty();
        SkillMap map = SkillMap.load(Path.of("none"), TASKS);
        assertThat(TASKS.keySet())
                .allSatisfy(task -> assertThat(map.of(task)).as(task).isNotEmpty());
        Certificate distillation = map.certificates().get(0);
        assertThat(distillation.functions()).hasSize(9);
        assertThat(map.certificates().get(1).functions()).hasSize(5);
    }

    /** What every item of a task gives points for is said to show something: nothing is trained and not counted. */
    @Test
    void noItemOfATaskShowsNothing() {
        SkillMap map = SkillMap.load(Path.of("none"), TASKS);
        List<String> silent = new ArrayList<>();
        TASKS.forEach((task, outline) -> outline.items().stream()
                .filter(item -> map.of(task).stream().noneMatch(one -> one.whole() || one.shownBy(item.id())))
                .forEach(item -> silent.add(task + " " + item.id())));
        assertThat(silent).isEmpty();
    }

    @Test
    void examplesOfThePageAreSoundAndSchemaAndReaderAgreeOnMistakes() throws IOException {
        for (int number = 0; number < 2; number++) {
            ObjectNode example = example(number);
            String name = example.path("format").asText() + ".schema.json";
            Schema schema = REGISTRY.getSchema(
                    new String(StrictJson.bytes(SkillMap.class, name), StandardCharsets.UTF_8), InputFormat.JSON);
            assertThat(read(example)).isEmpty();
            assertThat(schema.validate(example.toString(), InputFormat.JSON)).isEmpty();
            int mistakes = 0;
            for (JsonNode wrong : mutants(example)) {
                boolean right =
                        schema.validate(wrong.toString(), InputFormat.JSON).isEmpty();
                if (!right) {
                    assertThat(read(wrong)).as(wrong.toString()).isNotEmpty();
                    mistakes++;
                }
            }
            assertThat(mistakes).isGreaterThan(40);
        }
    }

    /** The example with one field left out, of another type, empty, or more than there may be. */
    private static List<JsonNode> mutants(ObjectNode example) {
        List<JsonNode> all = new ArrayList<>();
        List<String> objects = new ArrayList<>();
        objects(example, "", objects);
        JsonNodeFactory make = JsonNodeFactory.instance;
        for (String pointer : objects) {
            List<String> names = new ArrayList<>();
            example.at(pointer).fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                for (JsonNode value : List.of(
                        make.missingNode(),
                        make.textNode(""),
                        make.numberNode(-1),
                        make.objectNode(),
                        make.arrayNode())) {
                    if (value.isMissingNode() && name.equals("after")) {
                        continue;
                    }
                    ObjectNode copy = example.deepCopy();
                    ObjectNode place = (ObjectNode) copy.at(pointer);
                    if (value.isMissingNode()) {
                        place.remove(name);
                    } else {
                        place.set(name, value);
                    }
                    all.add(copy);
                }
            }
            ObjectNode copy = example.deepCopy();
            ((ObjectNode) copy.at(pointer)).put("surplus", 1);
            all.add(copy);
        }
        return all;
    }

    private static void objects(JsonNode node, String pointer, List<String> all) {
        if (node.isObject()) {
            all.add(pointer);
            node.properties().forEach(field -> objects(field.getValue(), pointer + "/" + field.getKey(), all));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                objects(node.get(i), pointer + "/" + i, all);
            }
        }
    }

    private static void only(JsonNode wrong, SkillError code, String... told) {
        List<Finding> findings = read(wrong);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).code()).isEqualTo(code);
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(findings.get(0).in(locale)).contains(told).doesNotContainPattern("\\{\\d");
        }
    }

    @Test
    void namesEachMistake() {
        ObjectNode circle = example(0);
        ((ObjectNode) circle.at("/functions/0")).putArray("after").add("S-2");
        assertThat(read(circle)).extracting(Finding::code).containsOnly(SkillError.CIRCLE);
        ObjectNode twice = example(0);
        ((ObjectNode) twice.at("/functions/1/skills/0")).put("id", "S-1.look");
        only(twice, SkillError.DUPLICATE, "S-1.look", "/functions/1/skills/0/id");
        ObjectNode code = example(0);
        code.put("certificate", "school");
        only(code, SkillError.ID_FORM, "school");
        ObjectNode item = example(1);
        ((ArrayNode) item.at("/tasks/0/evidence/0/items")).set(0, "S09");
        only(item, SkillError.ITEM_UNKNOWN, "S09", "A-5", "S01, S02");
        ObjectNode star = example(1);
        ((ArrayNode) star.at("/tasks/1/evidence/0/items")).set(0, "b*k");
        assertThat(read(star)).extracting(Finding::code).contains(SkillError.ITEM_FORM);
        ObjectNode task = example(1);
        ((ArrayNode) task.at("/tasks/1/tasks")).set(0, "R-9");
        assertThat(read(task).get(0).in(Locale.ENGLISH)).contains("R-9", "R-09");
        ObjectNode skill = example(1);
        ((ObjectNode) skill.at("/tasks/1/evidence/0")).put("skill", "JL-9.pumps");
        assertThat(read(skill).get(0).in(Locale.SIMPLIFIED_CHINESE)).contains("JL-9.pumps", "JL-9.pump");
    }

    @Test
    void aFileOfTheSchoolCountsAndOneWithMistakesIsLeftOutWhole(@TempDir Path folder) throws IOException {
        ObjectNode good = example(1);
        good.withArray("tasks").remove(0);
        ((ObjectNode) good.at("/tasks/0/evidence/0")).put("skill", "JL-9.drain");
        Files.writeString(folder.resolve("evidence-ours.json"), good.toString());
        Files.writeString(folder.resolve("certificate-ours.json"), example(0).toString());
        Files.writeString(
                folder.resolve("evidence-wrong.json"),
                example(1).put("certificate", "XX").toString());
        Files.writeString(folder.resolve("notes.json"), "{");
        SkillMap map = SkillMap.load(folder, TASKS);
        assertThat(map.of("R-09")).containsExactly(new Evidence("JL-9.drain", List.of("*")));
        assertThat(map.of("A-5")).hasSize(3);
        assertThat(map.certificates()).extracting(Certificate::code).containsExactly("JL", "HA", "SCHOOL");
        assertThat(map.mistakes())
                .extracting(Finding::file)
                .contains("skills/evidence-wrong.json", "skills/notes.json");
    }

    /** Bytes of all kinds end in named mistakes, never in an exception. */
    @Test
    void nothingBreaksTheReader(@TempDir Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        byte[] sound = example(1).toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 200; i++) {
            byte[] broken = sound.clone();
            for (int j = random.nextInt(1, 6); j > 0; j--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            Files.write(folder.resolve("x.json"), broken);
            assertThat(SkillMap.load(folder, TASKS).certificates()).isNotEmpty();
        }
    }
}
