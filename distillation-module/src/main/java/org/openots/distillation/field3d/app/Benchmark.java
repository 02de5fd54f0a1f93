package org.openots.distillation.field3d.app;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.openots.distillation.field3d.body.Controls;
import org.openots.distillation.field3d.gl.GlContext;
import org.openots.distillation.field3d.gl.NanoVgCanvas;
import org.openots.distillation.field3d.gl.Preset;
import org.openots.distillation.field3d.gl.Renderer;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.state.Frame;
import org.openots.distillation.field3d.ui.Measure;
import org.openots.distillation.field3d.ui.Picture;
import org.openots.distillation.field3d.ui.Screen;
import org.openots.distillation.field3d.ui.Settings;

/**
 * What pictures cost, off screen: drawn, from all views in turn; handed over with counts of zero, because a software renderer draws
 * on the same processor; and one triangle alone, to compare with. Beside it the player's step, the layout and the painting of the
 * panels.
 */
final class Benchmark {
    /** Pictures handed over after those that were drawn, so that their time is known to 1 %. */
    private static final int HANDED_OVER = 400;

    private static final int WARM = 100;
    private static final double MILLI = 1e-6;
    private static final double MEGA = 1 << 20;
    private static final double SIXTIETH = 1.0 / 60;

    /** Panels are laid out 15 times a second, pictures drawn 60 times. */
    private static final int LAYOUT_EVERY = 4;

    private final FieldScenes.Loaded loaded;
    private final EffectWords effects;
    private final LongSupplier wall;
    private final LongSupplier cpu;

    /**
     * Prepares one.
     *
     * @param loaded plant and scene
     * @param effects that go on
     * @param wall a clock that only goes forward, ns
     * @param cpu time the processor spent on this thread, ns
     */
    Benchmark(FieldScenes.Loaded loaded, EffectWords effects, LongSupplier wall, LongSupplier cpu) {
        this.loaded = loaded;
        this.effects = effects;
        this.wall = wall;
        this.cpu = cpu;
    }

    /**
     * What pictures cost.
     *
     * @param renderer graphics card or software
     * @param frames drawn
     * @param draws most draw calls of a picture
     * @param triangles most triangles of a picture, all passes
     * @param wall time of a picture, ms: on a software renderer the drawing itself
     * @param drawn processor time of this thread to draw a picture, median, ms
     * @param panels what the program spends beside
     * @param submit handing a picture over with counts of zero, median, ms
     * @param submitWorst the same, 99th percentile, ms
     * @param triangle the same for one triangle alone, median, ms
     * @param objectsBefore on the card before the pictures
     * @param objectsAfter on the card after them
     * @param heap used after a collection, MB
     */
    record Figures(
            String renderer,
            int frames,
            int draws,
            long triangles,
            double wall,
            double drawn,
            Beside panels,
            double submit,
            double submitWorst,
            double triangle,
            int objectsBefore,
            int objectsAfter,
            double heap) {
        /**
         * Processor time beside the picture, medians, ms.
         *
         * @param step of the player
         * @param layout of the panels, 15 times a second
         * @param paint of the panels when they have changed
         */
        record Beside(double step, double layout, double paint) {}

        /** What a picture of 60 a second costs the program: step, a quarter of a layout, handing over; ms. */
        double frame() {
            return panels.step() + panels.layout() / LAYOUT_EVERY + submit;
        }

        /** What one with a layout costs; ms. */
        double fullFrame() {
            return panels.step() + panels.layout() + submit;
        }

        /** The same as a multiple of one triangle alone. */
        double ratio() {
            return fullFrame() / triangle;
        }

        /** One line for people or for machines. */
        String line(String plant, FieldScenes.Loaded loaded, boolean json) {
            String form = json
                    ? "{\"plant\":\"%s\",\"renderer\":\"%s\",\"frames\":%d,\"draws\":%d,\"triangles\":%d,\"wallMs\":%.1f,"
                            + "\"drawnMs\":%.3f,\"submitMedianMs\":%.3f,\"submitP99Ms\":%.3f,\"triangleMs\":%.4f,"
                            + "\"stepMs\":%.3f,\"layoutMs\":%.3f,\"paintMs\":%.3f,\"frameMs\":%.3f,\"fullFrameMs\":%.3f,"
                            + "\"ratio\":%.1f,\"objectsBefore\":%d,\"objectsAfter\":%d,\"heapMB\":%.0f,\"loadMs\":%.0f,"
                            + "\"sceneMs\":%.0f}"
                    : "%s, %s, %d frames: %d draws, %d triangles, %.1f ms a frame, %.3f ms of this thread; handed over in"
                            + " %.3f ms median, %.3f ms p99, one triangle %.4f ms; step %.3f ms, layout %.3f ms, painting"
                            + " %.3f ms; %.3f ms a frame, %.3f ms one with a layout, %.1f times a triangle; objects on the"
                            + " card %d before, %d after; heap %.0f MB, loaded in %.0f ms, of it the scene %.0f ms";
            return form.formatted(
                    plant,
                    renderer,
                    frames,
                    draws,
                    triangles,
                    wall,
                    drawn,
                    submit,
                    submitWorst,
                    triangle,
                    panels.step(),
                    panels.layout(),
                    panels.paint(),
                    frame(),
                    fullFrame(),
                    ratio(),
                    objectsBefore,
                    objectsAfter,
                    heap,
                    loaded.millis(),
                    loaded.built());
        }
    }

