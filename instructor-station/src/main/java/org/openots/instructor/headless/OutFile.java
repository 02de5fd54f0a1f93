package org.openots.instructor.headless;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openots.common.error.FileErrors;

/** A file a command writes. */
final class OutFile {
    private OutFile() {}

    /** Writes it, with the folders on its way. */
    static void write(Path file, byte[] content) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, content);
        } catch (IOException e) {
            throw FileErrors.unwritable(file.toString(), e);
        }
    }
}
