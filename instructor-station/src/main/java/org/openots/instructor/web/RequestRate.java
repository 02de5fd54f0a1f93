package org.openots.instructor.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.session.MonotonicClock;

/**
 * Keeps one account from taking the station from all others. What a person does with a mouse is far below it, and so is
 * what our pages and the field station send. Thread-safe.
 */
final class RequestRate {
    private static final double NANOS = 1e9;

    private final double burst;
    private final double perSecond;
    private final MonotonicClock clock;
    /** One for each account that was ever admitted: at most as many as the station has people. */
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** How much an account may still send. */
    private static final class Bucket {
        private double left;
        private long at;

        Bucket(double left, long at) {
            this.left = left;
            this.at = at;
        }

        synchronized boolean take(double burst, double perSecond, long now) {
            left = Math.min(burst, left + Math.max(0, now - at) / NANOS * perSecond);
            at = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }

    /**
     * Makes a limit.
     *
     * @param burst how many may come at once
     * @param perSecond how many may come each second in the long run
     * @param clock measures
     */
    RequestRate(double burst, double perSecond, MonotonicClock clock) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Whether an account may send one more now; counts it when it may. */
    boolean takes(String account) {
        long now = clock.nanos();
        return buckets.computeIfAbsent(account, key -> new Bucket(burst, now)).take(burst, perSecond, now);
    }

    /** Counts a request. */
    void check(String account) {
        if (!takes(account)) {
            throw new OtsException(StationError.TOO_FAST, account, (long) perSecond);
        }
    }
}
