package org.openots.hazop.review;

/**
 * What a person says an answer is worth.
 *
 * @param basis why it is worth something
 * @param item id of the key item that is credited; empty unless the basis is the key
 * @param points points, at most what the item or the cell can earn
 */
public record Verdict(Basis basis, String item, double points) {
    /** What credit rests on. */
    public enum Basis {
        /** The answer says what an item of the key says. */
        KEY,
        /** The answer is sound although the key lacks it. */
        OUTSIDE,
        /** The answer earns nothing. */
        NONE,
        /** A rating that follows from what people decided in its row; no person chooses this. */
        ROW
    }
}
