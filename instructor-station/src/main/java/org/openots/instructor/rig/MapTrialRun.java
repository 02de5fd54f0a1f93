package org.openots.instructor.rig;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.tag.IntakeReport.Seen;
import org.openots.dcs.tag.Notice;
import org.openots.dcs.trial.LiveTrial;
import org.openots.dcs.trial.MapTrial;
import org.openots.dcs.trial.SourceSummary;

/** A trial of a map that runs beside the requests; what it found so far may be asked for at any time. */
public final class MapTrialRun {
    /** What is shown is made anew so often while it runs, ns. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(400);

    private static final int END_SECONDS = 3;

    private final TagMap map;
    private final Duration length;
    private final Thread worker;
    private volatile Shown shown = new Shown(Phase.CONNECTING, Found.NOTHING, Optional.empty());
    private volatile boolean stopped;
    private volatile long listened;

    /** How far it is. */
    public enum Phase {
        /** There is no connection yet. */
        CONNECTING,
        /** It listens. */
        RUNNING,
        /** It listened to the end, or was told to end. */
        DONE,
        /** There was no connection. */
        FAILED
    }

    /**
     * What it found.
     *
     * @param results how each tag does, in the order of the map
     * @param findings what the messages say against the map
     * @param unmapped items that came and are not mapped
     * @param sources what came on each topic
     * @param notices messages that could not be read, clocks that are off
     */
    public record Found(
            List<MapTrial.TagResult> results,
            List<Finding> findings,
            List<Seen> unmapped,
            List<SourceSummary> sources,
            List<Notice> notices) {
        static final Found NOTHING = new Found(List.of(), List.of(), List.of(), List.of(), List.of());

        static Found of(MapTrial trial) {
            return new Found(trial.results(), trial.findings(), trial.unmapped(), trial.sources(), trial.notices());
        }
    }

    /**
     * What can be shown of it.
     *
     * @param phase how far it is
     * @param found what it found so far
     * @param problem why there is no connection, or what the link had to complain of
     */
    public record Shown(Phase phase, Found found, Optional<OtsException> problem) {}

    MapTrialRun(LiveTrial trial, TagMap map, Duration length) {
        this.map = map;
        this.length = length;
        this.worker = new Thread(() -> work(trial), "map-trial");
        worker.setDaemon(true);
        worker.start();
    }

    private void work(LiveTrial trial) {
        try {
            LiveTrial.Result result = trial.run(MapDesk.FILE, map, length, () -> stopped, this::show);
            shown = new Shown(Phase.DONE, Found.of(result.trial()), result.problem());
        } catch (OtsException e) {
            shown = new Shown(Phase.FAILED, shown.found(), Optional.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            shown = new Shown(Phase.DONE, shown.found(), Optional.empty());
        }
    }

    private void show(MapTrial trial, Duration since) {
        long nanos = since.toNanos();
        if (shown.phase() == Phase.CONNECTING || nanos - listened >= PAUSE) {
            listened = nanos;
            shown = new Shown(Phase.RUNNING, Found.of(trial), Optional.empty());
        }
    }

    /**
     * What it is at.
     *
     * @return what can be shown now
     */
    public Shown shown() {
        return shown;
    }

    /**
     * How long it has listened, as of what is shown.
     *
     * @return the time since the connection, at most {@link #length}
     */
    public Duration listened() {
        return shown.phase() == Phase.DONE ? length : Duration.ofNanos(listened);
    }

    /**
     * How long it listens.
     *
     * @return the time from the connection on
     */
    public Duration length() {
        return length;
    }

    /** Ends it; returns when its link is closed, or after 3 s. */
    void end() {
        stopped = true;
        try {
            worker.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
