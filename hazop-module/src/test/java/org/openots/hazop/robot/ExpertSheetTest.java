package org.openots.hazop.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.hazop.risk.RiskMatrices;
import org.openots.hazop.scoring.SheetScorer;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.task.SheetAudit;
import org.openots.hazop.worksheet.CauseRow;
import org.openots.hazop.worksheet.DeviationScore;
import org.openots.hazop.worksheet.SheetContent;
import org.openots.hazop.worksheet.SheetHead;
import org.openots.hazop.worksheet.SheetHistory;
import org.openots.hazop.worksheet.SheetOperation;
import org.openots.hazop.worksheet.SheetState;

/** All the points of every deviation can be earned, and none of the rules of a worksheet is broken by it. */
class ExpertSheetTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    /** Weights of one deviation are whole points; their sums are exact to rounding. */
    private static final double ROUNDING = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"ethanol-water-rig", "debutanizer", "ethanol-water-column"})
    void everyDeviationOfAStudyCanBeWrittenPerfectly(String name) {
        Study study = StudyFile.named(name).study();
        SheetScorer scorer = new SheetScorer();
        ExpertSheet expert = new ExpertSheet(study, scorer, TODAY);
        for (Deviation deviation : study.deviations()) {
            SheetState sheet = sheet(study, deviation.id(), expert.write(deviation.id()));
            DeviationScore score = scorer.score(sheet, study, deviation.id());
            assertThat(score.earned())
                    .as("%s %s", deviation.id(), score.answers())
                    .isCloseTo(score.possible(), within(ROUNDING));
            assertThat(SheetAudit.of(sheet, study, RiskMatrices.shipped("risk-5x5"), true, 1)
                            .flags())
                    .as(deviation.id())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ethanol-water-rig", "debutanizer", "ethanol-water-column"})
    void noScenarioOfAKeyBreaksARuleOfWorksheets(String name) {
        Study study = StudyFile.named(name).study();
        ExpertSheet expert = new ExpertSheet(study, new SheetScorer(), TODAY);
        for (Deviation deviation : study.deviations()) {
            SheetState sheet = sheet(study, deviation.id(), expert.writeAll(deviation.id()));
            assertThat(SheetAudit.of(sheet, study, RiskMatrices.shipped("risk-5x5"), true, 1)
                            .flags())
                    .as(deviation.id())
                    .isEmpty();
        }
    }

    private static SheetState sheet(Study study, String deviation, List<SheetOperation> written) {
        SheetHead head = new SheetHead(
                "h1", "s1", new SheetHead.StudyRef(study.id(), "0", 5, 5), "senior", List.of(deviation), 0);
        List<CauseRow> rows = written.stream()
                .map(operation -> ((SheetOperation.InsertCause) operation).cause())
                .toList();
        return new SheetState(
                head,
                new SheetContent(Map.of(deviation, rows)),
                new SheetHistory(List.of(), List.of()),
                Map.of(),
                Optional.empty(),
                Map.of());
    }
}
