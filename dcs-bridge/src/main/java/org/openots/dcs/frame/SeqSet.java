package org.openots.dcs.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Numbers of frames, kept as ranges. Used by one thread at a time. */
public final class SeqSet {
    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    /**
     * Numbers that follow each other.
     *
     * @param from the first
     * @param to the last
     */
    public record Range(long from, long to) {}

    /**
     * Adds a number.
     *
     * @param seq the number
     * @return whether it is new
     */
    public boolean add(long seq) {
        if (contains(seq)) {
            return false;
        }
        addAll(seq, seq);
        return true;
    }

    /**
     * Adds numbers that follow each other.
     *
     * @param first the first
     * @param last the last
     */
    public void addAll(long first, long last) {
        if (first > last) {
            return;
        }
        long from = first;
        long to = last;
        for (Map.Entry<Long, Long> near = ranges.floorEntry(to + 1);
                near != null && near.getValue() >= from - 1;
                near = ranges.floorEntry(to + 1)) {
            from = Math.min(from, near.getKey());
            to = Math.max(to, near.getValue());
            ranges.remove(near.getKey());
        }
        ranges.put(from, to);
    }

    /**
     * Whether a number is in it.
     *
     * @param seq the number
     * @return true if it is
     */
    public boolean contains(long seq) {
        Map.Entry<Long, Long> range = ranges.floorEntry(seq);
        return range != null && range.getValue() >= seq;
    }

    /**
     * The last number up to which none is missing.
     *
     * @return the number, -1 when 0 is missing
     */
    public long complete() {
        Map.Entry<Long, Long> range = ranges.floorEntry(0L);
        return range == null ? -1 : range.getValue();
    }

    /**
     * The largest number.
     *
     * @return the number, -1 when there is none
     */
    public long largest() {
        return ranges.isEmpty() ? -1 : ranges.lastEntry().getValue();
    }

    /**
     * What is missing below the largest.
     *
     * @return the ranges between
     */
    public List<Range> missing() {
        List<Range> gaps = new ArrayList<>();
        long next = 0;
        for (Map.Entry<Long, Long> range : ranges.entrySet()) {
            if (range.getKey() > next) {
                gaps.add(new Range(next, range.getKey() - 1));
            }
            next = range.getValue() + 1;
        }
        return gaps;
    }

    /**
     * What is in it.
     *
     * @return the ranges in order
     */
    public List<Range> ranges() {
        return ranges.entrySet().stream()
                .map(range -> new Range(range.getKey(), range.getValue()))
                .toList();
    }
}
