package org.openots.instructor.session;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The snapshots of one run by tick. When there are too many, one goes that leaves the smallest gap, but not one of the
 * latest: a long run keeps dense snapshots near its present, and even ones over its past, so that no second of it is far
 * from one.
 */
final class SnapshotRing {
    /** Most snapshots kept for a run, about 30 kB each: after four hours no two are much more than six minutes apart. */
    private static final int MOST = 60;
    /** The latest ones, which are never thinned: ten minutes at one each 30 s, where people go back to. */
    private static final int DENSE = 20;

    private final TreeMap<Long, Snapshot> byTick = new TreeMap<>();

    void add(Snapshot snapshot) {
        byTick.put(snapshot.tick(), snapshot);
        if (byTick.size() > MOST) {
            thin();
        }
    }

    /** The latest snapshot at or before a tick. */
    Snapshot atOrBefore(long tick) {
        Map.Entry<Long, Snapshot> entry = byTick.floorEntry(tick);
        if (entry == null) {
            throw new IllegalStateException("no snapshot at or before tick " + tick + "; a run begins with one");
        }
        return entry.getValue();
    }

    /** Adds the snapshots of the run's past. */
    void precede(SnapshotRing past) {
        past.byTick.forEach(byTick::putIfAbsent);
        while (byTick.size() > MOST) {
            thin();
        }
    }

    /** The same snapshots up to a tick. */
    SnapshotRing until(long tick) {
        SnapshotRing copy = new SnapshotRing();
        copy.byTick.putAll(byTick.headMap(tick, true));
        return copy;
    }

    void dropAfter(long tick) {
        byTick.tailMap(tick, false).clear();
    }

    int size() {
        return byTick.size();
    }

    private void thin() {
        List<Long> ticks = List.copyOf(byTick.keySet());
        int least = 1;
        for (int i = 2; i < ticks.size() - DENSE; i++) {
            if (ticks.get(i + 1) - ticks.get(i - 1) < ticks.get(least + 1) - ticks.get(least - 1)) {
                least = i;
            }
        }
        byTick.remove(ticks.get(least));
    }
}
