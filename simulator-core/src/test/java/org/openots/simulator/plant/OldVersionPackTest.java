package org.openots.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.simulator.engine.PackCheck;
import org.openots.simulator.engine.PlantEngine;

/** Plant packs of earlier versions stay readable; those of later versions are refused in one clear sentence. */
class OldVersionPackTest {
    private static final Path VERSION_1_0 =
            Path.of("src/test/resources/org/openots/plants/version-1.0/ethanol-water-rig");

    @TempDir
    private Path folder;

    @Test
    void versionOneIsReadAndRuns() {
        PackSource source = PackSource.folder(VERSION_1_0);
        assertThat(PackCheck.check(source))
                .extracting(f -> f.in(Locale.ENGLISH))
                .isEmpty();
        PlantPack pack = PlantPack.load(source);
        assertThat(pack.id()).isEqualTo("ethanol-water-rig");
        assertThat(pack.tickSeconds()).isEqualTo(0.1);
        assertThat(pack.initialConditionIds()).containsExactly("cold", "normal");
        assertThat(pack.faults()).hasSize(18);
        assertThat(pack.automation().instruments().transmitters()).hasSize(39);
        assertThat(pack.automation().control().controllers()).hasSize(9);
        assertThat(pack.automation().interlocks()).hasSize(10);
        assertThat(pack.automation().field().handValves()).hasSize(24);
        // frozen files: their fingerprint changes only if the way it is made does, and then no old run replays
        assertThat(pack.hash()).isEqualTo("8ba3ed4fd4a1b1001a174be7aea812db33052aca3185860e3935d086ee180226");
        for (String condition : pack.initialConditionIds()) {
            PlantEngine engine = new PlantEngine(pack, pack.initialCondition(condition), 1);
            for (int i = 0; i < 100; i++) {
                engine.step();
            }
            assertThat(engine.held()).as(condition).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plant.json",
                "flowsheet.json",
                "instruments.json",
                "control.json",
                "interlocks.json",
                "field.json",
                "faults.json",
                "layout.json",
                "ic/normal.json"
            })
    void aLaterVersionIsOneClearMessage(String file) throws IOException {
        copy(VERSION_1_0, folder);
        Path changed = folder.resolve(file);
        Files.writeString(
                changed,
                Files.readString(changed)
                        .replaceFirst("\"formatVersion\": \"1.0\"", "\"formatVersion\": \"2.0\", \"new\": true"));
        List<Finding> findings = PackCheck.check(PackSource.folder(folder));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(CommonError.JSON_WRONG_VERSION);
            assertThat(finding.pointer()).isEqualTo("/formatVersion");
            assertThat(finding.in(Locale.ENGLISH))
                    .contains(file + "#/formatVersion", "\"2.0\"", "reads 1.0", "another version of the program");
            assertThat(finding.in(Locale.SIMPLIFIED_CHINESE)).contains(file + "#/formatVersion", "2.0", "1.0");
        });
        assertThatThrownBy(() -> {
                    PlantPack pack = PlantPack.load(PackSource.folder(folder));
                    pack.newProcess();
                    pack.initialCondition("normal");
                })
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(CommonError.JSON_WRONG_VERSION));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                Path target = to.resolve(from.relativize(file).toString());
                try {
                    Files.createDirectories(target.resolveSibling("."));
                    Files.copy(file, target);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
