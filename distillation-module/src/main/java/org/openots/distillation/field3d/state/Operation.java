package org.openots.distillation.field3d.state;

import org.openots.simulator.operation.Order;

/**
 * Something done in the field, in the words of the station: the same as from the page in the browser.
 *
 * @param target what is operated
 * @param verb what is done to it
 * @param value number in engineering units; 0 when the verb takes none
 * @param text text of the operation, empty when it takes none
 */
public record Operation(String target, String verb, double value, String text) {
    /**
     * An operation without a number and a text.
     *
     * @param target what is operated
     * @param verb what is done to it
     * @return the operation
     */
    public static Operation of(String target, String verb) {
        return new Operation(target, verb, 0, "");
    }

    /**
     * An operation at the local panel of a machine.
     *
     * @param target the machine
     * @param verb start, stop or reset
     * @return the operation, marked as given in the field
     */
    public static Operation local(String target, String verb) {
        return new Operation(target, verb, 0, Order.LOCAL);
    }

    /**
     * A valve turned by hand.
     *
     * @param valve its tag
     * @param percent wanted opening, %
     * @return the operation
     */
    public static Operation position(String valve, double percent) {
        return new Operation(valve, "position", percent, "");
    }
}
