package org.openots.common.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;

/**
 * Reads a journal from its folder and checks everything on the way: checksums, sequence, epochs, segment order and the
 * hash chain. Delivers only records that are proven intact and stops at the first defect.
 */
public final class JournalReader {
    private final Path folder;
    private final Consumer<JournalRecord> consumer;
    private byte[] chain;
    private long sequence;
    private long epoch;
    private int segments;
    private long offset;

    private JournalReader(Path folder, Consumer<JournalRecord> consumer) {
        this.folder = folder;
        this.consumer = consumer;
        this.chain = JournalFormat.genesis(name(folder));
    }

    /**
     * Reads a journal.
     *
     * @param folder the journal's folder; its name is the journal's name
     * @param consumer gets every intact record in order
     * @return what was found
     * @throws OtsException if a file cannot be read at all
     */
    public static JournalReport read(Path folder, Consumer<JournalRecord> consumer) {
        return new JournalReader(folder, consumer).run();
    }

    /**
     * Checks a journal without using its content.
     *
     * @param folder the journal's folder; its name is the journal's name
     * @return what was found
     * @throws OtsException if a file cannot be read at all
     */
    public static JournalReport verify(Path folder) {
        return read(folder, record -> {});
    }

    static String name(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        return whole.getName(whole.getNameCount() - 1).toString();
    }

    private JournalReport run() {
        Optional<JournalDefect> defect = Optional.empty();
        try {
            int last = SegmentFolder.lastSegment(folder);
            CurrentSegment current = CurrentSegment.read(folder);
            int expected = Math.max(last, current.segment());
            while (defect.isEmpty() && segments < expected) {
                defect = segment(segments + 1, segments + 1 == last && last >= current.segment());
                if (defect.isEmpty()) {
                    segments++;
                }
            }
            // the pointer is written before the first record of a journal
            boolean lost = current.segment() == 0 && (last > 1 || sequence > 0);
            if (defect.isEmpty() && (lost || current.damaged())) {
                defect = defect(CommonError.JOURNAL_BROKEN_POINTER, CurrentSegment.FILE, 0);
            }
        } catch (IOException e) {
            throw new OtsException(CommonError.FILE_UNREADABLE, folder.toString(), e.toString());
        }
        return new JournalReport(name(folder), sequence, epoch, segments, JournalFormat.hex(chain), defect);
    }

    private Optional<JournalDefect> segment(int number, boolean last) throws IOException {
        Path file = folder.resolve(JournalFormat.segmentName(number));
        if (!Files.exists(file)) {
            return defect(CommonError.JOURNAL_MISSING_SEGMENT, JournalFormat.segmentName(number), 0);
        }
        long size = Files.size(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Optional<JournalDefect> defect = header(in, number, size, last);
            offset = JournalFormat.SEGMENT_HEADER;
            while (defect.isEmpty() && offset < size) {
                defect = record(in, JournalFormat.segmentName(number), size - offset, last);
            }
            return defect;
        }
    }

