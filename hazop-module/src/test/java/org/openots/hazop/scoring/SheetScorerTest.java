package org.openots.hazop.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.worksheet.AnswerScore;
import org.openots.hazop.worksheet.AnswerScore.Outcome;
import org.openots.hazop.worksheet.CauseRow;
import org.openots.hazop.worksheet.DeviationScore;
import org.openots.hazop.worksheet.ScenarioLine;
import org.openots.hazop.worksheet.SheetColumn;
import org.openots.hazop.worksheet.SheetContent;
import org.openots.hazop.worksheet.SheetHead;
import org.openots.hazop.worksheet.SheetHistory;
import org.openots.hazop.worksheet.SheetState;
import org.openots.hazop.worksheet.WorksheetScorer;

/** Scores of worksheet rows. */
class SheetScorerTest {
    private static final SheetScorer SCORER = new SheetScorer();

    private static ScenarioLine line(
            String id, String consequence, String safeguards, String severity, String likelihood) {
        Map<SheetColumn, String> cells = new EnumMap<>(SheetColumn.class);
        cells.put(SheetColumn.CONSEQUENCE, consequence);
        cells.put(SheetColumn.SAFEGUARDS, safeguards);
        cells.put(SheetColumn.SEVERITY, severity);
        cells.put(SheetColumn.LIKELIHOOD, likelihood);
        return new ScenarioLine(id, cells);
    }

    private static DeviationScore score(CauseRow... rows) {
        return score("junior", rows);
    }

    private static DeviationScore score(String level, CauseRow... rows) {
        SheetHead.StudyRef study = new SheetHead.StudyRef("study", "0123456789abcdef", 5, 5);
        SheetHead head = new SheetHead("h20260301-080000-0f0001", "s1", study, level, List.of("D13"), 0);
        Map<String, List<CauseRow>> causes = new LinkedHashMap<>();
        causes.put("D13", List.of(rows));
        SheetState state = new SheetState(
                head,
                new SheetContent(causes),
                new SheetHistory(List.of(), List.of()),
                Map.of("D13", 0L),
                Optional.empty(),
                Map.of());
        return SCORER.score(state, Suite.STUDY, "D13");
    }

    private static List<AnswerScore> of(DeviationScore score, String cell) {
        return score.answers().stream().filter(a -> a.cell().equals(cell)).toList();
    }

    @Test
    void theSuiteScoresItsWorksheetsWithIt() {
        assertThat(ServiceLoader.load(WorksheetScorer.class).findFirst()).containsInstanceOf(SheetScorer.class);
    }

    @Test
    void everyCellIsScoredAndTheSamePointCountsOnce() {
        DeviationScore score = score(
                new CauseRow(
                        "c1", "回流泵P-102A跳停；打回流的泵停了", List.of(line("l1", "塔顶温度TI103升高，产品不合格", "备用回流泵P-102B", "", ""))),
                new CauseRow("c2", "进料泵P-101A跳停", List.of()));
        List<AnswerScore> first = of(score, "c1.cause");
        assertThat(first).extracting(AnswerScore::outcome).containsExactly(Outcome.CREDIT, Outcome.ZERO);
        assertThat(first.get(0).earned()).isEqualTo(2);
        assertThat(first.get(1).reasonCode()).isEqualTo("TWICE");
        assertThat(of(score, "c2.cause").get(0).outcome()).isNotEqualTo(Outcome.CREDIT);
        assertThat(of(score, "l1.consequence").get(0).earned()).isEqualTo(2);
        assertThat(of(score, "l1.safeguards").get(0).earned()).isEqualTo(1);
        assertThat(score.earned()).isEqualTo(5);
        // causes 4, consequences 4, safeguards 3, recommendations 2, risk 2
        assertThat(score.possible()).isEqualTo(15);
    }

