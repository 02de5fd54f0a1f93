package org.openots.hazop.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.hazop.review.AnswerRef;
import org.openots.hazop.review.Correction;
import org.openots.hazop.review.ScoredAnswer;
import org.openots.hazop.review.ScoredRow;
import org.openots.hazop.worksheet.AnswerScore;

/** The released score of a worksheet, answer by answer, as lines of a report. */
final class ScoreLines {
    private static final Map<String, String> COLUMNS = Map.of(
            "cause", "col.cause",
            "consequence", "col.consequence",
            "safeguard", "col.safeguards",
            "recommendation", "col.recommendations",
            "risk", "col.initial");
    private static final int DECIMALS = 2;
    private static final double ALL = 100;

    private final SheetReport.Score score;
    private final ReportWords words;

    ScoreLines(SheetReport.Score score, ReportWords words) {
        this.score = score;
        this.words = words;
    }

    /** What stands on the cover. */
    List<Report.Fact> facts() {
        List<Report.Fact> facts = new ArrayList<>();
        double possible = score.released().possible();
        facts.add(fact("fact.score", score.released().earned(), possible));
        score.corrections().stream()
                .reduce((first, last) -> last)
                .ifPresent(last -> facts.add(fact("fact.corrected", last.totalAfter(), possible)));
        return facts;
    }

    private Report.Fact fact(String label, double earned, double possible) {
        String share = possible == 0 ? "" : " (" + plain((double) Math.round(ALL * earned / possible)) + " %)";
        return new Report.Fact(words.of(label), of(earned, possible) + share);
    }

    /** The answers of each deviation, and what it earned. */
    List<Report.Score> lines() {
        List<Report.Score> lines = new ArrayList<>();
        for (ScoredRow row : score.released().rows()) {
            for (int i = 0; i < row.answers().size(); i++) {
                lines.add(line(row, i));
            }
            String text = words.of(row.answers().isEmpty() ? "score.empty" : "score.row");
            lines.add(new Report.Score(row.deviation(), "", text, of(row.earned(), row.possible()), "", ""));
        }
        return lines;
    }

    private Report.Score line(ScoredRow row, int index) {
        ScoredAnswer answer = row.answers().get(index);
        AnswerRef ref = new AnswerRef(score.released().sheet(), row.deviation(), index);
        List<String> reasons = new ArrayList<>();
        reasons.add(words.in(answer.reason()));
        score.appeals().stream()
                .filter(appeal -> appeal.answer().equals(ref))
                .forEach(appeal -> reasons.add(words.of("score.appeal", appeal.reason())));
        Optional<Correction> correction = score.corrections().stream()
                .filter(one -> one.answer().equals(ref))
                .findFirst();
        correction.ifPresent(one -> reasons.add(
                words.of("score.correction", plain(one.verdict().points()), plain(one.pointsBefore()), one.reason())));
        boolean program = answer.examiner().isEmpty() && correction.isEmpty();
        return new Report.Score(
                row.deviation(),
                words.of(COLUMNS.getOrDefault(answer.column(), "col.initial")),
                answer.text(),
                answer.outcome() == AnswerScore.Outcome.EXAMINER
                        ? "-"
                        : of(answer.counted() ? answer.earned() : 0, answer.possible()),
                String.join("\n", reasons),
                words.of(program ? "score.program" : "score.examiner"));
    }

    private static String of(double earned, double possible) {
        return plain(earned) + " / " + plain(possible);
    }

    private static String plain(double points) {
        BigDecimal rounded = BigDecimal.valueOf(points).setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
