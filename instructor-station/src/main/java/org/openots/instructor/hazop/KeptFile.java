package org.openots.instructor.hazop;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.openots.common.error.FileErrors;

/** Files that are written as a whole or not at all. */
final class KeptFile {
    private KeptFile() {}

    /** Writes a file that is not there; durable when it returns. */
    static void write(Path file, byte[] bytes) {
        if (!Files.exists(file)) {
            replace(file, bytes);
        }
    }

    /** Writes a file in the place of one that may be there; durable when it returns. */
    static void replace(Path file, byte[] bytes) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
                out.write(bytes);
                out.getFD().sync();
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw FileErrors.unwritable(file.toString(), e);
        }
    }
}
