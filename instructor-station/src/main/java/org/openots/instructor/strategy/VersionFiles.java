package org.openots.instructor.strategy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;

/** The files of versions that are or were in use: canonical JSON, named by id, version and hash. */
final class VersionFiles {
    private static final int SHORT = 12;

    private final Path folder;

    VersionFiles(Path folder) {
        this.folder = folder;
    }

    /** The name of a version's file. */
    static String name(StrategyVersion version) {
        return version.document().id() + "@" + version.document().version() + "-"
                + version.hash().substring(0, SHORT) + ".json";
    }

    /** What is wrong with the file of a version; one that is missing, because power failed, is written again. */
    Optional<OtsException> fault(StrategyVersion version) {
        Path file = folder.resolve(name(version));
        try {
            if (!Files.exists(file)) {
                write(version);
            }
            boolean same = Arrays.equals(Files.readAllBytes(file), StrategyWriter.bytes(version.document()));
            return same
                    ? Optional.empty()
                    : Optional.of(new OtsException(StrategyStoreError.FILE_CHANGED, name(version), version.hash()));
        } catch (IOException e) {
            return Optional.of(FileErrors.unreadable(file.toString(), e));
        }
    }

    /** Writes the file of a version, whole or not at all. */
    void write(StrategyVersion version) {
        Path file = folder.resolve(name(version));
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve(name(version) + ".part");
            try (FileChannel out = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(StrategyWriter.bytes(version.document()));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw FileErrors.unwritable(file.toString(), e);
        }
    }
}
