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
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyReader;
import org.openots.hazop.verification.Demonstration.Finding;
import org.openots.hazop.verification.Demonstration.Mark;
import org.openots.simulator.plant.PlantPack;

/** A row is shown to the person who wrote it, with and without its interlock. */
class RowDemonstrationTest {
    private static final PlantNames NAMES = PlantNames.of(PlantPack.shipped("ethanol-water-column"));
    private static final Study STUDY =
            StudyReader.read("study.json", Pages.example("hazop-study.md").getBytes(StandardCharsets.UTF_8));
    private static final RowDemonstration ROWS = new RowDemonstration(STUDY, NAMES, 7);

    /** Shares no recordings with the tests that say something about them. */
    private static final RowDemonstration OWN = new RowDemonstration(STUDY, NAMES, 7);

    private static RowDemonstration.Request request(String cause, Set<String> without) {
        return new RowDemonstration.Request(cause, without, List.of("D01-K1", "D01-K2", "D01-K3"), List.of(), 200);
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
    void whatSomebodyNamesIsDrawnAndToldInWords() {
        assertThat(OWN.named("塔釜液位下降，再沸器干烧")).containsExactly("LIC101");
        assertThat(OWN.named("fic-101 低，塔釜液位控制失灵，LIC101 下降")).containsExactly("FIC101", "LIC101");
        assertThat(OWN.named("bottoms level falls, FIC 101 too")).containsExactly("LIC101", "FIC101");
        assertThat(OWN.named("进料流量低报警 FAL101；FIC1011")).containsExactly("FIC101");
        assertThat(OWN.named("会爆炸")).isEmpty();
        Demonstration seen = OWN.play(
                new RowDemonstration.Request("D01-C1", Set.of(), List.of(), List.of("LIC101", "FIC101"), 200),
                share -> true);
        assertThat(seen.curves()).extracting(Demonstration.Curve::signal).contains("FIC101", "LIC101");
        assertThat(seen.movements()).extracting(Demonstration.Movement::signal).containsExactly("LIC101", "FIC101");
        assertThat(seen.movements().get(0).with().zh()).matches("LIC101 降低 \\d.* %（\\d+ s 后）");
        assertThat(seen.movements().get(0).with().en()).contains("LIC101 down");
        assertThat(seen.movements().get(0).without()).isEmpty();
    }

    @Test
    void marksSayInWordsWhatCameAndAtWhichValue() {
        Demonstration seen = OWN.play(request("D01-C1", Set.of()), share -> true);
        assertThat(seen.marks())
                .filteredOn(mark -> mark.kind() == Mark.Kind.DEMAND)
                .singleElement()
                .satisfies(mark -> assertThat(mark.text().zh())
                        .contains("IC-10 XS101 进料泵停切断进料", "两台进料泵都停")
                        .doesNotContain("P-101 ("));
        assertThat(seen.marks())
                .filteredOn(mark -> mark.kind() == Mark.Kind.ALARM)
                .isNotEmpty()
                .allSatisfy(mark -> assertThat(mark.text().zh()).doesNotMatch(".*：(\\S+)( \\S+)?，限值 \\1\\b.*"))
                .anySatisfy(mark -> assertThat(mark.text().zh()).matches("报警 FAL101 .*流?量低：.* kg/h，限值 4000 kg/h"));
        assertThat(SightingWords.beside(100.96, 101, "°C", "，限值 ")).isEqualTo("100.96 °C，限值 101 °C");
        assertThat(SightingWords.beside(12.3456, 10, "", ", limit ")).isEqualTo("12.3, limit 10");
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
