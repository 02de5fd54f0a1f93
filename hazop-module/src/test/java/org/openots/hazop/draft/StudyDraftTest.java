package org.openots.hazop.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.plant.StudyCheck;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Effect;
import org.openots.hazop.study.Simulation;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.study.StudyWriter;
import org.openots.hazop.verification.FaultSweep;
import org.openots.simulator.plant.PlantPack;

/** A draft of a few faults: the right rows, readable as a study, and marked as a draft. */
class StudyDraftTest {
    private static final int HORIZON = 300;

    @Test
    void faultsBecomeRowsOfAStudyThatCanBeRead() {
        PlantNames names = PlantNames.of(PlantPack.shipped("ethanol-water-rig"));
        List<FaultSweep.Seen> seen = FaultSweep.sweep(
                names,
                new FaultSweep.Settings(1, 2, HORIZON, Set.of("A-F07", "A-F05", "A-F22")),
                (done, total) -> assertThat(total).isEqualTo(3));
        assertThat(seen)
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.movements()).isNotEmpty());
        StudyDraft.Draft draft =
                StudyDraft.of(StudyFile.named("ethanol-water-rig").study(), seen, HORIZON);
        assertThat(draft.unplaced()).isEmpty();
        assertThat(draft.study().id()).endsWith("-draft");
        assertThat(draft.study().head().title().zh()).startsWith("草稿");
        assertThat(StudyFile.SHIPPED).doesNotContain(draft.study().id());
        Deviation noFeed = draft.study().deviations().stream()
                .filter(row -> row.causes().stream()
                        .anyMatch(cause -> cause.proof() instanceof Simulation played
                                && played.orders().toString().contains("A-F07")))
                .findFirst()
                .orElseThrow();
        assertThat(noFeed.head().parameter()).isEqualTo("flow");
        assertThat(noFeed.head().guideWord()).isEqualTo("LESS");
        assertThat(noFeed.consequences())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.text().zh()).matches(".*(升高|降低)"));
        Simulation played = (Simulation) noFeed.causes().get(0).proof();
        assertThat(played.expected())
                .hasSize(1)
                .allSatisfy(effect -> assertThat(effect.kind()).isEqualTo(Effect.Kind.DOWN));
        StudyFile file = new StudyFile("draft.json", StudyWriter.text(draft.study()));
        assertThat(file.study()).isEqualTo(draft.study());
        // scenarios are what a person adds; until then the check does not let it pass
        assertThat(StudyCheck.check(List.of(file)))
                .extracting(finding -> String.valueOf(finding.code()))
                .isNotEmpty()
                .containsOnly("NO_SCENARIO");
    }
}
