package org.openots.dcs.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.openots.common.signal.PlantFrame;
import org.openots.common.signal.PlantSource;
import org.openots.common.signal.SignalTable;
import org.openots.dcs.publish.PublishedTag;
import org.openots.dcs.replay.Recording;
import org.openots.dcs.replay.Replay;
import org.openots.dcs.tag.TagStore;

/**
 * A recording as a source of plant frames, one for each of its times. Its clock is that of the recording, so that the
 * same recording gives the same frames at any speed.
 */
public final class ReplaySource implements PlantSource {
    private static final long NANOS_PER_MS = 1_000_000;
    private static final double MILLIS = 1e3;
    /** As in a tag map: a value is stale after three periods, and not before 3 s. */
    private static final double STALE_PERIODS = 3;

    private static final double SHORTEST_TIMEOUT = 3;
    /** Period of a recording of one time, s. */
    private static final double LONE_PERIOD = 1;

    private final Recording recording;
    private final Replay replay;
    private final AtomicLong nanos = new AtomicLong();
    private final RigSource source;
    private int next;

    /**
     * Prepares a recording, of which nothing is shown yet.
     *
     * @param recording the recording; tags that the plant does not have are left alone
     * @param plant id of the plant
     * @param table signals of the plant
     * @param failures told what a follower threw
     */
    public ReplaySource(Recording recording, String plant, SignalTable table, Consumer<RuntimeException> failures) {
        this.recording = recording;
        double timeout = Math.max(SHORTEST_TIMEOUT, STALE_PERIODS * period(recording));
        Map<String, Double> timeouts = new HashMap<>();
        for (PublishedTag tag : recording.tags()) {
            timeouts.put(tag.name(), timeout);
        }
        TagStore store = TagStore.of(timeouts, nanos::get);
        nanos.set(time(0));
        this.source = new RigSource(plant, Kind.RECORDED, table, store, nanos::get, failures);
        this.replay = new Replay(recording, new Replay.Settings(1, false, false), Replay.Sink.samples(store));
    }

    /** The median of the times between scans, s. */
    private static double period(Recording recording) {
        List<Long> steps = new ArrayList<>();
        for (int i = 1; i < recording.size(); i++) {
            steps.add(recording.time(i) - recording.time(i - 1));
        }
        if (steps.isEmpty()) {
            return LONE_PERIOD;
        }
        Collections.sort(steps);
        return steps.get(steps.size() / 2) / MILLIS;
    }

    private long time(int index) {
        return recording.time(index) * NANOS_PER_MS;
    }

    /**
     * Shows the next time of the recording and hands its frame on; for one thread.
     *
     * @return false when there is none
     */
    public boolean advance() {
        if (next >= recording.size()) {
            return false;
        }
        nanos.set(time(next));
        replay.step(recording.time(next), nanos.get());
        next++;
        source.scan();
        return true;
    }

    @Override
    public String plant() {
        return source.plant();
    }

    @Override
    public Kind kind() {
        return source.kind();
    }

    @Override
    public SignalTable signals() {
        return source.signals();
    }

    @Override
    public PlantFrame latest() {
        return source.latest();
    }

    @Override
    public Following follow(Consumer<PlantFrame> follower) {
        return source.follow(follower);
    }
}
