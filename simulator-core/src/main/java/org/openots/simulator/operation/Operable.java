package org.openots.simulator.operation;

import java.util.Map;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;

/** A part of the automation that an operator can act on. */
public interface Operable {
    /**
     * The name orders use for it.
     *
     * @return the target, for example {@code LIC-702}
     */
    String target();

    /**
     * The verbs it understands; the same for the whole run.
     *
     * @return the rule of each verb
     */
    Map<String, VerbRule> verbs();

    /**
     * Checks the text of an order when it is handed in. Uses definitions only, never the state of the run.
     *
     * @param order an order whose verb and value were checked
     * @throws org.openots.common.error.OtsException if the text is not what the verb takes
     */
    default void checkText(Order order) {
        if (!order.text().isEmpty()) {
            throw new OtsException(
                    AutomationError.TEXT_NOT_TAKEN, order.target(), order.verb(), Brief.of(order.text()));
        }
    }

    /**
     * Carries out an order, or refuses it and changes nothing.
     *
     * @param order a checked order
     * @return why it is refused; empty when it was carried out
     */
    Optional<Refusal> operate(Order order);
}
