package org.openots.instructor.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at pages at several sizes and in both languages and writes down what a person could not read or reach; the
 * pictures go to target/screenshots.
 */
final class PageLook {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String CHECK = script("page-readability.js") + script("graphic-overlap.js") + """
            const drawing = document.querySelector('svg.graphic');
            return [...pageFindings(arguments[0], arguments[1]), ...(drawing ? graphicOverlaps(drawing) : [])];
            """;

    private final List<String> findings = new ArrayList<>();
    private final List<String> names;
    private boolean english;

    /** Pages on which these names and other texts of people stay as they are in any language. */
    PageLook(List<String> names) {
        this.names = names;
    }

    private static String script(String name) {
        try (InputStream in = PageLook.class.getResourceAsStream("/org/openots/instructor/web/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What was found so far, one line a finding. */
    List<String> findings() {
        return findings;
    }

    /** Looks at the page at each size and in both languages; what a size needs to be opened is opened at that size. */
    void look(Browser browser, String name, int[][] sizes, Runnable open) {
        for (int[] size : sizes) {
            browser.size(size[0], size[1]);
            open.run();
            // first the language the page has already: loading the other one takes most of the time
            List<String> order = english ? List.of("en", "zh") : List.of("zh", "en");
            english = !english;
            for (String language : order) {
                browser.translate(language);
                browser.settle();
                String view = name + "-" + language + "-" + size[0];
                browser.screenshot(PICTURES.resolve(view + ".png"));
                List<?> found = (List<?>) browser.script(CHECK, language.equals("en"), names);
                found.forEach(finding -> findings.add(view + ": " + finding));
                browser.consoleErrors().stream().forEach(error -> findings.add(view + ": console " + error));
            }
        }
    }
}
