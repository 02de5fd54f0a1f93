package org.openots.hazop.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openots.hazop.embedding.SentenceEmbedding;
import org.openots.hazop.language.Concept.Kind;
import org.openots.hazop.meaning.Comparison;
import org.openots.hazop.scoring.AnswerKey.Item;
import org.openots.hazop.scoring.AnswerKey.Prepared;
import org.openots.hazop.scoring.AnswerKey.Row;
import org.openots.hazop.scoring.PairFeatures.Candidate;
import org.openots.hazop.study.Column;

/** What tells a sound answer that the key lacks from a wrong or empty one, as numbers. */
final class AnswerFeatures {
    private static final List<String> OF_NEAREST = List.of(
            "recall",
            "precision",
            "axisConflict",
            "amountConflict",
            "openingConflict",
            "boundConflict",
            "denialConflict",
            "roleConflict",
            "deviceConflict",
            "propertyConflict",
            "stateConflict",
            "tagConflict",
            "subjectConflict",
            "roleSwap",
            "deviceSwap",
            "propertySwap",
            "stateSwap",
            "disabling",
            "crossConflict",
            "foreignRoles",
            "foreignTags",
            "foreignDevices",
            "likeDeviation",
            "deviationAmount",
            "claimPrecision",
            "extra",
            "missing",
            "cosineBest",
            "sentence",
            "sentenceDeviation",
            "denied",
            "cosineAccepted",
            "roughAccepted",
            "cosineRejected",
            "roughRejected",
            "marginRejected");
    private static final int AXIS_CONFLICT = Comparison.NAMES.indexOf("axisConflict");

    private final AnswerKey key;

    AnswerFeatures(AnswerKey key) {
        this.key = key;
    }

    /**
     * What the model of credit says of one column.
     *
     * @param best the item that most likely earns credit
     * @param probability how likely
     * @param nearest the item that has most in common
     */
    record Verdict(Optional<Candidate> best, double probability, Optional<Candidate> nearest) {}

    static Verdict verdict(List<Candidate> candidates, BoostedTrees credit, Column column, boolean own) {
        Optional<Candidate> best = Optional.empty();
        double probability = 0;
        for (Candidate candidate : candidates) {
            if ((candidate.column() == column) == own) {
                double p = credit.probability(candidate.values());
                if (best.isEmpty() || p > probability) {
                    best = Optional.of(candidate);
                    probability = p;
                }
            }
        }
        Optional<Candidate> nearest = candidates.stream()
                .filter(candidate -> (candidate.column() == column) == own)
                .max(Comparator.comparingDouble(candidate -> candidate.of("rough")));
        return new Verdict(best, probability, nearest);
    }

    double[] of(Prepared answer, Row row, Column column, Verdict own, Verdict elsewhere) {
        List<Double> values = new ArrayList<>();
        values.add(own.probability());
        values.add(elsewhere.probability());
        values.add(own.nearest().map(c -> c.of("rough")).orElse(-1.0));
        values.add(elsewhere.nearest().map(c -> c.of("rough")).orElse(-1.0));
        otherRows(answer, row, column, values);
        var utterance = answer.meaning().utterance();
        values.add(utterance.covered());
        values.add((double) utterance.text().length());
        values.add((double) answer.meaning().concepts().length);
        values.add((double) answer.meaning().claims().size());
        values.add((double) utterance.strangers().size());
        values.add((double) utterance.tags().size());
        for (Kind kind : List.of(Kind.ROLE, Kind.DEVICE, Kind.PROPERTY, Kind.STATE, Kind.ACTION)) {
            values.add((double) Arrays.stream(answer.meaning().concepts())
                    .filter(concept -> key.lexicon().at(concept).kind() == kind)
                    .count());
        }
        for (Column each : Column.values()) {
            values.add(each == column ? 1.0 : 0.0);
        }
        for (String name : OF_NEAREST) {
            values.add(own.nearest().map(c -> c.of(name)).orElse(-1.0));
        }
        values.add(elsewhere.nearest().map(c -> c.of("sentence")).orElse(-1.0));
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** How near the answer comes to items of the same column in other rows: what is right there may be sound here. */
    private void otherRows(Prepared answer, Row row, Column column, List<Double> values) {
        double cosine = 0;
        double meaning = 0;
        double sentence = -1;
        for (Row other : key.rows()) {
            if (other.deviationId().equals(row.deviationId())) {
                continue;
            }
            for (Item item : other.items(column)) {
                Prepared wording = item.wordings().get(0);
                cosine = Math.max(cosine, answer.vector().cosine(wording.vector()));
                double[] compared = key.comparison().compare(answer.meaning(), wording.meaning());
                double agreement = 0.5 * (compared[0] + compared[1]) - 0.3 * Math.min(1, compared[AXIS_CONFLICT]);
                meaning = Math.max(meaning, agreement);
                if (key.embeds()) {
                    sentence = Math.max(sentence, SentenceEmbedding.cosine(answer.sentence(), wording.sentence()));
                }
            }
        }
        values.add(cosine);
        values.add(meaning);
        values.add(sentence);
        double outsideCosine = -1;
        double outsideMeaning = -1;
        for (Prepared known : row.outside().getOrDefault(column, List.of())) {
            double shared = answer.vector().cosine(known.vector());
            outsideCosine = Math.max(outsideCosine, shared);
            double[] compared = key.comparison().compare(answer.meaning(), known.meaning());
            outsideMeaning = Math.max(
                    outsideMeaning, 0.5 * (compared[0] + compared[1]) - 0.3 * Math.min(1, compared[AXIS_CONFLICT]));
        }
        values.add(outsideCosine);
        values.add(outsideMeaning);
    }
}
