package org.openots.dcs.historian;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;

/**
 * A sealed file: the rows of each tag in one piece, sorted by time, then their roll-ups of a minute, at the end an index
 * of the tags. Immutable; may be read by several threads.
 */
final class Segment {
    static final String SUFFIX = ".seg";
    /** Length of a roll-up, ms. */
    static final long MINUTE = 60_000;

    private static final int MAGIC = 0x4F545348;
    private static final int VERSION = 1;
    private static final int ROW = Long.BYTES + Double.BYTES + Short.BYTES;
    private static final int ROLL_UP = Long.BYTES + Integer.BYTES + 3 * Double.BYTES + 2;
    private static final int FOOT = Long.BYTES + 3 * Integer.BYTES;

    private final Path file;
    private final Map<String, Piece> pieces;

    private Segment(Path file, Map<String, Piece> pieces) {
        this.file = file;
        this.pieces = pieces;
    }

    /** Where a tag's rows and roll-ups stand. */
    private record Piece(long place, int rows, int rollUps, long first, long last, int crc) {
        int bytes() {
            return rows * ROW + rollUps * ROLL_UP;
        }

        boolean covers(long from, long to) {
            return first < to && last >= from;
        }
    }

    Path file() {
        return file;
    }

    long bytes() {
        return pieces.values().stream().mapToLong(Piece::bytes).sum();
    }

    /** The time of the last row of any tag, UTC in ms. */
    long last() {
        return pieces.values().stream().mapToLong(Piece::last).max().orElse(Long.MIN_VALUE);
    }

    boolean has(String tag, long from, long to) {
        Piece piece = pieces.get(tag);
        return piece != null && piece.covers(from, to);
    }

    Set<String> tags() {
        return pieces.keySet();
    }

    /** The rows of a tag; empty when the segment has none in that time. */
    Column rows(String tag, long from, long to) {
        Piece piece = pieces.get(tag);
        if (piece == null || !piece.covers(from, to)) {
            return new Column();
        }
        return column(bytes(piece), piece).between(from, to);
    }

    /** The roll-ups of a tag that begin in a stretch of time. */
    List<RollUp> rollUps(String tag, long from, long to) {
        Piece piece = pieces.get(tag);
        if (piece == null || !piece.covers(from - MINUTE, to)) {
            return List.of();
        }
        ByteBuffer bytes = bytes(piece).position(piece.rows() * ROW);
        List<RollUp> found = new ArrayList<>();
        for (int i = 0; i < piece.rollUps(); i++) {
            RollUp one = rollUp(bytes);
            if (one.from() >= from && one.from() < to) {
                found.add(one);
            }
        }
        return found;
    }

    private static RollUp rollUp(ByteBuffer bytes) {
        return new RollUp(
                bytes.getLong(),
                bytes.getInt(),
                bytes.getDouble(),
                bytes.getDouble(),
                bytes.getDouble(),
                RowMark.level(bytes.get()),
                bytes.get() != 0);
    }

