package org.openots.distillation.field3d.net;

import org.openots.common.text.LocalText;

/**
 * How the connection is.
 *
 * @param phase what it does
 * @param attempt number of the attempt to connect, 0 while connected
 */
public record LinkState(Phase phase, int attempt) {
    /** What the connection does. */
    public enum Phase {
        /** Frames come. */
        CONNECTED,
        /** It is being made, again and again. */
        CONNECTING,
        /** The run was closed. */
        RUN_CLOSED,
        /** The account signed in on another computer. */
        SIGNED_IN_ELSEWHERE,
        /** The station does not let this field station in any more. */
        REFUSED;

        /**
         * Whether no further attempt is made.
         *
         * @return true at the end
         */
        public boolean over() {
            return this != CONNECTED && this != CONNECTING;
        }
    }

    /**
     * For people.
     *
     * @return in both languages
     */
    public LocalText text() {
        return switch (phase) {
            case CONNECTED -> new LocalText("已连接", "connected");
            case CONNECTING -> new LocalText("重新连接中（第 " + attempt + " 次）", "connecting again, attempt " + attempt);
            case RUN_CLOSED -> new LocalText("本次运行已结束", "the run is closed");
            case SIGNED_IN_ELSEWHERE -> new LocalText("该账号已在别处登录", "signed in elsewhere");
            case REFUSED -> new LocalText("教师机不再接受本站，请重新取码", "the station no longer accepts this ticket");
        };
    }
}
