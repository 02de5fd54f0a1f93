package org.openots.dcs.mqtt;

import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/**
 * How a link is.
 *
 * @param phase what it does
 * @param attempt attempts since it was last connected, from 1; 0 while connected
 * @param problem what is wrong, or was wrong last
 */
public record LinkState(Phase phase, int attempt, Optional<OtsException> problem) {
    /**
     * Whether messages can be published.
     *
     * @return true while connected
     */
    public boolean connected() {
        return phase == Phase.CONNECTED || phase == Phase.SILENT;
    }

    /**
     * One line for people.
     *
     * @return in both languages
     */
    public LocalText text() {
        String of = attempt == 0 ? "" : " " + attempt + "/∞";
        return new LocalText(phase.zh + of, phase.en + of);
    }

    /** What a link does. */
    public enum Phase {
        /** A connection is being made. */
        CONNECTING("连接中", "connecting"),
        /** All is well. */
        CONNECTED("已连接", "connected"),
        /** Connected, but no message for some time. */
        SILENT("已连接，无数据", "connected, no data"),
        /** The next attempt comes soon. */
        WAITING("等待重连", "waiting to reconnect"),
        /** It has given up, and a person must act. */
        STOPPED("已停止", "stopped"),
        /** It was closed. */
        CLOSED("已关闭", "closed");

        private final String zh;
        private final String en;

        Phase(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }
}
