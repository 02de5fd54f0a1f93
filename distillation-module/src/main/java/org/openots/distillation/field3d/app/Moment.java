package org.openots.distillation.field3d.app;

import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.openots.common.error.OtsException;
import org.openots.distillation.field3d.net.FieldLink;
import org.openots.distillation.field3d.net.LinkState;
import org.openots.distillation.field3d.net.Snapshot;
import org.openots.distillation.field3d.scene.Defect;
import org.openots.distillation.field3d.scene.Motion;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.state.Camera;
import org.openots.distillation.field3d.state.Defects;
import org.openots.distillation.field3d.state.Effect;
import org.openots.distillation.field3d.state.Figure;
import org.openots.distillation.field3d.state.People;
import org.openots.distillation.field3d.state.SnapshotBuffer;
import org.openots.distillation.field3d.state.Values;

/**
 * What a still picture shows of a plant.
 *
 * @param time model time, s
 * @param values by signal
 * @param effects leaks, pools, flames
 * @param people who else is there
 */
record Moment(double time, Values values, List<Effect> effects, List<Figure> people) {
    /** The station makes five frames a second; after so many it has heard where one stands and shows what is seen from there. */
    private static final int FRAMES = 6;

    /** Time for the first frames of a station that is busy, s. */
    private static final double PATIENCE = 30;

    private static final long PAUSE_MILLIS = 50;

    /** The plant at rest: every signal is where the middle of its motion puts it. */
    static Moment rest(Scene scene, EffectWords words) {
        for (Defect defect : words.defects()) {
            if (scene.motions().stream().noneMatch(one -> one.signal().equals(defect.signal()))) {
                throw new OtsException(AppError.EFFECT, defect.point() + "=" + defect.kind());
            }
        }
        Defects values = new Defects(signal -> scene.motions().stream()
                .filter(motion -> motion.signal().equals(signal))
                .findFirst()
                .map(Moment::middle)
                .orElse(Double.NaN));
        values.accept(words.defects());
        return new Moment(0, values, words.effects(), List.of());
    }

    private static double middle(Motion motion) {
        return motion.kind() == Motion.Kind.SHOWN ? motion.low() : (motion.low() + motion.high()) / 2;
    }

    /**
     * An instant of a recorded run, with everybody who was there.
     *
     * @param replay of the recording
     * @param at model time, s; as near as there is
     */
    static Moment of(Replay replay, double at) {
        replay.leap(at);
        if (replay.eye().isPresent()) {
            replay.key(GameKey.EYES);
        }
        Snapshot then = replay.take().get(0);
        People people = new People();
        people.accept(then.people());
        Defects values = new Defects(signal -> then.values().getOrDefault(signal, Double.NaN));
        values.accept(then.defects());
        return new Moment(then.time(), values, then.effects(), people.figures());
    }

    /**
     * The run of a station as somebody sees it who stands at a view.
     *
     * @param link to the station
     * @param eye where he stands and looks
     * @param nanos clock for the waiting
     * @throws OtsException if nothing comes
     */
    static Moment live(FieldLink link, Camera eye, LongSupplier nanos) {
        SnapshotBuffer buffer = new SnapshotBuffer();
        Defects defects = new Defects(buffer::told);
        People people = new People();
        List<Effect> effects = List.of();
        int heard = 0;
        boolean told = false;
        long begin = nanos.getAsLong();
        while (heard < FRAMES) {
            double waited = (nanos.getAsLong() - begin) * 1e-9;
            if (waited > PATIENCE || link.state().phase().over()) {
                throw new OtsException(
                        AppError.NO_FRAMES, Math.round(waited), link.state().text());
            }
            // frames that came while the scene was built do not know where one stands
            boolean counts = told;
            told = link.state().phase() == LinkState.Phase.CONNECTED;
            link.stand(eye.eye(), eye.yaw(), eye.pitch());
            for (Snapshot snapshot : link.take()) {
                buffer.accept(snapshot.time(), waited, snapshot.values(), snapshot.full());
                people.accept(snapshot.people());
                effects = snapshot.effects();
                defects.accept(snapshot.defects());
                heard += counts ? 1 : 0;
            }
            pause();
        }
        return new Moment(buffer.stationTime(), defects, effects, people.figures());
    }

    /** What it is, for people. */
    String words() {
        return String.format(Locale.ROOT, "%.1f s, %d effects, %d people", time, effects.size(), people.size());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OtsException(AppError.NO_FRAMES, 0, "interrupted");
        }
    }
}
