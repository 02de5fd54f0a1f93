package org.openots.instructor.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openots.common.signal.PlantFrame;
import org.openots.common.signal.PlantSource;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.common.signal.Signal;

/** Turns the frames of a rig into the inputs of one run. Used on the run's worker only. */
final class RigRecorder {
    /** A run this many ticks behind was not there to see what it would now record. */
    private static final double GAP_TICKS = 3;

    private static final Quality NEVER_SEEN = Quality.bad(Cause.NOT_CONNECTED);

    private final Supplier<Optional<PlantSource>> rig;
    private @Nullable PlantSource source;
    private @Nullable PlantFrame before;
    private long recorded = -1;
    private boolean gap;

    RigRecorder(Supplier<Optional<PlantSource>> rig) {
        this.rig = rig;
    }

    /** Whether the input of a tick was recorded, or none is due because the gap before it lasts. */
    boolean has(long tick, double ticksBehind) {
        return recorded == tick || (gap && ticksBehind >= GAP_TICKS);
    }

    /** The input of a tick. */
    RigScan record(long tick, double ticksBehind) {
        recorded = tick;
        PlantSource present = rig.get().orElse(null);
        gap = present == null || ticksBehind >= GAP_TICKS;
        if (present == null || gap) {
            before = null;
            return RigScan.GAP;
        }
        PlantFrame frame = present.latest();
        PlantFrame compared = present == source ? before : null;
        source = present;
        before = frame;
        return new RigScan(false, changes(present.signals().signals(), compared, frame));
    }

    private static Map<String, RigScan.Reading> changes(
            List<Signal> signals, @Nullable PlantFrame before, PlantFrame now) {
        Map<String, RigScan.Reading> changes = new HashMap<>();
        for (int i = 0; i < signals.size(); i++) {
            boolean same = before == null
                    ? now.quality(i).equals(NEVER_SEEN) && Double.isNaN(now.shown(i))
                    : now.quality(i).equals(before.quality(i)) && Double.compare(now.shown(i), before.shown(i)) == 0;
            if (!same) {
                changes.put(signals.get(i).name(), new RigScan.Reading(now.shown(i), now.quality(i), now.age(i)));
            }
        }
        return changes;
    }
}
