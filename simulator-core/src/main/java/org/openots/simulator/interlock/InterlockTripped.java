package org.openots.simulator.interlock;

import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;

/**
 * An interlock tripped.
 *
 * @param id the interlock
 * @param cause the cause that completed the trip
 * @param value value of its signal
 * @param limit limit of the cause
 * @param first whether it is the first trip since all were reset
 */
public record InterlockTripped(String id, String cause, double value, double limit, boolean first)
        implements AutomationEvent {
    @Override
    public LocalText text() {
        String values = cause + " (" + Brief.number(value) + ", " + Brief.number(limit) + ")";
        return new LocalText(
                "联锁 " + id + " 动作：" + values + (first ? "，首出" : ""),
                "interlock " + id + " tripped: " + values + (first ? ", first out" : ""));
    }
}
