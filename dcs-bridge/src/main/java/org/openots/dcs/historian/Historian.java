package org.openots.dcs.historian;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;

/**
 * The history of all tags in a folder. Rows are on the disk after the next {@link #sync}; when the disk refuses, they
 * stay in memory, can be read, and are written as soon as it takes them again. Safe for several threads.
 */
public final class Historian implements AutoCloseable {
    private static final String LOG = ".rows";

    private final Path folder;
    private final Settings settings;
    private final InstantSource clock;
    private final Executor sealer;
    private final FileChannel lockFile;
    private final List<Segment> segments = new ArrayList<>();
    private final Deque<Part> sealing = new ArrayDeque<>();
    private Part open;
    private @Nullable OtsException failure;
    private long forgotten;

    /**
     * How a history is kept.
     *
     * @param rows so many rows make a segment
     * @param ageMs after this time a segment is made of fewer, ms
     * @param bytes when the segments need more, the oldest are deleted
     */
    public record Settings(int rows, long ageMs, long bytes) {
        /** A million rows or an hour; 20 GB, about a month at 400 rows/s. */
        public static final Settings USUAL = new Settings(1_000_000, 3_600_000, 20_000_000_000L);
    }

    /**
     * How the historian is.
     *
     * @param segments sealed files
     * @param bytes what they need
     * @param unsealed rows that are in no segment yet
     * @param forgotten rows that were given up because the disk refused for too long
     * @param failure why the disk refuses; empty when it does not
     */
    public record Status(int segments, long bytes, long unsealed, long forgotten, Optional<OtsException> failure) {}

    /** Rows that are in no segment yet, and their log. */
    private record Part(long number, long since, RowLog log, SortedMap<String, Column> columns) {
        int rows() {
            return columns.values().stream().mapToInt(Column::size).sum();
        }
    }

    /** Parts that wait for the disk; more than these are given up. */
    private static final int MOST_WAITING = 4;

