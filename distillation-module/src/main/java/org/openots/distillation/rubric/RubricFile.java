package org.openots.distillation.rubric;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openots.common.error.CommonError;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;

/**
 * The file of a rubric, wherever it is.
 *
 * @param shown what messages call it
 * @param text its text
 */
public record RubricFile(String shown, String text) {
    /**
     * The bytes of the file.
     *
     * @return UTF-8
     */
    public byte[] json() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * All rubrics of the suite.
     *
     * @return the files, in library order
     */
    public static List<RubricFile> shipped() {
        RubricLibrary library = RubricLibrary.open();
        List<RubricFile> files = new ArrayList<>();
        for (String plant : library.plants()) {
            library.tasks(plant).forEach(task -> files.add(of(task + ".json", library.bytes(plant, task))));
        }
        return files;
    }

    /**
     * A rubric by name.
     *
     * @param name path of a file, or a task of the suite such as {@code A-1}
     * @return the file
     * @throws OtsException if there is neither, or the file cannot be read
     */
    public static RubricFile named(String name) {
        Path path = Path.of(name);
        if (Files.isRegularFile(path)) {
            try {
                // strict: a file in another encoding is refused
                return new RubricFile(String.valueOf(path.getFileName()), Files.readString(path));
            } catch (IOException e) {
                throw FileErrors.unreadable(name, e);
            }
        }
        return shipped().stream()
                .filter(file -> file.shown().equals(name + ".json"))
                .findFirst()
                .orElseThrow(() -> new OtsException(CommonError.RUBRIC_NOT_FOUND, name, tasks()));
    }

    private static String tasks() {
        RubricLibrary library = RubricLibrary.open();
        return String.join(
                " ",
                library.plants().stream()
                        .flatMap(plant -> library.tasks(plant).stream())
                        .toList());
    }

    private static RubricFile of(String shown, byte[] json) {
        return new RubricFile(shown, new String(json, StandardCharsets.UTF_8));
    }
}
