package org.openots.distillation.field3d.app;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.joml.Vector3f;
import org.openots.distillation.field3d.gl.GlContext;
import org.openots.distillation.field3d.gl.Preset;
import org.openots.distillation.field3d.gl.Renderer;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.state.Camera;
import org.openots.distillation.field3d.state.EffectState;
import org.openots.distillation.field3d.state.Frame;
import org.openots.distillation.field3d.state.MotionState;
import org.openots.distillation.field3d.state.Weather;

/** Draws one picture of a scene off screen. */
final class Still {
    /** Effects are shown as they are after this time, s: they have grown to their size. */
    private static final double GROWN = 12;

    private static final double STEP = 0.25;
    private static final float FIELD_OF_VIEW = (float) Math.toRadians(62);

    private final Scene scene;
    private final Moment moment;
    private final Weather weather;
    private final LongSupplier nanos;

    Still(Scene scene, Moment moment, Weather weather, LongSupplier nanos) {
        this.scene = scene;
        this.moment = moment;
        this.weather = weather;
        this.nanos = nanos;
    }

    /** The frame at a view. */
    Frame frame(View view, double seconds) {
        EffectState state = new EffectState(scene);
        state.accept(moment.effects());
        for (double t = 0; t < GROWN; t += STEP) {
            state.step(STEP);
        }
        MotionState motion = new MotionState(scene.motions());
        return new Frame(
                seconds,
                camera(view),
                motion.step(seconds, moment.values()),
                -1,
                -1,
                state.plumes(),
                state.pools(),
                moment.people(),
                weather);
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
