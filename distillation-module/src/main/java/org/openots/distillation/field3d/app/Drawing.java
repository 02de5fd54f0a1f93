package org.openots.distillation.field3d.app;

import static org.lwjgl.opengl.GL11.glFinish;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.gl.GlContext;
import org.openots.distillation.field3d.gl.NanoVgCanvas;
import org.openots.distillation.field3d.gl.Preset;
import org.openots.distillation.field3d.gl.PresetChoice;
import org.openots.distillation.field3d.gl.PresetMemory;
import org.openots.distillation.field3d.gl.Relayout;
import org.openots.distillation.field3d.gl.Renderer;
import org.openots.distillation.field3d.gl.Repaint;
import org.openots.distillation.field3d.gl.Worker;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.model.Person;
import org.openots.distillation.field3d.state.Quality;
import org.openots.distillation.field3d.ui.Hud;
import org.openots.distillation.field3d.ui.Measure;
import org.openots.distillation.field3d.ui.Picture;
import org.openots.distillation.field3d.ui.Screen;

/**
 * Draws the game, and finds out how much a picture may cost: what the player chose, else what is remembered of this card, else by
 * measuring the first pictures.
 */
final class Drawing implements AutoCloseable {
    private static final LocalText SLOW = new LocalText(
            "本机没有可用的显卡加速或显卡太慢，画面会不流畅。可在菜单（Esc）中打开二维现场页面，操作和评分相同。",
            "There is no graphics card here that is fast enough. The menu (Esc) opens the 2D field page: same operations, same"
                    + " score.");

    private final Scene scene;
    private final LongSupplier nanos;
    private final boolean software;
    private final PresetMemory memory;
    private final Worker worker = new Worker(Person.figure(), Person.JOINTS);
    private final NanoVgCanvas canvas = new NanoVgCanvas();
    private final Measure measure = Measure.remembered(canvas::width);
    private final Relayout relayout = new Relayout();
    private final Repaint repaint = new Repaint();
    private @Nullable PresetChoice measuring;
    private Optional<Quality> wanted;
    private Renderer renderer;
    private float scale = 1;

    /**
     * Loads the scene onto the card.
     *
     * @param context to draw in, current on this thread
     * @param scene of the plant
     * @param wanted quality; empty to be found out
     * @param folder in which the quality is remembered
     * @param nanos a clock that only goes forward, ns
     */
    Drawing(GlContext context, Scene scene, Optional<Quality> wanted, Path folder, LongSupplier nanos) {
        this.scene = scene;
        this.nanos = nanos;
        this.wanted = wanted;
        software = context.software();
        memory = new PresetMemory(folder.resolve("field-preset.json"), context.renderer());
        renderer = load(begin());
    }

    private Renderer load(Quality quality) {
        return new Renderer(scene, worker, Preset.of(quality), nanos);
    }

    /** The quality to begin with; begins to measure when nothing is known. */
    private Quality begin() {
        measuring = null;
        if (wanted.isPresent()) {
            return wanted.get();
        }
        if (software) {
            return Quality.LOW;
        }
        Optional<Quality> known = recall();
        if (known.isEmpty()) {
            measuring = new PresetChoice();
        }
        return known.orElse(Quality.MEDIUM);
    }

    private Optional<Quality> recall() {
        try {
            return memory.recall();
        } catch (OtsException e) {
            return Optional.empty(); // it is measured again, and the mistake is told when it cannot be written either
        }
    }

    /** What people are to know about the speed of this computer. */
    Optional<LocalText> notice() {
        return software ? Optional.of(SLOW) : Optional.empty();
    }

    /** Another wish of the player: the scene is loaded anew if it changes. */
    void want(Optional<Quality> quality) {
        if (!quality.equals(wanted)) {
            wanted = quality;
            renderer.close();
            renderer = load(begin());
        }
    }

    /** Lays the panels out for a picture of a size, px; enough for who only wants to press something. */
    Picture layout(Game game, int width, int height) {
        Screen screen = Screen.of(width, height, game.ui().settings().scale());
        scale = screen.scale();
        return game.layout(screen, measure);
    }

    /** Draws a picture with its panels. */
    Renderer draw(Game game, int width, int height) {
        long begin = nanos.getAsLong();
        if (relayout.due(begin * 1e-9, game.ui(), game.pointing(), width, height)) {
            Picture panels = layout(game, width, height);
            if (repaint.due(List.of(panels, width, height, scale))) {
                canvas.paint(width, height, scale, panels::paint);
            }
        }
        renderer.draw(game.frame(game.ui().settings().weather()), width, height, canvas);
        PresetChoice choice = measuring;
        if (choice != null) {
            glFinish();
            choice.add((nanos.getAsLong() - begin) * 1e-6).ifPresent(result -> chosen(result, game));
        }
        return renderer;
    }

    private void chosen(PresetChoice.Result result, Game game) {
        measuring = null;
        try {
            memory.remember(result.level());
        } catch (OtsException e) {
            game.dispatch().say(Hud.Mood.CAUTION, Dispatch.words(e));
        }
        if (result.level() != Quality.MEDIUM) {
            Renderer before = renderer;
            renderer = load(result.level());
            renderer.draw(game.frame(game.ui().settings().weather()), 16, 16, null);
            before.close();
        }
        if (result.tooSlow()) {
            game.dispatch().say(Hud.Mood.CAUTION, SLOW);
        }
    }

    /** Pixels of the picture for one of the panels, in the last picture. */
    float scale() {
        return scale;
    }

    @Override
    public void close() {
        renderer.close();
        canvas.close();
    }
}
