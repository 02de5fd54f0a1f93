package org.openots.simulator.control;

/** Controller modes. */
public enum Mode {
    /** The operator sets the output. */
    MAN(0),
    /** The controller holds the operator's set point. */
    AUTO(1),
    /** The controller holds a set point that comes from a master loop or a ratio. */
    CAS(2);

    private final int value;

    Mode(int value) {
        this.value = value;
    }

    /**
     * The value of the {@code .MODE} signal.
     *
     * @return 0, 1 or 2
     */
    public int value() {
        return value;
    }

    /**
     * Finds a mode.
     *
     * @param value 0, 1 or 2
     * @return the mode; MAN for any other number
     */
    public static Mode of(double value) {
        for (Mode mode : values()) {
            if (mode.value == value) {
                return mode;
            }
        }
        return MAN;
    }
}
