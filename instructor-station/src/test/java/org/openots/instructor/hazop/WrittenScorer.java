package org.openots.instructor.hazop;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.text.LocalText;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Study;
import org.openots.hazop.wording.Wordings;
import org.openots.hazop.worksheet.AnswerReading;
import org.openots.hazop.worksheet.AnswerScore;
import org.openots.hazop.worksheet.CauseRow;
import org.openots.hazop.worksheet.DeviationScore;
import org.openots.hazop.worksheet.RowLimits;
import org.openots.hazop.worksheet.ScenarioLine;
import org.openots.hazop.worksheet.SheetColumn;
import org.openots.hazop.worksheet.SheetState;
import org.openots.hazop.worksheet.WorksheetScorer;

/**
 * A scorer for tests of everything around a scorer: word for word the key is credit, a text that names a tag of the key
 * goes to the examiner, anything else is zero.
 */
public final class WrittenScorer implements WorksheetScorer {
    private final boolean rated;

    /** Without ratings. */
    public WrittenScorer() {
        this(false);
    }

    /** Says whether ratings are scored too. */
    public WrittenScorer(boolean rated) {
        this.rated = rated;
    }

    @Override
    public DeviationScore score(SheetState sheet, Study study, String deviation) {
        Deviation key = study.deviation(deviation).orElseThrow();
        List<AnswerScore> answers = new ArrayList<>();
        for (CauseRow cause : sheet.content().of(deviation)) {
            answer(answers, cause.id() + ".cause", cause.text(), key.causes());
            for (ScenarioLine line : cause.lines()) {
                answer(answers, line.id() + ".consequence", line.cell(SheetColumn.CONSEQUENCE), key.consequences());
                answer(answers, line.id() + ".safeguards", line.cell(SheetColumn.SAFEGUARDS), key.safeguards());
            }
        }
        if (rated) {
            boolean founded = answers.stream().anyMatch(one -> one.outcome() != AnswerScore.Outcome.ZERO);
            rating(sheet, study, deviation, founded).ifPresent(answers::add);
        }
        double earned = answers.stream().mapToDouble(AnswerScore::earned).sum();
        return new DeviationScore(deviation, "word for word", earned, answers.size() * 2.0, answers);
    }

    /** Two points for the first rating of the row, whatever it says, when it is founded. */
    @Override
    public Optional<AnswerScore> rating(SheetState sheet, Study study, String deviation, boolean founded) {
        return sheet.content().of(deviation).stream()
                .flatMap(cause -> cause.lines().stream())
                .filter(line -> rated && line.initial().complete())
                .findFirst()
                .map(line -> new AnswerScore(
                        line.id() + ".severity",
                        "L" + line.initial().likelihood(),
                        founded ? AnswerScore.Outcome.CREDIT : AnswerScore.Outcome.ZERO,
                        founded ? 2 : 0,
                        2,
                        founded ? "FOUNDED" : "UNFOUNDED",
                        founded
                                ? new LocalText("评级有依据", "The rating is founded")
                                : new LocalText("评级没有依据", "The rating is not founded"),
                        List.of()));
    }

    @Override
    public RowLimits limits(Study study, String deviation) {
        Map<Column, Double> each = new EnumMap<>(Column.class);
        Map<Column, Double> most = new EnumMap<>(Column.class);
        Map<String, Double> items = new HashMap<>();
        for (Column column : Column.values()) {
            each.put(column, 2.0);
            most.put(column, 100.0);
            study.deviation(deviation).orElseThrow().items(column).forEach(item -> items.put(item.id(), 2.0));
        }
        return new RowLimits(10, most, each, items);
    }

    @Override
    public AnswerReading read(Study study, String deviation, Column column, String text) {
        List<AnswerScore> scores = new ArrayList<>();
        answer(scores, "x.cause", text, study.deviation(deviation).orElseThrow().items(column));
        AnswerScore score = scores.get(0);
        return new AnswerReading(
                score.outcome(), score.earned() / 2, score.matched(), text, List.of(), List.of(score.reason()));
    }

    @Override
    public WorksheetScorer with(Wordings wordings) {
        return this;
    }

    @Override
    public String version() {
        return "word for word";
    }

    @Override
    public Map<String, String> vocabulary() {
        return Map.of();
    }

    @Override
    public String normal(String text) {
        return text;
    }

    private static void answer(List<AnswerScore> answers, String cell, String text, List<? extends KeyItem> key) {
        if (text.isEmpty()) {
            return;
        }
        List<String> same = key.stream()
                .filter(item -> item.text().zh().equals(text))
                .map(KeyItem::id)
                .toList();
        boolean near = key.stream().anyMatch(item -> item.tags().stream().anyMatch(text::contains));
        if (!same.isEmpty()) {
            LocalText reason = new LocalText("与参考答案一致", "Agrees with the key");
            answers.add(new AnswerScore(cell, text, AnswerScore.Outcome.CREDIT, 2, 2, "SAME", reason, same));
        } else if (near) {
            LocalText reason = new LocalText("措辞未识别，已交考评员", "Wording not known, with the examiner");
            answers.add(new AnswerScore(cell, text, AnswerScore.Outcome.EXAMINER, 0, 2, "UNSURE", reason, List.of()));
        } else {
            LocalText reason = new LocalText("不在参考答案中", "Not in the key");
            answers.add(new AnswerScore(cell, text, AnswerScore.Outcome.ZERO, 0, 2, "OTHER", reason, List.of()));
        }
    }
}
