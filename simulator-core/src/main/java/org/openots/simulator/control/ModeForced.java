package org.openots.simulator.control;

import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;

/**
 * A controller left its mode without an order.
 *
 * @param tag the controller
 * @param from mode before
 * @param to mode now
 * @param reason why
 */
public record ModeForced(String tag, Mode from, Mode to, Reason reason) implements AutomationEvent {
    /** Why a mode was forced. */
    public enum Reason {
        /** The measurement is missing. */
        MEASUREMENT_BAD("测量值不可用", "measurement bad"),
        /** The flow that the ratio refers to is missing. */
        RATIO_FLOW_BAD("比值基准流量不可用", "reference flow of the ratio bad"),
        /** The pump, heater or valve behind the output was stopped or taken over by an interlock. */
        OUTPUT_STOPPED("执行设备停止或被联锁强制", "final element stopped or held by an interlock"),
        /** An interlock forces the loop itself. */
        INTERLOCK("联锁强制", "held by an interlock");

        private final String zh;
        private final String en;

        Reason(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    @Override
    public LocalText text() {
        return new LocalText(
                tag + " 由 " + from + " 强制切到 " + to + "：" + reason.zh,
                tag + " forced from " + from + " to " + to + ": " + reason.en);
    }
}
