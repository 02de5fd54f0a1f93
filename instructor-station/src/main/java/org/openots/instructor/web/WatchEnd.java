package org.openots.instructor.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.openots.instructor.rig.RigWatch;
import org.openots.instructor.session.Answers;
import org.openots.instructor.session.RunView;
import org.openots.instructor.session.SessionHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes the run in which everybody watches the rig some time after the last one left, so that no journal grows unread. */
final class WatchEnd {
    private static final Logger LOG = LoggerFactory.getLogger(WatchEnd.class);

    private final SessionHost host;
    private final Seats seats;
    private final Executor later;
    /** How often a run was asked for or left; an end that was planned before the last time does not come. */
    private final Map<String, Long> times = new ConcurrentHashMap<>();

    WatchEnd(SessionHost host, Seats seats, Duration idle) {
        this.host = host;
        this.seats = seats;
        this.later = CompletableFuture.delayedExecutor(idle.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A window that showed a run was closed, or somebody asked for the run and has none yet. */
    void left(String run) {
        if (watches(run)) {
            long mine = times.merge(run, 1L, Long::sum);
            later.execute(() -> end(run, mine));
        }
    }

    private void end(String run, long mine) {
        if (watches(run) && seats.of(run).isEmpty() && times.remove(run, mine)) {
            try {
                Answers.await(host.close(run, RigWatch.OWNER));
            } catch (RuntimeException e) {
                LOG.warn("run {} that nobody watches cannot be closed", run, e);
            }
        }
    }

    private boolean watches(String run) {
        return host.open().stream()
                .map(RunView::spec)
                .anyMatch(spec -> spec.id().equals(run) && spec.owner().equals(RigWatch.OWNER));
    }
}
