package org.openots.hazop.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.json.Finding;
import org.openots.common.json.StrictJson;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Pages;
import org.openots.simulator.plant.PlantPack;

/** The drills of the suite: sound, three a level and plant, and proven by robots. All of them: {@code hazop drill}. */
class DrillLibraryTest {
    private static final DrillLibrary LIBRARY = DrillLibrary.shipped();
    private static final PlantNames RIG = PlantNames.of(PlantPack.shipped("ethanol-water-rig"));

    @Test
    void thereAreThreeDrillsOfEachLevelForEachPlantAndAllFitTheirPlants() {
        Map<String, Long> counts = LIBRARY.drills().stream()
                .collect(Collectors.groupingBy(drill -> drill.plant() + " " + drill.level(), Collectors.counting()));
        assertThat(counts)
                .hasSize(9)
                .allSatisfy((level, count) -> assertThat(count).isGreaterThanOrEqualTo(3));
        for (String plant : PlantPack.SHIPPED) {
            assertThat(DrillLibrary.check(PlantNames.of(PlantPack.shipped(plant))))
                    .as(plant)
                    .isEmpty();
        }
        assertThat(LIBRARY.hash("M1-A-J1")).hasSize(64);
        assertThatThrownBy(() -> LIBRARY.hash("M1-X")).hasMessageContaining("OTS-DRILL-008");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M1-A-J1", "M1-A-I1", "M1-A-S2"})
    void whoDoesRightPassesWhoDoesNothingOrTheWrongThingDoesNot(String id) {
        Drill drill = LIBRARY.find(id).orElseThrow();
        DrillProof proof =
                DrillProof.of(new DrillRobot(RIG, 1), drill, drill.cases().size() - 1);
        assertThat(proof.mistakes()).isEmpty();
        assertThat(proof.totals().get(DrillRobot.Player.EXPERT)).isGreaterThanOrEqualTo(DrillProof.EXPERT);
        assertThat(proof.totals().get(DrillRobot.Player.WRONG)).isLessThan(DrillRules.PASS);
        assertThat(proof.totals().getOrDefault(DrillRobot.Player.MASHER, 0.0)).isLessThan(DrillRules.PASS);
    }

    @Test
    void wrongFirstActionsOfAJuniorDrillAreItsOwn() {
        Map<String, Long> drillsByDecoy = LIBRARY.drills().stream()
                .flatMap(drill -> drill.offers().actions().stream()
                        .map(Drill.Option::id)
                        .filter(id -> drill.cases().stream()
                                .noneMatch(one -> one.key()
                                        .single()
                                        .getOrDefault(DrillPart.ACTION, Map.of())
                                        .containsKey(id))))
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        assertThat(drillsByDecoy)
                .hasSize(27)
                .allSatisfy((decoy, drills) -> assertThat(drills).as(decoy).isEqualTo(1));
    }

    @Test
    void everyMistakeOfAFileIsNamedWithItsPlace() {
        String text = new String(
                StrictJson.bytes(DrillLibrary.class, "/org/openots/hazop/drills/ethanol-water-rig.json"),
                StandardCharsets.UTF_8);
        String weights = "\"weights\": {\"deviation\": 50, \"cause\": 20, \"action\": 40}, \"offers\"";
        assertThat(found(text.replaceFirst("\"offers\"", weights))).containsExactly("WEIGHT_SUM");
        assertThat(found(text.replaceFirst("\"fault\": \"A-F07\"", "\"fault\": \"A-F99\"")))
                .containsExactly("UNKNOWN_FAULT");
        assertThat(found(text.replaceFirst("\"latestS\": 240", "\"latestS\": 30")))
                .containsExactly("TIME_ORDER");
        assertThat(found(text.replaceFirst("\"fault\": \"A-F22\"", "\"fault\": \"A-F07\"")))
                .containsExactly("SAME_FAULT");
        assertThat(found(text.replaceFirst("\"a-noheat\": 1", "\"a-nothing\": 1")))
                .containsExactly("JSON_NOT_ALLOWED");
        assertThat(found(text.replaceFirst("P-702B == 1", "P-999 == 1"))).hasSize(1);
        assertThat(found(text.replaceFirst("\"safeguardId\": \"D09-S3\"", "\"safeguardId\": \"D01-S1\"")))
                .contains("NOT_REMOVABLE");
        assertThat(found(text.replaceFirst("\"id\": \"I-03\"", "\"id\": \"I-33\"")))
                .contains("UNKNOWN_NAME");
        assertThat(found(text.replaceFirst("\"signal\": \"PI-702.H\"", "\"signal\": \"PI-999.H\"")))
                .contains("UNKNOWN_NAME");
        assertThat(found(text.replace("\"emergencyStop\": \"ESD-701\"", "\"emergencyStop\": \"PI-702\"")))
                .contains("UNKNOWN_NAME");
        assertThat(found(text.replace("\"when\": \"ESD-701 == 1\"", "\"when\": \"ESD-799 == 1\"")))
                .isNotEmpty();
    }

    @Test
    void theExampleOfThePageIsADrill() {
        byte[] page = Pages.example("hazop-drills.md").getBytes(StandardCharsets.UTF_8);
        assertThat(DrillCheck.check("hazop-drills.md", page, RIG)).isEmpty();
    }

    @Test
    void aFileOfTheFirstVersionIsStillADrill() {
        byte[] old = StrictJson.bytes(DrillLibraryTest.class, "drills-1.0.json");
        assertThat(DrillCheck.check("drills-1.0.json", old, RIG)).isEmpty();
    }

    private static List<String> found(String json) {
        return DrillCheck.check("drills.json", json.getBytes(StandardCharsets.UTF_8), RIG).stream()
                .map(Finding::code)
                .map(String::valueOf)
                .toList();
    }
}
