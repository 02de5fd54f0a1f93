package org.openots.instructor.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openots.common.error.OtsException;
import org.openots.instructor.session.RunView;
import org.openots.instructor.session.SessionHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that pushes frames: runs at 2 Hz, the class wall at 1 Hz. */
final class Broadcaster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Broadcaster.class);
    private static final long PERIOD_MILLIS = 500;
    /** Rounds between two class walls: 1 s. */
    private static final int WALL_ROUNDS = 2;
    /** Rounds between two samples of all scores: 10 s, enough for the small curve on a tile. */
    private static final int SCORE_ROUNDS = 20;

    private static final int NORMAL_CLOSE = 1000;

    private final SessionHost host;
    private final Seats seats;
    private final ClassWall wall;
    private final Map<String, RunFrames> frames = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "broadcaster");
        thread.setDaemon(true);
        return thread;
    });
    private long round;

    Broadcaster(SessionHost host, Seats seats, ClassWall wall) {
        this.host = host;
        this.seats = seats;
        this.wall = wall;
    }

    void start() {
        var unused = timer.scheduleAtFixedRate(this::guardedRound, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void guardedRound() {
        try {
            round();
        } catch (RuntimeException e) {
            LOG.error("a round of frames failed", e);
        }
    }

    private void round() {
        round++;
        List<String> topics = seats.topics();
        frames.keySet().retainAll(topics);
        for (String topic : topics) {
            boolean run =
                    !topic.equals(Seats.CLASS) && !topic.startsWith(FieldSockets.TOPIC) && !ExamSockets.owns(topic);
            if (run) {
                pushRun(topic);
            }
        }
        if (round % SCORE_ROUNDS == 0) {
            wall.sample();
        }
        List<SeatChannel> watchers = seats.of(Seats.CLASS);
        if (round % WALL_ROUNDS == 0 && !watchers.isEmpty()) {
            String text = Json.write(wall.build());
            watchers.forEach(channel -> channel.offer(text, round));
        }
    }

    private void pushRun(String run) {
        RunView view;
        try {
            view = host.observe(run);
        } catch (OtsException e) {
            // closed meanwhile: say so and let the sockets go
            RunFrames known = frames.remove(run);
            String last = (known == null ? new RunFrames() : known).closing();
            seats.of(run).forEach(channel -> {
                channel.offer(last, SeatChannel.NOTHING);
                channel.close(NORMAL_CLOSE, "run closed");
            });
            return;
        }
        RunFrames runFrames = frames.computeIfAbsent(run, key -> new RunFrames());
        runFrames.next(view);
        for (SeatChannel channel : seats.of(run)) {
            if (channel.free()) {
                Audience audience = Audience.of(channel.person().role());
                channel.offer(runFrames.frame(audience, channel.lastFrame()), runFrames.number());
            }
        }
    }
}
