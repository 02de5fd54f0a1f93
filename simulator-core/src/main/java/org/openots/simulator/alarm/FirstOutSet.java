package org.openots.simulator.alarm;

import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;

/**
 * The first alarm of a first-out group came.
 *
 * @param group the group
 * @param alarm the alarm
 */
public record FirstOutSet(String group, String alarm) implements AutomationEvent {
    @Override
    public LocalText text() {
        return new LocalText("首出组 " + group + "：" + alarm, "first out of " + group + ": " + alarm);
    }
}
