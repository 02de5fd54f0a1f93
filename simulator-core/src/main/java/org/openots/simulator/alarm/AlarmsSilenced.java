package org.openots.simulator.alarm;

import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;

/**
 * The horn was silenced.
 *
 * @param priority priority that sounded
 */
public record AlarmsSilenced(int priority) implements AutomationEvent {
    @Override
    public LocalText text() {
        return new LocalText("报警消音（优先级 " + priority + "）", "horn silenced (priority " + priority + ")");
    }
}
