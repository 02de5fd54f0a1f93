package org.openots.hazop.review;

import java.util.List;
import java.util.Optional;

/**
 * The score of a worksheet as it was released; never changed afterwards.
 *
 * @param sheet id of the worksheet
 * @param student account of its owner
 * @param study id of the study
 * @param digest digest of the study's file
 * @param level level of the worksheet
 * @param examiner account of who released it
 * @param at epoch milliseconds
 * @param appealUntil end of the time for appeals, epoch milliseconds; 0 when there are none
 * @param earned points earned
 * @param possible points possible
 * @param rows all deviations of the worksheet
 */
public record ReleasedScore(
        String sheet,
        String student,
        String study,
        String digest,
        String level,
        String examiner,
        long at,
        long appealUntil,
        double earned,
        double possible,
        List<ScoredRow> rows) {
    /** Freezes the rows. */
    public ReleasedScore {
        rows = List.copyOf(rows);
    }

    /**
     * A deviation.
     *
     * @param deviation its id
     * @return its row, or nothing
     */
    public Optional<ScoredRow> row(String deviation) {
        return rows.stream().filter(row -> row.deviation().equals(deviation)).findFirst();
    }

    /**
     * An answer.
     *
     * @param answer its place
     * @return the answer, or nothing
     */
    public Optional<ScoredAnswer> answer(AnswerRef answer) {
        return row(answer.deviation())
                .filter(row ->
                        answer.index() >= 0 && answer.index() < row.answers().size())
                .map(row -> row.answers().get(answer.index()));
    }
}
