package org.openots.common.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A page of docs/data-formats, for tests that hold it against the reader. */
public final class FormatPage {
    private static final Path FOLDER = Path.of("..", "docs", "data-formats");

    /** Told once for all formats. */
    private static final Set<String> EVERYWHERE = Set.of("zh", "en");

    private final String name;
    private final String text;

    private FormatPage(String name, String text) {
        this.name = name;
        this.text = text;
    }

    public static FormatPage of(String name) {
        try {
            return new FormatPage(name, Files.readString(FOLDER.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails for every field that the reader knows and the page does not name as code. */
    public void tells(Set<String> fields) {
        Set<String> missing = new TreeSet<>(fields);
        missing.removeAll(EVERYWHERE);
        assertThat(missing).as("fields of the reader").isNotEmpty();
        missing.removeIf(field -> text.matches("(?s).*[`.\"]" + field + "[`\\[.\"].*"));
        assertThat(missing).as("fields that " + name + " does not name").isEmpty();
    }

    /** The examples of the page, in order. */
    public List<String> examples() {
        List<String> examples = new ArrayList<>();
        int at = text.indexOf("```json\n");
        while (at >= 0) {
            int start = at + "```json\n".length();
            int end = text.indexOf("```", start);
            examples.add(text.substring(start, end));
            at = text.indexOf("```json\n", end);
        }
        assertThat(examples).as("examples of " + name).isNotEmpty();
        return examples;
    }
}
