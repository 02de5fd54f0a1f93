package org.openots.simulator.alarm;

/** Alarm states of ISA-18.2. */
public enum AlarmState {
    /** Condition not there, nothing to acknowledge. */
    NORMAL("normal"),
    /** Condition there, not acknowledged. */
    UNACK("unack"),
    /** Condition there, acknowledged. */
    ACK("ack"),
    /** Condition gone, not acknowledged. */
    RTN("rtn"),
    /** Put aside by the operator for a limited time. */
    SHELVED("shelved"),
    /** Put aside by the design while a condition of the plant makes it meaningless. */
    SUPPRESSED("suppressed"),
    /** Taken out of service by the instructor. */
    OUT_OF_SERVICE("oos");

    private final String word;

    AlarmState(String word) {
        this.word = word;
    }

    /**
     * The word for it in messages to screens.
     *
     * @return for example {@code unack}
     */
    public String word() {
        return word;
    }

    static AlarmState of(String word) {
        for (AlarmState state : values()) {
            if (state.word.equals(word)) {
                return state;
            }
        }
        return NORMAL;
    }
}
