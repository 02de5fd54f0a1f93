package org.openots.simulator.thermo;

/** A fluid phase of a mixture. */
public enum Phase {
    /** The phase of the smaller volume. */
    LIQUID,
    /** The phase of the larger volume. */
    VAPOUR
}
