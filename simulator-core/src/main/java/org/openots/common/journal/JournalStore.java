package org.openots.common.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;

/**
 * A folder of journals, one sub-folder each. Few threads write for all of them. Thread-safe.
 *
 * <p>Every owner of a journal has an epoch higher than all before. Opening with a higher epoch fences the earlier
 * writer: in this process at once, in another by the file {@code current}, which is read before every batch; a lock on
 * the folder keeps two live processes of one machine apart.
 */
public final class JournalStore implements AutoCloseable {
    /** Segment length at which the next one begins, bytes: an exam of 90 min fits into a few segments. */
    public static final long SEGMENT_LENGTH = 8L * 1024 * 1024;

    /** Writing threads: a second journal can sync while the first waits for the disk; more gain nothing on one disk. */
    private static final int LANES = 2;

    private final Path root;
    private final long segmentLength;
    private final List<JournalLane> lanes = new ArrayList<>();
    private final Map<String, JournalWriter> open = new LinkedHashMap<>();
    private int opened;
    private boolean closed;

    /**
     * Opens a store with segments of {@link #SEGMENT_LENGTH}.
     *
     * @param root its folder, created when it does not exist
     * @throws OtsException if the folder cannot be created
     */
    public JournalStore(Path root) {
        this(root, SEGMENT_LENGTH);
    }

    /**
     * Opens a store.
     *
     * @param root its folder, created when it does not exist
     * @param segmentLength length at which the next segment begins, bytes
     * @throws OtsException if the folder cannot be created
     */
    public JournalStore(Path root, long segmentLength) {
        this.root = root;
        this.segmentLength = segmentLength;
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new OtsException(CommonError.FILE_UNWRITABLE, root.toString(), e.toString());
        }
        for (int i = 0; i < LANES; i++) {
            lanes.add(new JournalLane("journal-" + i));
        }
    }

    /**
     * Opens a journal for writing; creates it when it does not exist, cuts off an end left incomplete by a crash.
     *
     * @param name letters, digits, dot, underscore, hyphen; at most 100
     * @param epoch the owner's epoch, higher than any before
     * @return the writer
     * @throws OtsException if the name is not allowed, the epoch is stale, another process writes the journal, or the
     *     journal is damaged
     */
    public synchronized JournalWriter open(String name, long epoch) {
        Path folder = folder(name);
        JournalWriter earlier = open.get(name);
        if (closed || (earlier != null && earlier.epoch() >= epoch)) {
            long current = earlier == null ? Long.MAX_VALUE : earlier.epoch();
            throw new OtsException(CommonError.JOURNAL_STALE_EPOCH, name, epoch, current);
        }
        if (earlier != null) {
            earlier.fence(epoch);
            open.remove(name);
        }
        try {
            Files.createDirectories(folder);
            FileChannel lock = lock(folder, name);
            try {
                JournalReport state = recover(folder, epoch);
                SegmentWriter segments = new SegmentWriter(folder, epoch, segmentLength, state);
                JournalWriter writer =
                        new JournalWriter(state, epoch, segments, lock, lanes.get(opened % lanes.size()));
                opened++;
                open.put(name, writer);
                return writer;
            } catch (IOException | OtsException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new OtsException(CommonError.FILE_UNWRITABLE, folder.toString(), e.toString());
        }
    }

    /**
     * Opens a journal for writing under the epoch that follows the last one in it.
     *
     * @param name the journal; a new one begins with epoch 1
     * @return the writer
     * @throws OtsException as {@link #open} does
     */
    public JournalWriter reopen(String name) {
        return open(name, read(name, record -> {}).epoch() + 1);
    }

    /**
     * Reads a journal; of one that is being written, what is durable so far.
     *
     * @param name the journal
     * @param consumer gets every intact record in order
     * @return what was found
     */
    public JournalReport read(String name, Consumer<JournalRecord> consumer) {
        return JournalReader.read(folder(name), consumer);
    }

    /**
     * The journals in the store.
     *
     * @return their names, in natural order
     * @throws OtsException if the folder cannot be read
     */
    public List<String> names() {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .map(JournalReader::name)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new OtsException(CommonError.FILE_UNREADABLE, root.toString(), e.toString());
        }
    }

    /** Writes everything that is waiting, closes all journals and ends the writing threads. */
    @Override
    public synchronized void close() {
        closed = true;
        open.values().forEach(JournalWriter::close);
        open.clear();
        lanes.forEach(JournalLane::end);
    }

    private Path folder(String name) {
        if (!JournalFormat.JOURNAL_NAME.matcher(name).matches()) {
            throw new OtsException(CommonError.JOURNAL_BAD_NAME, name);
        }
        return root.resolve(name);
    }

    private static FileChannel lock(Path folder, String name) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("writer.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another store of this process holds it; same answer as for another process.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new OtsException(CommonError.JOURNAL_IN_USE, name);
    }

    private static JournalReport recover(Path folder, long epoch) throws IOException {
        JournalReport found = JournalReader.verify(folder);
        if (found.defect().isPresent()) {
            JournalDefect defect = found.defect().get();
            if (!defect.recoverable()) {
                throw new OtsException(CommonError.JOURNAL_DAMAGED, found.journal(), defect);
            }
            SegmentFolder.cutTail(folder, defect);
        }
        long current = Math.max(found.epoch(), CurrentSegment.read(folder).epoch());
        if (epoch <= current) {
            throw new OtsException(CommonError.JOURNAL_STALE_EPOCH, found.journal(), epoch, current);
        }
        boolean cutInside = found.defect()
                .map(d -> d.offset() >= JournalFormat.SEGMENT_HEADER)
                .orElse(false);
        int segments = cutInside ? found.segments() + 1 : found.segments();
        return new JournalReport(
                found.journal(), found.lastSequence(), found.epoch(), segments, found.head(), found.defect());
    }
}
