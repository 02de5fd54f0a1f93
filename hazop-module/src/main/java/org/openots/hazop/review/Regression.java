package org.openots.hazop.review;

import java.util.List;

/**
 * What a wording would change, tried before anybody approves it.
 *
 * @param decided answers decided by people that were tried
 * @param agreed of these, scored as people did before
 * @param agreeing of these, scored as people did with the wording
 * @param keyTests items of the key and wrong variants that were tried
 * @param losses what got worse
 */
public record Regression(int decided, int agreed, int agreeing, int keyTests, List<Loss> losses) {
    /** Freezes the list. */
    public Regression {
        losses = List.copyOf(losses);
    }

    /** What kind of answer got worse. */
    public enum Source {
        /** Decided by a person. */
        DECIDED,
        /** An item of the key as its own answer. */
        KEY,
        /** An item of the key made wrong by one word. */
        MUTANT,
        /** The new wording made wrong by one word. */
        WORDING
    }

    /**
     * An answer that got worse.
     *
     * @param lost true when a right one lost its credit, false when a wrong one earns credit
     * @param source where it comes from
     * @param deviation its deviation
     * @param column word of its column
     * @param text the answer
     * @param item the item that is lost or wrongly earned
     */
    public record Loss(boolean lost, Source source, String deviation, String column, String text, String item) {}

    /**
     * Whether nothing got worse.
     *
     * @return true when the wording may be approved
     */
    public boolean passed() {
        return losses.isEmpty();
    }
}
