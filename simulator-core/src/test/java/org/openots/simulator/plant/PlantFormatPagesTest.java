package org.openots.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Findings;
import org.openots.common.json.FormatPage;
import org.openots.common.json.FormatSchema;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.simulator.flowsheet.FlowsheetBuilder;
import org.openots.simulator.plot.PlotReader;
import org.openots.simulator.thermo.PropertyDatabase;

/** The pages about the files of a plant pack name every field that the readers know, and their examples are correct. */
class PlantFormatPagesTest {
    private static final String PLANT = "ethanol-water-rig";

    private static JsonCursor shipped(String file) {
        byte[] bytes = PlantPack.shippedFiles(PLANT).read(file).orElseThrow();
        return StrictJson.parse(file, bytes, Findings.throwing());
    }

    private static JsonCursor read(JsonCursor file, Consumer<JsonCursor> reader) {
        reader.accept(file);
        return file;
    }

    private static void correct(String example, Consumer<JsonCursor> reader) {
        reader.accept(StrictJson.parse("example", example, Findings.throwing()));
    }

    /** Page and schema tell every field that the reader knows, whether the file has it or not. */
    private static void told(FormatPage page, String format, JsonCursor read) {
        page.tells(read.knownFields());
        assertThat(FormatSchema.of(format).fields()).containsAll(read.knownFields());
    }

    @Test
    void plant() {
        FormatPage page = FormatPage.of("plant.md");
        told(page, "plant", read(shipped("plant.json"), PlantPack.Head::read));
        page.examples().forEach(example -> correct(example, PlantPack.Head::read));
    }

    @Test
    void flowsheet() {
        Consumer<JsonCursor> reader = file -> FlowsheetBuilder.build(file, new PropertyDatabase());
        told(FormatPage.of("flowsheet.md"), "flowsheet", read(shipped("flowsheet.json"), reader));
    }

    @Test
    void faults() {
        FormatPage page = FormatPage.of("faults.md");
        Consumer<JsonCursor> reader = file -> FaultsReader.read(file, PLANT);
        told(page, "faults", read(shipped("faults.json"), reader));
        page.examples().forEach(example -> correct(example, reader));
    }

    @Test
    void layout() {
        FormatPage page = FormatPage.of("layout.md");
        Consumer<JsonCursor> reader = file -> LayoutFile.read(file, PLANT);
        told(page, "layout", read(shipped("layout.json"), reader));
        page.examples().forEach(example -> correct(example, reader));
    }

    @Test
    void plotPlan() {
        FormatPage page = FormatPage.of("plot-plan.md");
        Consumer<JsonCursor> reader = file -> PlotReader.read(file, pointer -> true);
        told(page, "openots-plot-plan", read(shipped("plot.json"), reader));
        page.examples().forEach(example -> correct(example, reader));
    }

    @Test
    void initialCondition() {
        FormatPage page = FormatPage.of("initial-condition.md");
        for (String id : List.of("cold", "normal")) {
            JsonCursor read = read(shipped("ic/" + id + ".json"), file -> InitialConditionReader.read(file, id));
            told(page, "initial-condition", read);
        }
        correct(page.examples().get(0), file -> InitialConditionReader.read(file, "cold"));
    }

    @Test
    void theIndexNamesEveryPage() throws IOException {
        Path folder = Path.of("..", "docs", "data-formats");
        String index = Files.readString(folder.resolve("README.md"));
        try (Stream<Path> pages = Files.list(folder)) {
            List<String> names = pages.map(page -> String.valueOf(page.getFileName()))
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .sorted()
                    .toList();
            assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
        }
    }
}
