package org.openots.dcs.frame;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A file of records that only grows: a line that names the format, then for each record its length, its checksum (CRC-32C
 * of length and content) and its content. What does not match at the end was being written when the process or the
 * computer ended, and is cut off.
 */
final class SegmentFile implements AutoCloseable {
    private static final byte[] MAGIC = "openots-frames 1.0\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 8;

    /** A frame has at most 64 KiB; a longer length is damage. */
    private static final int LARGEST = 16 * 1024 * 1024;

    private final Path path;
    private final RandomAccessFile file;
    private long end;

    private SegmentFile(Path path, RandomAccessFile file, long end) {
        this.path = path;
        this.file = file;
        this.end = end;
    }

    /** A record found at opening. */
    interface Visitor {
        void visit(long offset, byte[] content) throws IOException;
    }

    static SegmentFile create(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            file.setLength(0);
            file.write(MAGIC);
            return new SegmentFile(path, file, MAGIC.length);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Opens a file, shows all records that are whole, and cuts off the rest. */
    static SegmentFile open(Path path, Visitor visitor) throws IOException {
        byte[] all = Files.readAllBytes(path);
        long good = scan(all, visitor);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            if (good == 0) {
                file.setLength(0);
                file.write(MAGIC);
                good = MAGIC.length;
            } else if (good < all.length) {
                file.setLength(good);
            }
            return new SegmentFile(path, file, good);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Shows all whole records of a file without changing it. */
    static void read(Path path, Visitor visitor) throws IOException {
        scan(Files.readAllBytes(path), visitor);
    }

    /** Returns where the last whole record ends; 0 when not even the first line is whole. */
    private static long scan(byte[] all, Visitor visitor) throws IOException {
        if (all.length < MAGIC.length || !Arrays.equals(all, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return 0;
        }
        int at = MAGIC.length;
        while (at + HEAD <= all.length) {
            ByteBuffer head = ByteBuffer.wrap(all, at, HEAD);
            int length = head.getInt();
            int checksum = head.getInt();
            if (length < 0 || length > LARGEST || at + HEAD + length > all.length) {
                break;
            }
            byte[] content = Arrays.copyOfRange(all, at + HEAD, at + HEAD + length);
            if (crc(content) != checksum) {
                break;
            }
            visitor.visit(at, content);
            at += HEAD + length;
        }
        return at;
    }

    private static int crc(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(4).putInt(0, content.length));
        crc.update(content);
        return (int) crc.getValue();
    }

    /** Appends a record and returns where it begins. A failed write leaves nothing behind. */
    long append(byte[] content) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(HEAD + content.length);
        record.putInt(content.length).putInt(crc(content)).put(content);
        long offset = end;
        file.seek(offset);
        try {
            file.write(record.array());
        } catch (IOException e) {
            file.setLength(offset);
            throw e;
        }
        end = offset + record.capacity();
        return offset;
    }

    byte[] read(long offset) throws IOException {
        file.seek(offset);
        int length = file.readInt();
        int checksum = file.readInt();
        if (length < 0 || length > LARGEST) {
            throw new EOFException(path + " is damaged at " + offset);
        }
        byte[] content = new byte[length];
        file.readFully(content);
        if (crc(content) != checksum) {
            throw new EOFException(path + " is damaged at " + offset);
        }
        return content;
    }

    void sync() throws IOException {
        file.getFD().sync();
    }

    long length() {
        return end;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
