package org.openots.simulator.interlock;

import java.util.List;
import org.openots.simulator.signal.Condition;
import org.openots.simulator.signal.SignalBoard;

/** One cause of an interlock in a run: its signals, its vote, its arming and its delay. */
final class CauseWatch {
    private final InterlockDefinition.Cause cause;
    private final SignalBoard board;
    private final Condition armedWhen;
    private final Condition condition;
    private final int[] sources;
    private final int votes;
    private final long delayTicks;
    private long elapsed;

    CauseWatch(InterlockDefinition.Cause cause, SignalBoard board, CauseConditions conditions, double tickSeconds) {
        this.cause = cause;
        this.board = board;
        this.armedWhen = conditions.armedWhen();
        this.condition = conditions.condition();
        List<String> voters = cause.options().voters();
        List<String> signals = voters.isEmpty() ? List.of(cause.signal()) : voters;
        this.sources = cause.options().condition().isEmpty()
                ? signals.stream().mapToInt(board::index).toArray()
                : new int[0];
        this.votes = cause.options().votes();
        this.delayTicks = Math.round(cause.delaySeconds() / tickSeconds);
    }

    InterlockDefinition.Cause cause() {
        return cause;
    }

    /** Whether the cause is there, armed or not. */
    boolean beyond() {
        if (sources.length == 0) {
            return condition.holds();
        }
        int there = 0;
        for (int source : sources) {
            there += beyond(board.value(source)) ? 1 : 0;
        }
        return there >= votes;
    }

    private boolean beyond(double value) {
        if (Double.isNaN(value)) {
            return cause.options().missingVotes();
        }
        return cause.low() ? value < cause.limit() : value > cause.limit();
    }

    /** One scan; tells whether the cause is there and armed. */
    boolean scan(boolean armed) {
        boolean there = armed && armedWhen.holds() && beyond();
        elapsed = there ? elapsed + 1 : 0;
        return there;
    }

    /** Whether it has been there for longer than its delay. */
    boolean ripe() {
        return elapsed > delayTicks;
    }

    /** Whether so many scans are longer than its delay. */
    boolean ripeAfter(long ticks) {
        return ticks > delayTicks;
    }

    /** Whether enough of its signals have a value, so that it can come at all. */
    boolean able() {
        int valid = 0;
        for (int source : sources) {
            valid += Double.isNaN(board.value(source)) ? 0 : 1;
        }
        return sources.length == 0 || valid >= votes;
    }

    /** The value that tells most: of the first signal beyond the limit; 1 for a condition. */
    double value() {
        if (sources.length == 0) {
            return 1;
        }
        for (int source : sources) {
            if (beyond(board.value(source))) {
                return board.value(source);
            }
        }
        return board.value(sources[0]);
    }

    long elapsed() {
        return elapsed;
    }

    void elapsed(long ticks) {
        elapsed = ticks;
    }
}
