package org.openots.distillation.field3d.app;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.ui.Act;
import org.openots.distillation.field3d.ui.Hud;
import org.openots.distillation.field3d.ui.Settings;

/** What the program does for the player beside the plant: keeps settings, opens the page in the browser, connects again. */
final class Comfort {
    private static final LocalText ALONE =
            new LocalText("没有连接教师机，没有可打开的二维现场页面", "no station is connected, so there is no 2D page to open");

    private final Wire wire;
    private final SettingsFile file;
    private final PageOpener opener;
    private @Nullable Settings kept;

    Comfort(Wire wire, SettingsFile file, PageOpener opener) {
        this.wire = wire;
        this.file = file;
        this.opener = opener;
    }

    /**
     * Does what the player asked for.
     *
     * @return whether the program is to end
     */
    boolean serve(Game game) {
        boolean quit = false;
        for (Act.Command command : game.commands()) {
            switch (command) {
                case OPEN_2D -> open(game);
                case RECONNECT -> wire.again();
                default -> quit = true;
            }
        }
        keep(game);
        return quit;
    }

    private void open(Game game) {
        Optional<URI> page = wire.page();
        if (page.isEmpty()) {
            game.dispatch().say(Hud.Mood.NEWS, ALONE);
        } else if (opener.open(page.get())) {
            game.dispatch()
                    .say(
                            Hud.Mood.GOOD,
                            new LocalText("已在浏览器中打开 " + page.get(), "opened in the browser: " + page.get()));
        } else {
            game.dispatch()
                    .say(
                            Hud.Mood.CAUTION,
                            new LocalText("请在浏览器中打开 " + page.get(), "please open in a browser: " + page.get()));
        }
    }

    private void keep(Game game) {
        Settings now = game.ui().settings();
        Settings before = kept;
        kept = now;
        if (before == null || before.equals(now)) {
            return;
        }
        try {
            file.write(now);
        } catch (OtsException e) {
            game.dispatch().say(Hud.Mood.CAUTION, Dispatch.words(e));
        }
    }
}
