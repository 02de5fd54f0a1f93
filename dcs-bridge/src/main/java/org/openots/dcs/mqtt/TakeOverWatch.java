package org.openots.dcs.mqtt;

import java.util.ArrayDeque;

/**
 * Recognises that somebody else uses our client id: the broker drops one of two clients of the same name as soon as the
 * other connects, so connections end again and again right after they were made.
 */
final class TakeOverWatch {
    static final int DROPS = 3;
    static final long WITHIN_SECONDS = 30;
    private static final long SECOND = 1_000_000_000;

    /** A connection that lived longer was not taken over by one that came back at once. */
    private static final long RIGHT_AFTER = 5 * SECOND;

    private final ArrayDeque<Long> drops = new ArrayDeque<>();

    /** A connection ended; returns whether it is enough to stop. */
    boolean dropped(long connectedNanos, long nowNanos) {
        if (nowNanos - connectedNanos > RIGHT_AFTER) {
            drops.clear();
            return false;
        }
        drops.add(nowNanos);
        while (nowNanos - drops.element() > WITHIN_SECONDS * SECOND) {
            drops.remove();
        }
        return drops.size() >= DROPS;
    }

    /** The broker could not be reached: it restarts, and nobody took our name. */
    void unreachable() {
        drops.clear();
    }
}
