package org.openots.hazop.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.openots.common.json.StrictJson;

/** Pages and schemas of this module's formats, for tests that hold them against the readers. */
public final class Pages {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Set<String> EVERYWHERE = Set.of("zh", "en");

    private Pages() {}

    /** The one example of a page. */
    public static String example(String page) {
        String text = text(page);
        int start = text.indexOf("```json\n") + "```json\n".length();
        return text.substring(start, text.indexOf("```", start));
    }

    private static String text(String page) {
        try {
            return Files.readString(Path.of("..", "docs", "data-formats", page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails for every field that the page does not name as code. */
    public static void tells(String page, Set<String> fields) {
        String text = text(page);
        Set<String> missing = new TreeSet<>(fields);
        missing.removeAll(EVERYWHERE);
        assertThat(missing).isNotEmpty();
        missing.removeIf(field -> text.matches("(?s).*[`.]" + field + "[`\\[].*"));
        assertThat(missing).as("fields that " + page + " does not name").isEmpty();
    }

    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode schemaNode(Class<?> owner, String file) {
        return json(new String(StrictJson.bytes(owner, file), StandardCharsets.UTF_8));
    }

    public static Schema schema(Class<?> owner, String file) {
        return REGISTRY.getSchema(schemaNode(owner, file).toString(), InputFormat.JSON);
    }

    /** What the rules of draft 2020-12 say against a schema. */
    public static void isSound(JsonNode schema) {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(schema)).isEmpty();
    }

    /** Names of all fields that a schema describes, each in Chinese and then in English. */
    public static Set<String> fields(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        collect(schema, names);
        return names;
    }

    private static void collect(JsonNode schema, Set<String> names) {
        schema.path("properties").properties().forEach(field -> {
            if (field.getValue().has("description")) {
                String[] texts = field.getValue().path("description").asText().split("\n", -1);
                assertThat(texts).as(field.getKey()).hasSize(2);
                assertThat(texts[0]).as(field.getKey()).matches(".*\\p{IsHan}.*");
                assertThat(texts[1]).as(field.getKey()).matches("[\\x20-\\x7e°]+");
                names.add(field.getKey());
            }
        });
        schema.forEach(child -> collect(child, names));
    }
}
