package org.openots.hazop.review;

/**
 * What became of an appeal. The released score stays as it is; this stands beside it.
 *
 * @param answer the answer
 * @param text the answer's text
 * @param verdict what the answer is worth now
 * @param pointsBefore points of the answer in the released score
 * @param totalBefore points of the worksheet before, with earlier corrections
 * @param totalAfter points of the worksheet with this one
 * @param examiner account of who decided
 * @param reason why
 * @param at epoch milliseconds
 */
public record Correction(
        AnswerRef answer,
        String text,
        Verdict verdict,
        double pointsBefore,
        double totalBefore,
        double totalAfter,
        String examiner,
        String reason,
        long at) {}
