package org.openots.instructor.debrief;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.openots.common.text.LocalText;

/**
 * A debrief to take along: a folder in a ZIP that a browser opens from disk. It asks no server for anything, and the same debrief
 * gives the same bytes.
 */
public final class DebriefPackage {
    private static final String FOLDER = "viewer/";
    private static final String TEXTS = "debrief.pack.";
    /** The date of all entries: nothing in the file depends on when it was made. */
    private static final LocalDateTime SAME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private DebriefPackage() {}

    /**
     * Makes the package.
     *
     * @param debrief the debrief, with the curves of all tags
     * @param plant its plant
     * @param texts words of the pages
     * @param locale language in which it opens; it has both
     * @return a ZIP file with {@code index.html}
     */
    public static byte[] of(Debrief debrief, DebriefMaker.Plant plant, DebriefTexts texts, Locale locale) {
        ObjectNode root = DebriefJson.of(debrief, plant, texts);
        root.put("language", locale.equals(Locale.ENGLISH) ? "en" : "zh");
        ObjectNode words = root.putObject("texts");
        for (String key : texts.keys(TEXTS)) {
            LocalText text = texts.text(key);
            words.putObject(key.substring(TEXTS.length())).put("zh", text.zh()).put("en", text.en());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "index.html", resource("index.html"));
            put(zip, "viewer.css", resource("viewer.css"));
            put(zip, "viewer.js", resource("viewer.js"));
            put(zip, "data.js", script(root));
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return out.toByteArray();
    }

    /** As a script, since a page from disk may not read a file beside it in any other way. */
    private static byte[] script(ObjectNode root) {
        // a text cannot end the line of a script or the script itself
        String json = root.toString()
                .replace("<", "\\u003c")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
        return ("window.openotsDebrief = " + json + ";\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = DebriefPackage.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("class path resource " + FOLDER + name);
            }
            return in.readAllBytes();
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(SAME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
