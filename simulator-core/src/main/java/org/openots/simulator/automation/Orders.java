package org.openots.simulator.automation;

import java.util.Optional;
import java.util.TreeMap;
import org.openots.common.error.OtsException;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.Command;
import org.openots.simulator.operation.EventSink;
import org.openots.simulator.operation.Operable;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;

/** Checks commands against the rules of what they operate, and carries them out. */
final class Orders {
    private Orders() {}

    /** Throws if the verb is unknown, the value or text not allowed, or the privilege missing. */
    static void check(Operable part, Command command, boolean privileged) {
        VerbRule rule = part.verbs().get(command.verb());
        if (rule == null) {
            String known = String.join(", ", new TreeMap<>(part.verbs()).keySet());
            throw new OtsException(AutomationError.UNKNOWN_VERB, command.target(), command.verb(), known);
        }
        if (rule.privileged() && !privileged) {
            throw new OtsException(AutomationError.NOT_PRIVILEGED, command.target(), command.verb());
        }
        if (!rule.admits(command.value())) {
            throw outOfRange(command, rule);
        }
        part.checkText(order(command, privileged));
    }

    private static OtsException outOfRange(Command command, VerbRule rule) {
        return rule.whole()
                ? new OtsException(
                        AutomationError.VALUE_NOT_A_CHOICE,
                        command.target(),
                        command.verb(),
                        command.value(),
                        (long) rule.low(),
                        (long) rule.high())
                : new OtsException(
                        AutomationError.VALUE_OUT_OF_RANGE,
                        command.target(),
                        command.verb(),
                        command.value(),
                        rule.low(),
                        rule.high(),
                        rule.unit());
    }

    /** Carries out a checked command, or refuses it; either way an event tells. */
    static Optional<Refusal> apply(Operable part, Command command, boolean privileged, EventSink events) {
        Optional<Refusal> refusal = part.operate(order(command, privileged));
        events.raise(
                refusal.isPresent()
                        ? new CommandRefused(command, privileged, refusal.get())
                        : new CommandApplied(command, privileged));
        return refusal;
    }

    private static Order order(Command command, boolean privileged) {
        return new Order(command.target(), command.verb(), command.value(), command.text(), privileged);
    }
}
