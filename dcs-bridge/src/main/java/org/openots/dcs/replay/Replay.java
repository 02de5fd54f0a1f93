package org.openots.dcs.replay;

import java.util.OptionalLong;
import org.openots.common.error.OtsException;
import org.openots.dcs.publish.Encoder;
import org.openots.dcs.publish.Outlet;
import org.openots.dcs.publish.Reading;
import org.openots.dcs.publish.Scan;
import org.openots.dcs.tag.SampleSink;
import org.openots.dcs.value.Sample;

/**
 * Plays a recording. Somebody calls {@link #poll} again and again and tells the time; everything else can be called by
 * other threads meanwhile.
 */
public final class Replay {
    /** Slowest and fastest. */
    private static final double SLOWEST = 0.1;

    private static final double FASTEST = 1000;
    private static final double NANOS_PER_MS = 1e6;
    /** Period of a recording of one scan, ms. */
    private static final double LONE_PERIOD = 1000;

    private final Recording recording;
    private final Sink sink;
    private final boolean shifted;
    private final boolean loop;
    private double speed;
    private boolean playing;
    private int next;
    /** Where time was last tied to the recording; invalid after every change. */
    private boolean anchored;

    private long anchorNanos;
    private long anchorWall;
    private long anchorTime;

    /** Takes what is played. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes a scan.
         *
         * @param scan the scan, with the times it is to have
         * @param wallMs now, UTC in ms
         * @param nanos now by the monotonic clock, ns
         */
        void accept(Scan scan, long wallMs, long nanos);

        /**
         * Publishes it in a dialect.
         *
         * @param encoder the dialect
         * @param outlet where messages go
         * @return the sink
         */
        static Sink messages(Encoder encoder, Outlet outlet) {
            return (scan, wallMs, nanos) -> encoder.encode(scan).forEach(outlet::publish);
        }

        /**
         * Hands it on as samples.
         *
         * @param samples takes them
         * @return the sink
         */
        static Sink samples(SampleSink samples) {
            return (scan, wallMs, nanos) -> {
                for (Reading reading : scan.readings()) {
                    samples.accept(
                            reading.tag(),
                            new Sample(
                                    reading.value(), reading.quality(), OptionalLong.of(reading.time()), wallMs, nanos),
                            false);
                }
            };
        }
    }

    /**
     * How a recording is played.
     *
     * @param speed 0.1 to 1000 times as fast as it was
     * @param loop whether it begins again at its end
     * @param shifted whether its times become those at which it is played
     */
    public record Settings(double speed, boolean loop, boolean shifted) {}

    /**
     * Prepares a replay, which plays at once.
     *
     * @param recording what is played
     * @param settings how
     * @param sink takes it
     * @throws OtsException if the speed is out of its range
     */
    public Replay(Recording recording, Settings settings, Sink sink) {
        this.recording = recording;
        this.sink = sink;
        this.shifted = settings.shifted();
        this.loop = settings.loop();
        this.speed = checked(settings.speed());
        this.playing = true;
    }

    private static double checked(double speed) {
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw new OtsException(ReplayError.SPEED, speed);
        }
        return speed;
    }

    /**
     * Hands on all that is due.
     *
     * @param wallMs now, UTC in ms
     * @param nanos now by the monotonic clock, ns
     * @return time until something is due, ns; empty when nothing comes: at the end, or while it stands
     */
    public synchronized OptionalLong poll(long wallMs, long nanos) {
        while (playing && !ended()) {
            anchor(wallMs, nanos);
            long due = due();
            if (due > nanos) {
                return OptionalLong.of(due - nanos);
            }
            hand(wallMs, nanos);
        }
        return OptionalLong.empty();
    }

    private long due() {
        return anchorNanos + Math.round((recording.time(next) - anchorTime) * NANOS_PER_MS / speed);
    }

    private void anchor(long wallMs, long nanos) {
        if (!anchored) {
            anchored = true;
            anchorNanos = nanos;
            anchorWall = wallMs;
            anchorTime = recording.time(next);
        }
    }

    private void hand(long wallMs, long nanos) {
        Scan scan = recording.scan(next);
        long played = anchorWall + Math.round((scan.time() - anchorTime) / speed);
        long due = due();
        next++;
        if (loop && next == recording.size()) {
            beginAgain(due, played);
        }
        sink.accept(shifted ? scan.at(played) : scan, wallMs, nanos);
    }

    /** The first scan comes after the last one as one scan comes after another. */
    private void beginAgain(long due, long played) {
        int last = recording.size() - 1;
        double period = last == 0 ? LONE_PERIOD : (recording.time(last) - recording.time(0)) / (double) last;
        next = 0;
        anchorNanos = due + Math.round(period * NANOS_PER_MS / speed);
        anchorWall = played + Math.round(period / speed);
        anchorTime = recording.time(0);
    }

    /**
     * Stops and hands on the next scan.
     *
     * @param wallMs now, UTC in ms
     * @param nanos now by the monotonic clock, ns
     * @return false at the end
     */
    public synchronized boolean step(long wallMs, long nanos) {
        playing = false;
        if (ended()) {
            return false;
        }
        anchored = false;
        anchor(wallMs, nanos);
        hand(wallMs, nanos);
        return true;
    }

    /**
     * Whether all was played.
     *
     * @return true at the end; never in a loop
     */
    public synchronized boolean ended() {
        return next >= recording.size();
    }

    /**
     * Plays on or stands.
     *
     * @param on whether it plays
     */
    public synchronized void play(boolean on) {
        playing = on;
        anchored = false;
    }

    /**
     * Plays faster or slower from here on.
     *
     * @param factor 0.1 to 1000
     * @throws OtsException if it is out of this range
     */
    public synchronized void speed(double factor) {
        speed = checked(factor);
        anchored = false;
    }

    /**
     * Goes to another time of the recording.
     *
     * @param time UTC in ms; the next scan is the first that is not before it
     */
    public synchronized void seek(long time) {
        next = recording.find(time);
        anchored = false;
    }

    /**
     * Where it is.
     *
     * @return time of the next scan, UTC in ms; of the last one at the end
     */
    public synchronized long position() {
        return recording.time(Math.min(next, recording.size() - 1));
    }
}
