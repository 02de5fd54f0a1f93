package org.openots.instructor.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openots.common.journal.JournalReader;
import org.openots.common.journal.JournalReport;
import org.openots.instructor.store.DatabaseCopy;

/**
 * Makes one backup in a folder of backups: under another name first, all files durable, then renamed. A file that the
 * backup before has unchanged is linked where the disk can do that, so that a backup costs what is new. For one use.
 */
final class BackupWriter {
    static final String UNFINISHED = ".part-";

    private static final String DATABASE = ".db";

    private final Path backups;
    private final String name;
    private final Path earlier;
    private final Map<String, BackupManifest.Entry> known;
    private final List<BackupManifest.Entry> files = new ArrayList<>();
    private final Path fresh;

    /** Prepares a backup of a name; the one before it may be of any age or absent. */
    BackupWriter(Path backups, String name, Path earlier) {
        this.backups = backups;
        this.name = name;
        this.earlier = earlier;
        this.known = BackupManifest.find(earlier).map(BackupManifest::byPath).orElse(Map.of());
        this.fresh = backups.resolve(UNFINISHED + name);
    }

    /** Copies a data folder. */
    BackupManifest data(Path data, Instant at, String reason, String engine) throws IOException {
        begin();
        DataFiles.visit(data, found -> {
            if (found.path().endsWith(DATABASE)) {
                database(found);
            } else {
                file(found);
            }
        });
        Journals journals = journals();
        BackupManifest manifest =
                new BackupManifest(at, reason, engine, journals.count(), List.copyOf(journals.damaged()), files);
        manifest.write(fresh);
        finish();
        return manifest;
    }

    /** Copies another backup. */
    void backup(Path backup) throws IOException {
        BackupManifest manifest = BackupManifest.read(backup);
        begin();
        for (BackupManifest.Entry entry : manifest.files()) {
            file(new DataFiles.Found(entry.path(), backup.resolve(entry.path())));
        }
        manifest.write(fresh);
        finish();
    }

    private void begin() throws IOException {
        Files.createDirectories(backups);
        Durable.delete(fresh);
        Files.createDirectory(fresh);
    }

    private void finish() throws IOException {
        Set<Path> folders = new TreeSet<>();
        files.forEach(file -> folders.add(fresh.resolve(file.path()).getParent()));
        folders.forEach(Durable::syncFolder);
        Durable.syncFolder(fresh);
        Files.move(fresh, backups.resolve(name));
        Durable.syncFolder(backups);
    }

    private Path place(String path) throws IOException {
        Path place = fresh.resolve(path);
        Files.createDirectories(place.getParent());
        return place;
    }

    private void database(DataFiles.Found found) throws IOException {
        Path copy = place(found.path());
        DatabaseCopy.copy(found.file(), copy);
        Durable.sync(copy);
        long bytes = Files.size(copy);
        files.add(new BackupManifest.Entry(found.path(), bytes, Durable.sha256(copy, bytes)));
    }

    private void file(DataFiles.Found found) throws IOException {
        long bytes;
        String hash;
        try {
            bytes = Files.size(found.file());
            hash = Durable.sha256(found.file(), bytes);
        } catch (NoSuchFileException e) {
            // deleted since its folder was read, and so no part of the data any more
            return;
        }
        Path copy = place(found.path());
        BackupManifest.Entry entry = new BackupManifest.Entry(found.path(), bytes, hash);
        if (!entry.equals(known.get(found.path())) || !linked(earlier.resolve(found.path()), copy, entry)) {
            Durable.copy(found.file(), copy, bytes);
        }
        files.add(entry);
    }

    /** Links a file of the backup before if that is still whole and the disk can do it. */
    private static boolean linked(Path from, Path to, BackupManifest.Entry entry) throws IOException {
        boolean whole = Files.isRegularFile(from)
                && Files.size(from) == entry.bytes()
                && Durable.sha256(from, entry.bytes()).equals(entry.sha256());
        if (!whole) {
            return false;
        }
        try {
            Files.createLink(to, from);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            // FAT and network disks have no links, and some file systems allow only so many of one file
            Files.deleteIfExists(to);
            return false;
        }
    }

    private record Journals(int count, Set<String> damaged) {}

    private Journals journals() {
        Set<String> folders = new TreeSet<>();
        for (BackupManifest.Entry file : files) {
            int slash = file.path().lastIndexOf('/');
            if (slash > 0) {
                folders.add(file.path().substring(0, slash));
            }
        }
        folders.removeIf(folder -> !DataFiles.isJournal(fresh.resolve(folder)));
        Set<String> damaged = new TreeSet<>();
        for (String folder : folders) {
            JournalReport report = JournalReader.verify(fresh.resolve(folder));
            if (report.damage().isPresent()) {
                damaged.add(folder);
            }
        }
        return new Journals(folders.size(), damaged);
    }
}
