package org.openots.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.StrictJson;
import org.openots.simulator.alarm.AlarmState;
import org.openots.simulator.alarm.AlarmStatus;
import org.openots.simulator.engine.PackCheck;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultOrder;
import org.openots.simulator.instrument.TransmitterDefinition;

/** Plant packs of earlier versions stay readable; those of later versions are refused in one clear sentence. */
class OldVersionPackTest {
    private static final Path VERSION_1_0 =
            Path.of("src/test/resources/org/openots/plants/version-1.0/ethanol-water-rig");

    private static final List<String> FILES = List.of(
            "plant.json",
            "flowsheet.json",
            "instruments.json",
            "control.json",
            "interlocks.json",
            "field.json",
            "faults.json",
            "layout.json",
            "ic/normal.json",
            "properties/water.json",
            "properties/nrtl.json",
            "properties/sources.json");

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

    /** Five minutes of the frozen pack: it stays where it was, then loses its cooling water and trips. */
    @Test
    void versionOneRunsThroughATrip() {
        PlantPack pack = PlantPack.load(PackSource.folder(VERSION_1_0));
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition("normal"), 1);
        run(engine, 120);
        for (TransmitterDefinition each : pack.automation().instruments().transmitters()) {
            if (List.of("TIC-705", "LIC-702", "LIC-703", "FI-705", "TI-708").contains(each.tag())) {
                assertThat(value(engine, each.tag()))
                        .as(each.tag() + " stays in its band of normal running")
                        .isBetween(each.normal().low(), each.normal().high());
            }
        }
        assertThat(value(engine, "E-703")).isEqualTo(1);
        assertThat(engine.alarms()).noneMatch(OldVersionPackTest::isLossOfWater);

        engine.arm(new FaultOrder(engine.tick() + 1, 0, "k", "A-F01", 1, 0, 0, "", 0));
        run(engine, 9);
        assertThat(value(engine, "I-03.TRIP")).as("10 s after the limit").isZero();
        run(engine, 171);
        assertThat(value(engine, "FI-705"))
                .as("below the limit of the trip, m3/h")
                .isLessThan(0.4);
        assertThat(engine.alarms()).anyMatch(OldVersionPackTest::isLossOfWater);
        assertThat(value(engine, "I-03.TRIP")).isEqualTo(1);
        assertThat(value(engine, "E-703")).isZero();
        assertThat(value(engine, "P-701")).isZero();
        assertThat(value(engine, "XV-713")).as("vent open, %").isGreaterThan(99);
        assertThat(engine.held()).isFalse();
        for (double miss : engine.closure()) {
            // as for every shipped plant: a thousand times rounding, a million times below any reading
            assertThat(miss).isLessThanOrEqualTo(1e-9);
        }
    }

    private static boolean isLossOfWater(AlarmStatus alarm) {
        return alarm.signal().equals("FI-705.LL") && alarm.state() == AlarmState.UNACK;
    }

    private static void run(PlantEngine engine, double seconds) {
        long last = engine.tick() + Math.round(seconds / engine.pack().tickSeconds());
        while (engine.tick() < last) {
            engine.step();
        }
    }

    private static double value(PlantEngine engine, String signal) {
        return engine.view().value(engine.signals().find(signal));
    }

    static Stream<Arguments> otherVersions() {
        return FILES.stream()
                .flatMap(file -> Stream.of("0.9", "1.9", "2.0").map(version -> Arguments.of(file, version)));
    }

    @ParameterizedTest
    @MethodSource("otherVersions")
    void anotherVersionIsOneClearMessage(String file, String version) throws IOException {
        copy(VERSION_1_0, folder);
        Path changed = folder.resolve(file);
        Files.createDirectories(changed.resolveSibling("."));
        String right = file.startsWith("properties/") ? property(file) : Files.readString(changed);
        Files.writeString(
                changed,
                right.replaceFirst(
                        "\"formatVersion\": \"1.0\"", "\"formatVersion\": \"" + version + "\", \"new\": true"));
        List<Finding> findings = PackCheck.check(PackSource.folder(folder));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(CommonError.JSON_WRONG_VERSION);
            assertThat(finding.pointer()).isEqualTo("/formatVersion");
            assertThat(finding.in(Locale.ENGLISH))
                    .contains(
                            file + "#/formatVersion",
                            "\"" + version + "\"",
                            "reads 1.0",
                            "another version of the program");
            assertThat(finding.in(Locale.SIMPLIFIED_CHINESE)).contains(file + "#/formatVersion", version, "1.0");
        });
        assertThatThrownBy(() -> {
                    PlantPack pack = PlantPack.load(PackSource.folder(folder));
                    pack.newProcess();
                    pack.initialCondition("normal");
                })
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(CommonError.JSON_WRONG_VERSION));
    }

    /** Property data of the suite, as a pack may bring its own. */
    private static String property(String file) {
        String name = "/org/openots/simulator/thermo/" + file.substring("properties/".length());
        return new String(StrictJson.bytes(PlantPack.class, name), StandardCharsets.UTF_8);
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
