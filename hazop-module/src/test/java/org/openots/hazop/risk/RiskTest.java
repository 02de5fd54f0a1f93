package org.openots.hazop.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Findings;
import org.openots.common.text.LocalText;
import org.openots.hazop.study.Pages;

class RiskTest {
    private static final RiskMatrix MATRIX = RiskMatrices.shipped("risk-5x5");
    private static final LocalText NAME = new LocalText("名", "name");

    @Test
    void everyCellHasTheBandOfItsScore() {
        for (int s = 1; s <= 5; s++) {
            for (int l = 1; l <= 5; l++) {
                Rating cell = new Rating(s, l);
                int score = s * l;
                String band = score <= 4 ? "low" : score <= 9 ? "medium" : score <= 16 ? "high" : "major";
                assertThat(MATRIX.score(cell)).isEqualTo(score);
                assertThat(MATRIX.band(cell).id()).isEqualTo(band);
                assertThat(MATRIX.demandsRecommendation(cell)).isEqualTo(score >= 10);
            }
        }
        assertThatThrownBy(() -> MATRIX.band(new Rating(6, 1))).hasMessageContaining("OTS-HAZ-101");
    }

    @Test
    void frequenciesHaveLevels() {
        assertThat(List.of(1e-5, 1e-4, 5e-4, 1e-3, 0.01, 0.1, 3.0))
                .extracting(MATRIX::likelihoodOf)
                .containsExactly(1, 2, 2, 3, 4, 5, 5);
    }

    @Test
    void theWorseRatingHasTheHigherScoreThenTheHigherSeverity() {
        assertThat(MATRIX.worse(new Rating(2, 5), new Rating(3, 3))).isEqualTo(new Rating(2, 5));
        assertThat(MATRIX.worse(new Rating(2, 4), new Rating(4, 2))).isEqualTo(new Rating(4, 2));
        assertThat(new Rating(3, 2).isWithin(new Rating(3, 4))).isTrue();
        assertThat(new Rating(4, 1).isWithin(new Rating(3, 4))).isFalse();
    }

    private static LopaInputs inputs(double tolerable, double... pfds) {
        List<LopaInputs.Layer> layers = Arrays.stream(pfds)
                .mapToObj(pfd -> new LopaInputs.Layer("S", pfd, Optional.empty()))
                .toList();
        return new LopaInputs(
                0.1,
                List.of(new LopaInputs.Factor(NAME, 0.5)),
                List.of(new LopaInputs.Factor(NAME, 0.2)),
                layers,
                tolerable);
    }

    @Test
    void layersMultiplyAndTheGapNeedsALevel() {
        Lopa met = Lopa.of(inputs(1e-5, 0.1, 0.01));
        assertThat(met.unmitigatedFrequency()).isCloseTo(0.01, within(1e-15));
        assertThat(met.mitigatedFrequency()).isCloseTo(1e-5, within(1e-18));
        assertThat(met.meetsTarget()).isTrue();
        assertThat(met.neededSil()).isEmpty();
        assertThat(Lopa.of(inputs(1e-3, 1)).neededSil()).hasValue(0);
        assertThat(Lopa.of(inputs(1e-4, 1)).neededSil()).hasValue(1);
        assertThat(Lopa.of(inputs(2e-6, 1)).neededSil()).hasValue(3);
        assertThat(Lopa.of(inputs(1e-8, 1)).neededSil()).isEmpty();
        assertThat(Lopa.of(inputs(1e-8, 1)).missingReduction()).isCloseTo(1e6, within(1e-3));
        assertThatThrownBy(() -> Lopa.of(inputs(1e-5, 0))).hasMessageContaining("OTS-HAZ-106");
        assertThatThrownBy(() -> Lopa.of(inputs(1e-5, 1.5))).hasMessageContaining("OTS-HAZ-106");
    }

    private static void mistake(String place, Consumer<ObjectNode> change, String code, String pointer) {
        JsonNode file = Pages.json(Pages.example("hazop-risk-matrix.md"));
        change.accept((ObjectNode) file.at(place));
        Findings findings = Findings.collecting();
        RiskMatrixReader.read("m", file.toString().getBytes(StandardCharsets.UTF_8), findings);
        assertThat(findings.all()).singleElement().satisfies(finding -> {
            assertThat(finding.code().code()).isEqualTo(code);
            assertThat(finding.pointer()).isEqualTo(pointer);
        });
    }

    @Test
    void mistakesOfAMatrixAreNamed() {
        mistake("/bands/0", o -> o.put("highestScore", 4), "OTS-HAZ-103", "/bands/1/highestScore");
        mistake("/bands/1", o -> o.put("highestScore", 5), "OTS-HAZ-103", "/bands/1/highestScore");
        mistake("/likelihoods/1", o -> o.put("fromPerYear", 0.1), "OTS-HAZ-104", "/likelihoods/1/fromPerYear");
        mistake("/likelihoods/1", o -> o.put("belowPerYear", 1), "OTS-HAZ-104", "/likelihoods/1/belowPerYear");
        mistake("/bands/0", o -> o.put("color", "blue"), "OTS-HAZ-105", "/bands/0/color");
        mistake("", o -> o.put("limitBand", "huge"), "OTS-JSON-013", "/limitBand");
        assertThatThrownBy(() -> RiskMatrices.named("risk-9x9")).hasMessageContaining("OTS-HAZ-102");
    }
}
