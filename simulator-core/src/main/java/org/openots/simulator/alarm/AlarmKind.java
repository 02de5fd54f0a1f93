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
    /** Measurement too far below the set point (deviation low). */
    DL,
    /** Measurement too far above the set point (deviation high). */
    DH,
    /** Falling too fast (rate low). */
    RL,
    /** Rising too fast (rate high). */
    RH,
    /** A flag is on: a tripped interlock or motor. */
    ON;

    /**
     * Whether the alarm is about a value that is too low.
     *
     * @return true for LL, L, DL and RL
     */
    public boolean low() {
        return this == LL || this == L || this == DL || this == RL;
    }

    /**
     * Whether the alarm is about the rate of change.
     *
     * @return true for RL and RH
     */
    public boolean rate() {
        return this == RL || this == RH;
    }
}
