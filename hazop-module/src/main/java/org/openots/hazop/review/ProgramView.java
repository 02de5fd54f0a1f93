package org.openots.hazop.review;

import java.util.List;
import org.openots.common.text.LocalText;
import org.openots.hazop.worksheet.AnswerScore;

/**
 * What the program said of an answer, kept with every ruling on it.
 *
 * @param study id of the study
 * @param cell name of the cell
 * @param column word of the column, or {@code risk}
 * @param text the answer
 * @param outcome what the program decided
 * @param earned points it gave
 * @param possible points possible
 * @param code code of its reason
 * @param reason its reason
 * @param matched ids of key items it matched
 * @param scorer version of the scorer that gave the score: model with digest, lexicon, wordings
 * @param understood the answer as the scorer reads it now, typing mistakes repaired
 * @param readBy version of the scorer that read it so
 */
public record ProgramView(
        String study,
        String cell,
        String column,
        String text,
        AnswerScore.Outcome outcome,
        double earned,
        double possible,
        String code,
        LocalText reason,
        List<String> matched,
        String scorer,
        String understood,
        String readBy) {
    /** Freezes the ids. */
    public ProgramView {
        matched = List.copyOf(matched);
    }

    /**
     * Whether a person must decide it.
     *
     * @return true when the program did not
     */
    public boolean queued() {
        return outcome == AnswerScore.Outcome.EXAMINER;
    }
}
