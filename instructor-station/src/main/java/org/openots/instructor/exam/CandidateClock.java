package org.openots.instructor.exam;

import java.util.OptionalLong;

/**
 * The exam time of a candidate's present item. It counts on the clock of the exam, which stands while the station does; it
 * stands itself while the candidate or the room is stopped. Not thread-safe.
 */
final class CandidateClock {
    private long begun;
    private long stopped;
    private OptionalLong stoppedSince = OptionalLong.empty();
    private long credit;
    private long limit;

    /** A new item begins; a stop that lasts goes on. */
    void begin(long at, long itemLimit) {
        begun = at;
        limit = itemLimit;
        stopped = 0;
        credit = 0;
        if (stoppedSince.isPresent()) {
            stoppedSince = OptionalLong.of(at);
        }
    }

    void stop(long at) {
        if (stoppedSince.isEmpty()) {
            stoppedSince = OptionalLong.of(Math.max(at, begun));
        }
    }

    void go(long at) {
        if (stoppedSince.isPresent()) {
            stopped += Math.max(0, at - stoppedSince.getAsLong());
            stoppedSince = OptionalLong.empty();
        }
    }

    void credit(long millis) {
        credit += millis;
    }

    boolean isStopped() {
        return stoppedSince.isPresent();
    }

    /** Exam time used of the item, ms. */
    long used(long now) {
        long until = Math.min(now, stoppedSince.orElse(now));
        return Math.max(0, until - begun - stopped);
    }

    /** Exam time left for the item, ms; not below zero. */
    long left(long now) {
        return Math.max(0, limit + credit - used(now));
    }
}
