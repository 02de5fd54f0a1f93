package org.openots.simulator.automation;

import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;
import org.openots.simulator.operation.Command;

/**
 * A command was carried out.
 *
 * @param command the command
 * @param privileged whether the instructor gave it
 */
public record CommandApplied(Command command, boolean privileged) implements AutomationEvent {
    @Override
    public LocalText text() {
        String what = command.target() + " " + command.verb() + " " + command.value()
                + (command.text().isEmpty() ? "" : " " + command.text());
        return new LocalText("操作 " + what, "operation " + what);
    }
}
