package org.openots.distillation.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.SignalTable;
import org.openots.distillation.robot.RobotLibrary;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;

/** Initial conditions are made by recipe; the long recipe of the suite is run by the test of {@code plant ic}. */
class ConditionMakerTest {
    private static final String PLANT = "ethanol-water-rig";
    private static final PlantPack PACK = PlantPack.shipped(PLANT);

    private static SignalTable signals() {
        return new PlantEngine(PACK, PACK.initialCondition("cold"), 0).signals();
    }

    /** Two windows of 20 s from the normal condition, in which nothing but the tanks moves. */
    private static ConditionRecipe recipe(double within) {
        String json = ("{'format': 'initial-condition-recipe', 'formatVersion': '1.0', 'id': 'warm', 'plant': '" + PLANT
                        + "', 'title': {'zh': '热态', 'en': 'Warm'}, 'from': 'normal', 'seed': 3, 'scripts': ['settle-normal'],"
                        + " 'refillEvery': '15 s', 'window': '20 s', 'longest': '2 min', 'charges': [{'holdup': 'feed-tank',"
                        + " 'volume': '150 L', 'massFractions': {'ethanol': '20 wt%', 'water': '80 wt%'}}],"
                        + " 'steady': [{'signal': 'TIC-705', 'within': " + within + ", 'unit': '°C'}]}")
                .replace('\'', '"');
        return ConditionRecipe.read(cursor(json), PLANT, "warm", signals());
    }

    private static JsonCursor cursor(String json) {
        return StrictJson.parse("warm.json", json, Findings.throwing());
    }

