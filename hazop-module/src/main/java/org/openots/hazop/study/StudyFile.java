package org.openots.hazop.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;

/** The file of a study, wherever it is; its content may be in any encoding until it is read as a study. */
public final class StudyFile {
    /** Ids of the studies that come with the suite, one for each plant. */
    public static final List<String> SHIPPED = List.of("ethanol-water-rig", "debutanizer", "ethanol-water-column");

    private static final String ROOT = "/org/openots/hazop/studies/";

    private final String shown;
    private final byte[] json;

    private StudyFile(String shown, byte[] json) {
        this.shown = shown;
        this.json = json;
    }

    /**
     * A file that was read, or will be written.
     *
     * @param shown what messages call it
     * @param text its text
     */
    public StudyFile(String shown, String text) {
        this(shown, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What messages call it.
     *
     * @return the file's name
     */
    public String shown() {
        return shown;
    }

    /**
     * The bytes of the file.
     *
     * @return a copy; UTF-8 if the file is right
     */
    public byte[] json() {
        return json.clone();
    }

    /**
     * The text of the file.
     *
     * @return its text; what is not UTF-8 is lost in it, and {@link #study} refuses such a file
     */
    public String text() {
        return new String(json, StandardCharsets.UTF_8);
    }

    /**
     * The study in the file.
     *
     * @return the study
     * @throws OtsException with all mistakes of form if there are any
     */
    public Study study() {
        return StudyReader.read(shown, json());
    }

    /**
     * The studies that come with the suite.
     *
     * @return the files, in the order of the plants
     */
    public static List<StudyFile> shipped() {
        return SHIPPED.stream().flatMap(id -> shipped(id).stream()).toList();
    }

    private static Optional<StudyFile> shipped(String id) {
        String file = id + ".json";
        try (InputStream in = StudyFile.class.getResourceAsStream(ROOT + file)) {
            return in == null ? Optional.empty() : Optional.of(new StudyFile(file, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /**
     * A study by name.
     *
     * @param name path of a file, or id of a study of the suite
     * @return the file
     * @throws OtsException if there is neither, or the file cannot be read
     */
    public static StudyFile named(String name) {
        Path path = Path.of(name);
        if (Files.isRegularFile(path)) {
            return read(path);
        }
        return (SHIPPED.contains(name) ? shipped(name) : Optional.<StudyFile>empty())
                .orElseThrow(() -> new OtsException(StudyError.NO_STUDY, name, String.join(" ", SHIPPED)));
    }

    /**
     * The studies under a name.
     *
     * @param name path of a folder, of a file, or id of a study of the suite
     * @return the files; those of a folder in natural order, without its folders
     * @throws OtsException if there is none, or one cannot be read
     */
    public static List<StudyFile> allNamed(String name) {
        Path path = Path.of(name);
        if (!Files.isDirectory(path)) {
            return List.of(named(name));
        }
        List<StudyFile> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(path)) {
            found.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .sorted()
                    .forEach(file -> files.add(read(file)));
        } catch (IOException e) {
            throw FileErrors.unreadable(name, e);
        }
        if (files.isEmpty()) {
            throw new OtsException(StudyError.NO_FILES, name);
        }
        return files;
    }

    private static StudyFile read(Path path) {
        try {
            return new StudyFile(String.valueOf(path.getFileName()), Files.readAllBytes(path));
        } catch (IOException e) {
            throw FileErrors.unreadable(path.toString(), e);
        }
    }
}
