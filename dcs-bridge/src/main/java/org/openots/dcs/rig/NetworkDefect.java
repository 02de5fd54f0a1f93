package org.openots.dcs.rig;

/** Something that is wrong with the gateway or the way to the broker. Shares are chances of a scan or message. */
public sealed interface NetworkDefect {
    /**
     * When it acts.
     *
     * @return the times
     */
    InstrumentDefect.Scope scope();

    /**
     * The clock of the gateway is off.
     *
     * @param scope when
     * @param milliseconds by how much, ms
     */
    record ClockOffset(InstrumentDefect.Scope scope, double milliseconds) implements NetworkDefect {}

    /**
     * The clock of the gateway goes away, from the moment the defect begins.
     *
     * @param scope when
     * @param perHour ms in an hour
     */
    record ClockDrift(InstrumentDefect.Scope scope, double perHour) implements NetworkDefect {}

    /**
     * Scans that are not made; nothing shows in numbers of messages.
     *
     * @param scope when
     * @param share chance of a scan
     */
    record MissingScan(InstrumentDefect.Scope scope, double share) implements NetworkDefect {}

    /**
     * Messages that never arrive.
     *
     * @param scope when
     * @param share chance of a message
     */
    record LostMessage(InstrumentDefect.Scope scope, double share) implements NetworkDefect {}

    /**
     * Messages that arrive twice.
     *
     * @param scope when
     * @param share chance of a message
     */
    record Duplicate(InstrumentDefect.Scope scope, double share) implements NetworkDefect {}

    /**
     * Messages that arrive late, after later ones.
     *
     * @param scope when
     * @param share chance of a message
     * @param milliseconds how late, ms
     */
    record OutOfOrder(InstrumentDefect.Scope scope, double share, double milliseconds) implements NetworkDefect {}

    /**
     * Messages that are damaged.
     *
     * @param scope when
     * @param share chance of a message
     * @param how the way
     */
    record Damaged(InstrumentDefect.Scope scope, double share, Damage how) implements NetworkDefect {}

    /**
     * An old message that the broker has kept comes first.
     *
     * @param scope when; its times mean nothing
     * @param milliseconds how old, ms
     */
    record RetainedOld(InstrumentDefect.Scope scope, double milliseconds) implements NetworkDefect {}

    /**
     * The gateway sends the same values for ever, though the device is dead.
     *
     * @param scope when
     * @param timestamps whether it stamps them anew
     */
    record Frozen(InstrumentDefect.Scope scope, Timestamps timestamps) implements NetworkDefect {}

    /** Times of a frozen gateway. */
    enum Timestamps {
        /** The time of each scan. */
        NEW,
        /** The time of the last scan that was read. */
        SAME
    }

    /** How a message is damaged. */
    enum Damage {
        /** It ends too early. */
        TRUNCATED,
        /** The same object stands in it once more. */
        SECOND_OBJECT,
        /** A text in GBK stands in it. */
        GBK
    }
}
