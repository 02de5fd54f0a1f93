package org.openots.instructor.security;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Things one person made and looks at for a while, in memory only: what has passwords in it is in no file. Safe for use by
 * several threads.
 *
 * @param <T> what
 */
public final class Held<T> {
    /** How long a thing is held, ms: time to find a printer. */
    private static final long LIFE_MILLIS = 30 * 60_000L;

    private final Clock clock;
    private final int most;
    private final Tokens tokens = new Tokens();
    private final Map<String, Thing<T>> things = new LinkedHashMap<>();

    private record Thing<T>(String by, T what, long until) {}

    /**
     * Holds nothing yet.
     *
     * @param clock ends what is held
     * @param most things held at a time, the last ones
     */
    public Held(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /**
     * Holds a thing.
     *
     * @param by account that made it
     * @param what the thing
     * @return its id
     */
    public synchronized String put(String by, T what) {
        long now = clock.millis();
        things.values().removeIf(thing -> thing.until() <= now);
        while (things.size() >= most) {
            things.remove(things.keySet().iterator().next());
        }
        String id = tokens.fresh();
        things.put(id, new Thing<>(by, what, now + LIFE_MILLIS));
        return id;
    }

    /**
     * Finds a thing for the person who made it.
     *
     * @param id its id
     * @param by account that asks
     * @return the thing; nothing for everybody else
     */
    public synchronized Optional<T> find(String id, String by) {
        return Optional.ofNullable(things.get(id))
                .filter(thing -> thing.by().equals(by) && thing.until() > clock.millis())
                .map(Thing::what);
    }

    /**
     * Lets a thing go.
     *
     * @param id its id
     */
    public synchronized void drop(String id) {
        things.remove(id);
    }
}
