package org.openots.common.json;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The JSON Schema of a format, for tests that hold it against files, pages and readers. */
public final class FormatSchema {
    /** Every format that has a schema. */
    public static final List<String> FORMATS = List.of(
            "plant",
            "flowsheet",
            "openots-instruments",
            "openots-control",
            "openots-interlocks",
            "openots-field",
            "faults",
            "layout",
            "openots-plot-plan",
            "initial-condition",
            "initial-condition-recipe",
            "component",
            "inert",
            "nrtl",
            "ideal",
            "peng-robinson",
            "property-sources");

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, FormatSchema> READ = new ConcurrentHashMap<>();

    private final JsonNode node;
    private final Schema schema;

    private FormatSchema(String format) {
        try {
            String text = new String(
                    StrictJson.bytes(FormatSchema.class, "/org/openots/schema/" + format + ".schema.json"),
                    StandardCharsets.UTF_8);
            node = MAPPER.readTree(text);
            schema = REGISTRY.getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static FormatSchema of(String format) {
        return READ.computeIfAbsent(format, FormatSchema::new);
    }

    /** The schema that the file itself names by its format. */
    public static FormatSchema ofFile(JsonNode file) {
        return of(file.path("format").asText());
    }

    public JsonNode node() {
        return node;
    }

    /** What the schema says against a file; empty for a sound one. */
    public List<String> mistakes(JsonNode file) {
        return schema.validate(file).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /** What the rules of draft 2020-12 say against the schema itself. */
    public List<String> mistakesOfItsOwn() {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        return meta.validate(node).stream().map(Object::toString).toList();
    }

    /** Names of all fields, at any depth. */
    public Set<String> fields() {
        Set<String> names = new TreeSet<>();
        eachField((name, field) -> names.add(name));
        return names;
    }

    /** All definitions of fields with the place of each, except those that forbid a field. */
    public Map<String, JsonNode> fieldDefinitions() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        eachField((name, field) -> all.put(all.size() + " " + name, field));
        return all;
    }

    private void eachField(BiConsumer<String, JsonNode> use) {
        visit(node, use);
    }

    /** Goes through what describes values; {@code if} only asks and {@code not} only forbids. */
    private static void visit(JsonNode schema, BiConsumer<String, JsonNode> use) {
        if (!schema.isObject()) {
            return;
        }
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            if (field.getValue().has("description")) {
                use.accept(field.getKey(), field.getValue());
            } else if (!onlyNarrows(field.getValue())) {
                throw new AssertionError("no description: " + field);
            }
            visit(field.getValue(), use);
        }
        schema.path("$defs").forEach(each -> visit(each, use));
        for (String one : List.of("items", "additionalProperties", "then", "else")) {
            visit(schema.path(one), use);
        }
        for (String several : List.of("allOf", "prefixItems")) {
            schema.path(several).forEach(each -> visit(each, use));
        }
    }

    /** In a branch, a field that is described elsewhere: forbidden, or with fewer words, or looked into. */
    private static boolean onlyNarrows(JsonNode field) {
        return field.isBoolean() || field.has("enum") || field.has("const") || field.has("items") || isInner(field);
    }

    private static boolean isInner(JsonNode field) {
        return field.has("properties") && !field.has("type");
    }
}
