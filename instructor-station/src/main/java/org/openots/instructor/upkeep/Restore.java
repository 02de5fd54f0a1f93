package org.openots.instructor.upkeep;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;

/** Brings a backup back, as a data folder that a station can start with. */
public final class Restore {
    private static final String LOCK = "station.lock";

    private Restore() {}

    /**
     * Checks a backup and copies it into an empty or new folder: under another name first, then renamed, so that the
     * folder has all of it or nothing.
     *
     * @param backup its folder
     * @param data the folder to be made
     * @return the backup's list
     * @throws OtsException if the backup is damaged, or the folder has something in it; nothing was changed then
     */
    public static BackupManifest into(Path backup, Path data) {
        BackupManifest manifest = BackupManifest.verify(backup);
        Path target = data.toAbsolutePath().normalize();
        Path fresh = target.resolveSibling(BackupWriter.UNFINISHED + target.getFileName());
        try {
            requireEmpty(target);
            Durable.delete(fresh);
            Files.createDirectories(fresh);
            for (BackupManifest.Entry entry : manifest.files()) {
                Path place = fresh.resolve(entry.path());
                Files.createDirectories(place.getParent());
                Durable.copy(backup.resolve(entry.path()), place, entry.bytes());
                Durable.syncFolder(place.getParent());
            }
            Durable.syncFolder(fresh);
            Files.deleteIfExists(target);
            Files.move(fresh, target);
            Durable.syncFolder(target.getParent());
        } catch (IOException e) {
            throw FileErrors.unwritable(target.toString(), e);
        }
        return manifest;
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new OtsException(UpkeepError.NOT_EMPTY, folder.toString(), String.valueOf(folder.getFileName()));
        }
        if (inUse(folder.resolve(LOCK))) {
            throw new OtsException(UpkeepError.FOLDER_IN_USE, folder.toString());
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            Iterator<Path> all = inside.iterator();
            if (all.hasNext()) {
                String first = String.valueOf(all.next().getFileName());
                throw new OtsException(UpkeepError.NOT_EMPTY, folder.toString(), first);
            }
        }
    }

    private static boolean inUse(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }
}