    /**
     * Measures.
     *
     * @param frames drawn, after as many as there are views to warm up
     * @param size of the pictures
     * @param preset how much a picture may cost
     * @return the figures
     */
    Figures measure(int frames, PictureSize size, Preset preset) {
        Scene scene = loaded.scene();
        Still still = new Still(scene, Moment.rest(scene, effects), effects.weather(), cpu);
        List<Frame> views =
                scene.views().stream().map(view -> still.frame(view, 1)).toList();
        try (GlContext context = GlContext.offScreen();
                Renderer renderer = new Renderer(scene, null, preset, cpu);
                NanoVgCanvas canvas = new NanoVgCanvas()) {
            Panels panels = new Panels(canvas, size);
            panels.step();
            views.forEach(view -> renderer.draw(view, size.width(), size.height(), canvas));
            int objects = renderer.objects() + canvas.objects();
            int draws = 0;
            long triangles = 0;
            long[] drawn = new long[frames];
            long begin = wall.getAsLong();
            for (int i = 0; i < frames; i++) {
                renderer.draw(views.get(i % views.size()), size.width(), size.height(), canvas);
                drawn[i] = renderer.statistics().submitNanos();
                draws = Math.max(draws, renderer.statistics().draws());
                triangles = Math.max(triangles, renderer.statistics().triangles());
            }
            double each = (wall.getAsLong() - begin) * MILLI / frames;
            renderer.handOverOnly(true);
            long[] submit =
                    times(() -> renderer.draw(panels.next(views), size.width(), size.height(), canvas), renderer);
            long[] triangle = times(() -> renderer.drawBaseline(size.width(), size.height()), renderer);
            Figures.Beside beside = panels.measure();
            return new Figures(
                    context.renderer(),
                    frames,
                    draws,
                    triangles,
                    each,
                    at(drawn, 0.5),
                    beside,
                    at(submit, 0.5),
                    at(submit, 0.99),
                    at(triangle, 0.5),
                    objects,
                    renderer.objects() + canvas.objects(),
                    heap());
        }
    }

    private static long[] times(Runnable picture, Renderer renderer) {
        long[] times = new long[HANDED_OVER];
        for (int i = -WARM; i < times.length; i++) {
            picture.run();
            if (i >= 0) {
                times[i] = renderer.statistics().submitNanos();
            }
        }
        return times;
    }

    private static double at(long[] times, double share) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))] * MILLI;
    }

    private static double heap() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGA;
    }

    /** A player who stands at the gate, with the panels of one. */
    private final class Panels {
        private final Game game = new Game(loaded.scene(), loaded.field(), Wire.NONE, Player.VISITOR, Settings.DEFAULT);
        private final NanoVgCanvas canvas;
        private final PictureSize size;
        private final Screen screen;
        private final Measure measure;
        private Picture picture;
        private int turn;

        Panels(NanoVgCanvas canvas, PictureSize size) {
            this.canvas = canvas;
            this.size = size;
            measure = Measure.remembered(canvas::width);
            screen = Screen.of(size.width(), size.height(), 1);
            picture = game.layout(screen, measure);
        }

        Frame next(List<Frame> views) {
            return views.get(turn++ % views.size());
        }

        void step() {
            game.advance(SIXTIETH, Controls.NONE);
            picture = game.layout(screen, measure);
            canvas.paint(size.width(), size.height(), screen.scale(), picture::paint);
        }

        Figures.Beside measure() {
            long[] step = new long[HANDED_OVER];
            long[] layout = new long[HANDED_OVER];
            long[] paint = new long[HANDED_OVER];
            for (int i = -WARM; i < step.length; i++) {
                long begin = cpu.getAsLong();
                game.advance(SIXTIETH, Controls.NONE);
                long stepped = cpu.getAsLong();
                picture = game.layout(screen, measure);
                long laid = cpu.getAsLong();
                canvas.paint(size.width(), size.height(), screen.scale(), picture::paint);
                if (i >= 0) {
                    step[i] = stepped - begin;
                    layout[i] = laid - stepped;
                    paint[i] = cpu.getAsLong() - laid;
                }
            }
            return new Figures.Beside(at(step, 0.5), at(layout, 0.5), at(paint, 0.5));
        }
    }
}
