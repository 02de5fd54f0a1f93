package org.openots.dcs.live;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.openots.dcs.publish.Message;
import org.openots.dcs.publish.Outlet;

/** Messages that wait for the link; when there are too many the oldest is dropped. For one thread at a time. */
public final class OutQueue implements Outlet {
    /** Scans of a minute at ten a second with a message for each of 300 tags would be 180 000; a link is not that slow. */
    private static final int CAPACITY = 50_000;

    private final Deque<Message> waiting = new ArrayDeque<>();
    private long dropped;

    /** Creates an empty one. */
    public OutQueue() {}

    @Override
    public void publish(Message message) {
        if (waiting.size() >= CAPACITY) {
            waiting.removeFirst();
            dropped++;
        }
        waiting.addLast(message);
    }

    @Nullable
    Message first() {
        return waiting.peekFirst();
    }

    void sent() {
        waiting.removeFirst();
    }

    void dropAll() {
        dropped += waiting.size();
        waiting.clear();
    }

    int size() {
        return waiting.size();
    }

    long dropped() {
        return dropped;
    }
}
