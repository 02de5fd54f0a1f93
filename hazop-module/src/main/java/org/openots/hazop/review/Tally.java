package org.openots.hazop.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.worksheet.AnswerScore;
import org.openots.hazop.worksheet.CellRef;
import org.openots.hazop.worksheet.DeviationScore;
import org.openots.hazop.worksheet.RowLimits;

/** Adds up what answers are worth after all decisions: an item is earned once, a column has its most. */
public final class Tally {
    /** Word of the column of ratings. */
    public static final String RISK = "risk";

    /** Code of the reason of a person. */
    public static final String RULED = "RULED";

    private static final LocalText TWICE =
            new LocalText("与另一条答的是同一点，只计一次", "the same point as another answer: counted once");
    private static final LocalText FOLLOWS =
            new LocalText("本行答案经考评员判定后重评：", "rated again after a decision of an examiner in this row: ");
    private static final double CENT = 1e-9;

    private Tally() {}

    /**
     * The column an answer stands in.
     *
     * @param cell name of its cell
     * @return the column; nothing for a rating
     */
    public static Optional<Column> column(String cell) {
        return switch (CellRef.of(cell).column()) {
            case CAUSE -> Optional.of(Column.CAUSE);
            case CONSEQUENCE -> Optional.of(Column.CONSEQUENCE);
            case SAFEGUARDS -> Optional.of(Column.SAFEGUARD);
            case RECOMMENDATIONS -> Optional.of(Column.RECOMMENDATION);
            default -> Optional.empty();
        };
    }

    /**
     * A deviation with the decisions of people in it.
     *
     * @param score what the program said
     * @param limits what can be earned
     * @param rulings the present decision on each answer, by its place
     * @return the row
     */
    public static ScoredRow row(DeviationScore score, RowLimits limits, Function<Integer, Optional<Ruling>> rulings) {
        List<ScoredAnswer> answers = new ArrayList<>();
        Map<String, Double> most = new LinkedHashMap<>();
        limits.most().forEach((column, points) -> most.put(column.word(), points));
        for (int i = 0; i < score.answers().size(); i++) {
            AnswerScore answer = score.answers().get(i);
            String column = column(answer.cell()).map(Column::word).orElse(RISK);
            if (column.equals(RISK)) {
                most.put(RISK, answer.possible());
            }
            answers.add(rulings.apply(i)
                    .map(ruling -> ruled(answer, column, ruling))
                    .orElse(plain(answer, column)));
        }
        return settled(score.deviation(), score.scorer(), score.possible(), most, answers);
    }

    /**
     * A deviation just as the program scored it.
     *
     * @param score what the program said
     * @return the row
     */
    public static ScoredRow asScored(DeviationScore score) {
        List<ScoredAnswer> answers = score.answers().stream()
                .map(answer ->
                        plain(answer, column(answer.cell()).map(Column::word).orElse(RISK)))
                .toList();
        return new ScoredRow(score.deviation(), score.scorer(), score.earned(), score.possible(), Map.of(), answers);
    }

    /**
     * A deviation without answers.
     *
     * @param deviation its id
     * @param limits what could have been earned
     * @return the row
     */
    public static ScoredRow empty(String deviation, RowLimits limits) {
        return new ScoredRow(deviation, "", 0, limits.possible(), Map.of(), List.of());
    }

    private static ScoredAnswer plain(AnswerScore answer, String column) {
        String item = answer.outcome() == AnswerScore.Outcome.CREDIT
                        && !answer.matched().isEmpty()
                ? answer.matched().get(0)
                : "";
        return new ScoredAnswer(
                answer.cell(),
                column,
                answer.text(),
                answer.outcome(),
                answer.earned(),
                answer.possible(),
                answer.reasonCode(),
                answer.reason(),
                item,
                "",
                true);
    }

    private static ScoredAnswer ruled(AnswerScore answer, String column, Ruling ruling) {
        if (ruling.verdict().basis() == Verdict.Basis.ROW) {
            LocalText again = ruling.program().reason();
            return new ScoredAnswer(
                    answer.cell(),
                    column,
                    answer.text(),
                    ruling.verdict().points() > 0 ? AnswerScore.Outcome.CREDIT : AnswerScore.Outcome.ZERO,
                    ruling.verdict().points(),
                    answer.possible(),
                    ruling.program().code(),
                    new LocalText(FOLLOWS.zh() + again.zh(), FOLLOWS.en() + again.en()),
                    "",
                    ruling.examiner(),
                    true);
        }
        return with(plain(answer, column), ruling.verdict(), ruling.examiner(), ruling.reason());
    }

