package org.openots.simulator.alarm;

import org.openots.common.text.Brief;
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
        LocalText before = from.text();
        LocalText now = status.state().text();
        return new LocalText(
                "报警 " + status.signal() + "：" + before.zh() + " 变为 " + now.zh() + part("，值", status.value())
                        + part("，限值", status.limit()),
                "alarm " + status.signal() + ": " + before.en() + " to " + now.en() + part(", value", status.value())
                        + part(", limit", status.limit()));
    }

    /** A number that is there, as a part of the sentence; a flag is not a number for people. */
    private String part(String name, double number) {
        return status.kind() != AlarmKind.ON && Double.isFinite(number) ? name + " " + Brief.number(number) : "";
    }
}
