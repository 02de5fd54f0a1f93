package org.openots.dcs.tag;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * What the clock behind a topic is off, learned from the messages: the median of arrival minus source over 60 s. Tells
 * late messages from a clock that was set back: behind a clock that was set, time goes on as before, while messages that
 * were held back arrive faster than they were sent.
 */
final class SourceClock {
    /** What a message is by its time. */
    enum Verdict {
        /** A live one. */
        LIVE,
        /** A live one, but the clock cannot be believed. */
        CLOCK,
        /** One that comes too late to be live. */
        LATE
    }

    /** Off by more is told to people and corrected, ms. */
    static final long WARN = 2_000;

    /** Off by more makes values uncertain, ms. */
    static final long TOO_FAR = 30_000;

    /** A jump of more is one, ms. */
    private static final long STEP = 1_000;

    private static final long MILLI = 1_000_000;
    private static final long WINDOW = 60_000 * MILLI;
    /** Shortest time between offsets that are kept: 600 of them fill the window. */
    private static final long SPACING = 100 * MILLI;
    /** So long the clock must go on steadily before it counts as set. */
    private static final long STEADY = 500 * MILLI;
    /** So many offsets are needed before a jump is told from a first guess. */
    private static final int ENOUGH = 3;

    private final long lateAfter;
    private final Deque<Offset> window = new ArrayDeque<>();
    private long latest = Long.MIN_VALUE;
    private long median;
    private OptionalLong suspectOffset = OptionalLong.empty();
    private long suspectSince;
    private OptionalLong steppedAt = OptionalLong.empty();
    private long jump;
    private long lag;
    private int steps;

    private record Offset(long nanos, long millis) {}

    /**
     * Creates it.
     *
     * @param lateAfter a message that took longer than usual by more than this is not live, ms
     */
    SourceClock(long lateAfter) {
        this.lateAfter = Math.max(STEP, lateAfter);
    }

    /**
     * Takes the time of a message.
     *
     * @param source by the clock of the source, ms
     * @param arrival by the clock of this machine, ms
     * @param nanos by the monotonic clock
     * @return what it is
     */
    Verdict take(long source, long arrival, long nanos) {
        long offset = arrival - source;
        jump = 0;
        lag = 0;
        forget(nanos);
        boolean known = !window.isEmpty();
        boolean back = known && source < latest;
        if (back || (known && offset - median > lateAfter)) {
            boolean far = !back || latest - source > STEP;
            if (!far || !wasSet(offset, nanos)) {
                return Verdict.LATE;
            }
            step(offset, nanos);
        } else if (known && median - offset > STEP) {
            if (window.size() >= ENOUGH) {
                step(offset, nanos);
            } else {
                window.clear();
            }
        }
        suspectOffset = OptionalLong.empty();
        latest = source;
        lag = window.isEmpty() ? 0 : Math.max(0, offset - median);
        learn(offset, nanos);
        return now(nanos);
    }

    /** What a message is that says nothing about the clock. */
    Verdict untimed(long nanos) {
        jump = 0;
        lag = 0;
        return now(nanos);
    }

    private Verdict now(long nanos) {
        boolean uncertain = steppedAt.isPresent() && nanos - steppedAt.getAsLong() < WINDOW;
        return uncertain || Math.abs(median) > TOO_FAR ? Verdict.CLOCK : Verdict.LIVE;
    }

    /** Whether the clock has gone on for a while as far off as now. */
    private boolean wasSet(long offset, long nanos) {
        boolean same = suspectOffset.isPresent() && Math.abs(offset - suspectOffset.getAsLong()) <= STEP / 2;
        if (!same) {
            suspectOffset = OptionalLong.of(offset);
            suspectSince = nanos;
        }
        return nanos - suspectSince >= STEADY;
    }

    private void step(long offset, long nanos) {
        jump = median - offset;
        steps++;
        steppedAt = OptionalLong.of(nanos);
        window.clear();
    }

    /** Keeps one offset, however old, so that what was held back for long is told from live messages. */
    private void forget(long nanos) {
        while (window.size() > 1 && nanos - window.getFirst().nanos() > WINDOW) {
            window.removeFirst();
        }
    }

    private void learn(long offset, long nanos) {
        if (window.isEmpty() || nanos - window.getLast().nanos() >= SPACING) {
            window.addLast(new Offset(nanos, offset));
            long[] sorted = window.stream().mapToLong(Offset::millis).sorted().toArray();
            median = sorted[sorted.length / 2];
        }
    }

    /** What the clock is behind that of this machine, ms. */
    long offset() {
        return median;
    }

    /** By how much longer than usual the last live message was on its way, ms; not negative. */
    long lag() {
        return lag;
    }

    /** By how much the last message showed it to have jumped, ms; 0 for not at all. */
    long jump() {
        return jump;
    }

    /** How often it has jumped; times before and after a jump cannot be compared. */
    int steps() {
        return steps;
    }

    /** A time of the source as it is by the clock of this machine, not after the arrival. */
    long corrected(long source, long arrival) {
        return Math.min(arrival, Math.abs(median) > WARN ? source + median : source);
    }
}
