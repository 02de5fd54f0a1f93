package org.openots.instructor.exam;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openots.instructor.session.MonotonicClock;

/** Which candidates are connected. Thread-safe. */
final class ExamPresence {
    private static final double NANOS = 1e-9;

    private final MonotonicClock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(int connections, long nanos) {}

    ExamPresence(MonotonicClock clock) {
        this.clock = clock;
    }

    void connected(String account, int change) {
        long now = clock.nanos();
        seen.merge(
                account,
                new Seen(Math.max(0, change), now),
                (old, fresh) -> new Seen(Math.max(0, old.connections() + change), now));
    }

    boolean here(String account) {
        Seen last = seen.get(account);
        return last != null && last.connections() > 0;
    }

    /** How long nobody of an account is connected, s; from now on for one that was not seen yet. */
    double gone(String account) {
        long now = clock.nanos();
        Seen last = seen.computeIfAbsent(account, key -> new Seen(0, now));
        return last.connections() > 0 ? 0 : (now - last.nanos()) * NANOS;
    }
}
