package org.openots.instructor.upkeep;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openots.instructor.store.DatabaseCopy;

/** The files of a data folder that a backup must hold. */
final class DataFiles {
    /** Folders that can be made again or belong to the program: snapshots of runs, libraries, logs, the backups. */
    private static final Set<String> LEFT_OUT = Set.of("snapshots", "tmp", "logs", Backups.FOLDER);

    private static final Set<String> LOCKS = Set.of("station.lock", "writer.lock");
    /** What names the newest file of a journal: taken before the others are listed, so that it names one of them. */
    private static final String POINTER = "current";

    private static final String UNFINISHED = ".part";

    private DataFiles() {}

    /**
     * A file.
     *
     * @param path place in the folder, with {@code /}
     * @param file where it is
     */
    record Found(String path, Path file) {}

    /** What is done with a file as soon as it is found. */
    @FunctionalInterface
    interface Visitor {
        /** Takes a file. */
        void take(Found found) throws IOException;
    }

    /** Visits what is to be kept of a data folder, the database first, while the station writes. */
    static void visit(Path data, Visitor visitor) throws IOException {
        visit(data, "", true, visitor);
    }

    /** Every file of a folder. */
    static List<Found> everything(Path folder) throws IOException {
        List<Found> found = new ArrayList<>();
        visit(folder, "", false, found::add);
        return found;
    }

    /** Whether a folder is that of a journal. */
    static boolean isJournal(Path folder) {
        return Files.isRegularFile(folder.resolve(POINTER));
    }

    private static void visit(Path folder, String prefix, boolean choosy, Visitor visitor) throws IOException {
        boolean pointed = isJournal(folder);
        if (pointed) {
            visitor.take(new Found(prefix + POINTER, folder.resolve(POINTER)));
        }
        List<Path> folders = new ArrayList<>();
        for (Path one : list(folder)) {
            String name = String.valueOf(one.getFileName());
            if ((choosy && leftOut(prefix, name)) || (pointed && name.equals(POINTER))) {
                continue;
            }
            if (Files.isDirectory(one)) {
                folders.add(one);
            } else {
                visitor.take(new Found(prefix + name, one));
            }
        }
        for (Path one : folders) {
            visit(one, prefix + one.getFileName() + "/", choosy, visitor);
        }
    }

    private static Set<Path> list(Path folder) throws IOException {
        Set<Path> inside = new TreeSet<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(inside::add);
        } catch (NoSuchFileException e) {
            // deleted since its parent was read
            return Set.of();
        }
        return inside;
    }

    private static boolean leftOut(String prefix, String name) {
        return (prefix.isEmpty() && LEFT_OUT.contains(name))
                || LOCKS.contains(name)
                || name.endsWith(UNFINISHED)
                || DatabaseCopy.isLog(name);
    }
}
