package org.openots.hazop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Pages;
import org.openots.hazop.study.StudyReader;
import org.openots.hazop.verification.Demonstration.Finding;
import org.openots.hazop.verification.Demonstration.Mark;
import org.openots.simulator.plant.PlantPack;

/** A row is shown to the person who wrote it, with and without its interlock. */
class RowDemonstrationTest {
    private static final PlantNames NAMES = PlantNames.of(PlantPack.shipped("ethanol-water-column"));
    private static final RowDemonstration ROWS = new RowDemonstration(
            StudyReader.read("study.json", Pages.example("hazop-study.md").getBytes(StandardCharsets.UTF_8)), NAMES, 7);

    private static RowDemonstration.Request request(String cause, Set<String> without) {
        return new RowDemonstration.Request(cause, without, List.of("D01-K1", "D01-K2", "D01-K3"), 200);
    }

    @Test
    void theInterlockMakesTheDifferenceAndIsSaidInWords() {
        assertThat(ROWS.removable("D01-S2")).isTrue();
        assertThat(ROWS.removable("D01-S1")).isFalse();
        assertThat(ROWS.removableBeside("D01-C4")).containsExactly("D01-S2");
        List<Double> shares = new ArrayList<>();
        Demonstration seen = ROWS.play(request("D01-C4", Set.of("D01-S2")), shares::add);
        assertThat(shares).isSorted().hasSizeGreaterThan(1000);
        assertThat(seen.causeSeconds()).isEqualTo(60);
        assertThat(seen.curves()).isNotEmpty().allSatisfy(curve -> {
            assertThat(curve.without()).isPresent();
            assertThat(curve.with().values()).hasSizeBetween(20, 200);
        });
        assertThat(seen.marks())
                .anySatisfy(mark -> {
                    assertThat(mark.kind()).isEqualTo(Mark.Kind.TRIP);
                    assertThat(mark.subject()).isEqualTo("IC-03");
                    assertThat(mark.runs()).isEqualTo(Mark.Runs.WITH);
                })
                .anySatisfy(mark -> assertThat(mark.kind()).isEqualTo(Mark.Kind.DEMAND));
        assertThat(seen.differences())
                .anySatisfy(text -> assertThat(text.zh()).contains("IC-03").contains("旁路"))
                .anySatisfy(text -> assertThat(text.en()).contains("FIC105 is up to"));
        assertThat(seen.outcomes()).hasSize(3);
        assertThat(seen.outcomes()).extracting(one -> one.with().state()).contains(Finding.State.JUDGEMENT);
        assertThat(seen.toString()).doesNotContain("LV101_STUCK_OPEN").doesNotContain("D01-C");
        // the recordings are shared with a request without anything to compare
        List<Double> again = new ArrayList<>();
        Demonstration alone = ROWS.play(request("D01-C4", Set.of()), again::add);
        assertThat(again).isEmpty();
        assertThat(alone.differences()).isEmpty();
        assertThat(alone.curves())
                .allSatisfy(curve -> assertThat(curve.without()).isEmpty());
    }

    @Test
    void itStopsWhenItIsToldTo() {
        assertThatThrownBy(() -> ROWS.play(request("D01-C1", Set.of()), share -> share < 0.1))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> ROWS.play(request("D01-C3", Set.of()), share -> true))
                .hasMessageContaining("OTS-HAZ-061");
        assertThatThrownBy(() -> ROWS.play(request("D01-C1", Set.of("D01-S1")), share -> true))
                .hasMessageContaining("OTS-HAZ-062");
    }
}
