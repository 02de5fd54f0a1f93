package org.openots.hazop.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openots.hazop.risk.RiskMatrices;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.worksheet.CauseRow;
import org.openots.hazop.worksheet.ScenarioLine;
import org.openots.hazop.worksheet.SheetColumn;
import org.openots.hazop.worksheet.SheetContent;
import org.openots.hazop.worksheet.SheetHead;
import org.openots.hazop.worksheet.SheetHistory;
import org.openots.hazop.worksheet.SheetState;

/** Mistakes that a worksheet shows without its key. */
class SheetAuditTest {
    private static final Study STUDY = StudyFile.named("ethanol-water-rig").study();
    private static final double WEIGHT = 20;

    private static AttemptScore.Audit audit(boolean planned, CauseRow... rows) {
        SheetHead head = new SheetHead(
                "h1", "s1", new SheetHead.StudyRef(STUDY.id(), "0", 5, 5), "intermediate", List.of("D11"), 0);
        SheetState sheet = new SheetState(
                head,
                new SheetContent(Map.of("D11", List.of(rows))),
                new SheetHistory(List.of(), List.of()),
                Map.of(),
                Optional.empty(),
                Map.of());
        return SheetAudit.of(sheet, STUDY, RiskMatrices.shipped("risk-5x5"), planned, WEIGHT);
    }

    private static CauseRow row(String cause, String consequence, String ratings, String guard, String advice) {
        Map<SheetColumn, String> cells = new EnumMap<>(SheetColumn.class);
        cells.put(SheetColumn.CONSEQUENCE, consequence);
        List<SheetColumn> columns = List.of(
                SheetColumn.SEVERITY,
                SheetColumn.LIKELIHOOD,
                SheetColumn.EXISTING_SEVERITY,
                SheetColumn.EXISTING_LIKELIHOOD);
        for (int i = 0; i < ratings.length(); i++) {
            cells.put(columns.get(i), ratings.substring(i, i + 1));
        }
        cells.put(SheetColumn.SAFEGUARDS, guard);
        cells.put(SheetColumn.RECOMMENDATIONS, advice);
        return new CauseRow("c", cause, List.of(new ScenarioLine("l", cells)));
    }

    private static List<AuditRule> rules(AttemptScore.Audit audit) {
        return audit.flags().stream().map(AuditFlag::rule).toList();
    }

    @Test
    void aSoundLineEarnsAll() {
        AttemptScore.Audit audit =
                audit(false, row("出料阀 LV-702 卡在全开位", "电热元件 E-703 露出液面烧坏", "4442", "联锁 I-01 切断 E-703", ""));
        assertThat(audit.flags()).isEmpty();
        assertThat(audit.earned()).isEqualTo(WEIGHT);
    }

    @Test
    void anEmptyWorksheetEarnsNothing() {
        AttemptScore.Audit audit = audit(false);
        assertThat(rules(audit)).containsExactly(AuditRule.EMPTY);
        assertThat(audit.earned()).isZero();
    }

    @Test
    void aSafeguardThatFailsWithTheCauseIsFlagged() {
        assertThat(rules(audit(false, row("塔釜液位变送器 LIC-702 示值偏高", "元件干烧", "4442", "LIC-702 自动关小 LV-702", ""))))
                .contains(AuditRule.OWN_LOOP);
        assertThat(rules(audit(false, row("塔釜液位变送器 LIC-702 示值偏高", "元件干烧", "4442", "低报警 LAL-702", ""))))
                .contains(AuditRule.OWN_LOOP);
        assertThat(rules(audit(false, row("排污阀 HV-704 误开", "元件干烧", "4442", "低报警 LAL-702", ""))))
                .isEmpty();
    }

    @Test
    void ratingsMustFitEachOther() {
        assertThat(rules(audit(false, row("误开 HV-704", "元件干烧", "3344", "巡检", ""))))
                .contains(AuditRule.RISK_GROWS, AuditRule.NO_RECOMMENDATION);
        assertThat(rules(audit(false, row("误开 HV-704", "元件干烧", "4442", "", ""))))
                .containsExactly(AuditRule.FALLS_ALONE);
        assertThat(rules(audit(false, row("误开 HV-704", "元件干烧", "44", "巡检", ""))))
                .containsExactly(AuditRule.NOT_RATED);
        assertThat(rules(audit(false, row("误开 HV-704", "", "4442", "巡检", "")))).contains(AuditRule.PAIR);
    }

    @Test
    void aConsequenceMustNotLeanOnASafeguard() {
        assertThat(rules(audit(false, row("误开 HV-704", "液位低，联锁切断加热", "4442", "巡检", ""))))
                .containsExactly(AuditRule.LEANS);
        assertThat(rules(audit(false, row("误开 HV-704", "PSV-701 动作", "4442", "巡检", ""))))
                .containsExactly(AuditRule.LEANS);
    }

    @Test
    void recommendationsOfASeniorNeedOwnerAndDate() {
        CauseRow row = row("误开 HV-704", "元件干烧", "4444", "巡检", "HV-704 出口加丝堵");
        assertThat(rules(audit(true, row))).containsExactly(AuditRule.NO_OWNER);
        assertThat(rules(audit(false, row))).isEmpty();
    }
}
