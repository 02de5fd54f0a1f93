package org.openots.hazop.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.openots.hazop.plant.Observed;
import org.openots.hazop.plant.PlantNames;

/** Plays runs and keeps the recordings used last, since a run is a pure function of what is asked for. Thread-safe. */
final class RecordingShelf {
    /** Recordings kept: of a row of 30 tags and half an hour each takes about 0.4 MB. */
    private static final int MOST_KEPT = 48;

    private final PlantNames names;
    private final RunPlayer player;
    private final Map<Wanted, Recording> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, Recording> eldest) {
            return size() > MOST_KEPT;
        }
    };

    RecordingShelf(PlantNames names, long seed) {
        this.names = names;
        this.player = new RunPlayer(names, seed);
    }

    private record Wanted(RunKey key, int seconds, List<Observed> observed) {}

    /**
     * A run that was played.
     *
     * @param trace what was recorded
     * @param marks what came
     */
    record Recording(RunTrace trace, List<Demonstration.Mark> marks) {
        Recording {
            marks = List.copyOf(marks);
        }
    }

    /** A recording, played now or before. */
    Recording recording(RunKey key, int seconds, List<Observed> observed, IntPredicate goOn) {
        Wanted wanted = new Wanted(key, seconds, observed);
        synchronized (kept) {
            Recording known = kept.get(wanted);
            if (known != null) {
                return known;
            }
        }
        RunMarks marks = new RunMarks(names);
        RunTrace trace = player.play(names.pack().initialCondition(key.from()), key, seconds, observed, marks, goOn);
        Recording recording = new Recording(trace, marks.marks());
        synchronized (kept) {
            kept.put(wanted, recording);
        }
        return recording;
    }
}
