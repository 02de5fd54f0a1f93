package org.openots.dcs.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The frames of one boot on disk, in files that are removed as a whole once all of them have arrived. */
public final class FrameJournal implements FrameLog {
    private static final String SUFFIX = ".frames";

    private final Path folder;
    private final String boot;
    private final long segmentBytes;
    private final List<Segment> segments = new ArrayList<>();
    private long first;
    private long next;

    private FrameJournal(Path folder, long segmentBytes) {
        this.folder = folder;
        this.segmentBytes = segmentBytes;
        boot = String.valueOf(folder.getFileName());
    }

    /** One file: where each of its frames begins. */
    private static final class Segment {
        private final SegmentFile file;
        private final long first;
        private long[] offsets = new long[64];
        private int count;

        Segment(SegmentFile file, long first) {
            this.file = file;
            this.first = first;
        }

        void add(long offset) {
            if (count == offsets.length) {
                offsets = Arrays.copyOf(offsets, 2 * count);
            }
            offsets[count++] = offset;
        }

        long last() {
            return first + count - 1;
        }
    }

    /**
     * Opens the journal in a folder named after its boot, or makes it. The incomplete end of a journal whose process was
     * killed is cut off; nothing before it is lost.
     *
     * @param folder the folder
     * @param segmentBytes size at which a new file is begun
     * @return the journal
     * @throws IOException if it cannot be read or written
     */
    public static FrameJournal open(Path folder, long segmentBytes) throws IOException {
        Files.createDirectories(folder);
        FrameJournal journal = new FrameJournal(folder, segmentBytes);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
                journal.load(file);
            }
        }
        journal.first = journal.segments.isEmpty() ? 0 : journal.segments.get(0).first;
        return journal;
    }

    private void load(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        long start = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
        List<Long> found = new ArrayList<>();
        Segment segment = new Segment(SegmentFile.open(path, (offset, content) -> found.add(offset)), start);
        found.forEach(segment::add);
        segments.add(segment);
        next = start + segment.count;
    }

    @Override
    public String boot() {
        return boot;
    }

    @Override
    public long first() {
        return first;
    }

    @Override
    public long last() {
        return next - 1;
    }

    @Override
    public void append(long time, List<Frame.Entry> entries) throws IOException {
        if (segments.isEmpty() || current().file.length() >= segmentBytes) {
            Path path = folder.resolve(String.format(Locale.ROOT, "%016d%s", next, SUFFIX));
            segments.add(new Segment(SegmentFile.create(path), next));
        }
        byte[] frame = FrameCodec.encode(new Frame(boot, next, time, entries, false));
        current().add(current().file.append(frame));
        next++;
    }

    private Segment current() {
        return segments.get(segments.size() - 1);
    }

    @Override
    public byte[] read(long seq) throws IOException {
        for (int i = segments.size() - 1; i >= 0; i--) {
            Segment segment = segments.get(i);
            if (seq >= segment.first && seq <= segment.last()) {
                return segment.file.read(segment.offsets[(int) (seq - segment.first)]);
            }
        }
        throw new IllegalArgumentException("frame " + seq + " of " + boot + " is not kept");
    }

    @Override
    public void trim(long upTo) throws IOException {
        first = Math.max(first, Math.min(upTo + 1, next));
        while (segments.size() > 1 && segments.get(0).last() < first) {
            remove();
        }
    }

    /** Removes the oldest file, with what has not arrived of it. */
    Optional<SeqSet.Range> drop() throws IOException {
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        long last = segments.get(0).last();
        SeqSet.Range gone = new SeqSet.Range(first, last);
        remove();
        first = Math.max(first, last + 1);
        return gone.from() <= last ? Optional.of(gone) : Optional.empty();
    }

    private void remove() throws IOException {
        SegmentFile file = segments.remove(0).file;
        file.close();
        Files.delete(file.path());
    }

    /** Size of all files, bytes. */
    long bytes() {
        return segments.stream().mapToLong(segment -> segment.file.length()).sum();
    }

    /**
     * When the oldest file was written last by the clock of this machine, UTC in ms; empty without files. The times in
     * frames are no measure of age: a clock of the source that is off must not lose its data.
     */
    Optional<Long> oldestWritten() throws IOException {
        return segments.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Files.getLastModifiedTime(segments.get(0).file.path()).toMillis());
    }

    /** Whether nothing of it is still to arrive. */
    boolean done() {
        return first > last();
    }

    /** Closes it and removes it. */
    void delete() throws IOException {
        while (!segments.isEmpty()) {
            remove();
        }
        Files.delete(folder);
    }

    @Override
    public void sync() throws IOException {
        if (!segments.isEmpty()) {
            current().file.sync();
        }
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : segments) {
            segment.file.close();
        }
    }
}
