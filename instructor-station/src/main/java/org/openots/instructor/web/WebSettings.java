package org.openots.instructor.web;

import java.time.Duration;

/**
 * Where the web edge listens and what it serves.
 *
 * @param bind address to listen on, for example {@code 0.0.0.0}
 * @param port TCP port, 0 for a free one
 * @param pages class path folder of the pages, without slash at either end
 * @param texts class path folder of {@code zh-CN.properties} and {@code en.properties}
 * @param watchIdle how long the run in which everybody watches the rig is recorded on after the last one left
 * @param fieldPackage the archive with the 3D field station
 */
public record WebSettings(
        String bind, int port, String pages, String texts, Duration watchIdle, FieldPackage fieldPackage) {
    /** Long enough to reload a page or to change the seat. */
    private static final Duration USUAL_IDLE = Duration.ofMinutes(10);

    /** Class path folder of the suite's pages. */
    public static final String PAGES = "org/openots/instructor/web";
    /** Class path folder of the suite's screen texts. */
    public static final String TEXTS = "org/openots/instructor/i18n";

    /**
     * With the usual patience.
     *
     * @param bind address to listen on
     * @param port TCP port, 0 for a free one
     * @param pages class path folder of the pages
     * @param texts class path folder of the screen texts
     */
    public WebSettings(String bind, int port, String pages, String texts) {
        this(bind, port, pages, texts, USUAL_IDLE, FieldPackage.beside());
    }

    /**
     * With another patience for runs that watch the rig.
     *
     * @param idle how long
     * @return the settings
     */
    public WebSettings withWatchIdle(Duration idle) {
        return new WebSettings(bind, port, pages, texts, idle, fieldPackage);
    }

    /**
     * With another archive of the field station.
     *
     * @param archive where it is
     * @return the settings
     */
    public WebSettings withFieldPackage(FieldPackage archive) {
        return new WebSettings(bind, port, pages, texts, watchIdle, archive);
    }
}
