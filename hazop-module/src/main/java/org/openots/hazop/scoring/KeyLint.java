package org.openots.hazop.scoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Study;

/**
 * Tests a key with itself: every item, given as an answer, must earn its own whole credit, and every item made wrong by
 * one exchange of words must earn none.
 */
public final class KeyLint {
    private final Study study;
    private final AnswerScorer scorer;
    private final List<Mutation> mutations;

    /**
     * Prepares the tests.
     *
     * @param study the study
     * @param scorer the scorer of its key
     * @param mutations exchanges that make an answer wrong
     */
    public KeyLint(Study study, AnswerScorer scorer, List<Mutation> mutations) {
        this.study = study;
        this.scorer = scorer;
        this.mutations = List.copyOf(mutations);
    }

    /**
     * One test that failed.
     *
     * @param keyId the item
     * @param test what was tested: zh, en or the kind of mutation
     * @param text the answer given
     * @param score what became of it
     */
    public record Failure(String keyId, String test, String text, Mark score) {}

    /**
     * What the tests found.
     *
     * @param chinese items whose Chinese text earns itself whole credit
     * @param english items whose English text does
     * @param mutants wrong items that earn no credit, by kind
     * @param failures what failed
     */
    public record Report(
            Figures.Share chinese,
            Figures.Share english,
            Map<Mutation.Kind, Figures.Share> mutants,
            List<Failure> failures) {
        /** Copies the collections. */
        public Report {
            mutants = Map.copyOf(mutants);
            failures = List.copyOf(failures);
        }
    }

    /**
     * Runs all tests.
     *
     * @return what they found
     */
    public Report run() {
        Map<Question, Mark> marks = marks();
        List<Failure> failures = new ArrayList<>();
        int items = 0;
        int chinese = 0;
        int english = 0;
        Map<Mutation.Kind, int[]> mutants = new EnumMap<>(Mutation.Kind.class);
        for (Mutation.Kind kind : Mutation.Kind.values()) {
            mutants.put(kind, new int[2]);
        }
        for (var deviation : study.deviations()) {
            for (Column column : Column.values()) {
                for (KeyItem item : deviation.items(column)) {
                    items++;
                    chinese += identity(deviation.id(), item, "zh", item.text().zh(), marks, failures);
                    english += identity(deviation.id(), item, "en", item.text().en(), marks, failures);
                    mutants(deviation.id(), item, item.text().zh(), marks, mutants, failures);
                    mutants(deviation.id(), item, item.text().en(), marks, mutants, failures);
                }
            }
        }
        Map<Mutation.Kind, Figures.Share> shares = new EnumMap<>(Mutation.Kind.class);
        mutants.forEach((kind, counts) -> shares.put(kind, Figures.Share.of(counts[0], counts[1])));
        return new Report(Figures.Share.of(chinese, items), Figures.Share.of(english, items), shares, failures);
    }

    /** A text to be scored. */
    private record Question(String deviationId, Column column, String text) {}

    /** Everything that is asked, scored once, on all processors. */
    private Map<Question, Mark> marks() {
        List<Question> questions = new ArrayList<>();
        study.deviations().forEach(deviation -> {
            for (Column column : Column.values()) {
                for (KeyItem item : deviation.items(column)) {
                    for (String text : List.of(item.text().zh(), item.text().en())) {
                        questions.add(new Question(deviation.id(), column, text));
                        Mutation.of(text, mutations)
                                .forEach(mutant -> questions.add(new Question(deviation.id(), column, mutant.text())));
                    }
                }
            }
        });
        return questions.parallelStream()
                .distinct()
                .collect(Collectors.toConcurrentMap(
                        question -> question,
                        question -> scorer.score(question.deviationId(), question.column(), question.text())));
    }

    private static Mark mark(Map<Question, Mark> marks, String deviationId, Column column, String text) {
        return Objects.requireNonNull(marks.get(new Question(deviationId, column, text)));
    }

    private static int identity(
            String deviationId,
            KeyItem item,
            String language,
            String text,
            Map<Question, Mark> marks,
            List<Failure> failures) {
        Mark score = mark(marks, deviationId, item.column(), text);
        boolean right = score.score().orElse(0) == 1 && score.matchedKeyIds().contains(item.id());
        if (!right) {
            failures.add(new Failure(item.id(), language, text, score));
        }
        return right ? 1 : 0;
    }

    private void mutants(
            String deviationId,
            KeyItem item,
            String text,
            Map<Question, Mark> marks,
            Map<Mutation.Kind, int[]> counts,
            List<Failure> failures) {
        for (Mutation.Mutant mutant : Mutation.of(text, mutations)) {
            Mark score = mark(marks, deviationId, item.column(), mutant.text());
            boolean credited = score.outcome() == Mark.Outcome.CREDIT
                    && score.matchedKeyIds().contains(item.id());
            int[] count = counts.getOrDefault(mutant.kind(), new int[2]);
            count[0] += credited ? 0 : 1;
            count[1]++;
            if (credited) {
                failures.add(new Failure(item.id(), mutant.kind().name(), mutant.text(), score));
            }
        }
    }
}