    private Optional<JournalDefect> header(DataInputStream in, int number, long size, boolean last) throws IOException {
        String file = JournalFormat.segmentName(number);
        byte[] bytes = in.readNBytes(JournalFormat.SEGMENT_HEADER);
        if (bytes.length < JournalFormat.SEGMENT_HEADER || allZero(bytes)) {
            return defect(last ? CommonError.JOURNAL_TORN_TAIL : CommonError.JOURNAL_BROKEN_HEADER, file, 0);
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        int crcAt = JournalFormat.SEGMENT_HEADER - 4;
        byte[] magic = new byte[JournalFormat.MAGIC.length];
        header.get(magic);
        short major = header.getShort();
        header.getShort();
        if (!Arrays.equals(magic, JournalFormat.MAGIC) || header.getInt(crcAt) != JournalFormat.crc(header, 0, crcAt)) {
            return defect(CommonError.JOURNAL_BROKEN_HEADER, file, 0);
        }
        if (major != JournalFormat.MAJOR) {
            return defect(CommonError.JOURNAL_UNKNOWN_VERSION, file, JournalFormat.MAGIC.length);
        }
        int segment = header.getInt();
        long segmentEpoch = header.getLong();
        long first = header.getLong();
        byte[] before = new byte[JournalFormat.HASH];
        header.get(before);
        boolean follows = segment == number
                && segmentEpoch >= epoch
                && first == sequence + 1
                && Arrays.equals(before, chain)
                && size >= JournalFormat.SEGMENT_HEADER;
        epoch = follows ? segmentEpoch : epoch;
        return follows ? Optional.empty() : defect(CommonError.JOURNAL_WRONG_SEGMENT, file, 0);
    }

    private Optional<JournalDefect> record(DataInputStream in, String file, long left, boolean last)
            throws IOException {
        byte[] headBytes = in.readNBytes(JournalFormat.RECORD_HEAD);
        CommonError tail = last ? CommonError.JOURNAL_TORN_TAIL : CommonError.JOURNAL_BROKEN_RECORD;
        if (headBytes.length < JournalFormat.RECORD_HEAD) {
            return defect(tail, file, offset);
        }
        ByteBuffer head = ByteBuffer.wrap(headBytes);
        int crcAt = JournalFormat.RECORD_HEAD - 4;
        int length = head.getInt();
        if (head.getInt(crcAt) != JournalFormat.crc(head, 0, crcAt)
                || length < 0
                || length > JournalFormat.LARGEST_PAYLOAD) {
            boolean zeros = allZero(headBytes) && onlyZeros(in);
            return defect(zeros ? tail : CommonError.JOURNAL_BROKEN_RECORD, file, offset);
        }
        if (left < JournalFormat.recordSize(length)) {
            return defect(tail, file, offset);
        }
        return body(in, headBytes, length, file);
    }

    private Optional<JournalDefect> body(DataInputStream in, byte[] head, int length, String file) throws IOException {
        ByteBuffer whole = ByteBuffer.allocate(JournalFormat.recordSize(length));
        whole.put(head);
        in.readFully(whole.array(), JournalFormat.RECORD_HEAD, length + JournalFormat.RECORD_FOOT);
        int crcAt = whole.capacity() - 4;
        if (whole.getInt(crcAt) != JournalFormat.crc(whole, 0, crcAt)) {
            return defect(CommonError.JOURNAL_BROKEN_RECORD, file, offset);
        }
        long recordEpoch = whole.getLong(4);
        long recordSequence = whole.getLong(12);
        byte[] payload =
                Arrays.copyOfRange(whole.array(), JournalFormat.RECORD_HEAD, JournalFormat.RECORD_HEAD + length);
        byte[] hash = Arrays.copyOfRange(whole.array(), JournalFormat.RECORD_HEAD + length, crcAt);
        byte[] next = JournalFormat.chain(chain, recordEpoch, recordSequence, payload);
        if (recordEpoch != epoch || recordSequence != sequence + 1 || !Arrays.equals(hash, next)) {
            return defect(CommonError.JOURNAL_BROKEN_CHAIN, file, offset);
        }
        chain = next;
        sequence = recordSequence;
        offset += whole.capacity();
        String text = new String(payload, StandardCharsets.UTF_8);
        consumer.accept(new JournalRecord(recordEpoch, recordSequence, text, JournalFormat.hex(next)));
        return Optional.empty();
    }

    private Optional<JournalDefect> defect(CommonError code, String file, long offset) {
        return Optional.of(new JournalDefect(code, file, offset, sequence));
    }

    private static boolean onlyZeros(DataInputStream in) throws IOException {
        byte[] chunk = in.readNBytes(1 << 16);
        while (chunk.length > 0) {
            if (!allZero(chunk)) {
                return false;
            }
            chunk = in.readNBytes(1 << 16);
        }
        return true;
    }

    private static boolean allZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
