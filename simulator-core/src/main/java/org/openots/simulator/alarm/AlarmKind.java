package org.openots.simulator.alarm;

/** Kinds of alarms. */
public enum AlarmKind {
    /** Below the low-low limit. */
    LL,
    /** Below the low limit. */
    L,
    /** Above the high limit. */
    H,
    /** Above the high-high limit. */
    HH,
    /** A flag is on: a tripped interlock or motor. */
    ON;

    /**
     * Whether the alarm is about a value that is too low.
     *
     * @return true for LL and L
     */
    public boolean low() {
        return this == LL || this == L;
    }
}
