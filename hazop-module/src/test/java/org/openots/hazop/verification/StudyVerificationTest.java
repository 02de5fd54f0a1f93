package org.openots.hazop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Pages;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyReader;
import org.openots.simulator.plant.PlantPack;

/** The example of the page about the format is played, and so are mistakes in it. */
class StudyVerificationTest {
    private static final String EXAMPLE = Pages.example("hazop-study.md");
    private static final PlantNames NAMES = PlantNames.of(PlantPack.shipped("ethanol-water-column"));

    private static Study study(String json) {
        return StudyReader.read("study.json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static VerificationReport verify(String json, int threads) {
        return StudyVerification.verify(
                study(json), NAMES, new StudyVerification.Settings(7, threads), (done, total) -> {});
    }

    private static ItemResult result(VerificationReport report, String id) {
        return report.results().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void provesWhatIsTrueWithTheSameReportOnOneOrTwoThreads() {
        VerificationReport report = verify(EXAMPLE, 2);
        assertThat(report.refuted()).isEmpty();
        assertThat(report.counts(Column.CAUSE))
                .containsEntry(Verdict.VERIFIED, 3)
                .containsEntry(Verdict.NOT_MODELLED, 1);
        assertThat(report.counts(Column.CONSEQUENCE))
                .containsEntry(Verdict.VERIFIED, 1)
                .containsEntry(Verdict.ESTIMATE, 1)
                .containsEntry(Verdict.JUDGEMENT, 1);
        assertThat(report.modelledShare()).isEqualTo(0.75);
        // undisturbed, three causes, the pump trip without the interlock and its twin, the double failure without it
        assertThat(report.runs()).isEqualTo(7);
        Sighting down = result(report, "D01-C1").evidence().get(0).sightings().get(0);
        assertThat(down.amount()).isBetween(-6500.0, -5500.0);
        assertThat(down.firstSeconds()).isBetween(1.0, 10.0);
        ItemResult guard = result(report, "D01-S2");
        assertThat(guard.verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(guard.evidence().get(0).traceHashes()).hasSize(2).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(guard.reason().in(Locale.ENGLISH)).contains("FIC105 up");
        assertThat(VerificationJson.full(verify(EXAMPLE, 1)).toString())
                .isEqualTo(VerificationJson.full(report).toString());
    }

    @Test
    void refutesWhatIsWrong() {
        String wrong = EXAMPLE.replaceFirst("\"FIC101\", \"effect\": \"down\"", "\"FIC101\", \"effect\": \"up\"")
                .replaceFirst("\"value\": 2500", "\"value\": 500")
                .replace("\"signal\": \"LV101\", \"effect\": \"open\"", "\"signal\": \"LV101\", \"effect\": \"close\"")
                .replace("\"signal\": \"FIC105\", \"effect\": \"up\"", "\"signal\": \"FIC105\", \"effect\": \"down\"")
                .replaceFirst(
                        "\"signal\": \"LIC101\", \"effect\": \"down\"", "\"signal\": \"LIC101\", \"effect\": \"up\"")
                .replace("\"limitKWPerM2\": 1.6", "\"limitKWPerM2\": 37.5");
        VerificationReport report = verify(wrong, 2);
        assertThat(report.refuted())
                .extracting(ItemResult::id)
                .containsExactly("D01-C1", "D01-C2", "D01-C4", "D01-K1", "D01-K2", "D01-S2");
        assertThat(result(report, "D01-C1").reason().zh()).contains("未见 FIC101 升高");
        assertThat(result(report, "D01-C2").reason().en())
                .contains("FIC101 below not seen, at most", "needed 500 kg/h");
    }

    @Test
    void playsARowForPeopleToWatch() {
        RowPlayer player = new RowPlayer(study(EXAMPLE), NAMES, 7);
        assertThat(player.playable("D01-C4")).isPresent();
        assertThat(player.playable("D01-C3")).isEmpty();
        RowPlayer.Request with =
                new RowPlayer.Request("D01-C4", Set.of(), 700, List.of("LIC101", "FIC105", "sump.level"), 100);
        RowPlayer.Playback trip = player.play(with);
        assertThat(trip.firstOrderSeconds()).isEqualTo(60);
        assertThat(trip.series())
                .extracting(RowPlayer.Series::signal)
                .containsExactly("LIC101", "FIC105", "sump.level");
        assertThat(trip.series()).allSatisfy(series -> {
            assertThat(series.seconds()).hasSizeBetween(50, 100).isSorted();
            assertThat(series.values()).hasSameSizeAs(series.seconds());
        });
        assertThat(trip.events())
                .extracting(event -> event.text().en())
                .anyMatch(text -> text.contains("IC-03 tripped"));
        assertThat(trip.events()).noneMatch(event -> event.text().en().contains("LV101_STUCK_OPEN"));
        assertThat(player.play(with).traceHash()).isEqualTo(trip.traceHash());
        RowPlayer.Playback bypassed =
                player.play(new RowPlayer.Request("D01-C4", Set.of("D01-S2"), 700, List.of("FIC105"), 100));
        assertThat(bypassed.events())
                .extracting(event -> event.text().en())
                .noneMatch(text -> text.contains("IC-03 tripped"));
        assertThat(last(bypassed)).isGreaterThan(last(trip.series().get(1)) + 100);
        assertThat(player.playQuiet(with).firstOrderSeconds()).isNaN();
    }

    private static double last(RowPlayer.Playback playback) {
        return last(playback.series().get(0));
    }

    private static double last(RowPlayer.Series series) {
        return series.values().get(series.values().size() - 1);
    }

    @Test
    void refusesWhatItCannotPlay() {
        RowPlayer player = new RowPlayer(study(EXAMPLE), NAMES, 7);
        assertThatThrownBy(() -> player.play(new RowPlayer.Request("D01-C3", Set.of(), 60, List.of(), 100)))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("OTS-HAZ-061");
        assertThatThrownBy(() -> player.play(new RowPlayer.Request("D01-C1", Set.of("D01-S1"), 60, List.of(), 100)))
                .hasMessageContaining("OTS-HAZ-062");
        assertThatThrownBy(() -> player.play(new RowPlayer.Request("D01-C1", Set.of(), 60, List.of("ZZ"), 100)))
                .hasMessageContaining("OTS-HAZ-063");
        assertThatThrownBy(() -> new RowPlayer.Request("D01-C1", Set.of(), 0, List.of(), 100))
                .hasMessageContaining("OTS-HAZ-064");
    }
}
