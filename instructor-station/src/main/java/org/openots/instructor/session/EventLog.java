package org.openots.instructor.session;

import java.util.ArrayList;
import java.util.List;

/**
 * The latest events of a run, numbered without a gap from 0 for the first since the station started; a rewind adds
 * events and never takes one away.
 */
final class EventLog {
    /** Most events kept in memory for a run; the journal's replay gives the rest. */
    private static final int MOST = 4000;

    private final List<RunEvent> events = new ArrayList<>();
    private long count;

    void add(List<RunEvent> more) {
        events.addAll(more);
        count += more.size();
        if (events.size() > MOST) {
            events.subList(0, events.size() - MOST * 3 / 4).clear();
        }
    }

    /** Puts the events of an earlier past in front; they are not counted, as they are no news. */
    void precede(EventLog past) {
        events.addAll(0, past.latest(MOST - Math.min(MOST, events.size())));
    }

    /** The same events up to a tick, without those of a future that was given up. */
    EventLog until(long tick) {
        List<RunEvent> kept = new ArrayList<>();
        for (RunEvent event : events) {
            if (event.kind().equals(RunEvents.REWOUND)) {
                kept.removeIf(earlier -> earlier.tick() > event.tick());
            }
            kept.add(event);
        }
        kept.removeIf(event -> event.tick() > tick);
        EventLog copy = new EventLog();
        copy.add(kept);
        return copy;
    }

    long count() {
        return count;
    }

    /** The last {@code most} events, oldest first. */
    List<RunEvent> latest(int most) {
        return List.copyOf(events.subList(Math.max(0, events.size() - most), events.size()));
    }

    List<RunEvent> all() {
        return List.copyOf(events);
    }
}
