package org.openots.distillation.field3d.app;

import java.nio.file.Path;
import java.util.List;
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

/** Draws a scene off screen: one picture, or many to learn what they cost. */
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

    /**
     * Draws many pictures from all views in turn.
     *
     * @param frames how many are measured, after as many views as there are to warm up
     * @return the figures
     */
    Figures measure(int frames, PictureSize size, Preset preset) {
        try (GlContext context = GlContext.offScreen();
                Renderer renderer = new Renderer(scene, null, preset, nanos)) {
            List<Frame> views =
                    scene.views().stream().map(view -> frame(view, 1)).toList();
            views.forEach(view -> renderer.draw(view, size.width(), size.height(), null));
            int objects = renderer.objects();
            int draws = 0;
            long triangles = 0;
            long[] submit = new long[frames];
            long begin = nanos.getAsLong();
            for (int i = 0; i < frames; i++) {
                renderer.draw(views.get(i % views.size()), size.width(), size.height(), null);
                submit[i] = renderer.statistics().submitNanos();
                draws = Math.max(draws, renderer.statistics().draws());
                triangles = Math.max(triangles, renderer.statistics().triangles());
            }
            double seconds = (nanos.getAsLong() - begin) * 1e-9;
            java.util.Arrays.sort(submit);
            return new Figures(
                    context.renderer(),
                    frames,
                    draws,
                    triangles,
                    submit[frames / 2] * 1e-6,
                    submit[Math.max(0, frames * 99 / 100 - 1)] * 1e-6,
                    seconds / frames * 1e3,
                    renderer.objects() - objects);
        }
    }

    /**
     * What pictures cost.
     *
     * @param renderer graphics card or software
     * @param frames measured
     * @param draws most draw calls of a picture
     * @param triangles most triangles of a picture, all passes
     * @param submitMedian time to hand a picture over, median, ms
     * @param submitWorst the same, 99th percentile, ms
     * @param wall time between pictures, ms: on a software renderer the drawing itself
     * @param growth objects on the card that were added while measuring
     */
    record Figures(
            String renderer,
            int frames,
            int draws,
            long triangles,
            double submitMedian,
            double submitWorst,
            double wall,
            int growth) {}
}
