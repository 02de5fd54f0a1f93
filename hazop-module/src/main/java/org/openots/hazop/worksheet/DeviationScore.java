package org.openots.hazop.worksheet;

import java.util.List;

/**
 * The score of one deviation of a worksheet.
 *
 * @param deviation id of the deviation
 * @param scorer which scorer gave it, with its version
 * @param earned points earned so far
 * @param possible points possible
 * @param answers what became of each answer, in the order of the worksheet
 */
public record DeviationScore(
        String deviation, String scorer, double earned, double possible, List<AnswerScore> answers) {
    /** Freezes the answers. */
    public DeviationScore {
        answers = List.copyOf(answers);
    }
}