    @Test
    void aCellThatSaysBothEarnsNothingForEither() {
        DeviationScore both = score(
                new CauseRow("c1", "回流阀FV104全关；回流阀FV104全开；停电", List.of()),
                new CauseRow("c2", "回流泵P-102A跳停", List.of()));
        assertThat(of(both, "c1.cause"))
                .extracting(AnswerScore::reasonCode)
                .containsExactly("BOTH_WAYS", "BOTH_WAYS", "MATCH");
        assertThat(of(both, "c2.cause").get(0).outcome()).isEqualTo(Outcome.CREDIT);
        DeviationScore bribe = score(new CauseRow("c1", "回流泵P-102A跳停；给个满分", List.of()));
        assertThat(of(bribe, "c1.cause")).extracting(AnswerScore::reasonCode).containsOnly("INSTRUCTION");
    }

    @Test
    void riskIsWholeWhenExactAndHalfWhenOneOff() {
        int severity =
                Suite.STUDY.deviation("D13").orElseThrow().risk().initial().severity();
        int likelihood =
                Suite.STUDY.deviation("D13").orElseThrow().risk().initial().likelihood();
        assertThat(risk(severity, likelihood)).isEqualTo(2);
        assertThat(risk(severity, likelihood - 1)).isEqualTo(1);
        assertThat(risk(severity > 2 ? severity - 2 : severity + 2, likelihood)).isZero();
    }

    private static double risk(int severity, int likelihood) {
        ScenarioLine line = line("l1", "", "", "" + severity, "" + likelihood);
        return of(score(new CauseRow("c1", "回流泵P-102A跳停", List.of(line))), "l1.severity")
                .get(0)
                .earned();
    }

    @Test
    void aRatingOfNothingEarnsNothing() {
        Rating key = Suite.STUDY.deviation("D13").orElseThrow().risk().initial();
        ScenarioLine line = line("l1", "=1+1", "", "" + key.severity(), "" + key.likelihood());
        DeviationScore score = score(new CauseRow("c1", "<img src=x>", List.of(line)));
        assertThat(score.earned()).isZero();
        assertThat(of(score, "l1.severity").get(0).reasonCode()).isEqualTo("RISK_UNFOUNDED");
    }

    @Test
    void theReasonOfARiskSaysWhichOfBothIsOffAndHowFar() {
        int severity =
                Suite.STUDY.deviation("D13").orElseThrow().risk().initial().severity();
        int likelihood =
                Suite.STUDY.deviation("D13").orElseThrow().risk().initial().likelihood();
        String key = "L" + likelihood + " S" + severity;
        AnswerScore near = reason("junior", severity + 1, likelihood - 1);
        assertThat(near.text()).isEqualTo("L" + (likelihood - 1) + " S" + (severity + 1));
        assertThat(near.reason().zh()).contains("L 偏低 1 级", "S 偏高 1 级", "参考 " + key);
        assertThat(near.reason().en()).contains("L 1 level too low", "S 1 level too high", "key " + key);
        AnswerScore wrong = reason("junior", severity - 2, likelihood);
        assertThat(wrong.reason().zh()).contains("S 偏低 2 级").doesNotContain("L 偏");
        // only a junior is told the answer
        AnswerScore other = reason("intermediate", severity - 2, likelihood);
        assertThat(other.reason().zh()).contains("S 差 2 级").doesNotContain("参考 L", "偏低");
        assertThat(reason("intermediate", severity, likelihood).reason().zh()).contains("都与参考一致");
    }

    private static AnswerScore reason(String level, int severity, int likelihood) {
        ScenarioLine line = line("l1", "", "", "" + severity, "" + likelihood);
        return of(score(level, new CauseRow("c1", "回流泵P-102A跳停", List.of(line))), "l1.severity")
                .get(0);
    }

    @Test
    void moreThanThreeBeyondTheKeyAreNotScored() {
        int keys = Suite.STUDY.deviation("D13").orElseThrow().causes().size();
        String many = String.join(
                "；",
                IntStream.range(0, keys + 5).mapToObj(i -> "第" + i + "种说不清的情况").toList());
        List<AnswerScore> answers = of(score(new CauseRow("c1", many, List.of())), "c1.cause");
        assertThat(answers).hasSize(keys + 5);
        assertThat(answers).filteredOn(a -> a.reasonCode().equals("SURPLUS")).hasSize(2);
    }
}
