package org.openots.instructor.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openots.instructor.people.Person;
import org.openots.instructor.session.MonotonicClock;

/** Who has sent a request lately: pages without a socket send one now and then. Safe for use by several threads. */
final class Presence {
    /** Three times as long as pages wait between two signs of life. */
    private static final long LATELY = TimeUnit.SECONDS.toNanos(90);

    private final MonotonicClock clock;
    private final Map<String, Long> last = new ConcurrentHashMap<>();

    Presence(MonotonicClock clock) {
        this.clock = clock;
    }

    void seen(Person person) {
        last.put(person.account(), clock.nanos());
    }

    /** The person has signed out. */
    void left(Person person) {
        last.remove(person.account());
    }

    boolean here(Person person) {
        Long at = last.get(person.account());
        return at != null && clock.nanos() - at < LATELY;
    }
}
