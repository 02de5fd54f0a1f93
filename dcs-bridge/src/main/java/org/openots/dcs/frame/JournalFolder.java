package org.openots.dcs.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** All journals of a sender: that of this boot, and those of earlier ones until their frames have arrived. */
public final class JournalFolder {
    private final Path folder;
    private final Caps caps;
    private final List<FrameJournal> earlier = new ArrayList<>();

    /**
     * How much is kept for a receiver that is away.
     *
     * @param bytes most bytes of all journals
     * @param age longest time
     * @param segmentBytes size of one file, and the least that is dropped
     */
    public record Caps(long bytes, Duration age, long segmentBytes) {
        /** A day or 2 GB, dropped in pieces of 4 MB. */
        public static final Caps USUAL = new Caps(2L << 30, Duration.ofDays(1), 4L << 20);
    }

    /**
     * Frames that had to be dropped.
     *
     * @param boot whose
     * @param range which
     */
    public record Lost(String boot, SeqSet.Range range) {}

    private JournalFolder(Path folder, Caps caps) {
        this.folder = folder;
        this.caps = caps;
    }

    /**
     * Opens the journals in a folder, or makes it.
     *
     * @param folder the folder
     * @param caps how much is kept
     * @return the journals of earlier boots
     * @throws IOException if they cannot be read
     */
    public static JournalFolder open(Path folder, Caps caps) throws IOException {
        Files.createDirectories(folder);
        JournalFolder all = new JournalFolder(folder, caps);
        try (Stream<Path> boots = Files.list(folder)) {
            for (Path boot : boots.filter(Files::isDirectory).sorted().toList()) {
                FrameJournal journal = FrameJournal.open(boot, caps.segmentBytes());
                if (journal.done()) {
                    journal.delete();
                } else {
                    all.earlier.add(journal);
                }
            }
        }
        return all;
    }

    /**
     * A name for a boot: later ones sort behind earlier ones.
     *
     * @param millis time of day, UTC in ms
     * @param random tells boots of the same time apart
     * @return the name
     */
    public static String newBoot(long millis, RandomGenerator random) {
        return String.format(Locale.ROOT, "%013d-%08x", millis, random.nextInt());
    }

    /**
     * Journals of earlier boots, oldest first.
     *
     * @return the journals
     */
    public List<FrameJournal> earlier() {
        return List.copyOf(earlier);
    }

    /**
     * Begins the journal of a boot.
     *
     * @param boot its name
     * @return the journal
     * @throws IOException if it cannot be written
     */
    public FrameJournal begin(String boot) throws IOException {
        return FrameJournal.open(folder.resolve(boot), caps.segmentBytes());
    }

    /**
     * Removes earlier journals whose frames have all arrived.
     *
     * @return those removed
     * @throws IOException if a file cannot be removed
     */
    public List<FrameJournal> tidy() throws IOException {
        List<FrameJournal> done = earlier.stream().filter(FrameJournal::done).toList();
        for (FrameJournal journal : done) {
            earlier.remove(journal);
            journal.delete();
        }
        return done;
    }

    /**
     * Drops the oldest frames as long as there is too much or they are too old.
     *
     * @param current the journal of this boot
     * @param millis time of day, UTC in ms
     * @return what was dropped before it arrived
     * @throws IOException if a file cannot be removed
     */
    public List<Lost> enforce(FrameJournal current, long millis) throws IOException {
        List<FrameJournal> all = new ArrayList<>(earlier);
        all.add(current);
        List<Lost> lost = new ArrayList<>();
        for (FrameJournal journal : all) {
            while (tooMuch(all) || tooOld(journal, millis)) {
                Optional<SeqSet.Range> gone = journal.drop();
                gone.ifPresent(range -> lost.add(new Lost(journal.boot(), range)));
                if (journal.bytes() == 0) {
                    break;
                }
            }
        }
        return lost;
    }

    private boolean tooMuch(List<FrameJournal> all) {
        return all.stream().mapToLong(FrameJournal::bytes).sum() > caps.bytes();
    }

    private boolean tooOld(FrameJournal journal, long millis) throws IOException {
        return journal.oldestWritten()
                .filter(written -> written < millis - caps.age().toMillis())
                .isPresent();
    }
}
