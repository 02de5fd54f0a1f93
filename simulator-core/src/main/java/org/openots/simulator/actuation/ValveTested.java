package org.openots.simulator.actuation;

import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;

/**
 * The partial stroke test of a shutoff valve ended.
 *
 * @param tag the valve
 * @param passed whether it moved as far as asked in time
 * @param seconds how long it took, s
 */
public record ValveTested(String tag, boolean passed, double seconds) implements AutomationEvent {
    @Override
    public LocalText text() {
        String time = Brief.number(seconds) + " s";
        return new LocalText(
                tag + " 部分行程测试" + (passed ? "合格" : "不合格") + "，" + time,
                tag + " partial stroke test " + (passed ? "passed" : "failed") + ", " + time);
    }
}
