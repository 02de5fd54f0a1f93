package org.openots.instructor.session;

import java.util.Map;
import java.util.TreeMap;

/**
 * The snapshots of one run by tick. When there are too many, every second one of the older half goes, so that a long
 * run keeps dense snapshots near its present and sparse ones near its start.
 */
final class SnapshotRing {
    /** Most snapshots kept for a run: half an hour at one each 30 s before thinning begins. */
    private static final int MOST = 60;

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

    void dropAfter(long tick) {
        byTick.tailMap(tick, false).clear();
    }

    int size() {
        return byTick.size();
    }

    private void thin() {
        int older = byTick.size() / 2;
        boolean drop = false;
        for (Long tick : byTick.keySet().stream().limit(older).toList()) {
            if (drop) {
                byTick.remove(tick);
            }
            drop = !drop;
        }
    }
}
