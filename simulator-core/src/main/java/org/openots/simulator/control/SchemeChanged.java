package org.openots.simulator.control;

import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;

/**
 * Another control scheme was selected.
 *
 * @param from number of the scheme before
 * @param to number of the scheme now
 */
public record SchemeChanged(int from, int to) implements AutomationEvent {
    @Override
    public LocalText text() {
        return new LocalText("控制方案由 S" + from + " 切到 S" + to, "control scheme changed from S" + from + " to S" + to);
    }
}
