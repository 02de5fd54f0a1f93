package org.openots.hazop.review;

import org.openots.common.text.LocalText;
import org.openots.hazop.worksheet.AnswerScore;

/**
 * An answer with what it is worth after all decisions.
 *
 * @param cell name of the cell
 * @param column word of the column, or {@code risk}
 * @param text the answer
 * @param outcome credit, zero, or still with the examiner
 * @param earned points of its own, before an item or a column reaches its most
 * @param possible points possible
 * @param code code of the program's reason, or {@code RULED}
 * @param reason why
 * @param item id of the key item that is earned; empty without one
 * @param examiner account of who decided; empty when the program did
 * @param counted false when another answer earns the same item
 */
public record ScoredAnswer(
        String cell,
        String column,
        String text,
        AnswerScore.Outcome outcome,
        double earned,
        double possible,
        String code,
        LocalText reason,
        String item,
        String examiner,
        boolean counted) {}
