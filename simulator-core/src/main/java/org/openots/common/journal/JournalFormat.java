package org.openots.common.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** Layout of a segment file, version 1.0. All numbers are big-endian. */
final class JournalFormat {
    static final String VERSION = "1.0";
    static final byte[] MAGIC = "openots-journal\n".getBytes(StandardCharsets.US_ASCII);
    static final short MAJOR = 1;
    static final short MINOR = 0;

    /** Length of a SHA-256, bytes. */
    static final int HASH = 32;

    /** Segment header: magic 16, version 2 + 2, segment 4, epoch 8, first sequence 8, chain so far 32, CRC 4. */
    static final int SEGMENT_HEADER = 16 + 2 + 2 + 4 + 8 + 8 + HASH + 4;

    /** Record head: payload length 4, epoch 8, sequence 8, CRC of these 4. */
    static final int RECORD_HEAD = 4 + 8 + 8 + 4;

    /** What follows the payload: chain hash 32, CRC of the whole record before it 4. */
    static final int RECORD_FOOT = HASH + 4;

    /** Largest payload, bytes: a snapshot of the largest plant is below 1 MB; more means a damaged length. */
    static final int LARGEST_PAYLOAD = 16 * 1024 * 1024;

    static final Pattern SEGMENT_NAME = Pattern.compile("\\d{6}\\.journal");
    static final Pattern JOURNAL_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private JournalFormat() {}

    static String segmentName(int segment) {
        return String.format(Locale.ROOT, "%06d.journal", segment);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /** The chain before the first record; depends on the journal's name, so that journals cannot be mixed up. */
    static byte[] genesis(String journal) {
        return sha256().digest(("openots-journal " + VERSION + " " + journal).getBytes(StandardCharsets.UTF_8));
    }

    static int crc(ByteBuffer buffer, int from, int to) {
        CRC32C crc = new CRC32C();
        ByteBuffer part = buffer.duplicate();
        part.limit(to).position(from);
        crc.update(part);
        return (int) crc.getValue();
    }

    static byte[] header(int segment, long epoch, long firstSequence, byte[] chain) {
        ByteBuffer buffer = ByteBuffer.allocate(SEGMENT_HEADER);
        buffer.put(MAGIC).putShort(MAJOR).putShort(MINOR).putInt(segment);
        buffer.putLong(epoch).putLong(firstSequence).put(chain);
        buffer.putInt(crc(buffer, 0, buffer.position()));
        return buffer.array();
    }

    static int recordSize(int payload) {
        return RECORD_HEAD + payload + RECORD_FOOT;
    }

    /** Appends a record to a buffer and returns the chain hash after it. */
    static byte[] putRecord(ByteBuffer buffer, byte[] chain, long epoch, long sequence, byte[] payload) {
        int start = buffer.position();
        buffer.putInt(payload.length).putLong(epoch).putLong(sequence);
        buffer.putInt(crc(buffer, start, buffer.position()));
        buffer.put(payload);
        byte[] next = chain(chain, epoch, sequence, payload);
        buffer.put(next);
        buffer.putInt(crc(buffer, start, buffer.position()));
        return next;
    }

    /** Hash of the previous hash and the record's length, epoch, sequence and payload. */
    static byte[] chain(byte[] previous, long epoch, long sequence, byte[] payload) {
        MessageDigest digest = sha256();
        digest.update(previous);
        ByteBuffer head = ByteBuffer.allocate(4 + 8 + 8);
        head.putInt(payload.length).putLong(epoch).putLong(sequence);
        digest.update(head.array());
        return digest.digest(payload);
    }
}
