package org.openots.simulator.interlock;

import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;

/**
 * An interlock was asked for and did not trip because it was bypassed.
 *
 * @param id the interlock
 * @param cause the cause that completed the demand
 * @param value value of its signal
 * @param limit limit of the cause
 */
public record InterlockDemand(String id, String cause, double value, double limit) implements AutomationEvent {
    @Override
    public LocalText text() {
        String values = cause + " (" + Brief.number(value) + ", " + Brief.number(limit) + ")";
        return new LocalText(
                "联锁 " + id + " 旁路中，要求动作而未动作：" + values,
                "interlock " + id + " is bypassed and did not act on a demand: " + values);
    }
}
