package org.openots.hazop.worksheet;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * What became of one answer.
 *
 * @param cell name of the cell it stands in, as {@link CellRef#text()}; of a risk, its severity's cell
 * @param text the answer as it was scored, one of several in a cell
 * @param outcome credit, zero, or to the examiner
 * @param earned points earned; 0 for a zero and while it is with the examiner
 * @param possible points possible
 * @param reasonCode stable code of the reason
 * @param reason why, for the student
 * @param matched ids of key items it was matched with; never sent to a student
 */
public record AnswerScore(
        String cell,
        String text,
        Outcome outcome,
        double earned,
        double possible,
        String reasonCode,
        LocalText reason,
        List<String> matched) {
    /** Freezes the ids. */
    public AnswerScore {
        matched = List.copyOf(matched);
    }

    /** The three outcomes; there is no fourth. */
    public enum Outcome {
        /** Full or part credit. */
        CREDIT,
        /** No credit, with a reason. */
        ZERO,
        /** Not decided; a person decides. */
        EXAMINER
    }
}