    private static void refused(ErrorCode code, Runnable action, String... words) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(OtsException.class, e -> {
            assertThat(e.errorCode()).isEqualTo(code);
            assertThat(e.messageIn(Locale.ENGLISH)).contains(words);
            assertThat(e.messageIn(Locale.SIMPLIFIED_CHINESE)).contains(words);
        });
    }

    @Test
    void thePlantRunsUntilItIsSteadyAndItsTanksAreFull() throws JsonProcessingException {
        List<String> steps = new ArrayList<>();
        ConditionMaker.Made made =
                ConditionMaker.make(PACK, recipe(0.5), (time, step, largest, signal) -> steps.add(step + signal));
        assertThat(steps).containsExactly("settle-normal", "settleTIC-705");
        JsonNode file = new ObjectMapper().readTree(made.json());
        assertThat(file.path("id").asText()).isEqualTo("warm");
        assertThat(file.path("madeBy").asText()).contains("plant ic", PLANT, "warm");
        JsonNode presets = file.path("presets");
        assertThat(presets.path("TIC-705.SP").asDouble()).isEqualTo(80.9);
        assertThat(presets.path("JIC-701.MODE").asInt()).isEqualTo(2);
        assertThat(presets.path("HV-713").asDouble()).isEqualTo(100);
        assertThat(presets.path("TIC-705.OP").asText()).matches("\\d+\\.\\d{1,3}");
        assertThat(file.path("processState").path("count").asInt())
                .isEqualTo(PACK.initialCondition("normal").state().size());
        assertThat(runsFrom(made.json()).processValue("feed-tank.V")).isCloseTo(0.15, within(0.001));
    }

    /** Remembers what it is told. */
    private static final class Told implements ConditionBatch.Listener {
        private final List<String> ids = new ArrayList<>();

        @Override
        public void begins(String id) {
            ids.add(id);
        }

        @Override
        public void reached(double time, String step, double largest, String signal) {
            ids.add(step);
        }
    }

    private static ConditionRecipe from(String id, String from) {
        String json = example()
                .replace("\"warm\"", "\"" + id + "\"")
                .replace("\"from\": \"normal\"", "\"from\": \"" + from + "\"")
                .replace("TIC-705", "HV-713")
                .replace("°C", "%");
        return ConditionRecipe.read(cursor(json), PLANT, id, signals());
    }

    @Test
    void aBatchMakesEachConditionFromTheNewFormOfTheOneItBeginsWith() throws JsonProcessingException {
        Told told = new Told();
        Map<String, ConditionMaker.Made> made = ConditionBatch.make(
                PlantPack.shippedFiles(PLANT), List.of(from("warm", "normal"), from("normal", "cold")), told);
        assertThat(told.ids).containsExactly("normal", "settle", "warm", "settle");
        assertThat(made.keySet()).containsExactly("normal", "warm");
        JsonNode warm = new ObjectMapper()
                .readTree(Objects.requireNonNull(made.get("warm")).json());
        assertThat(warm.path("presets").path("TIC-705.SP").asDouble())
                .as("from the new normal, which nobody started, and not from the shipped one")
                .isNotEqualTo(80.9);
        assertThat(warm.path("presets").path("HV-713").asDouble()).isZero();
    }

    @Test
    void recipesThatBeginWithEachOtherAreRefused() {
        refused(
                ConditionError.CIRCLE,
                () -> ConditionBatch.make(
                        PlantPack.shippedFiles(PLANT),
                        List.of(from("warm", "normal"), from("normal", "warm")),
                        new Told()),
                "warm",
                "normal");
    }

    /** Five seconds from the made condition, in a pack that has it in place of the normal one. */
    private static PlantEngine runsFrom(String condition) {
        PackSource shipped = PlantPack.shippedFiles(PLANT);
        PlantPack pack = PlantPack.load(new PackSource() {
            @Override
            public Optional<byte[]> read(String name) {
                return name.equals("ic/normal.json")
                        ? Optional.of(condition
                                .replace("\"id\": \"warm\"", "\"id\": \"normal\"")
                                .getBytes(StandardCharsets.UTF_8))
                        : shipped.read(name);
            }

            @Override
            public String display(String name) {
                return name;
            }
        });
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition("normal"), 1);
        while (engine.time() < 5) {
            engine.step();
        }
        assertThat(engine.view().value(engine.signals().find("TIC-705"))).isCloseTo(80.9, within(0.3));
        return engine;
    }

    @Test
    void theSameRecipeMakesTheSameFile() {
        assertThat(ConditionMaker.make(PACK, recipe(0.5), (t, s, l, g) -> {}))
                .isEqualTo(ConditionMaker.make(PACK, recipe(0.5), (t, s, l, g) -> {}));
    }

    @Test
    void aPlantThatIsNotSteadyInTimeIsRefused() {
        refused(
                ConditionError.NOT_STEADY,
                () -> ConditionMaker.make(PACK, recipe(1e-12), (t, s, l, g) -> {}),
                "warm",
                "120");
    }

    @Test
    void theRecipeOfTheSuiteIsCorrect() {
        ConditionRecipe recipe = ConditionRecipe.shipped(PLANT, "normal", signals());
        assertThat(recipe.scripts()).containsExactly("expert-A-1", "settle-normal");
        assertThat(recipe.settling().charges()).hasSize(3);
        assertThat(recipe.settling().refillSeconds()).isEqualTo(1800);
        assertThat(recipe.settling().steady()).hasSizeGreaterThan(10);
        assertThat(recipe.settling().steady().get(0).within()).isCloseTo(0.05, within(0.0));
    }

    /** Every stored condition of every plant can be made again, by robots that exist, and then has the title it has. */
    @ParameterizedTest
    @MethodSource("storedConditions")
    void everyStoredConditionHasARecipe(String plant, String id) throws IOException {
        PlantPack pack = PlantPack.shipped(plant);
        SignalTable table = new PlantEngine(pack, pack.initialCondition("cold"), 0).signals();
        ConditionRecipe recipe = ConditionRecipe.shipped(plant, id, table);
        assertThat(recipe.title()).isEqualTo(pack.initialCondition(id).title());
        assertThat(pack.initialConditionIds()).contains(recipe.start().condition());
        assertThat(recipe.scripts())
                .isNotEmpty()
                .allSatisfy(script -> assertThat(RobotLibrary.script(plant, script, table, Map.of())
                                .steps())
                        .isNotEmpty());
        assertThat(RobotLibrary.scripts(plant)).containsAll(recipe.scripts());
    }

    static Stream<Arguments> storedConditions() {
        return PlantPack.SHIPPED.stream()
                .flatMap(plant -> PlantPack.shipped(plant).initialConditionIds().stream()
                        .filter(id -> !PlantPack.shipped(plant)
                                .initialCondition(id)
                                .state()
                                .isEmpty())
                        .map(id -> Arguments.of(plant, id)));
    }

    /** The shortest recipe of the suite; if this fails after a change of the model, make the condition again. */
    @Test
    void theShippedColdFilledIsWhatItsRecipeMakes() throws IOException {
        JsonNode made = new ObjectMapper()
                .readTree(ConditionMaker.make(PACK, "cold-filled", (t, s, l, g) -> {})
                        .json());
        JsonNode shipped = new ObjectMapper()
                .readTree(PlantPack.shippedFiles(PLANT)
                        .read("ic/cold-filled.json")
                        .orElseThrow());
        assertThat(made.path("madeBy")).isEqualTo(shipped.path("madeBy"));
        assertThat(made.path("title")).isEqualTo(shipped.path("title"));
        for (var preset : shipped.path("presets").properties()) {
            // a reading kept as a set point (MAN tracks the measurement) or as a sample moves by its noise
            assertThat(made.path("presets").path(preset.getKey()).asDouble())
                    .as(preset.getKey())
                    .isCloseTo(preset.getValue().asDouble(), within(0.5));
        }
    }

    @Test
    void mistakesInARecipeAreNamed() {
        for (String[] mistake : new String[][] {
            {"\"TIC-705\"", "\"TIC-750\"", "/steady/0/signal", "TIC-705"},
            {"\"°C\"", "\"K\"", "/steady/0/unit", "K"},
            {"\"20 s\"", "\"20 m\"", "/window", "20 m"},
            {"\"15 s\"", "\"0 s\"", "/refillEvery", "0"},
            {"\"seed\": 3", "\"seed\": 3, \"colour\": 1", "", "colour"},
            {"\"1.0\"", "\"2.0\"", "/formatVersion", "2.0"},
        }) {
            String json = example().replaceFirst(mistake[0], mistake[1]);
            assertThat(json).as(mistake[0]).isNotEqualTo(example());
            assertThatThrownBy(() -> ConditionRecipe.read(cursor(json), PLANT, "warm", signals()))
                    .isInstanceOfSatisfying(
                            OtsException.class,
                            e -> assertThat(e.messageIn(Locale.ENGLISH))
                                    .contains("warm.json#" + mistake[2], mistake[3]));
        }
    }

    private static String example() {
        return "{\"format\": \"initial-condition-recipe\", \"formatVersion\": \"1.0\", \"id\": \"warm\", \"plant\":"
                + " \"ethanol-water-rig\", \"title\": {\"zh\": \"热态\", \"en\": \"Warm\"}, \"from\": \"normal\", \"seed\": 3,"
                + " \"scripts\": [], \"refillEvery\": \"15 s\", \"window\": \"20 s\", \"longest\": \"2 min\", \"charges\": [],"
                + " \"steady\": [{\"signal\": \"TIC-705\", \"within\": 1, \"unit\": \"°C\"}]}";
    }

    @Test
    void thePageTellsEveryFieldAndItsExampleIsCorrect() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "data-formats", "initial-condition.md"));
        JsonCursor file = cursor(example());
        ConditionRecipe.read(file, PLANT, "warm", signals());
        assertThat(file.knownFields())
                .contains("refillEvery", "steady")
                .allSatisfy(field -> assertThat(page).containsPattern("[`.\"]" + field + "[`\\[.\"]"));
        String recipe = page.substring(page.indexOf("\"initial-condition-recipe\",") - "{\n  \"format\": ".length());
        recipe = recipe.substring(0, recipe.indexOf("```"));
        assertThat(ConditionRecipe.read(cursor(recipe), PLANT, "normal", signals())
                        .scripts())
                .hasSize(2);
    }

    @Test
    void messagesExistInBothLanguages() {
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        String bundle = ConditionError.NO_RECIPE.bundle();
        assertThat(ResourceBundle.getBundle(bundle, Locale.ROOT, exact).keySet())
                .isEqualTo(
                        ResourceBundle.getBundle(bundle, Locale.ENGLISH, exact).keySet())
                .hasSize(ConditionError.values().length);
    }
}
