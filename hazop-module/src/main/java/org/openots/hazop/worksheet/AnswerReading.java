package org.openots.hazop.worksheet;

import java.util.List;
import org.openots.common.text.LocalText;
import org.openots.hazop.study.Column;

/**
 * How a scorer reads one answer; for examiners, never sent to a student.
 *
 * @param outcome what it would decide
 * @param share 0, 0.5 or 1 of the credit
 * @param matched ids of the items that earn it
 * @param understood the text as it was read, typing mistakes repaired
 * @param nearest the items it comes nearest to, the likeliest first
 * @param doubts why it did not decide, or decided as it did
 */
public record AnswerReading(
        AnswerScore.Outcome outcome,
        double share,
        List<String> matched,
        String understood,
        List<Near> nearest,
        List<LocalText> doubts) {
    /** Freezes the lists. */
    public AnswerReading {
        matched = List.copyOf(matched);
        nearest = List.copyOf(nearest);
        doubts = List.copyOf(doubts);
    }

    /**
     * An item the answer resembles.
     *
     * @param item its id
     * @param column where it stands
     * @param credit how likely the answer earns its credit, 0..1
     */
    public record Near(String item, Column column, double credit) {}

    /**
     * Whether it would be credited with an item.
     *
     * @param item id of a key item
     * @return true when it would
     */
    public boolean credits(String item) {
        return outcome == AnswerScore.Outcome.CREDIT && matched.contains(item);
    }
}
