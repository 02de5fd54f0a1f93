package org.openots.simulator.thermo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.json.Findings;
import org.openots.common.json.FormatPage;
import org.openots.common.json.FormatSchema;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;

/** The page about property data names every field that the readers know. */
class PropertyFormatPageTest {
    private final FormatPage page = FormatPage.of("component-properties.md");

    /** Page and schema tell every field that the reader knows, whether the file has it or not. */
    private void told(JsonCursor read) {
        page.tells(read.knownFields());
        String format = read.at("format").text();
        assertThat(FormatSchema.of(format).fields()).containsAll(read.knownFields());
    }

    private static JsonCursor shipped(String file) {
        return StrictJson.resource(PropertyDatabase.class, file, Findings.throwing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ethanol", "methanol", "water", "isobutane", "benzene"})
    void component(String id) {
        JsonCursor file = shipped(id + ".json");
        new SpeciesFile(file, new PropertyDatabase().sources()).component();
        told(file);
    }

    @Test
    void inert() {
        JsonCursor file = shipped("air.json");
        new SpeciesFile(file, new PropertyDatabase().sources()).inert();
        told(file);
    }

    @Test
    void pairsAndSources() {
        JsonCursor pairs = shipped("nrtl.json");
        pairs.at("pairs").items().forEach(PairFiles.Nrtl::read);
        told(pairs);
        JsonCursor ideal = shipped("ideal.json");
        ideal.at("pairs").items().forEach(PairFiles.Ideal::read);
        told(ideal);
        JsonCursor cubic = shipped("peng-robinson.json");
        cubic.at("families").items().forEach(PairFiles.Family::read);
        cubic.at("pairs").items().forEach(PairFiles.Cubic::read);
        told(cubic);
        JsonCursor sources = shipped("sources.json");
        sources.at("sources").items().forEach(PropertyDatabase::source);
        told(sources);
    }

    @Test
    void theExamplesAreCorrect() {
        List<String> examples = page.examples();
        assertThat(examples).hasSize(3);
        Map<String, String> files = Map.of(
                "nrtl.json", examples.get(0), "peng-robinson.json", examples.get(1), "sources.json", examples.get(2));
        PropertyDatabase database = new PropertyDatabase(
                name -> Optional.ofNullable(files.get(name)).map(text -> text.getBytes(StandardCharsets.UTF_8)),
                name -> name);
        Findings findings = Findings.throwing();
        files.keySet().forEach(file -> database.check(file, findings));
        assertThat(database.sources()).containsKey("own-fit");
        assertThat(database.binaries()).contains("methanol-water", "nitrogen-propane");
    }
}
