package org.openots.instructor.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.openots.instructor.upkeep.BackupManifest;

/** Backups on the disk, looked at and spoilt. */
public final class BackupFiles {
    private BackupFiles() {}

    /** The list of a backup whose files are all right. */
    public static BackupManifest verify(Path backup) {
        return BackupManifest.verify(backup);
    }

    /** Flips one bit in the middle of the first file of a journal. */
    public static void flip(Path journal) throws IOException {
        Path segment;
        try (Stream<Path> files = Files.list(journal)) {
            segment = files.filter(file -> file.getFileName().toString().matches("[0-9]+\\..*"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 4;
        Files.write(segment, bytes);
    }

    /** A copy of a folder, of which something may be spoilt. */
    public static Path copy(Path folder, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.toList()) {
                Path place = to.resolve(folder.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(place);
                } else {
                    Files.copy(one, place);
                }
            }
        }
        return to;
    }
}
