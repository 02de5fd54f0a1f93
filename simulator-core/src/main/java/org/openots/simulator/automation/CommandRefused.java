package org.openots.simulator.automation;

import java.util.Locale;
import org.openots.common.error.Messages;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;
import org.openots.simulator.operation.Command;
import org.openots.simulator.operation.Refusal;

/**
 * A command was refused and changed nothing.
 *
 * @param command the command
 * @param privileged whether the instructor gave it
 * @param refusal why
 */
public record CommandRefused(Command command, boolean privileged, Refusal refusal) implements AutomationEvent {
    @Override
    public LocalText text() {
        return new LocalText(
                Messages.render(refusal.code(), refusal.arguments(), Locale.SIMPLIFIED_CHINESE),
                Messages.render(refusal.code(), refusal.arguments(), Locale.ENGLISH));
    }
}