    /**
     * Opens a history.
     *
     * @param folder its folder; made when it is not there
     * @param settings how it is kept
     * @param clock the time
     * @param sealer runs the work of making segments
     * @throws OtsException if another program uses it or a file cannot be read
     */
    public Historian(Path folder, Settings settings, InstantSource clock, Executor sealer) {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.sealer = sealer;
        try {
            Files.createDirectories(folder);
            lockFile = locked(folder);
            open = recovered();
        } catch (IOException e) {
            throw FileErrors.unwritable(folder.toString(), e);
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("historian.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new OtsException(HistorianError.IN_USE, folder);
        }
        if (lock == null) {
            channel.close();
            throw new OtsException(HistorianError.IN_USE, folder);
        }
        return channel;
    }

    /** Reads what is there; logs of an earlier run become segments, the newest goes on. */
    private Part recovered() throws IOException {
        for (Path half : files(".part")) {
            Files.delete(half);
        }
        for (Path file : files(Segment.SUFFIX)) {
            segments.add(Segment.open(file));
        }
        long last = segments.isEmpty()
                ? 0
                : number(segments.get(segments.size() - 1).file());
        Part newest = null;
        for (Path file : files(LOG)) {
            if (number(file) <= last && Files.exists(folder.resolve(name(number(file), Segment.SUFFIX)))) {
                Files.delete(file);
                continue;
            }
            if (newest != null) {
                seal(newest);
            }
            newest = part(number(file));
        }
        return newest == null ? part(last + 1) : newest;
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> String.valueOf(file.getFileName()).endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static long number(Path file) {
        String name = String.valueOf(file.getFileName());
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }

    private static String name(long number, String suffix) {
        return String.format("%010d%s", number, suffix);
    }

    private Part part(long number) {
        SortedMap<String, Column> columns = new TreeMap<>();
        RowLog log = RowLog.open(
                folder.resolve(name(number, LOG)),
                (tag, row) -> columns.computeIfAbsent(tag, none -> new Column()).add(row));
        return new Part(number, clock.millis(), log, columns);
    }

    /**
     * Appends a row.
     *
     * @param tag the tag
     * @param row the row; its time may lie before that of earlier ones
     */
    public synchronized void append(String tag, HistoryRow row) {
        open.columns().computeIfAbsent(tag, none -> new Column()).add(row);
        try {
            open.log().append(tag, row);
        } catch (IOException e) {
            failed(open, e);
        }
    }

    /**
     * Brings all rows to the disk and makes a segment when one is due. To be called once a second.
     *
     * @return whether all rows are on the disk
     */
    public synchronized boolean sync() {
        boolean durable = true;
        try {
            open.log().sync();
            failure = sealing.isEmpty() ? null : failure;
        } catch (IOException e) {
            failed(open, e);
            durable = false;
        }
        int rows = open.rows();
        if (rows >= settings.rows() || (rows > 0 && clock.millis() - open.since() >= settings.ageMs())) {
            roll();
        }
        return durable;
    }

    private void failed(Part part, IOException cause) {
        failure = FileErrors.unwritable(part.log().file().toString(), cause);
    }

    private void roll() {
        Part full = open;
        try {
            open = part(full.number() + 1);
        } catch (OtsException e) {
            failure = e;
            return;
        }
        // sorted while nobody else reads them: after this they only are read
        full.columns().values().forEach(Column::sort);
        sealing.add(full);
        while (sealing.size() > MOST_WAITING) {
            forgotten += sealing.remove().rows();
        }
        sealer.execute(this::sealWaiting);
    }

    private void sealWaiting() {
        for (Part next = waiting(); next != null; next = waiting()) {
            try {
                seal(next);
            } catch (IOException e) {
                synchronized (this) {
                    failed(next, e);
                }
                return;
            }
        }
    }

    private synchronized @Nullable Part waiting() {
        return sealing.peek();
    }

    private void seal(Part part) throws IOException {
        Segment segment = Segment.write(folder.resolve(name(part.number(), Segment.SUFFIX)), part.columns());
        synchronized (this) {
            segments.add(segment);
            sealing.remove(part);
        }
        part.log().close();
        Files.deleteIfExists(part.log().file());
        forgetOldest();
    }

    private void forgetOldest() throws IOException {
        while (true) {
            Segment oldest;
            synchronized (this) {
                long bytes = segments.stream().mapToLong(Segment::bytes).sum();
                if (bytes <= settings.bytes() || segments.size() < 2) {
                    return;
                }
                oldest = segments.remove(0);
            }
            Files.deleteIfExists(oldest.file());
        }
    }

    /**
     * All tags that have a row.
     *
     * @return their names
     */
    public synchronized SortedSet<String> tags() {
        SortedSet<String> tags = new TreeSet<>(open.columns().keySet());
        sealing.forEach(part -> tags.addAll(part.columns().keySet()));
        segments.forEach(segment -> tags.addAll(segment.tags()));
        return tags;
    }

    /**
     * The rows of a tag.
     *
     * @param tag the tag
     * @param from first time, UTC in ms
     * @param to first time no more, UTC in ms
     * @return the rows by time; a row that came twice is there once
     * @throws OtsException if a file is damaged
     */
    public List<HistoryRow> rows(String tag, long from, long to) {
        Column column = column(tag, from, to);
        List<HistoryRow> rows = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            HistoryRow row = column.row(i);
            if (rows.isEmpty() || !rows.get(rows.size() - 1).equals(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Column column(String tag, long from, long to) {
        if (from >= to) {
            throw new OtsException(HistorianError.NO_TIME, from, to);
        }
        Column all = new Column();
        for (Segment segment : segments(tag, from, to)) {
            all.add(segment.rows(tag, from, to));
        }
        unsealed(tag, from, to).forEach(all::add);
        return all;
    }

    private synchronized List<Segment> segments(String tag, long from, long to) {
        return segments.stream().filter(segment -> segment.has(tag, from, to)).toList();
    }

    private synchronized List<Column> unsealed(String tag, long from, long to) {
        return Stream.concat(sealing.stream(), Stream.of(open))
                .flatMap(part -> Optional.ofNullable(part.columns().get(tag)).stream())
                .map(column -> column.between(from, to))
                .toList();
    }

    /**
     * A tag over time, for drawing.
     *
     * @param tag the tag
     * @param from first time, UTC in ms
     * @param to first time no more, UTC in ms
     * @param most into how many steps the time is divided at most
     * @return the trend; steps of a minute and longer are full minutes and may begin before the first time
     * @throws OtsException if a file is damaged
     */
    public Trend trend(String tag, long from, long to, int most) {
        if (from >= to || most < 1) {
            throw new OtsException(HistorianError.NO_TIME, from, to);
        }
        long step = Math.max(1, (to - from + most - 1) / most);
        if (step < Segment.MINUTE) {
            Column column = column(tag, from, to);
            TreeMap<Long, RollUp> steps = new TreeMap<>();
            for (int i = 0; i < column.size(); i++) {
                long start = from + (column.time(i) - from) / step * step;
                steps.put(start, steps.getOrDefault(start, RollUp.empty(start)).with(column.value(i), column.mark(i)));
            }
            return new Trend(tag, from, step, List.copyOf(steps.values()));
        }
        return ofMinutes(tag, from, to, (step + Segment.MINUTE - 1) / Segment.MINUTE * Segment.MINUTE);
    }

    private Trend ofMinutes(String tag, long from, long to, long step) {
        long start = Math.floorDiv(from, Segment.MINUTE) * Segment.MINUTE;
        List<RollUp> minutes = new ArrayList<>();
        for (Segment segment : segments(tag, start, to)) {
            minutes.addAll(segment.rollUps(tag, start, to));
        }
        unsealed(tag, start, to).forEach(column -> minutes.addAll(Segment.rollUps(column)));
        TreeMap<Long, RollUp> steps = new TreeMap<>();
        for (RollUp minute : minutes) {
            long place = start + (minute.from() - start) / step * step;
            steps.put(place, steps.getOrDefault(place, RollUp.empty(place)).with(minute));
        }
        return new Trend(tag, start, step, List.copyOf(steps.values()));
    }

    /**
     * How it is.
     *
     * @return numbers and failure
     */
    public synchronized Status status() {
        long unsealed = open.rows() + sealing.stream().mapToLong(Part::rows).sum();
        long bytes = segments.stream().mapToLong(Segment::bytes).sum();
        return new Status(segments.size(), bytes, unsealed, forgotten, Optional.ofNullable(failure));
    }

    /** Brings all rows to the disk and ends. */
    @Override
    public synchronized void close() {
        try {
            open.log().close();
            for (Part part : sealing) {
                part.log().close();
            }
            lockFile.close();
        } catch (IOException e) {
            throw FileErrors.unwritable(folder.toString(), e);
        }
    }
}
