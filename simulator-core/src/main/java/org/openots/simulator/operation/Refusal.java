package org.openots.simulator.operation;

import java.util.List;
import java.util.Optional;
import org.openots.common.error.ErrorCode;

/**
 * Why an order was not carried out although it was well-formed.
 *
 * @param code the reason
 * @param arguments the values of its message
 */
public record Refusal(ErrorCode code, List<Object> arguments) {
    /** Copies the arguments. */
    public Refusal {
        arguments = List.copyOf(arguments);
    }

    /**
     * Makes the answer of a refusing part.
     *
     * @param code the reason
     * @param arguments the values of its message, in placeholder order
     * @return the refusal
     */
    public static Optional<Refusal> because(ErrorCode code, Object... arguments) {
        return Optional.of(new Refusal(code, List.of(arguments)));
    }
}
