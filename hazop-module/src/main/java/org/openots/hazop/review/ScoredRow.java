package org.openots.hazop.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openots.hazop.worksheet.AnswerScore;

/**
 * A deviation with its score after all decisions.
 *
 * @param deviation id of the deviation
 * @param scorer version of the scorer; empty when nothing was written
 * @param earned points earned, without what is with the examiner
 * @param possible points possible
 * @param most most points of each column, by its word
 * @param answers its answers, in the order of the program's score
 */
public record ScoredRow(
        String deviation,
        String scorer,
        double earned,
        double possible,
        Map<String, Double> most,
        List<ScoredAnswer> answers) {
    /** Freezes the collections. */
    public ScoredRow {
        most = new LinkedHashMap<>(most);
        answers = List.copyOf(answers);
    }

    /**
     * How many answers wait for a person.
     *
     * @return the number
     */
    public int waiting() {
        return (int) answers.stream()
                .filter(answer -> answer.outcome() == AnswerScore.Outcome.EXAMINER)
                .count();
    }
}
