package org.openots.hazop.scoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openots.hazop.language.Lexicon;
import org.openots.hazop.scoring.AnswerScorer.Judgement;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Study;
import org.openots.hazop.wording.Wordings;
import org.openots.hazop.worksheet.AnswerReading;
import org.openots.hazop.worksheet.AnswerScore;
import org.openots.hazop.worksheet.AnswerScore.Outcome;
import org.openots.hazop.worksheet.CauseRow;
import org.openots.hazop.worksheet.CellRef;
import org.openots.hazop.worksheet.DeviationScore;
import org.openots.hazop.worksheet.RowLimits;
import org.openots.hazop.worksheet.ScenarioLine;
import org.openots.hazop.worksheet.SheetColumn;
import org.openots.hazop.worksheet.SheetState;
import org.openots.hazop.worksheet.WorksheetScorer;

/**
 * Scores the rows of a worksheet: every item of every cell on its own, then shared out among the items of the key so that
 * each is earned once; risk against the row's rating. The scorer of a study is prepared when it is first needed.
 */
public final class SheetScorer implements WorksheetScorer {
    private final RowWeights weights;
    private final Wordings wordings;
    private final Map<String, Prepared> prepared = new ConcurrentHashMap<>();
    private @Nullable ScoringLibrary library;

    /** The scorer with the usual weights, with embeddings where they load. */
    public SheetScorer() {
        this(RowWeights.USUAL);
    }

    /**
     * A scorer with weights of its own.
     *
     * @param weights what the cells are worth
     */
    public SheetScorer(RowWeights weights) {
        this(weights, Wordings.NONE);
    }

    private SheetScorer(RowWeights weights, Wordings wordings) {
        this.weights = weights;
        this.wordings = wordings;
    }

    /** Loads lexicon and models when the first worksheet is scored, not when the station starts. */
    private static final class Suite {
        private static final ScoringLibrary LIBRARY = ScoringLibrary.load(true);

        private Suite() {}
    }

    /** One item that somebody wrote in a cell. */
    private record Written(String cell, String text) {}

    /** A study and its scorer, so that another version of the same study is noticed. */
    private record Prepared(Study study, AnswerScorer scorer) {}

    /** Studies are asked for by id: to hash a whole study for every deviation would read all of it. */
    private AnswerScorer scorer(Study study) {
        return prepared.compute(
                        study.id(),
                        (id, known) -> known != null && known.study().equals(study)
                                ? known
                                : new Prepared(study, library().scorer(study)))
                .scorer();
    }

    private synchronized ScoringLibrary library() {
        ScoringLibrary known = library;
        if (known == null) {
            known = wordings.version() == 0 ? Suite.LIBRARY : Suite.LIBRARY.with(wordings);
            library = known;
        }
        return known;
    }

    @Override
    public WorksheetScorer with(Wordings more) {
        return new SheetScorer(weights, more);
    }

    @Override
    public String version() {
        return library().version();
    }

    @Override
    public AnswerReading read(Study study, String deviation, Column column, String text) {
        return scorer(study).read(deviation, column, text);
    }

    @Override
    public Map<String, String> vocabulary() {
        Lexicon lexicon = library().keys().lexicon();
        Map<String, String> words = new TreeMap<>(lexicon.chineseWords());
        lexicon.conceptIds().forEach(id -> words.put(id, id));
        return words;
    }

    @Override
    public String normal(String text) {
        return library().keys().normal(text);
    }

    @Override
    public RowLimits limits(Study study, String deviationId) {
        Deviation deviation = study.deviation(deviationId).orElseThrow();
        Map<Column, Double> most = new EnumMap<>(Column.class);
        Map<Column, Double> each = new EnumMap<>(Column.class);
        Map<String, Double> items = new HashMap<>();
        for (Column column : Column.values()) {
            most.put(column, most(deviation, column));
            each.put(column, weights.each(column));
            deviation
                    .items(column)
                    .forEach(item -> items.put(
                            item.id(), weights.each(column) * item.key().weight()));
        }
        double possible = most.values().stream().mapToDouble(value -> value).sum() + weights.risk();
        return new RowLimits(possible, most, each, items);
    }

    private double most(Deviation deviation, Column column) {
        double all = deviation.items(column).stream()
                        .mapToDouble(item -> item.key().weight())
                        .sum()
                * weights.each(column);
        return Math.min(weights.most(column), all);
    }

