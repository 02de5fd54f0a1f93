package org.openots.simulator.process;

/**
 * Endings of the variables that say what somebody in the plant sees of an element of the flowsheet: what comes out of it into
 * the open, and what moves behind a window. The element's name stands before the ending.
 */
public final class Outflow {
    /** Liquid that comes out, kg/s. */
    public static final String SPRAY = ".spray";
    /** Liquid that comes out and may lie on the floor, m3/s. */
    public static final String SPILL = ".spill";
    /** Process vapour that comes out, without inert gas, kg/s. */
    public static final String GAS = ".gas";
    /** Heat that what comes out would give off if it burnt, W. */
    public static final String HEAT = ".heat";
    /** Height of the froth as a share of the room that a window shows; 1 when flooded. */
    public static final String FROTH = ".froth";

    private Outflow() {}
}
