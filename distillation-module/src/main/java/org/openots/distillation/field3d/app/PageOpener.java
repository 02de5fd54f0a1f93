package org.openots.distillation.field3d.app;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Opens a page in the browser that the computer opens pages with. */
final class PageOpener {
    private final String system;
    private final Predicate<List<String>> launcher;
    private final Predicate<URI> otherwise;

    /**
     * An opener.
     *
     * @param system name of the operating system
     * @param launcher starts a command line, and says whether it could
     * @param otherwise opens a page in another way, and says whether it could
     */
    PageOpener(String system, Predicate<List<String>> launcher, Predicate<URI> otherwise) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.launcher = launcher;
        this.otherwise = otherwise;
    }

    /** That of the computer this runs on. */
    static PageOpener here() {
        return new PageOpener(System.getProperty("os.name", ""), PageOpener::start, PageOpener::desktop);
    }

    /**
     * Opens a page.
     *
     * @param page of the station
     * @return false if nothing could be started; then people open the address themselves
     */
    boolean open(URI page) {
        List<String> command;
        if (system.contains("windows")) {
            command = List.of("rundll32", "url.dll,FileProtocolHandler", page.toString());
        } else if (system.contains("mac")) {
            command = List.of("open", page.toString());
        } else {
            command = List.of("xdg-open", page.toString());
        }
        return launcher.test(command) || otherwise.test(page);
    }

    private static boolean start(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false; // no such program here: the other way is tried
        }
    }

    private static boolean desktop(URI page) {
        try {
            if (GraphicsEnvironment.isHeadless()
                    || !Desktop.isDesktopSupported()
                    || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                return false;
            }
            Desktop.getDesktop().browse(page);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false; // the address is shown in any case
        }
    }
}
