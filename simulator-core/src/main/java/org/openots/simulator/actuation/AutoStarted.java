package org.openots.simulator.actuation;

import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;

/**
 * A pump started without an order.
 *
 * @param tag the pump
 * @param reason why
 */
public record AutoStarted(String tag, Reason reason) implements AutomationEvent {
    /** Why a pump starts by itself. */
    public enum Reason {
        /** It stands by and its start condition came. */
        STANDBY("备用自启", "as standby"),
        /** Its supply came back in time. */
        POWER_BACK("来电再启动", "after its power came back");

        private final String zh;
        private final String en;

        Reason(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    @Override
    public LocalText text() {
        return new LocalText(tag + " 自动启动：" + reason.zh, tag + " started by itself " + reason.en);
    }
}
