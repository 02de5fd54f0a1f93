package org.openots.instructor.hazop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openots.common.text.LocalText;
import org.openots.hazop.review.ScoredAnswer;
import org.openots.hazop.review.ScoredRow;
import org.openots.hazop.review.Tally;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Scenario;
import org.openots.hazop.study.Study;
import org.openots.hazop.worksheet.AnswerScore;
import org.openots.hazop.worksheet.RowLimits;
import org.openots.hazop.worksheet.SheetState;
import org.openots.hazop.worksheet.SheetView;

/**
 * What a student is told of the key once a row of his worksheet is judged: the points he did not write, and why they
 * belong there. At the junior level with the row, at the intermediate level with the hand-in, at the senior level with
 * the release; never while another worksheet of his with the same deviation is open.
 */
public final class ReferencePoints {
    private static final double CENT = 1e-9;

    /** Scenarios named as the reason of a point: more would hide it. */
    private static final int MOST_REASONS = 2;

    private final HazopDesk desk;

    /**
     * Makes the points.
     *
     * @param desk worksheets, studies and the scorer
     */
    public ReferencePoints(HazopDesk desk) {
        this.desk = desk;
    }

    /**
     * A point of the key that is not earned, or not whole.
     *
     * @param column where it belongs
     * @param text the point
     * @param reason what links it with the row; nothing for a study without scenarios
     * @param earned points earned for it
     * @param possible points it can earn
     * @param needed false when its column has all points without it
     */
    public record Point(
            Column column,
            LocalText text,
            Optional<LocalText> reason,
            double earned,
            double possible,
            boolean needed) {}

    /**
     * The rating of a row.
     *
     * @param initial risk without safeguards
     * @param reason the scenario it comes from; nothing for a study without scenarios
     */
    public record Risk(Rating initial, Optional<LocalText> reason) {}

    /**
     * What a row lacks.
     *
     * @param deviation its id
     * @param withheld whether it is not told yet because another worksheet asks for it; the rest is empty then
     * @param points points not earned, column by column
     * @param risk the rating, if his is another
     */
    public record Row(String deviation, boolean withheld, List<Point> points, Optional<Risk> risk) {
        /** Freezes the list. */
        public Row {
            points = List.copyOf(points);
        }
    }

    /**
     * What the rows of a worksheet lack.
     *
     * @param view the worksheet
     * @param result where it stands
     * @return row by row, those that are due
     */
    public List<Row> of(SheetView view, SheetResult result) {
        SheetState state = view.state();
        Optional<Study> study = desk.study(state.head().study()).map(one -> one.study());
        if (study.isEmpty() || desk.content().scorer().isEmpty()) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        for (String deviation : state.head().deviations()) {
            Optional<Deviation> key = study.get().deviation(deviation);
            if (key.isPresent() && due(state, result, deviation)) {
                rows.add(
                        askedElsewhere(state, deviation)
                                ? new Row(deviation, true, List.of(), Optional.empty())
                                : row(study.get(), key.get(), result));
            }
        }
        return rows;
    }

    private static boolean due(SheetState state, SheetResult result, String deviation) {
        if (result.state() == SheetResult.State.RELEASED) {
            return true;
        }
        String level = state.head().level();
        boolean handedIn = state.handIn().isPresent();
        boolean empty = handedIn && !state.submitted().containsKey(deviation);
        boolean judged = result.rows().containsKey(deviation) || empty;
        return judged
                && (level.equals(SheetScope.Level.JUNIOR.word())
                        || (handedIn && level.equals(SheetScope.Level.INTERMEDIATE.word())));
    }

    private boolean askedElsewhere(SheetState state, String deviation) {
        return desk.store().of(state.head().owner()).stream()
                .map(SheetView::state)
                .anyMatch(other -> !other.head().id().equals(state.head().id())
                        && other.head().study().id().equals(state.head().study().id())
                        && other.handIn().isEmpty()
                        && !other.submitted().containsKey(deviation)
                        && other.head().deviations().contains(deviation));
    }