    private ByteBuffer bytes(Piece piece) {
        ByteBuffer bytes = ByteBuffer.allocate(piece.bytes());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            fill(channel, bytes, piece.place());
        } catch (IOException e) {
            throw FileErrors.unreadable(file.toString(), e);
        }
        if (crc(bytes.duplicate()) != piece.crc()) {
            throw new OtsException(HistorianError.DAMAGED, file, piece.place());
        }
        return bytes;
    }

    private static Column column(ByteBuffer bytes, Piece piece) {
        long[] times = new long[piece.rows()];
        double[] values = new double[piece.rows()];
        short[] marks = new short[piece.rows()];
        bytes.asLongBuffer().get(times);
        bytes.position(piece.rows() * Long.BYTES).slice().asDoubleBuffer().get(values);
        bytes.position(piece.rows() * (Long.BYTES + Double.BYTES))
                .slice()
                .asShortBuffer()
                .get(marks);
        return new Column(times, values, marks);
    }

    private static void fill(FileChannel channel, ByteBuffer bytes, long place) throws IOException {
        long at = place;
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, at);
            if (read < 0) {
                throw new IOException("the file ends at " + at);
            }
            at += read;
        }
        bytes.flip();
    }

    private static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /**
     * Writes a segment. It is there whole or not at all.
     *
     * @param file where
     * @param columns rows by tag
     * @return the segment
     * @throws IOException if the disk refuses
     */
    static Segment write(Path file, SortedMap<String, Column> columns) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Map<String, Piece> pieces = new HashMap<>();
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            put(
                    out,
                    ByteBuffer.allocate(2 * Integer.BYTES)
                            .putInt(MAGIC)
                            .putInt(VERSION)
                            .flip());
            for (Map.Entry<String, Column> entry : columns.entrySet()) {
                if (entry.getValue().size() > 0) {
                    pieces.put(entry.getKey(), write(out, entry.getValue()));
                }
            }
            ByteBuffer index = index(pieces);
            long place = out.position();
            put(out, index.duplicate());
            put(
                    out,
                    ByteBuffer.allocate(FOOT)
                            .putLong(place)
                            .putInt(index.remaining())
                            .putInt(crc(index))
                            .putInt(MAGIC)
                            .flip());
            out.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Segment(file, Map.copyOf(pieces));
    }

    private static Piece write(FileChannel out, Column column) throws IOException {
        List<RollUp> rollUps = rollUps(column);
        int rows = column.size();
        ByteBuffer bytes = ByteBuffer.allocate(rows * ROW + rollUps.size() * ROLL_UP);
        for (int i = 0; i < rows; i++) {
            bytes.putLong(column.time(i));
        }
        for (int i = 0; i < rows; i++) {
            bytes.putDouble(column.value(i));
        }
        for (int i = 0; i < rows; i++) {
            bytes.putShort(column.mark(i));
        }
        for (RollUp one : rollUps) {
            bytes.putLong(one.from()).putInt(one.count());
            bytes.putDouble(one.min()).putDouble(one.max()).putDouble(one.sum());
            bytes.put(RowMark.place(one.worst())).put((byte) (one.gap() ? 1 : 0));
        }
        bytes.flip();
        Piece piece = new Piece(
                out.position(), rows, rollUps.size(), column.time(0), column.time(rows - 1), crc(bytes.duplicate()));
        put(out, bytes);
        return piece;
    }

    /** The roll-ups of a column, each beginning at a full minute. */
    static List<RollUp> rollUps(Column column) {
        TreeMap<Long, RollUp> minutes = new TreeMap<>();
        for (int i = 0; i < column.size(); i++) {
            long minute = Math.floorDiv(column.time(i), MINUTE) * MINUTE;
            minutes.put(
                    minute, minutes.getOrDefault(minute, RollUp.empty(minute)).with(column.value(i), column.mark(i)));
        }
        return List.copyOf(minutes.values());
    }

    private static ByteBuffer index(Map<String, Piece> pieces) {
        Map<String, byte[]> names = new TreeMap<>();
        pieces.keySet().forEach(name -> names.put(name, name.getBytes(StandardCharsets.UTF_8)));
        int size = Integer.BYTES;
        for (byte[] name : names.values()) {
            size += Short.BYTES + name.length + 3 * Long.BYTES + 3 * Integer.BYTES;
        }
        ByteBuffer index = ByteBuffer.allocate(size).putInt(pieces.size());
        names.forEach((name, bytes) -> {
            Piece piece = pieces.getOrDefault(name, new Piece(0, 0, 0, 0, 0, 0));
            index.putShort((short) bytes.length).put(bytes);
            index.putLong(piece.place()).putInt(piece.rows()).putInt(piece.rollUps());
            index.putLong(piece.first()).putLong(piece.last()).putInt(piece.crc());
        });
        return index.flip();
    }

    private static void put(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /**
     * Opens a segment: reads its index.
     *
     * @param file the file
     * @return the segment
     * @throws OtsException if the file is no whole segment
     */
    static Segment open(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < FOOT) {
                throw new OtsException(HistorianError.DAMAGED, file, 0);
            }
            ByteBuffer foot = ByteBuffer.allocate(FOOT);
            fill(channel, foot, size - FOOT);
            long place = foot.getLong();
            int length = foot.getInt();
            int crc = foot.getInt();
            if (foot.getInt() != MAGIC || place < 0 || length < 0 || place + length > size - FOOT) {
                throw new OtsException(HistorianError.DAMAGED, file, size - FOOT);
            }
            ByteBuffer index = ByteBuffer.allocate(length);
            fill(channel, index, place);
            if (crc(index.duplicate()) != crc) {
                throw new OtsException(HistorianError.DAMAGED, file, place);
            }
            return new Segment(file, pieces(index));
        } catch (IOException e) {
            throw FileErrors.unreadable(file.toString(), e);
        }
    }

    private static Map<String, Piece> pieces(ByteBuffer index) {
        Map<String, Piece> pieces = new HashMap<>();
        int count = index.getInt();
        for (int i = 0; i < count; i++) {
            byte[] name = new byte[index.getShort()];
            index.get(name);
            long place = index.getLong();
            int rows = index.getInt();
            int rollUps = index.getInt();
            Piece piece = new Piece(place, rows, rollUps, index.getLong(), index.getLong(), index.getInt());
            pieces.put(new String(name, StandardCharsets.UTF_8), piece);
        }
        return Map.copyOf(pieces);
    }
}
