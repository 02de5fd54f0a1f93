package org.openots.simulator.operation;

/**
 * One checked operation on one part of the automation.
 *
 * @param target what is operated, for example {@code LIC-702}
 * @param verb what is done to it
 * @param value number of the operation in engineering units; 0 when the verb takes none
 * @param text text of the operation; {@code local} when a motor is operated from its local panel
 * @param privileged true when the instructor gave it
 */
public record Order(String target, String verb, double value, String text, boolean privileged) {
    /** Text of an order given at a local panel in the field. */
    public static final String LOCAL = "local";

    /**
     * Whether the order was given at a local panel.
     *
     * @return true for the field, false for the control room
     */
    public boolean local() {
        return LOCAL.equals(text);
    }
}
