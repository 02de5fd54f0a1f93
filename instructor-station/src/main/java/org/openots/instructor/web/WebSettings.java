package org.openots.instructor.web;

/**
 * Where the web edge listens and what it serves.
 *
 * @param bind address to listen on, for example {@code 0.0.0.0}
 * @param port TCP port, 0 for a free one
 * @param pages class path folder of the pages, without slash at either end
 * @param texts class path folder of {@code zh-CN.properties} and {@code en.properties}
 */
public record WebSettings(String bind, int port, String pages, String texts) {
    /** Class path folder of the suite's pages. */
    public static final String PAGES = "org/openots/instructor/web";
    /** Class path folder of the suite's screen texts. */
    public static final String TEXTS = "org/openots/instructor/i18n";
}
