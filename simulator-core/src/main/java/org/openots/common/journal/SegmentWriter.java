package org.openots.common.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes the segments of one journal under one epoch. Uses RandomAccessFile and not FileChannel because a channel is
 * closed for good when its thread is interrupted during a write. Used by one thread at a time.
 */
final class SegmentWriter {
    private final Path folder;
    private final long epoch;
    private final long largestSegment;
    private byte[] chain;
    private long lastSequence;
    private int segment;
    private RandomAccessFile file;

    SegmentWriter(Path folder, long epoch, long largestSegment, JournalReport state) throws IOException {
        this.folder = folder;
        this.epoch = epoch;
        this.largestSegment = largestSegment;
        this.chain = HexFormat.of().parseHex(state.head());
        this.lastSequence = state.lastSequence();
        this.segment = state.segments();
        this.file = next();
    }

    /** Writes records and makes them durable; returns the chain hash after each. */
    List<byte[]> write(List<byte[]> payloads) throws IOException {
        if (file.length() >= largestSegment) {
            file.close();
            file = next();
        }
        int size = 0;
        for (byte[] payload : payloads) {
            size += JournalFormat.recordSize(payload.length);
        }
        ByteBuffer buffer = ByteBuffer.allocate(size);
        List<byte[]> hashes = new ArrayList<>(payloads.size());
        for (byte[] payload : payloads) {
            lastSequence++;
            chain = JournalFormat.putRecord(buffer, chain, epoch, lastSequence, payload);
            hashes.add(chain);
        }
        file.write(buffer.array());
        file.getFD().sync();
        return hashes;
    }

    /** Whether a later owner has taken the journal over. */
    long currentEpoch() throws IOException {
        return CurrentSegment.read(folder).epoch();
    }

    void close() throws IOException {
        file.close();
    }

    private RandomAccessFile next() throws IOException {
        segment++;
        Path path = folder.resolve(JournalFormat.segmentName(segment));
        RandomAccessFile opened = new RandomAccessFile(path.toFile(), "rw");
        try {
            opened.setLength(0);
            opened.write(JournalFormat.header(segment, epoch, lastSequence + 1, chain));
            opened.getFD().sync();
            SegmentFolder.syncFolder(folder);
            new CurrentSegment(epoch, segment).write(folder);
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }
}