    /** An answer with a person's verdict in the place of what stood there. */
    private static ScoredAnswer with(ScoredAnswer answer, Verdict verdict, String examiner, String reason) {
        LocalText usual = switch (verdict.basis()) {
            case KEY -> new LocalText("考评员判定：符合参考答案", "decided by an examiner: agrees with the key");
            case OUTSIDE -> new LocalText("考评员判定：成立，参考答案之外", "decided by an examiner: sound, though not in the key");
            case NONE, ROW -> new LocalText("考评员判定：不计分", "decided by an examiner: no credit");
        };
        LocalText words =
                reason.isBlank() ? usual : new LocalText(usual.zh() + "。" + reason, usual.en() + ". " + reason);
        return new ScoredAnswer(
                answer.cell(),
                answer.column(),
                answer.text(),
                verdict.points() > 0 ? AnswerScore.Outcome.CREDIT : AnswerScore.Outcome.ZERO,
                verdict.points(),
                answer.possible(),
                RULED,
                words,
                verdict.item(),
                examiner,
                true);
    }

    private static ScoredRow settled(
            String deviation, String scorer, double possible, Map<String, Double> most, List<ScoredAnswer> answers) {
        Map<String, Integer> best = new HashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            ScoredAnswer answer = answers.get(i);
            if (!answer.item().isEmpty()) {
                best.merge(
                        answer.item(),
                        i,
                        (a, b) -> answers.get(b).earned() > answers.get(a).earned() ? b : a);
            }
        }
        List<ScoredAnswer> counted = new ArrayList<>();
        Map<String, Double> sums = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            ScoredAnswer answer = answers.get(i);
            boolean counts = answer.item().isEmpty() || best.getOrDefault(answer.item(), i) == i;
            counted.add(counts(answer, counts));
            sums.merge(answer.column(), counts ? answer.earned() : 0, Double::sum);
        }
        double earned = sums.entrySet().stream()
                .mapToDouble(sum -> Math.min(sum.getValue(), most.getOrDefault(sum.getKey(), sum.getValue())))
                .sum();
        return new ScoredRow(deviation, scorer, earned, possible, most, counted);
    }

    private static ScoredAnswer counts(ScoredAnswer answer, boolean counted) {
        return new ScoredAnswer(
                answer.cell(),
                answer.column(),
                answer.text(),
                answer.outcome(),
                answer.earned(),
                answer.possible(),
                answer.code(),
                counted ? answer.reason() : TWICE,
                answer.item(),
                answer.examiner(),
                counted);
    }

    /**
     * The points of a released worksheet with corrections.
     *
     * @param score the released score
     * @param verdicts the verdicts of the corrections
     * @return points
     */
    public static double corrected(ReleasedScore score, Map<AnswerRef, Verdict> verdicts) {
        double sum = 0;
        for (ScoredRow row : score.rows()) {
            List<ScoredAnswer> answers = new ArrayList<>();
            for (int i = 0; i < row.answers().size(); i++) {
                ScoredAnswer answer = row.answers().get(i);
                Verdict verdict = verdicts.get(new AnswerRef(score.sheet(), row.deviation(), i));
                answers.add(verdict == null ? answer : with(answer, verdict, "", ""));
            }
            sum += settled(row.deviation(), row.scorer(), row.possible(), row.most(), answers)
                    .earned();
        }
        return sum;
    }

    /**
     * Checks a verdict against what the answer can earn.
     *
     * @param ref the answer
     * @param answer what the program said of it
     * @param key the deviation with its key
     * @param limits what can be earned
     * @param verdict the verdict
     * @return the verdict, without an item unless the key is its basis
     * @throws OtsException if the item is not of that column or the points are out of range
     */
    public static Verdict checked(AnswerRef ref, AnswerScore answer, Deviation key, RowLimits limits, Verdict verdict) {
        Optional<Column> column = column(answer.cell());
        double most = column.map(one -> limits.each().getOrDefault(one, 0.0)).orElse(answer.possible());
        if (verdict.basis() == Verdict.Basis.KEY) {
            boolean known = column.isPresent()
                    && key.items(column.get()).stream()
                            .anyMatch(item -> item.id().equals(verdict.item()));
            if (!known) {
                throw new OtsException(ReviewError.ITEM_UNKNOWN, ref.text(), Brief.of(verdict.item()));
            }
            most = limits.items().getOrDefault(verdict.item(), 0.0);
        } else if (verdict.basis() != Verdict.Basis.OUTSIDE) {
            most = 0;
        }
        if (!(verdict.points() >= 0 && verdict.points() <= most + CENT)) {
            throw new OtsException(
                    ReviewError.POINTS_RANGE, ref.text(), Brief.number(verdict.points()), Brief.number(most));
        }
        return verdict.basis() == Verdict.Basis.KEY ? verdict : new Verdict(verdict.basis(), "", verdict.points());
    }
}
