package org.openots.instructor.debrief;

import java.util.ArrayList;
import java.util.List;
import org.openots.instructor.session.RunInput;

/**
 * The other times at which a deed could have been done: one, two and five minutes earlier or later, and as early as it could be if
 * that is nearer. Nobody answers a fault before it begins, nothing overtakes what was done to the same target before or after it,
 * nothing leaves the run, and a fault keeps half of its time to act.
 */
final class OtherTimes {
    private static final List<Double> STEPS = List.of(60.0, 120.0, 300.0);
    /** A shift less than this says nothing about a person, s. */
    private static final double LEAST = 10;
    /** How soon after its beginning a fault can be answered at best, s. */
    private static final double NOTICED = 5;

    private final List<Deed> deeds;
    private final List<RunInput> inputs;
    private final long end;
    private final double tickSeconds;

    OtherTimes(List<Deed> deeds, List<RunInput> inputs, long end, double tickSeconds) {
        this.deeds = deeds;
        this.inputs = inputs;
        this.end = end;
        this.tickSeconds = tickSeconds;
    }

    /** By how many ticks a deed can be moved, negative for earlier. */
    List<Long> of(Deed deed) {
        if (deed.inputs().stream()
                .anyMatch(input -> input instanceof RunInput.Armed armed
                        && !armed.order().when().isEmpty())) {
            return List.of(); // it comes when its condition does
        }
        List<Long> shifts = new ArrayList<>();
        add(shifts, earlier(deed), -1);
        add(shifts, later(deed), 1);
        return shifts;
    }

    private void add(List<Long> shifts, long room, int sign) {
        long least = Math.round(LEAST / tickSeconds);
        long reached = 0;
        for (double step : STEPS) {
            long ticks = Math.round(step / tickSeconds);
            if (ticks <= room) {
                shifts.add(sign * ticks);
                reached = ticks;
            }
        }
        boolean earlyAsCanBe = sign < 0 && room >= least && reached == 0;
        if (earlyAsCanBe) {
            shifts.add(-room);
        }
    }

    private long earlier(Deed deed) {
        long from = 0;
        for (Deed other : deeds) {
            boolean before = other.tick() < deed.tick();
            if (before && deed.kind() == Deed.Kind.ACTION && other.kind() == Deed.Kind.FAULT) {
                from = Math.max(from, other.tick() + Math.round(NOTICED / tickSeconds));
            } else if (before && other.subject().equals(deed.subject())) {
                from = Math.max(from, last(other) + 1);
            }
        }
        return deed.tick() - from;
    }

    private long later(Deed deed) {
        // a fault that has no time left to act says nothing
        long to = deed.kind() == Deed.Kind.FAULT ? deed.tick() + (end - deed.tick()) / 2 : end - 1;
        for (Deed other : deeds) {
            if (other.tick() > deed.tick() && other.subject().equals(deed.subject())) {
                to = Math.min(to, other.tick() - 1);
            }
        }
        for (RunInput input : inputs) {
            if (input instanceof RunInput.Withdrawn back && orders(deed, back.key())) {
                to = Math.min(to, back.tick() - 1);
            }
        }
        return to - last(deed);
    }

    private static boolean orders(Deed deed, String key) {
        return deed.inputs().stream()
                .anyMatch(input -> input instanceof RunInput.Armed armed
                        && armed.order().key().equals(key));
    }

    private static long last(Deed deed) {
        List<RunInput> all = deed.inputs();
        return Math.max(deed.tick(), all.get(all.size() - 1).tick());
    }
}
