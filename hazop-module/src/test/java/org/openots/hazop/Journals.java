package org.openots.hazop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openots.common.journal.JournalStore;
import org.openots.common.journal.JournalWriter;

/** Journals with chosen records. */
public final class Journals {
    private Journals() {}

    /** A new folder below another, with one journal of these records in it. */
    public static Path of(Path parent, String journal, List<String> records) {
        try {
            Path folder = Files.createTempDirectory(parent, "journals");
            try (JournalStore store = new JournalStore(folder)) {
                JournalWriter writer = store.open(journal, 1);
                records.forEach(record -> writer.append(record).join());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
