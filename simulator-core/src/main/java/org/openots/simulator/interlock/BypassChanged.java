package org.openots.simulator.interlock;

import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;

/**
 * The bypass of an interlock was switched.
 *
 * @param id the interlock
 * @param on whether it is bypassed now
 */
public record BypassChanged(String id, boolean on) implements AutomationEvent {
    @Override
    public LocalText text() {
        return new LocalText(
                "联锁 " + id + (on ? " 已旁路" : " 旁路已解除"), "interlock " + id + (on ? " bypassed" : " no longer bypassed"));
    }
}
