package org.openots.hazop.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;

/** Keys of the suite tested with themselves and with themselves made wrong. */
class KeyLintTest {
    @ParameterizedTest
    @ValueSource(strings = {"ethanol-water-rig", "debutanizer", "ethanol-water-column"})
    void keysEarnThemselvesAndWrongOnesDoNot(String id) {
        Study study = StudyFile.named(id).study();
        KeyLint.Report report = new KeyLint(study, Suite.WITH.scorer(study), ScoringLibrary.mutations()).run();
        assertThat(report.chinese().value()).as(report.failures().toString()).isEqualTo(1);
        assertThat(report.english().value()).isGreaterThanOrEqualTo(0.95);
        // some exchanges make another true statement or none at all, see docs/hazop/scoring.md
        report.mutants()
                .forEach((kind, share) ->
                        assertThat(share.value()).as(kind.name()).isGreaterThanOrEqualTo(0.99));
    }
}
