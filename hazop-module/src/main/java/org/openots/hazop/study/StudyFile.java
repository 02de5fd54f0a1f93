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

/**
 * The file of a study, wherever it is.
 *
 * @param shown what messages call it
 * @param text its text
 */
public record StudyFile(String shown, String text) {
    /** Ids of the studies that come with the suite, one for each plant. */
    public static final List<String> SHIPPED = List.of("ethanol-water-rig", "debutanizer", "ethanol-water-column");

    private static final String ROOT = "/org/openots/hazop/studies/";

    /**
     * The bytes of the file.
     *
     * @return UTF-8
     */
    public byte[] json() {
        return text.getBytes(StandardCharsets.UTF_8);
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
            return in == null
                    ? Optional.empty()
                    : Optional.of(new StudyFile(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
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
            // strict: a file in another encoding is refused
            return new StudyFile(String.valueOf(path.getFileName()), Files.readString(path));
        } catch (IOException e) {
            throw FileErrors.unreadable(path.toString(), e);
        }
    }
}