    @Override
    public DeviationScore score(SheetState sheet, Study study, String deviationId) {
        Deviation deviation = study.deviation(deviationId).orElseThrow();
        AnswerScorer scorer = scorer(study);
        List<CauseRow> rows = sheet.content().of(deviationId);
        List<AnswerScore> answers = new ArrayList<>();
        double possible = 0;
        double earned = 0;
        for (Column column : Column.values()) {
            double most = most(deviation, column);
            List<AnswerScore> scored = column(written(rows, column), deviation, column, scorer);
            answers.addAll(scored);
            possible += most;
            earned +=
                    Math.min(most, scored.stream().mapToDouble(a -> a.earned()).sum());
        }
        boolean founded = answers.stream().anyMatch(answer -> answer.outcome() != Outcome.ZERO);
        Optional<AnswerScore> risk = rating(sheet, study, deviationId, founded);
        risk.ifPresent(answers::add);
        possible += weights.risk();
        earned += risk.map(AnswerScore::earned).orElse(0.0);
        return new DeviationScore(deviationId, version(), earned, possible, answers);
    }

    @Override
    public Optional<AnswerScore> rating(SheetState sheet, Study study, String deviationId, boolean founded) {
        return RiskScore.of(
                sheet.content().of(deviationId),
                founded,
                study.deviation(deviationId).orElseThrow().risk().initial(),
                weights.risk(),
                sheet.head().level());
    }

    private static List<Written> written(List<CauseRow> rows, Column column) {
        List<Written> written = new ArrayList<>();
        for (CauseRow row : rows) {
            if (column == Column.CAUSE) {
                add(written, new CellRef(row.id(), SheetColumn.CAUSE), row.text());
                continue;
            }
            SheetColumn cell = switch (column) {
                case CONSEQUENCE -> SheetColumn.CONSEQUENCE;
                case SAFEGUARD -> SheetColumn.SAFEGUARDS;
                default -> SheetColumn.RECOMMENDATIONS;
            };
            for (ScenarioLine line : row.lines()) {
                add(written, new CellRef(line.id(), cell), line.cell(cell));
            }
        }
        return written;
    }

    private static void add(List<Written> written, CellRef cell, String text) {
        SeveralItems.cut(text).forEach(piece -> written.add(new Written(cell.text(), piece)));
    }

    private List<AnswerScore> column(List<Written> written, Deviation deviation, Column column, AnswerScorer scorer) {
        List<? extends KeyItem> items = deviation.items(column);
        int most = Math.min(written.size(), items.size() + SeveralItems.MORE_THAN_KEYS);
        List<Written> scored = written.subList(0, most);
        List<Judgement> judged = honest(
                scored,
                scored.stream()
                        .map(answer -> scorer.judge(deviation.id(), column, answer.text()))
                        .toList());
        int[] assigned = Assignment.best(
                judged.stream().map(Judgement::earnable).toList(),
                items.stream().map(KeyItem::id).toList());
        List<AnswerScore> scores = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            scores.add(
                    assigned[i] < 0
                            ? without(written.get(i), judged.get(i), column)
                            : credit(written.get(i), judged.get(i), items.get(assigned[i])));
        }
        for (Written surplus : written.subList(most, written.size())) {
            scores.add(answer(surplus, Outcome.ZERO, 0, column, Reason.of(Reason.Code.SURPLUS), List.of()));
        }
        return scores;
    }

    /** The judgements, without the credit of items that something else in their cell spoils. */
    private static List<Judgement> honest(List<Written> written, List<Judgement> judged) {
        List<Judgement> honest = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            String cell = written.get(i).cell();
            List<SeveralItems.Item> beside = IntStream.range(0, judged.size())
                    .filter(other -> written.get(other).cell().equals(cell))
                    .mapToObj(other -> judged.get(other).item())
                    .toList();
            Judgement one = judged.get(i);
            honest.add(SeveralItems.spoilt(one.item(), beside).map(one::spoilt).orElse(one));
        }
        return honest;
    }

    private AnswerScore credit(Written answer, Judgement judged, KeyItem item) {
        double share = judged.earnable().getOrDefault(item.id(), 0.0);
        Reason reason = judged.score().matchedKeyIds().contains(item.id())
                ? judged.score().reason()
                : Reason.of(Reason.Code.MATCH, item.text());
        double points = share * weights.each(item.column()) * item.key().weight();
        return answer(answer, Outcome.CREDIT, points, item.column(), reason, List.of(item.id()));
    }

    /** Not assigned: its item is earned already, or it earns nothing, or the examiner has it. */
    private AnswerScore without(Written answer, Judgement judged, Column column) {
        return switch (judged.score().outcome()) {
            case EXAMINER ->
                answer(answer, Outcome.EXAMINER, 0, column, judged.score().reason(), List.of());
            case ZERO -> answer(answer, Outcome.ZERO, 0, column, judged.score().reason(), List.of());
            case CREDIT ->
                answer(
                        answer,
                        Outcome.ZERO,
                        0,
                        column,
                        Reason.of(Reason.Code.TWICE),
                        judged.score().matchedKeyIds());
        };
    }

    private AnswerScore answer(
            Written answer, Outcome outcome, double earned, Column column, Reason reason, List<String> matched) {
        return new AnswerScore(
                answer.cell(),
                answer.text(),
                outcome,
                earned,
                weights.each(column),
                reason.code().name(),
                reason.text(),
                matched);
    }
}
