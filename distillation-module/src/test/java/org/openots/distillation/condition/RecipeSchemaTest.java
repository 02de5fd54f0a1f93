package org.openots.distillation.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.SignalTable;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PlantPack;

/** The schema of recipes accepts those of the suite and rejects, as their reader does, every mistake of form. */
class RecipeSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path RECIPES = Path.of("src/main/resources/org/openots/distillation/conditions");
    private static final String PLANT = "ethanol-water-rig";

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                    new String(
                            StrictJson.bytes(
                                    PlantPack.class, "/org/openots/schema/initial-condition-recipe.schema.json"),
                            StandardCharsets.UTF_8),
                    InputFormat.JSON);

    @Test
    void acceptsTheRecipesOfTheSuite() throws IOException {
        try (Stream<Path> files = Files.walk(RECIPES)) {
            List<Path> recipes =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(recipes).hasSizeGreaterThanOrEqualTo(15);
            for (Path recipe : recipes) {
                assertThat(schema.validate(MAPPER.readTree(Files.readString(recipe))))
                        .as(recipe.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void rejectsWhatTheReaderRejects() throws IOException {
        PlantPack pack = PlantPack.shipped(PLANT);
        SignalTable signals = new PlantEngine(pack, pack.initialCondition("cold"), 0).signals();
        String right = Files.readString(RECIPES.resolve(PLANT).resolve("normal.json"));
        ConditionRecipe.read(StrictJson.parse("normal.json", right, Findings.throwing()), PLANT, "normal", signals);
        for (String place : List.of("", "/title", "/charges/0", "/steady/0")) {
            ObjectNode object = (ObjectNode) MAPPER.readTree(right).at(place);
            object.fieldNames().forEachRemaining(field -> {
                both(right, place, o -> o.remove(field), signals);
                both(right, place, o -> o.put(field, true), signals);
            });
            both(right, place, o -> o.put("surplus", 1), signals);
        }
        both(right, "", o -> o.put("window", "30 furlong"), signals);
        both(right, "/steady/0", o -> o.put("within", 0), signals);
        both(right, "", o -> o.put("formatVersion", "2.0"), signals);
    }

    private void both(String right, String place, Consumer<ObjectNode> mistake, SignalTable signals) {
        try {
            JsonNode file = MAPPER.readTree(right);
            mistake.accept((ObjectNode) file.at(place));
            assertThat(schema.validate(file)).as(place + " " + file.at(place)).isNotEmpty();
            assertThatThrownBy(() -> ConditionRecipe.read(
                            StrictJson.parse("normal.json", file.toString(), Findings.throwing()),
                            PLANT,
                            "normal",
                            signals))
                    .as(place + " " + file.at(place))
                    .isInstanceOf(OtsException.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
