package org.openots.simulator.alarm;

import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;

/**
 * An alarm changed its state.
 *
 * @param from state before
 * @param status the alarm now
 */
public record AlarmChanged(AlarmState from, AlarmStatus status) implements AutomationEvent {
    @Override
    public LocalText text() {
        String now = status.signal() + ": " + from.word() + " -> "
                + status.state().word() + " (" + status.value() + ", " + status.limit() + ")";
        return new LocalText("报警 " + now, "alarm " + now);
    }
}
