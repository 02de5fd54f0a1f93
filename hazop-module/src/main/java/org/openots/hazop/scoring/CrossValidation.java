package org.openots.hazop.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Study;

/** Measures the scorer on answers it was not trained on. */
public final class CrossValidation {
    private final Study study;
    private final ScoringLibrary library;
    private final ScorerTraining training;

    /**
     * Prepares measuring.
     *
     * @param study the study the sets answer
     * @param library the scorer's parts
     */
    public CrossValidation(Study study, ScoringLibrary library) {
        this.study = study;
        this.library = library;
        this.training = new ScorerTraining(library.keys(), ScoringLibrary.mutations());
    }

    /**
     * Measures a scorer as it is.
     *
     * @param set labelled answers
     * @param scorer the scorer
     * @return the figures
     */
    public static Figures measure(AnswerSet set, AnswerScorer scorer) {
        List<Mark> scores = set.answers().parallelStream()
                .map(answer -> scorer.score(answer.deviationId(), answer.column(), answer.text()))
                .toList();
        Figures figures = new Figures();
        for (int i = 0; i < scores.size(); i++) {
            figures.add(set.answers().get(i), scores.get(i));
        }
        return figures;
    }

    /**
     * Measures on a writer whose answers were left out of training and of the accepted answers.
     *
     * @param set the writer's set
     * @param all all sets
     * @return the figures
     */
    public Figures withoutWriter(AnswerSet set, List<AnswerSet> all) {
        List<AnswerSet> others =
                all.stream().filter(other -> !other.name().equals(set.name())).toList();
        return measure(set, trained(others));
    }

    /**
     * Measures on deviations and a writer that were both left out.
     *
     * @param set the writer's set
     * @param all all sets
     * @param folds into how many parts the deviations are split
     * @return the figures of all parts together
     */
    public Figures byDeviation(AnswerSet set, List<AnswerSet> all, int folds) {
        List<String> rows = study.deviations().stream().map(Deviation::id).toList();
        List<AnswerSet> writers = all.size() > 1
                ? all.stream().filter(other -> !other.name().equals(set.name())).toList()
                : all;
        Figures sum = new Figures();
        for (int fold = 0; fold < folds; fold++) {
            int part = fold;
            List<AnswerSet> rest = new ArrayList<>();
            writers.forEach(writer -> rest.add(only(writer, rows, part, folds, false)));
            sum.addAll(measure(only(set, rows, part, folds, true), trained(rest)));
        }
        return sum;
    }

    /**
     * Measures writers that are no part of the training, on deviations that are left out of it too.
     *
     * @param unseen the sets to be measured
     * @param training the sets to be trained on
     * @param folds into how many parts the deviations are split; each is trained for once
     * @return the figures of all parts together, by name of the set, in the order of the sets
     */
    public Map<String, Figures> unseenByDeviation(List<AnswerSet> unseen, List<AnswerSet> training, int folds) {
        List<String> rows = study.deviations().stream().map(Deviation::id).toList();
        Map<String, Figures> sums = new LinkedHashMap<>();
        for (int fold = 0; fold < folds; fold++) {
            int part = fold;
            AnswerScorer scorer = trained(training.stream()
                    .map(set -> only(set, rows, part, folds, false))
                    .toList());
            for (AnswerSet set : unseen) {
                sums.computeIfAbsent(set.name(), name -> new Figures())
                        .addAll(measure(only(set, rows, part, folds, true), scorer));
            }
        }
        return sums;
    }

    private static AnswerSet only(AnswerSet set, List<String> rows, int part, int folds, boolean inside) {
        return new AnswerSet(
                set.name(),
                set.answers().stream()
                        .filter(answer -> (rows.indexOf(answer.deviationId()) % folds == part) == inside)
                        .toList(),
                List.of());
    }

    private AnswerScorer trained(List<AnswerSet> sets) {
        ScoringModel model = training.train(
                List.of(new StudySets(study, sets)),
                "cross-validation",
                ScoringModel.Thresholds.usual(library.keys().embeds()));
        return new AnswerScorer(library.keys().of(study, AnswerBank.of(sets)), model);
    }
}
