package org.openots.distillation.field3d.app;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import org.joml.Vector3f;
import org.openots.distillation.field3d.gl.GlContext;
import org.openots.distillation.field3d.gl.Preset;
import org.openots.distillation.field3d.gl.Renderer;
import org.openots.distillation.field3d.scene.Motion;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.state.Camera;
import org.openots.distillation.field3d.state.EffectState;
import org.openots.distillation.field3d.state.Frame;
import org.openots.distillation.field3d.state.MotionState;
import org.openots.distillation.field3d.state.Values;

/** Draws one picture of a scene off screen. */
final class Still {
    /** Effects are shown as they are after this time, s: they have grown to their size. */
    private static final double GROWN = 12;

    private static final double STEP = 0.25;
    private static final float FIELD_OF_VIEW = (float) Math.toRadians(62);

    private final Scene scene;
    private final EffectWords effects;
    private final LongSupplier nanos;

    Still(Scene scene, EffectWords effects, LongSupplier nanos) {
        this.scene = scene;
        this.effects = effects;
        this.nanos = nanos;
    }

    /** The frame at a view, with the plant at rest: every signal is where the middle of its motion puts it. */
    Frame frame(View view, double seconds) {
        EffectState state = new EffectState(scene);
        state.accept(effects.effects());
        for (double t = 0; t < GROWN; t += STEP) {
            state.step(STEP);
        }
        return new Frame(
                seconds,
                camera(view),
                new MotionState(scene.motions()).step(0, rest()),
                -1,
                -1,
                state.plumes(),
                state.pools(),
                List.of(),
                effects.weather());
    }

    private Values rest() {
        return signal -> scene.motions().stream()
                .filter(motion -> motion.signal().equals(signal))
                .findFirst()
                .map(Still::middle)
                .orElse(Double.NaN);
    }

    private static double middle(Motion motion) {
        return motion.kind() == Motion.Kind.SHOWN ? motion.low() : (motion.low() + motion.high()) / 2;
    }

    static Camera camera(View view) {
        Vector3f way = new Vector3f(view.target()).sub(view.eye());
        double flat = Math.sqrt(way.x * way.x + way.z * way.z);
        return new Camera(
                view.eye(),
                (float) StrictMath.atan2(-way.x, -way.z),
                (float) StrictMath.atan2(way.y, flat),
                FIELD_OF_VIEW);
    }

    /**
     * Draws one picture.
     *
     * @return what it cost, for people
     */
    String draw(View view, PictureSize size, Preset preset, Path file) {
        try (GlContext context = GlContext.offScreen();
                Renderer renderer = new Renderer(scene, null, preset, nanos)) {
            renderer.draw(frame(view, 1), size.width(), size.height(), null);
            renderer.capture().write(file);
            return "%s, %s: %d draws, %d triangles"
                    .formatted(
                            context.route(),
                            context.renderer(),
                            renderer.statistics().draws(),
                            renderer.statistics().triangles());
        }
    }
}
