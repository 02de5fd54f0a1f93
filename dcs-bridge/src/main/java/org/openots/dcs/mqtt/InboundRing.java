package org.openots.dcs.mqtt;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Messages between the library's thread and the one that reads them. Putting never waits: when it is full the oldest
 * message of the same topic is dropped, or the oldest of all when the topic has none, so that the newest of every topic
 * stays.
 */
public final class InboundRing {
    /** Places as a rule. */
    public static final int CAPACITY = 65_536;

    private final int capacity;
    private final Map<Long, Inbound> waiting = new LinkedHashMap<>();
    private final Map<String, ArrayDeque<Long>> byTopic = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private long next;
    private long overflowed;
    private int deepest;

    /**
     * Creates an empty ring.
     *
     * @param capacity places
     */
    public InboundRing(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Puts a message.
     *
     * @param message the message
     */
    public void put(Inbound message) {
        lock.lock();
        try {
            if (waiting.size() >= capacity) {
                ArrayDeque<Long> alike = byTopic.get(message.topic());
                drop(alike == null ? waiting.keySet().iterator().next() : alike.peekFirst());
                overflowed++;
            }
            waiting.put(next, message);
            byTopic.computeIfAbsent(message.topic(), t -> new ArrayDeque<>()).add(next);
            next++;
            deepest = Math.max(deepest, waiting.size());
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    private Inbound drop(Long serial) {
        Inbound dropped = waiting.remove(serial);
        if (dropped == null) {
            throw new IllegalStateException("no message " + serial);
        }
        ArrayDeque<Long> alike = byTopic.get(dropped.topic());
        if (alike != null) {
            alike.removeFirst();
            if (alike.isEmpty()) {
                byTopic.remove(dropped.topic());
            }
        }
        return dropped;
    }

    /**
     * Takes the oldest message.
     *
     * @param millis how long to wait for one, ms
     * @return the message, null when none came
     * @throws InterruptedException if the thread is told to end
     */
    public @Nullable Inbound take(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (waiting.isEmpty()) {
                if (left <= 0) {
                    return null;
                }
                left = filled.awaitNanos(left);
            }
            return drop(waiting.keySet().iterator().next());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Messages dropped because nobody took them.
     *
     * @return the count since the start
     */
    public long overflowed() {
        lock.lock();
        try {
            return overflowed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Messages that wait.
     *
     * @return the count
     */
    public int depth() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The most that ever waited.
     *
     * @return the count
     */
    public int deepest() {
        lock.lock();
        try {
            return deepest;
        } finally {
            lock.unlock();
        }
    }
}
