package org.openots.hazop.study;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something to be added.
 *
 * @param key words and meaning
 * @param status how far it is
 * @param owner role of the team that carries it out
 * @param dueDays days from the study until it is due
 */
public record Recommendation(KeyText key, Status status, Optional<String> owner, OptionalInt dueDays)
        implements KeyItem {
    /** How far it is. */
    public enum Status {
        /** Nothing done. */
        OPEN,
        /** In work. */
        IN_PROGRESS,
        /** Done. */
        DONE,
        /** Decided against. */
        REJECTED
    }

    @Override
    public Column column() {
        return Column.RECOMMENDATION;
    }
}
