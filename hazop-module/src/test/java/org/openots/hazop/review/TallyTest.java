package org.openots.hazop.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openots.common.text.LocalText;
import org.openots.hazop.study.Column;
import org.openots.hazop.worksheet.AnswerScore;
import org.openots.hazop.worksheet.AnswerScore.Outcome;
import org.openots.hazop.worksheet.DeviationScore;
import org.openots.hazop.worksheet.RowLimits;

/** Points after decisions. */
class TallyTest {
    private static final LocalText WHY = new LocalText("理由", "reason");
    private static final RowLimits LIMITS = new RowLimits(
            15, Map.of(Column.CAUSE, 4.0), Map.of(Column.CAUSE, 2.0), Map.of("C1", 2.0, "C2", 2.0, "C3", 2.0));

    private static AnswerScore answer(String cell, Outcome outcome, double earned, String... items) {
        return new AnswerScore(cell, "答案", outcome, earned, 2, "X", WHY, List.of(items));
    }

    private static ScoredRow row(Map<Integer, Verdict> verdicts, AnswerScore... answers) {
        Map<Integer, Ruling> rulings = new HashMap<>();
        verdicts.forEach((index, verdict) -> rulings.put(
                index,
                new Ruling(
                        new AnswerRef("h", "D1", index),
                        Reviews.program("答案", Outcome.EXAMINER),
                        verdict,
                        "assessor",
                        "看过",
                        0)));
        DeviationScore score = new DeviationScore("D1", "scorer", 0, 15, List.of(answers));
        return Tally.row(score, LIMITS, index -> Optional.ofNullable(rulings.get(index)));
    }

    @Test
    void whatWaitsDoesNotCountTillItIsDecided() {
        AnswerScore waits = answer("c1.cause", Outcome.EXAMINER, 0);
        assertThat(row(Map.of(), waits).earned()).isZero();
        assertThat(row(Map.of(), waits).waiting()).isEqualTo(1);
        ScoredRow decided = row(Map.of(0, Reviews.key("C1", 1.5)), waits);
        assertThat(decided.earned()).isEqualTo(1.5);
        assertThat(decided.waiting()).isZero();
        assertThat(decided.answers().get(0).reason().zh()).contains("考评员").contains("看过");
    }

    @Test
    void anItemIsEarnedOnceAndAColumnHasItsMost() {
        AnswerScore credit = answer("c1.cause", Outcome.CREDIT, 1, "C1");
        AnswerScore waits = answer("c2.cause", Outcome.EXAMINER, 0);
        ScoredRow twice = row(Map.of(1, Reviews.key("C1", 2)), credit, waits);
        assertThat(twice.earned()).isEqualTo(2);
        assertThat(twice.answers()).extracting(ScoredAnswer::counted).containsExactly(false, true);
        ScoredRow most = row(
                Map.of(0, Reviews.key("C1", 2), 1, Reviews.key("C2", 2), 2, Reviews.key("C3", 2)), waits, waits, waits);
        assertThat(most.earned()).isEqualTo(4);
    }

    @Test
    void aRatingHasAColumnOfItsOwn() {
        AnswerScore rating = answer("l1.severity", Outcome.CREDIT, 2);
        ScoredRow row = row(Map.of(), rating);
        assertThat(row.answers().get(0).column()).isEqualTo(Tally.RISK);
        assertThat(row.earned()).isEqualTo(2);
    }
}