    private Row row(Study study, Deviation key, SheetResult result) {
        RowLimits limits = desk.content().scorer().orElseThrow().limits(study, key.id());
        List<ScoredAnswer> counted = Optional.ofNullable(result.rows().get(key.id())).map(ScoredRow::answers).stream()
                .flatMap(List::stream)
                .filter(answer -> answer.counted() && answer.outcome() == AnswerScore.Outcome.CREDIT)
                .toList();
        List<Point> points = new ArrayList<>();
        for (Column column : Column.values()) {
            double most = limits.most().getOrDefault(column, 0.0);
            boolean needed = earned(counted, answer -> answer.column().equals(column.word())) < most - CENT;
            for (KeyItem item : key.items(column)) {
                double earned = earned(counted, answer -> answer.item().equals(item.id()));
                double possible = limits.items().getOrDefault(item.id(), 0.0);
                if (earned < possible - CENT) {
                    points.add(new Point(column, item.text(), reason(key, item), earned, possible, needed));
                }
            }
        }
        boolean rated = counted.stream()
                .anyMatch(answer -> answer.column().equals(Tally.RISK) && answer.earned() >= answer.possible() - CENT);
        return new Row(key.id(), false, points, rated ? Optional.empty() : Optional.of(risk(key)));
    }

    private static double earned(List<ScoredAnswer> answers, Predicate<ScoredAnswer> which) {
        return answers.stream().filter(which).mapToDouble(ScoredAnswer::earned).sum();
    }

    private static Risk risk(Deviation key) {
        Rating initial = key.risk().initial();
        return new Risk(
                initial,
                words(
                        key.scenarios().stream()
                                .filter(one -> one.risk().initial().equals(initial))
                                .toList(),
                        one -> scenario(key, one),
                        new LocalText("最严重的剧情：", "worst scenario: "),
                        1));
    }

    /** How a point hangs together with the others of its row. */
    private static Optional<LocalText> reason(Deviation key, KeyItem item) {
        String id = item.id();
        return switch (item.column()) {
            case CAUSE ->
                words(
                        which(key, one -> one.causeId().equals(id)),
                        one -> key.consequence(one.consequenceId()).map(KeyItem::text),
                        new LocalText("会导致：", "leads to: "),
                        MOST_REASONS);
            case CONSEQUENCE ->
                words(
                        which(key, one -> one.consequenceId().equals(id)),
                        one -> key.cause(one.causeId()).map(KeyItem::text),
                        new LocalText("起因：", "comes from: "),
                        MOST_REASONS);
            case SAFEGUARD ->
                words(
                        which(key, one -> one.safeguardIds().contains(id)),
                        one -> scenario(key, one),
                        new LocalText("作用于：", "acts in: "),
                        1);
            case RECOMMENDATION ->
                words(
                        which(key, one -> one.recommendationIds().contains(id)),
                        one -> scenario(key, one),
                        new LocalText("针对：", "is for: "),
                        1);
        };
    }

    private static List<Scenario> which(Deviation key, Predicate<Scenario> test) {
        return key.scenarios().stream().filter(test).toList();
    }

    private static Optional<LocalText> scenario(Deviation key, Scenario one) {
        return key.cause(one.causeId())
                .flatMap(cause -> key.consequence(one.consequenceId())
                        .map(consequence -> new LocalText(
                                cause.text().zh() + " → " + consequence.text().zh(),
                                cause.text().en() + " → " + consequence.text().en())));
    }

    private static Optional<LocalText> words(
            List<Scenario> scenarios, Function<Scenario, Optional<LocalText>> text, LocalText before, int most) {
        List<LocalText> found = scenarios.stream()
                .flatMap(one -> text.apply(one).stream())
                .distinct()
                .limit(most)
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LocalText(
                before.zh() + String.join("；", found.stream().map(LocalText::zh).toList()),
                before.en()
                        + String.join("; ", found.stream().map(LocalText::en).toList())));
    }
}
