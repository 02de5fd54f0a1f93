package org.openots.dcs.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts the frames of one boot in order: waits for those that are late, drops those that came already, and hands those that
 * come too late on as historical, so that they never replace a newer value. Used by one thread at a time.
 */
public final class Sequencer {
    /** How long a frame waits for one before it, ns. */
    public static final long PATIENCE = 2_000_000_000;

    /** How many frames wait at most. */
    public static final int MOST_WAITING = 2000;

    private final SeqSet seen;
    private final TreeMap<Long, Waiting> waiting = new TreeMap<>();
    private long next;
    private long duplicates;

    private record Waiting(Frame frame, long since) {}

    /**
     * A frame in its turn.
     *
     * @param frame the frame
     * @param historical whether it is no live frame
     */
    public record Delivery(Frame frame, boolean historical) {}

    /**
     * Goes on where it ended.
     *
     * @param seen numbers that came already; changed by this
     */
    public Sequencer(SeqSet seen) {
        this.seen = seen;
        next = seen.largest() + 1;
    }

    /**
     * Takes a frame.
     *
     * @param frame the frame
     * @param now by the monotonic clock, ns
     * @return what is due now, in order; empty for a duplicate
     */
    public List<Delivery> accept(Frame frame, long now) {
        if (!seen.add(frame.seq())) {
            duplicates++;
            return List.of();
        }
        if (frame.seq() < next || frame.historical()) {
            return List.of(new Delivery(frame, true));
        }
        waiting.put(frame.seq(), new Waiting(frame, now));
        return due(now);
    }

    /**
     * Hands on what has waited long enough.
     *
     * @param now by the monotonic clock, ns
     * @return what is due now, in order
     */
    public List<Delivery> due(long now) {
        List<Delivery> ready = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Waiting first = waiting.firstEntry().getValue();
            boolean inTurn = complete(first.frame().seq());
            if (!inTurn && now - first.since() < PATIENCE && waiting.size() <= MOST_WAITING) {
                break;
            }
            waiting.pollFirstEntry();
            ready.add(new Delivery(first.frame(), false));
            next = first.frame().seq() + 1;
        }
        return ready;
    }

    /** Whether every number from the next one up to the one before this has come or will never come. */
    private boolean complete(long seq) {
        while (next < seq && seen.contains(next)) {
            next++;
        }
        return next == seq;
    }

    /**
     * Numbers that the sender has no more.
     *
     * @param from the first
     * @param to the last
     * @param now by the monotonic clock, ns
     * @return what is due because nothing else is to be waited for
     */
    public List<Delivery> lost(long from, long to, long now) {
        seen.addAll(from, to);
        return due(now);
    }

    /**
     * Numbers that came or will never come.
     *
     * @return the numbers; not to be changed
     */
    public SeqSet seen() {
        return seen;
    }

    /**
     * Frames that came more than once.
     *
     * @return the count since the start
     */
    public long duplicates() {
        return duplicates;
    }

    /**
     * Frames that wait for one before them.
     *
     * @return the count
     */
    public int waiting() {
        return waiting.size();
    }
}
