package org.openots.instructor.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The example of the page docs/data-formats/scenario.md. */
public final class ScenarioFiles {
    /** Reads JSON. */
    public static final ObjectMapper MAPPER = new ObjectMapper();

    private ScenarioFiles() {}

    static String page() {
        try {
            return Files.readString(Path.of("..", "docs", "data-formats", "scenario.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The example, each time a fresh one. */
    public static ObjectNode example() {
        String page = page();
        int start = page.indexOf("```json\n") + "```json\n".length();
        try {
            return (ObjectNode) MAPPER.readTree(page.substring(start, page.indexOf("```", start)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
