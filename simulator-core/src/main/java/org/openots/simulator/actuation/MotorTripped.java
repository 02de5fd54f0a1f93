package org.openots.simulator.actuation;

import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;

/**
 * The protection of a motor switched it off.
 *
 * @param tag the pump or fan
 */
public record MotorTripped(String tag) implements AutomationEvent {
    @Override
    public LocalText text() {
        return new LocalText(tag + " 电机保护跳闸", tag + " motor protection tripped");
    }
}
