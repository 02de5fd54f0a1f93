package org.openots.distillation.field3d.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.openots.common.error.OtsException;
import org.openots.distillation.field3d.body.Controls;
import org.openots.distillation.field3d.gl.GlContext;
import org.openots.distillation.field3d.gl.GlError;
import org.openots.distillation.field3d.state.Quality;
import org.openots.distillation.field3d.state.Weather;
import org.openots.distillation.field3d.ui.Hud;
import org.openots.distillation.field3d.ui.Settings;

/** Plays in a window, or off screen for a robot, from the first picture to the last. */
final class FieldPlay {
    /** Between two drives off screen, ns: as a screen of 120 Hz. */
    private static final long REST_NANOS = 8_000_000;

    private final FieldScenes.Loaded loaded;
    private final Wire wire;
    private final Player player;
    private final Wish wish;
    private final Path folder = ConfigFolder.here();
    private final SettingsFile file = new SettingsFile(folder);

    /**
     * What is asked for on the command line.
     *
     * @param size of the picture
     * @param weather light and weather
     * @param quality of the picture; empty for that of the settings
     * @param english whether English is wanted, whatever the settings say
     * @param offScreen without a window
     */
    record Wish(PictureSize size, Weather weather, Optional<Quality> quality, boolean english, boolean offScreen) {}

    FieldPlay(FieldScenes.Loaded loaded, Wire wire, Player player, Wish wish) {
        this.loaded = loaded;
        this.wire = wire;
        this.player = player;
        this.wish = wish;
    }

    /**
     * Plays.
     *
     * @param hand who plays the game
     * @param err for what people are to know when nothing can be drawn
     * @return exit code of the program: 0, or 3 if this computer cannot draw
     */
    int play(Function<Game, Hand> hand, PrintWriter err) {
        SettingsFile.Read kept = file.read();
        Settings settings = kept.settings().orElse(Settings.DEFAULT);
        Weather sky = wish.weather();
        Game game = new Game(
                loaded.scene(),
                loaded.field(),
                wire,
                player,
                settings.withEnglish(wish.english() || settings.english())
                        .withNight(sky.night() > 0 || settings.night())
                        .withRain(sky.rain() > 0 || settings.rain()));
        kept.notice().ifPresent(text -> game.dispatch().say(Hud.Mood.CAUTION, text));
        Hand plays = hand.apply(game);
        try {
            if (wish.offScreen()) {
                offScreen(game, plays);
            } else {
                inWindow(game, plays);
            }
            return 0;
        } catch (OtsException e) {
            if (e.errorCode() instanceof GlError) {
                return new FlatWay(PageOpener.here(), err).after(e, wire.page());
            }
            throw e;
        }
    }

    private Drawing drawing(GlContext context, Game game) {
        Optional<Quality> quality = wish.quality().isPresent()
                ? wish.quality()
                : game.ui().settings().quality();
        return new Drawing(context, loaded.scene(), quality, folder, System::nanoTime);
    }

    private void inWindow(Game game, Hand hand) {
        try (GlContext context = FieldWindow.open(wish.size());
                Drawing drawing = drawing(context, game);
                FieldWindow window = new FieldWindow(context, drawing, game, System::nanoTime)) {
            window.run(hand, new Comfort(wire, file, PageOpener.here()));
        }
    }

    private void offScreen(Game game, Hand hand) {
        int width = wish.size().width();
        int height = wish.size().height();
        try (GlContext context = GlContext.offScreen();
                Drawing drawing = drawing(context, game)) {
            long last = System.nanoTime();
            while (!hand.over()) {
                long time = System.nanoTime();
                hand.drive(game, (time - last) * 1e-9, Controls.NONE);
                last = time;
                if (hand.wantsPicture()) {
                    hand.drawn(drawing.draw(game, width, height)::capture);
                } else {
                    drawing.layout(game, width, height);
                    LockSupport.parkNanos(REST_NANOS);
                }
            }
        }
    }
}
