package org.openots.hazop.task;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.json.StrictJson;

/**
 * A file of tasks or of items of the bank, wherever it is.
 *
 * @param shown what messages call it
 * @param text its text
 */
public record TaskFile(String shown, String text) {
    /** Files that come with the suite: items of the bank first, then the tasks of each plant. */
    private static final List<String> SHIPPED = List.of(
            "items-method.json",
            "items-practice.json",
            "items-risk.json",
            "items-plants.json",
            "tasks-ethanol-water-rig.json",
            "tasks-debutanizer.json",
            "tasks-ethanol-water-column.json");

    byte[] json() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The files that come with the suite.
     *
     * @return bank and tasks
     */
    public static List<TaskFile> shipped() {
        return SHIPPED.stream()
                .map(file ->
                        new TaskFile(file, new String(StrictJson.bytes(TaskFile.class, file), StandardCharsets.UTF_8)))
                .toList();
    }

    /**
     * The files at a path.
     *
     * @param name a file, or a folder whose JSON files are taken in natural order
     * @return the files
     * @throws OtsException if there is none, or one cannot be read
     */
    public static List<TaskFile> at(String name) {
        Path path = Path.of(name);
        List<TaskFile> files = new ArrayList<>();
        try {
            if (Files.isRegularFile(path)) {
                files.add(read(path));
            } else if (Files.isDirectory(path)) {
                try (Stream<Path> found = Files.list(path)) {
                    for (Path file : found.filter(one -> one.toString().endsWith(".json"))
                            .sorted()
                            .toList()) {
                        files.add(read(file));
                    }
                }
            }
        } catch (IOException e) {
            throw FileErrors.unreadable(name, e);
        }
        if (files.isEmpty()) {
            throw new OtsException(TaskError.NO_FILES, name);
        }
        return files;
    }

    private static TaskFile read(Path path) throws IOException {
        // strict: a file in another encoding is refused
        return new TaskFile(String.valueOf(path.getFileName()), Files.readString(path));
    }
}
