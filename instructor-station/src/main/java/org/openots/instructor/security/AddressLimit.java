package org.openots.instructor.security;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/**
 * Slows down an address that fails to sign in again and again. It slows, it does not lock: a whole classroom may sit
 * behind one address.
 */
final class AddressLimit {
    /** Failures an address may have at once: a classroom of beginners on a Monday morning. */
    private static final double BURST = 30;
    /** Failures forgiven a second: a program gets one guess each two seconds. */
    private static final double PER_SECOND = 0.5;
    /** Most addresses remembered. */
    private static final int MOST = 4096;

    private final Clock clock;
    private final LinkedHashMap<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    AddressLimit(Clock clock) {
        this.clock = clock;
    }

    /** Throws when the address must wait. */
    synchronized void check(String address) {
        Bucket bucket = buckets.get(address);
        if (bucket == null) {
            return;
        }
        bucket.refill(clock.millis());
        if (bucket.left < 1) {
            long wait = (long) Math.ceil((1 - bucket.left) / PER_SECOND);
            throw new OtsException(StationError.TOO_MANY_TRIES, wait);
        }
    }

    synchronized void failed(String address) {
        Bucket bucket = buckets.computeIfAbsent(address, key -> new Bucket(clock.millis()));
        bucket.refill(clock.millis());
        bucket.left = Math.max(0, bucket.left - 1);
    }

    private static final class Bucket {
        private double left = BURST;
        private long at;

        Bucket(long at) {
            this.at = at;
        }

        void refill(long now) {
            left = Math.min(BURST, left + Math.max(0, now - at) / 1000.0 * PER_SECOND);
            at = now;
        }
    }
}
