package org.openots.simulator.operation;

/**
 * What an interlock does to something it holds.
 *
 * @param kind how it is held
 * @param target where it is driven to, %; NaN when the kind does not say or it stays where it is
 * @param ratePerSecond fastest movement to the target, %/s; 0 for its own speed
 */
public record Hold(Kind kind, double target, double ratePerSecond) {
    /** The safe state of the held thing itself. */
    public static final Hold SAFE = new Hold(Kind.SAFE, Double.NaN, 0);

    /** A motor is started and kept running. */
    public static final Hold START = new Hold(Kind.START, Double.NaN, 0);

    /** How something is held. */
    public enum Kind {
        /** In its own safe state: off, stopped, fail position. */
        SAFE,
        /** At a target. */
        POSITION,
        /** Running. */
        START
    }

    /**
     * A hold at a target.
     *
     * @param target %, NaN to stay
     * @param ratePerSecond fastest movement, %/s; 0 for its own speed
     * @return the hold
     */
    public static Hold at(double target, double ratePerSecond) {
        return new Hold(Kind.POSITION, target, ratePerSecond);
    }
}
