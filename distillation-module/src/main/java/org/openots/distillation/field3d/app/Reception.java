package org.openots.distillation.field3d.app;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.net.Call;
import org.openots.distillation.field3d.net.Snapshot;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.state.Defects;
import org.openots.distillation.field3d.state.EffectState;
import org.openots.distillation.field3d.state.People;
import org.openots.distillation.field3d.state.SnapshotBuffer;
import org.openots.distillation.field3d.state.Task;
import org.openots.distillation.field3d.state.Values;
import org.openots.distillation.field3d.ui.Hud;

/** What comes in from the station, as it stands. For one thread. */
final class Reception {
    /** A call of the board that somebody who comes in still hears, s of model time: the operator may be just starting the program. */
    private static final double STILL_NEWS = 120;

    private final Wire wire;
    private final SnapshotBuffer buffer = new SnapshotBuffer();
    private final Defects defects = new Defects(buffer);
    private final EffectState effects;
    private final People people = new People();
    private @Nullable Task task;
    private double remaining = Double.NaN;
    private double called = Double.NEGATIVE_INFINITY;
    private int horn;
    private boolean running;
    private boolean heard;

    Reception(Scene scene, Wire wire) {
        this.wire = wire;
        effects = new EffectState(scene);
    }

    /**
     * Takes what came in.
     *
     * @param now on the clock of the pictures, s
     * @param seconds since the last call
     * @param radio hears what the board says
     */
    void listen(double now, double seconds, Consumer<LocalText> radio) {
        for (Snapshot snapshot : wire.take()) {
            buffer.accept(snapshot.time(), now, snapshot.values(), snapshot.full());
            effects.accept(snapshot.effects());
            defects.accept(snapshot.defects());
            people.accept(snapshot.people());
            remaining = snapshot.brief().remaining();
            horn = snapshot.brief().horn();
            if (snapshot.full() || snapshot.brief().task().isPresent()) {
                task = snapshot.brief().task().orElse(null);
            }
            hear(snapshot, radio);
            running = snapshot.running();
            heard = true;
        }
        buffer.advance(now);
        effects.step(seconds);
        people.step(seconds);
    }

    /** A complete frame says again what was heard before it. */
    private void hear(Snapshot snapshot, Consumer<LocalText> radio) {
        // after a rewind the same time comes again
        called = Math.min(called, snapshot.time());
        for (Call call : snapshot.brief().calls()) {
            boolean fresh = !snapshot.full() || call.time() > Math.max(called, snapshot.time() - STILL_NEWS);
            if (fresh && call.board()) {
                radio.accept(call.text());
            }
        }
        called = snapshot.time();
    }

    /** What the station told of the signals. */
    SnapshotBuffer buffer() {
        return buffer;
    }

    /** The signals with the defects that are seen. */
    Values shown() {
        return defects;
    }

    EffectState effects() {
        return effects;
    }

    People people() {
        return people;
    }

    /** The task, null for none. */
    @Nullable
    Task task() {
        return task;
    }

    /** Model time left, s; NaN without a limit. */
    double remaining() {
        return remaining;
    }

    /** Priority of the alarm that sounds, 0 for none. */
    int horn() {
        return horn;
    }

    /** Whether operations make sense. */
    boolean live() {
        return running && !wire.state().phase().over();
    }

    Hud.Link link() {
        if (wire.replay().isPresent()) {
            return Hud.Link.REPLAY;
        }
        return switch (wire.state().phase()) {
            case CONNECTED -> heard && running ? Hud.Link.LIVE : heard ? Hud.Link.FROZEN : Hud.Link.CONNECTING;
            case CONNECTING -> heard ? Hud.Link.LOST : Hud.Link.CONNECTING;
            default -> Hud.Link.LOST;
        };
    }

    /** Model time, or, when the link is lost, how long it has been; s. */
    double seconds() {
        double time = link() == Hud.Link.LOST ? buffer.age() : buffer.stationTime();
        return Double.isNaN(time) ? 0 : time;
    }
}
