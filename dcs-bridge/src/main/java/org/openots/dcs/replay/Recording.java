package org.openots.dcs.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openots.common.signal.Quality;
import org.openots.dcs.publish.PublishedTag;
import org.openots.dcs.publish.Reading;
import org.openots.dcs.publish.Scan;

/** Readings by time, in memory. Immutable. */
public final class Recording {
    private final List<PublishedTag> tags;
    private final List<Long> times;
    private final List<Row> rows;

    /** Readings of one time by index of the tag; no quality where there is none. */
    private record Row(double[] values, @Nullable Quality[] qualities) {}

    private Recording(Builder from) {
        this.tags = List.copyOf(from.tags);
        this.times = List.copyOf(from.rows.keySet());
        this.rows = List.copyOf(from.rows.values());
    }

    /**
     * The tags.
     *
     * @return in the order of their readings
     */
    public List<PublishedTag> tags() {
        return tags;
    }

    /**
     * How many times it has.
     *
     * @return their number, at least 1
     */
    public int size() {
        return times.size();
    }

    /**
     * One of its times.
     *
     * @param index which, counted from 0
     * @return UTC in ms
     */
    public long time(int index) {
        return times.get(index);
    }

    /**
     * The first index whose time is not before another.
     *
     * @param time UTC in ms
     * @return the index; the size when there is none
     */
    public int find(long time) {
        int low = 0;
        int high = times.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.get(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * What was read at one of its times.
     *
     * @param index which, counted from 0
     * @return the readings there are
     */
    public Scan scan(int index) {
        Row row = rows.get(index);
        long time = times.get(index);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            Quality quality = row.qualities()[i];
            if (quality != null) {
                readings.add(new Reading(tags.get(i).name(), row.values()[i], quality, time));
            }
        }
        return new Scan(time, readings);
    }

    /** Collects readings in any order. */
    static final class Builder {
        private final List<PublishedTag> tags;
        private final TreeMap<Long, Row> rows = new TreeMap<>();

        Builder(List<PublishedTag> tags) {
            this.tags = tags;
        }

        /** Adds a reading; of two of one tag and time the later counts. */
        void add(long time, int tag, double value, Quality quality) {
            Row row = rows.computeIfAbsent(time, none -> new Row(new double[tags.size()], new Quality[tags.size()]));
            row.values()[tag] = value;
            row.qualities()[tag] = quality;
        }

        boolean isEmpty() {
            return rows.isEmpty();
        }

        Recording build() {
            return new Recording(this);
        }
    }
}
