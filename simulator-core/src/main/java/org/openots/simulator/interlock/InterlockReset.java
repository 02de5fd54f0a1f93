package org.openots.simulator.interlock;

import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;

/**
 * A tripped interlock was reset.
 *
 * @param id the interlock
 */
public record InterlockReset(String id) implements AutomationEvent {
    @Override
    public LocalText text() {
        return new LocalText("联锁 " + id + " 已复位", "interlock " + id + " reset");
    }
}
