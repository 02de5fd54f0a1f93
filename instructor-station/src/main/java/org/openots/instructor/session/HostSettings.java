package org.openots.instructor.session;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What the host needs from the outside world.
 *
 * @param monotonic paces the runs
 * @param wall dates run ids
 * @param random makes run ids and seeds
 * @param workers threads that step runs, 1 or more
 * @param graceSeconds wall time a run goes on without its owner's connection before it is held, seconds; infinite
 *     never holds
 * @param lateness learns how late ticks begin
 */
public record HostSettings(
        MonotonicClock monotonic,
        Clock wall,
        RandomGenerator random,
        int workers,
        double graceSeconds,
        TickLateness lateness) {
    /** Settings of a host whose lateness nobody asks for. */
    public HostSettings(
            MonotonicClock monotonic, Clock wall, RandomGenerator random, int workers, double graceSeconds) {
        this(monotonic, wall, random, workers, graceSeconds, new TickLateness(monotonic));
    }
}
