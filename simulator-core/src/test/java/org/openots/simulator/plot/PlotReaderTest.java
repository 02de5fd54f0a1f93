package org.openots.simulator.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.openots.common.json.Finding;
import org.openots.simulator.engine.PackCheck;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;

/** The plot plan is part of the pack: what it names exists, what the pack has is in it, and each mistake is named where it is. */
class PlotReaderTest {
    static final List<String> SHIPPED = PlantPack.SHIPPED;

    private static final String RIG = "ethanol-water-rig";

    /** A shipped pack with another plot plan. */
    private record Changed(PackSource shipped, Map<String, byte[]> files) implements PackSource {
        @Override
        public Optional<byte[]> read(String name) {
            return Optional.ofNullable(files.get(name)).or(() -> shipped.read(name));
        }

        @Override
        public String display(String name) {
            return name;
        }
    }

    private static List<Finding> check(String from, String to) {
        PackSource shipped = PlantPack.shippedFiles(RIG);
        String right = new String(shipped.read(PlantPack.PLOT).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(right).contains(from);
        String wrong = right.replace(from, to);
        return PackCheck.check(new Changed(shipped, Map.of(PlantPack.PLOT, wrong.getBytes(StandardCharsets.UTF_8))));
    }

    private static void one(List<Finding> found, String pointer, String... words) {
        assertThat(found).extracting(f -> f.in(Locale.ENGLISH)).hasSize(1);
        assertThat(found.get(0).file()).isEqualTo(PlantPack.PLOT);
        assertThat(found.get(0).pointer()).matches(pointer);
        assertThat(found.get(0).in(Locale.ENGLISH)).contains(words);
        assertThat(found.get(0).in(Locale.SIMPLIFIED_CHINESE)).matches("(?s).*\\p{IsHan}.*");
    }

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void everyShippedPackHasAPlan(String plant) {
        PlotPlan plan = PlantPack.load(PlantPack.shippedFiles(plant)).plot().orElseThrow();
        assertThat(plan.plant()).isEqualTo(plant);
        assertThat(plan.views().get(0).use()).as("one starts at the gate").isEqualTo(Stand.Use.START);
        assertThat(plan.fixtures()).extracting(Fixture::id).doesNotHaveDuplicates();
        assertThat(PackCheck.check(PlantPack.shippedFiles(plant))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"V-701.outlet\"` | `\"V-701.outlot\"` | /lines/0/from/nozzle | V-701.outlet",
                "`\"line\": \"PL-727\"` | `\"line\": \"PL-999\"` | /lines/\\d+/to/line | PL-999",
                "`\"tag\": \"HV-714\"` | `\"tag\": \"HV-799\"` | /lines/\\d+/inline/0/tag | HV-799",
                "`\"tag\": \"PG-704\"` | `\"tag\": \"PG-701\"` | /instruments/\\d+/tag | PG-701",
                "`\"element\": \"flange-leak\"` | `\"element\": \"flange-lake\"` | /leaks/0/element | flange-leak",
                "`tray-passage-3` | `tray-passige-3` | /instruments/\\d+/looksAt | tray-passage-3",
                "`\"A-F16\"` | `\"A-F99\"` | /leaks/0/faults/0 | A-F99",
                "`\"lengthUnit\": \"m\"` | `\"lengthUnit\": \"mm\"` | /lengthUnit | mm",
                "`[2.6, 0.9, 1.65]` | `[2.6, 0.9]` | /views/0/eye | 2",
                "`[0, 0, 14, 10]` | `[0, 0, 14, -1]` | /ground/area/3 | -1",
                "`\"cage\": true` | `\"cage\": \"yes\"` | /structures/ladders/0/cage | true",
            })
    void aMistakeIsNamedWhereItIs(String from, String to, String pointer, String word) {
        List<Finding> found = check(from, to);
        assertThat(found).isNotEmpty();
        Finding there = found.stream()
                .filter(f -> f.pointer().matches(pointer))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        found.stream().map(f -> f.in(Locale.ENGLISH)).toList()));
        assertThat(there.in(Locale.ENGLISH)).contains(word);
    }

    @Test
    void aValveIsOfTheKindOfThePack() {
        one(
                check("\"tag\": \"HV-714\", \"kind\": \"gate-valve\"", "\"tag\": \"HV-714\", \"kind\": \"ball-valve\""),
                "/lines/\\d+/inline/0/tag",
                "HV-714",
                "ball-valve",
                "gate-valve");
    }

    @Test
    void whatThePackHasMustHaveAPlace() {
        one(check("\"tag\": \"HV-714\", ", ""), "", "HV-714", "device");
        one(check("\"tag\": \"FIC-703\", ", ""), "", "FIC-703", "signal");
        one(check("\"id\": \"C-701\"", "\"id\": \"C-702\""), "", "C-701", "device");
    }

    @Test
    void aMoveGoesSomewhere() {
        one(check("\"via\": [{\"up\": 0.5}]", "\"via\": [{}]"), "/lines/0/via/0", "up");
    }

    @Test
    void anEndIsOneOfThreeKinds() {
        assertThat(check("{\"nozzle\": \"V-701.outlet\"}", "{\"nozzle\": \"V-701.outlet\", \"line\": \"PL-702\"}"))
                .singleElement()
                .satisfies(f -> assertThat(f.in(Locale.ENGLISH)).contains("line"));
        assertThat(check("{\"nozzle\": \"V-701.outlet\"}", "{}"))
                .extracting(Finding::pointer)
                .containsOnly("/lines/0/from");
    }

    @Test
    void aPackOfAnotherPlantIsRefused() {
        one(check("\"plant\": \"" + RIG + "\"", "\"plant\": \"debutanizer\""), "/plant", "debutanizer", RIG);
    }
}
