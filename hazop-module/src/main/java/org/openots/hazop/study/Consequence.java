package org.openots.hazop.study;

/**
 * A consequence of a deviation, as if all safeguards failed.
 *
 * @param key words and meaning
 * @param category what suffers
 * @param stage on the way, or at its end
 * @param creditsSafeguard whether it counts on a safeguard to act, which it should not: kept to be discussed
 * @param proof how it is shown
 */
public record Consequence(KeyText key, Category category, Stage stage, boolean creditsSafeguard, ConsequenceProof proof)
        implements KeyItem {
    /** What suffers. */
    public enum Category {
        /** People; {@code HSE} in version 0.1. */
        PEOPLE,
        /** Equipment. */
        ASSET,
        /** Soil, water, air; {@code ENV} in version 0.1. */
        ENVIRONMENT,
        /** Production and quality. */
        OPS,
        /** The name of the company. */
        REPUTATION
    }

    /** Where on the way from the deviation to the harm it stands. */
    public enum Stage {
        /** Something else follows. */
        INTERMEDIATE,
        /** The harm itself. */
        ULTIMATE
    }

    @Override
    public Column column() {
        return Column.CONSEQUENCE;
    }
}
