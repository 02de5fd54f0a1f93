package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.json.Finding;
import org.openots.common.json.StrictJson;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;

/** A pack is checked as a whole; single mistakes are the subject of the test of the command {@code plant check}. */
class PackCheckTest {
    private final Map<String, String> changed = new HashMap<>();

    private final PackSource source = new PackSource() {
        private final PackSource shipped = PlantPack.shippedFiles("ethanol-water-rig");

        @Override
        public Optional<byte[]> read(String name) {
            String text = changed.get(name);
            return text == null ? shipped.read(name) : Optional.of(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String display(String name) {
            return name;
        }
    };

    private void change(String file, String right, String wrong) {
        String text = new String(source.read(file).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(text).contains(right);
        changed.put(file, text.replace(right, wrong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ethanol-water-rig"})
    void everyShippedPlantIsSound(String id) {
        assertThat(PackCheck.check(PlantPack.shippedFiles(id)).stream()
                        .map(f -> f.in(Locale.ENGLISH))
                        .toList())
                .isEmpty();
    }

    @Test
    void mistakesOfAllFilesAreNamedTogether() {
        change("plant.json", "\"0.1 s\"", "\"0.1 m\"");
        change("flowsheet.json", "\"volume\": \"68 L\"", "\"volume\": \"68 s\"");
        change("flowsheet.json", "\"from\": \"sump\", \"to\": \"residue-cooler\"", "\"from\": \"sumpf\"");
        change("control.json", "\"gain\": 0.5", "\"gain\": 99");
        change("faults.json", "\"severity\": 5", "\"severity\": 6");
        change("layout.json", "\"kind\": \"drum\"", "\"kind\": \"barrel\"");
        List<Finding> findings = PackCheck.check(source);
        assertThat(findings)
                .extracting(Finding::file)
                .contains("plant.json", "flowsheet.json", "control.json", "faults.json", "layout.json");
        assertThat(findings).filteredOn(f -> f.file().equals("flowsheet.json")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aPackMayBringItsOwnPropertyData() {
        String water = new String(
                StrictJson.bytes(PackCheck.class, "/org/openots/simulator/thermo/water.json"), StandardCharsets.UTF_8);
        changed.put("properties/heavy-water.json", water.replace("\"id\": \"water\"", "\"id\": \"heavy-water\""));
        change("flowsheet.json", "\"components\": [\"ethanol\", \"water\"]", "\"components\": [\"heavy-water\"]");
        change("flowsheet.json", "\"freshMassFractions\": {\"ethanol\"", "\"freshMassFractions\": {\"heavy-water\"");
        assertThat(PackCheck.check(source))
                .extracting(f -> f.in(Locale.ENGLISH))
                .noneMatch(message -> message.contains("property file"))
                .anyMatch(message -> message.contains("ethanol"));
    }

    /** Property data are checked to the end like any other file of a pack. */
    @Test
    void allMistakesOfOwnPropertyDataAreNamed(@TempDir Path folder) throws IOException {
        Path properties = Files.createDirectories(folder.resolve("properties"));
        for (String file : List.of("water", "air", "nrtl")) {
            Files.writeString(
                    properties.resolve(file + ".json"),
                    new String(
                                    StrictJson.bytes(
                                            PackCheck.class, "/org/openots/simulator/thermo/" + file + ".json"),
                                    StandardCharsets.UTF_8)
                            .replaceFirst("\"coefficients\": \\[", "\"coefficients\": [1, ")
                            .replace("\"source\": \"", "\"source\": \"my-")
                            .replace("\"alpha\": 0.", "\"alpha\": 7."));
        }
        List<Finding> findings = PackCheck.check(PackSource.folder(folder));
        assertThat(findings)
                .extracting(f -> f.place().toString().replaceFirst("^[^/]*/properties/", ""))
                .contains(
                        "water.json#/molarMass",
                        "water.json#/vapourPressure",
                        "water.json#/vapourPressure/coefficients",
                        "water.json#/liquidDensity",
                        "air.json#/molarMass",
                        "air.json#/gasHeatCapacity/coefficients",
                        "nrtl.json#/pairs/0",
                        "nrtl.json#/pairs/0/alpha");
        Files.writeString(
                properties.resolve("sources.json"),
                "{\"format\": \"property-sources\", \"formatVersion\": \"1.0\","
                        + " \"sources\": [{\"id\": \"a\", \"grade\": \"best\"}, {\"citation\": 1}]}");
        assertThat(PackCheck.check(PackSource.folder(folder)))
                .filteredOn(f -> f.file().endsWith("sources.json"))
                .extracting(Finding::pointer)
                .contains("/sources/0/grade", "/sources/0", "/sources/1", "/sources/1/citation");
    }

    /** A run is replayed only with the same figures, so that all of them count in the fingerprint. */
    @ParameterizedTest
    @ValueSource(strings = {"sources", "nrtl", "ideal", "peng-robinson", "ethanol", "air"})
    void ownPropertyDataCountInTheFingerprint(String file) {
        String shipped = PlantPack.load(source).hash();
        String resource = "/org/openots/simulator/thermo/" + file + ".json";
        String text = new String(StrictJson.bytes(PackCheck.class, resource), StandardCharsets.UTF_8);
        changed.put("properties/" + file + ".json", text);
        String own = PlantPack.load(source).hash();
        changed.put("properties/" + file + ".json", text + "\n");
        assertThat(Set.of(shipped, own, PlantPack.load(source).hash())).hasSize(3);
    }
}
