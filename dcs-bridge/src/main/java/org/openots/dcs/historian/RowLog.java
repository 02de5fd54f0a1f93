package org.openots.dcs.historian;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.CRC32C;
import org.openots.common.error.FileErrors;

/**
 * The log of new rows: blocks of length, CRC32C and bytes. A block names a tag or holds rows of any tags. What a crash
 * tears is the last block only; it is cut off when the log is opened again. Not for several threads.
 */
final class RowLog implements AutoCloseable {
    private static final int HEAD = 8;
    private static final byte TAG = 1;
    private static final byte ROWS = 2;
    private static final int ROW = Short.BYTES + Long.BYTES + Double.BYTES + Short.BYTES;
    /** A full buffer is written as one block. */
    private static final int BUFFER = 64 * 1024;
    /** No block is longer: a longer length is a torn or foreign one. */
    private static final int LONGEST = BUFFER + 1024;

    private final Path file;
    private final FileChannel channel;
    private final Map<String, Short> numbers = new HashMap<>();
    private final ByteBuffer rows = ByteBuffer.allocate(BUFFER);

    private RowLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens a log and reads what is in it.
     *
     * @param file the log; made when it is not there
     * @param found is told of every whole row in it
     * @return the log, at its end
     */
    static RowLog open(Path file, BiConsumer<String, HistoryRow> found) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            RowLog log = new RowLog(file, channel);
            long whole = log.replay(found);
            if (whole < channel.size()) {
                channel.truncate(whole);
            }
            channel.position(whole);
            return log;
        } catch (IOException e) {
            throw FileErrors.unreadable(file.toString(), e);
        }
    }

    private long replay(BiConsumer<String, HistoryRow> found) throws IOException {
        Map<Short, String> names = new HashMap<>();
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
        int whole = 0;
        while (all.remaining() >= HEAD) {
            int length = all.getInt();
            int crc = all.getInt();
            if (length < 1 || length > LONGEST || length > all.remaining()) {
                break;
            }
            ByteBuffer block = all.slice(all.position(), length);
            if (crc(block.duplicate()) != crc) {
                break;
            }
            read(block, names, found);
            all.position(all.position() + length);
            whole = all.position();
        }
        return whole;
    }

    private void read(ByteBuffer block, Map<Short, String> names, BiConsumer<String, HistoryRow> found) {
        if (block.get() == TAG) {
            short number = block.getShort();
            String name = StandardCharsets.UTF_8.decode(block).toString();
            names.put(number, name);
            numbers.put(name, number);
            return;
        }
        while (block.remaining() >= ROW) {
            String name = names.get(block.getShort());
            HistoryRow row = RowMark.row(block.getLong(), block.getDouble(), block.getShort());
            if (name != null) {
                found.accept(name, row);
            }
        }
    }

    /**
     * Appends a row. It is on the disk after {@link #sync}.
     *
     * @param tag the tag
     * @param row the row
     * @throws IOException if the disk refuses
     */
    void append(String tag, HistoryRow row) throws IOException {
        Short number = numbers.get(tag);
        if (number == null) {
            number = (short) numbers.size();
            byte[] name = tag.getBytes(StandardCharsets.UTF_8);
            ByteBuffer block = ByteBuffer.allocate(1 + Short.BYTES + name.length);
            write(block.put(TAG).putShort(number).put(name).flip());
            numbers.put(tag, number);
        }
        if (rows.remaining() < ROW) {
            flush();
        }
        if (rows.position() == 0) {
            rows.put(ROWS);
        }
        rows.putShort(number).putLong(row.time()).putDouble(row.value()).putShort(RowMark.of(row));
    }

    /**
     * Brings all rows to the disk.
     *
     * @throws IOException if the disk refuses; the rows are kept and tried again with the next call
     */
    void sync() throws IOException {
        flush();
        channel.force(false);
    }

    private void flush() throws IOException {
        if (rows.position() > 0) {
            write(rows.duplicate().flip());
            rows.clear();
        }
    }

    /** Writes a block whole or not at all. */
    private void write(ByteBuffer block) throws IOException {
        long start = channel.position();
        ByteBuffer whole = ByteBuffer.allocate(HEAD + block.remaining());
        whole.putInt(block.remaining())
                .putInt(crc(block.duplicate()))
                .put(block)
                .flip();
        try {
            while (whole.hasRemaining()) {
                channel.write(whole);
            }
        } catch (IOException e) {
            channel.truncate(start);
            channel.position(start);
            throw e;
        }
    }

    private static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        try {
            sync();
        } finally {
            channel.close();
        }
    }
}
