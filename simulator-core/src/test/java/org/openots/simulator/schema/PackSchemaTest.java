package org.openots.simulator.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.json.FormatPage;
import org.openots.common.json.FormatSchema;
import org.openots.common.json.NameForm;
import org.openots.common.unit.Units;

/** The schemas are sound, accept every file of the suite, and tell the same fields as the files and the pages. */
class PackSchemaTest {
    static final List<String> FORMATS = FormatSchema.FORMATS;

    private static final Path MAIN = Path.of("src/main/resources/org/openots");
    private static final Path TEST = Path.of("src/test/resources/org/openots");

    private static final Map<String, String> PAGES = pages();

    private static Map<String, String> pages() {
        Map<String, String> pages = new HashMap<>();
        FORMATS.forEach(format -> pages.put(format, format + ".md"));
        List.of("openots-instruments", "openots-control", "openots-interlocks", "openots-field")
                .forEach(format -> pages.put(format, "plant-automation.md"));
        pages.put("openots-plot-plan", "plot-plan.md");
        pages.put("initial-condition-recipe", "initial-condition.md");
        List.of("component", "inert", "nrtl", "ideal", "peng-robinson", "property-sources")
                .forEach(format -> pages.put(format, "component-properties.md"));
        return pages;
    }

    /** Every file of a plant pack in the suite and its tests, packs of earlier versions among them. */
    static List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(
                MAIN.resolve("plants"),
                MAIN.resolve("simulator/thermo"),
                TEST.resolve("plants"),
                TEST.resolve("simulator/flowsheet"),
                TEST.resolve("simulator/automation"))) {
            try (Stream<Path> found = Files.walk(folder)) {
                found.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void acceptsEveryFile(Path file) {
        assertThat(FormatSchema.ofFile(json(file)).mistakes(json(file))).isEmpty();
    }

    @Test
    void acceptsEveryExampleOfThePages() throws IOException {
        int read = 0;
        for (String page : new TreeSet<>(PAGES.values())) {
            if (!Files.readString(Path.of("..", "docs", "data-formats", page)).contains("```json\n")) {
                continue;
            }
            for (String example : FormatPage.of(page).examples()) {
                if (example.startsWith("{")) { // parts of files have no format to go by
                    JsonNode file = new ObjectMapper().readTree(example);
                    assertThat(FormatSchema.ofFile(file).mistakes(file))
                            .as(page)
                            .isEmpty();
                    read++;
                }
            }
        }
        assertThat(read).as("examples that are whole files").isGreaterThanOrEqualTo(5);
    }

    @Test
    void everySchemaOfTheSuiteIsTested() throws IOException {
        try (Stream<Path> schemas = Files.list(MAIN.resolve("schema"))) {
            assertThat(schemas.map(file -> String.valueOf(file.getFileName()).replace(".schema.json", "")))
                    .containsExactlyInAnyOrderElementsOf(FORMATS);
        }
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void isItselfSound(String format) {
        FormatSchema schema = FormatSchema.of(format);
        assertThat(schema.mistakesOfItsOwn()).isEmpty();
        assertThat(schema.node().path("$schema").asText()).endsWith("/draft/2020-12/schema");
        assertThat(schema.node().path("$id").asText()).isEqualTo("urn:openots:schema:" + format);
        // what another format has under the same name is the same thing
        for (String other : FORMATS) {
            JsonNode shared = FormatSchema.of(other).node().path("$defs");
            for (String name : List.of("texts", "word", "range", "charge")) {
                JsonNode here = schema.node().path("$defs").path(name);
                boolean both = !here.isMissingNode() && shared.has(name) && !layoutRange(name, format, other);
                if (both) {
                    assertThat(here).as(name + " of " + other).isEqualTo(shared.get(name));
                }
            }
        }
    }

    /** A range of a drawing is in any unit, one of property data is of temperatures. */
    private static boolean layoutRange(String name, String format, String other) {
        return name.equals("range") && (format.equals("layout") != other.equals("layout"));
    }

    /** Every object says what it may have, every field what it is, in Chinese and then in English. */
    @ParameterizedTest
    @FieldSource("FORMATS")
    void everyFieldIsDescribed(String format) {
        Map<String, JsonNode> fields = FormatSchema.of(format).fieldDefinitions();
        assertThat(fields).isNotEmpty().allSatisfy((name, field) -> {
            String[] texts = field.path("description").asText().split("\n", -1);
            assertThat(texts).as(name).hasSize(2);
            assertThat(texts[1]).as(name).matches("[\\x20-\\x7e°³…]+");
            assertThat(texts[0]).as(name).isNotBlank().isNotEqualTo("。");
            assertThat(field.has("type") || field.has("$ref")).as(name).isTrue();
        });
        closed(FormatSchema.of(format).node(), "");
    }

    /** Whoever lists fields without looking for a kind allows no others. */
    private static void closed(JsonNode schema, String pointer) {
        boolean object = schema.path("type").asText().equals("object") && !schema.has("allOf") && !schema.has("if");
        if (object) {
            assertThat(schema.has("additionalProperties")).as(pointer).isTrue();
        }
        for (Map.Entry<String, JsonNode> child : schema.properties()) {
            closed(child.getValue(), pointer + "/" + child.getKey());
        }
        for (int i = 0; schema.isArray() && i < schema.size(); i++) {
            closed(schema.get(i), pointer + "/" + i);
        }
    }

    /** Every unit of the suite, and no other, for every kind of quantity. */
    @ParameterizedTest
    @FieldSource("FORMATS")
    void quantitiesKnowTheUnitsOfTheSuite(String format) {
        for (Map.Entry<String, JsonNode> definition :
                FormatSchema.of(format).node().path("$defs").properties()) {
            if (definition.getKey().startsWith("quantity-")) {
                Pattern pattern =
                        Pattern.compile(definition.getValue().path("pattern").asText());
                String title = definition.getValue().path("title").asText();
                Matcher listed = Pattern.compile("unit \\((.*)\\)$").matcher(title);
                assertThat(listed.find()).as(title).isTrue();
                Set<String> units = Set.of(listed.group(1).split(", ", -1));
                String dimension = Units.of(units.iterator().next()).dimension();
                assertThat(units).isEqualTo(Units.symbols(dimension));
                assertThat(units)
                        .allMatch(unit -> pattern.matcher("1.5e-3 " + unit).matches());
                for (String unit : Units.symbols("s")) {
                    boolean time = dimension.equals("s");
                    assertThat(pattern.matcher("1 " + unit).matches()).isEqualTo(time);
                }
                assertThat(pattern.matcher("1.5").matches()).isEqualTo(dimension.equals("1"));
            }
        }
    }

    /** Names of one form are the same in every schema and in the readers. */
    @Test
    void namesHaveTheFormsOfTheReaders() {
        Set<String> found = new TreeSet<>();
        for (String format : FORMATS) {
            for (Map.Entry<String, JsonNode> definition :
                    FormatSchema.of(format).node().path("$defs").properties()) {
                String name = definition.getKey();
                if (name.startsWith("name-")) {
                    NameForm form =
                            NameForm.valueOf(name.substring("name-".length()).toUpperCase(Locale.ROOT));
                    assertThat(definition.getValue().path("pattern").asText())
                            .as(format + " " + name)
                            .isEqualTo(form.pattern());
                    found.add(form.name());
                }
            }
        }
        assertThat(found).hasSize(NameForm.values().length);
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void thePageNamesEveryField(String format) {
        FormatPage.of(String.valueOf(PAGES.get(format)))
                .tells(FormatSchema.of(format).fields());
    }

    /** The files, which are read without an unknown field, use every field of the schemas, so that none is invented. */
    @Test
    void everyFieldIsUsedByAFile() throws IOException {
        Map<String, Set<String>> used = new HashMap<>();
        for (Path path : files()) {
            JsonNode file = json(path);
            collect(file, used.computeIfAbsent(file.path("format").asText(), k -> new TreeSet<>()));
        }
        for (String example : FormatPage.of("component-properties.md").examples()) {
            JsonNode file = new ObjectMapper().readTree(example);
            collect(file, used.computeIfAbsent(file.path("format").asText(), k -> new TreeSet<>()));
        }
        for (String format : FORMATS) {
            if (!format.equals("initial-condition-recipe")) { // its files are those of the module that makes conditions
                assertThat(used.get(format))
                        .as(format)
                        .containsAll(FormatSchema.of(format).fields());
            }
        }
    }

    private static void collect(JsonNode node, Set<String> names) {
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(child -> collect(child, names));
    }
}
