package org.openots.hazop.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.hazop.review.Regression.Loss;
import org.openots.hazop.review.Regression.Source;
import org.openots.hazop.scoring.Mutation;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Study;
import org.openots.hazop.worksheet.AnswerReading;
import org.openots.hazop.worksheet.AnswerScore;
import org.openots.hazop.worksheet.WorksheetScorer;

/**
 * Tries a wording before it is used: what people decided so far, the key's own items and their wrong variants must be
 * scored no worse with it than without.
 */
public final class WordingTrial {
    private final WorksheetScorer before;
    private final WorksheetScorer after;
    private final Study study;
    private final List<Mutation> mutations;
    private final List<Loss> losses = new ArrayList<>();

    /**
     * Prepares a trial.
     *
     * @param before the scorer in use
     * @param after the scorer with the wording
     * @param study the study
     * @param mutations exchanges of words that make an answer wrong
     */
    public WordingTrial(WorksheetScorer before, WorksheetScorer after, Study study, List<Mutation> mutations) {
        this.before = before;
        this.after = after;
        this.study = study;
        this.mutations = List.copyOf(mutations);
    }

    /** An answer that a person decided; the item is empty when it earned none. */
    private record Decided(String deviation, Column column, String text, String item) {}

    /**
     * Runs it.
     *
     * @param rulings decisions of people that stand
     * @param proposal what is proposed; a word acts on every row, so items of all rows are tried as answers
     * @return what was found
     */
    public Regression run(List<Ruling> rulings, Proposal proposal) {
        int agreed = 0;
        int agreeing = 0;
        Set<Decided> decided = decided(rulings);
        for (Decided one : decided) {
            AnswerReading was = before.read(study, one.deviation(), one.column(), one.text());
            AnswerReading is = after.read(study, one.deviation(), one.column(), one.text());
            agreed += agrees(was, one.item()) ? 1 : 0;
            agreeing += agrees(is, one.item()) ? 1 : 0;
            compare(was, is, Source.DECIDED, one);
        }
        int tests = 0;
        for (Deviation deviation : study.deviations()) {
            boolean whole = deviation.id().equals(proposal.deviation());
            if (whole || proposal.kind() == Proposal.Kind.WORD) {
                tests += deviation
                        .keyItems()
                        .mapToInt(item -> tests(deviation.id(), item, whole))
                        .sum();
            }
        }
        if (proposal.kind() == Proposal.Kind.ALIAS) {
            Column column = column(proposal.column()).orElseThrow();
            tests += mutants(proposal.deviation(), column, proposal.target(), proposal.text(), Source.WORDING);
        }
        return new Regression(decided.size(), agreed, agreeing, tests, losses);
    }

    private Set<Decided> decided(List<Ruling> rulings) {
        Set<Decided> decided = new LinkedHashSet<>();
        for (Ruling ruling : rulings) {
            Optional<Column> column = column(ruling.program().column());
            boolean ours = ruling.program().study().equals(study.id())
                    && study.deviation(ruling.answer().deviation()).isPresent();
            if (ours && column.isPresent()) {
                decided.add(new Decided(
                        ruling.answer().deviation(),
                        column.get(),
                        ruling.program().text(),
                        ruling.verdict().points() > 0 ? ruling.verdict().item() : ""));
            }
        }
        return decided;
    }

    private static Optional<Column> column(String word) {
        for (Column column : Column.values()) {
            if (column.word().equals(word)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private static boolean agrees(AnswerReading reading, String item) {
        return item.isEmpty() ? reading.outcome() != AnswerScore.Outcome.CREDIT : reading.credits(item);
    }

    private void compare(AnswerReading was, AnswerReading is, Source source, Decided one) {
        if (!one.item().isEmpty() && was.credits(one.item()) && !is.credits(one.item())) {
            lose(true, source, one, one.item());
        }
        for (String item : is.matched()) {
            if (!item.equals(one.item()) && is.credits(item) && !was.credits(item)) {
                lose(false, source, one, item);
            }
        }
    }

    private void lose(boolean lost, Source source, Decided one, String item) {
        losses.add(new Loss(lost, source, one.deviation(), one.column().word(), one.text(), item));
    }

    private int tests(String deviation, KeyItem item, boolean whole) {
        int tests = identity(deviation, item, item.text().zh());
        if (whole) {
            tests += identity(deviation, item, item.text().en());
            tests += mutants(deviation, item.column(), item.id(), item.text().zh(), Source.MUTANT);
            tests += mutants(deviation, item.column(), item.id(), item.text().en(), Source.MUTANT);
        }
        return tests;
    }

    /** An item as its own answer must keep its credit. */
    private int identity(String deviation, KeyItem item, String text) {
        AnswerReading was = before.read(study, deviation, item.column(), text);
        AnswerReading is = after.read(study, deviation, item.column(), text);
        if (was.credits(item.id()) && (!is.credits(item.id()) || is.share() < was.share())) {
            lose(true, Source.KEY, new Decided(deviation, item.column(), text, item.id()), item.id());
        }
        return 1;
    }

    /** An item made wrong must not come to its credit. */
    private int mutants(String deviation, Column column, String item, String text, Source source) {
        List<Mutation.Mutant> mutants = Mutation.of(text, mutations);
        for (Mutation.Mutant mutant : mutants) {
            AnswerReading was = before.read(study, deviation, column, mutant.text());
            AnswerReading is = after.read(study, deviation, column, mutant.text());
            if (is.credits(item) && !was.credits(item)) {
                lose(false, source, new Decided(deviation, column, mutant.text(), ""), item);
            }
        }
        return mutants.size();
    }
}
