package org.openots.hazop.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.hazop.study.Pages;

/** The table of the certificate: deviation 20, cause 20, actions 40, time 20 at every level. */
class WeightTableTest {
    @ParameterizedTest
    @EnumSource
    void everyLevelHasTheTableOfTheCertificate(Drill.Level level) {
        table(WeightTable.shipped().of(level));
    }

    @Test
    void everyDrillOfTheSuiteHasTheTableOfTheCertificate() {
        assertThat(DrillLibrary.shipped().drills()).hasSize(27).allSatisfy(drill -> table(drill.weights()));
    }

    private static void table(DrillWeights weights) {
        assertThat(weights.of(DrillPart.Group.DEVIATION)).isEqualTo(20);
        assertThat(weights.of(DrillPart.Group.CAUSE)).isEqualTo(20);
        assertThat(weights.of(DrillPart.Group.ACTIONS)).isEqualTo(40);
        assertThat(weights.of(DrillPart.Group.TIME)).isEqualTo(20);
    }

    @Test
    void thePointsOfWhatIsNotAskedGoToTheOtherPartsInProportion() {
        DrillWeights weights =
                WeightTable.shipped().of(Drill.Level.INTERMEDIATE, EnumSet.complementOf(EnumSet.of(DrillPart.CAUSE)));
        assertThat(weights.points())
                .containsExactly(
                        entry(DrillPart.DEVIATION, 25.0), entry(DrillPart.SEQUENCE, 50.0), entry(DrillPart.TIME, 25.0));
    }

    @Test
    void theExampleOfThePageIsATableAndMistakesAreNamed() {
        String example = Pages.example("hazop-drill-weights.md");
        assertThat(found(example)).isEmpty();
        assertThat(found(example.replace("\"action\": 40", "\"action\": 41")))
                .extracting(Finding::code)
                .containsExactly(DrillError.WEIGHT_SUM);
        assertThat(found(example.replace("\"decision\": 10", "\"decisions\": 10")))
                .extracting(one -> one.code().code())
                .containsExactly("OTS-JSON-008", DrillError.WEIGHT_SUM.code());
    }

    private static List<Finding> found(String json) {
        Findings findings = Findings.collecting();
        WeightTable.read("weights.json", json.getBytes(StandardCharsets.UTF_8), findings);
        return findings.all();
    }
}
