package org.openots.instructor.session;

import java.util.List;

/**
 * Where a branch left another run, with everything it took along: a branch needs no other journal to be replayed. A run
 * that has one can never become a record of its owner.
 *
 * @param run the run it was branched from
 * @param tick the tick it goes on from
 * @param tickSeconds model time of a tick, s
 * @param head digest of that run's journal up to its last durable event at that moment, hexadecimal digits
 * @param inputs the inputs it inherits, sorted by tick: all before the tick, and the instructor's orders about faults
 *     that come at it or later
 */
public record RunOrigin(String run, long tick, double tickSeconds, String head, List<RunInput> inputs) {
    /** Copies the list. */
    public RunOrigin {
        inputs = List.copyOf(inputs);
    }

    /**
     * Model time it goes on from.
     *
     * @return s
     */
    public double time() {
        return tick * tickSeconds;
    }
}
