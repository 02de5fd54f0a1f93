package org.openots.hazop.study;

/**
 * A cause of a deviation.
 *
 * @param key words and meaning
 * @param frequency of the initiating event, 1/a
 * @param kind what kind of event
 * @param proof how the simulator shows it, or why it cannot
 */
public record Cause(KeyText key, double frequency, Kind kind, CauseProof proof) implements KeyItem {
    /** Kinds of initiating events. */
    public enum Kind {
        /** Equipment or control fails. */
        EQUIPMENT_OR_CONTROL,
        /** Somebody errs. */
        HUMAN,
        /** A supply fails. */
        UTILITY,
        /** Something from outside the plant. */
        EXTERNAL
    }

    @Override
    public Column column() {
        return Column.CAUSE;
    }
}
