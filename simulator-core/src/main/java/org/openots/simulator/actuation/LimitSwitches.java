package org.openots.simulator.actuation;

import org.openots.common.text.LocalText;
import org.openots.simulator.signal.SignalBoard;

/** The two end switches of a valve: {@code tag.ZSO} is 1 when it is open, {@code tag.ZSC} when it is closed. */
final class LimitSwitches {
    /** How far from its end a switch already closes, %: usual setting of end switches. */
    private static final double BAND = 2;

    private static final double FULL = 100;

    private final SignalBoard board;
    private final int open;
    private final int closed;

    LimitSwitches(String tag, LocalText text, SignalBoard board) {
        this.board = board;
        this.open = board.declare(tag + ".ZSO", "", new LocalText(text.zh() + "开到位", text.en() + " open switch"));
        this.closed = board.declare(tag + ".ZSC", "", new LocalText(text.zh() + "关到位", text.en() + " closed switch"));
    }

    void publish(double position) {
        board.flag(open, isOpen(position));
        board.flag(closed, isClosed(position));
    }

    static boolean isOpen(double position) {
        return position >= FULL - BAND;
    }

    static boolean isClosed(double position) {
        return position <= BAND;
    }
}
