package org.openots.dcs.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.openots.dcs.publish.Encoder;
import org.openots.dcs.publish.Message;
import org.openots.dcs.publish.Outlet;
import org.openots.dcs.publish.Scan;
import org.openots.dcs.replay.Recording;
import org.openots.dcs.replay.Replay;

/** A replay whose clock is the wall clock, from the first connection on: a file loses nothing to a broker that is not there yet. */
public final class LiveReplay implements LiveSource {
    private static final long NANOS_PER_MS = 1_000_000;
    /** Time between two looks for the first connection, ns. */
    private static final long FIRST_LOOK = 20 * NANOS_PER_MS;

    private final Recording recording;
    private final Replay replay;
    private final Encoder encoder;
    private final Outlet outlet;
    private final long begun;
    private final boolean shifted;
    private Scan last;
    private boolean joined;

    /**
     * Prepares it.
     *
     * @param recording what is played
     * @param settings how
     * @param encoder the dialect
     * @param outlet the queue of the gateway
     * @param begun when it begins, UTC in ms
     */
    public LiveReplay(Recording recording, Replay.Settings settings, Encoder encoder, Outlet outlet, long begun) {
        this.recording = recording;
        this.encoder = encoder;
        this.outlet = outlet;
        this.begun = begun;
        this.shifted = settings.shifted();
        this.last = recording.scan(0).at(shifted ? begun : recording.time(0));
        Replay.Sink messages = Replay.Sink.messages(encoder, outlet);
        this.replay = new Replay(recording, settings, (scan, wallMs, nanos) -> {
            last = scan;
            messages.accept(scan, wallMs, nanos);
        });
    }

    @Override
    public Optional<Message> will() {
        return encoder.will(last.time());
    }

    @Override
    public List<String> subscriptions() {
        return encoder.subscriptions();
    }

    @Override
    public void connected() {
        joined = true;
        encoder.begin(last).forEach(outlet::publish);
    }

    @Override
    public void received(Message message) {
        if (encoder.asksForBirth(message)) {
            connected();
        }
    }

    @Override
    public OptionalLong publishDue(long elapsed) {
        if (!joined) {
            return OptionalLong.of(elapsed + FIRST_LOOK);
        }
        OptionalLong wait = replay.poll(begun + elapsed / NANOS_PER_MS, elapsed);
        return wait.isPresent() ? OptionalLong.of(elapsed + wait.getAsLong()) : OptionalLong.empty();
    }

    @Override
    public void disconnecting() {
        long end = shifted ? last.time() : recording.time(recording.size() - 1);
        encoder.end(end).forEach(outlet::publish);
    }
}
