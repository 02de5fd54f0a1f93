package org.openots.dcs.frame;

import java.util.ArrayDeque;
import java.util.List;

/** Frames in memory, for as long as the disk cannot take them. The oldest go when it is full. */
public final class MemoryLog implements FrameLog {
    private final String boot;
    private final int capacity;
    private final ArrayDeque<byte[]> frames = new ArrayDeque<>();
    private long first;

    /**
     * Creates an empty log.
     *
     * @param boot the boot
     * @param capacity most frames
     */
    public MemoryLog(String boot, int capacity) {
        this.boot = boot;
        this.capacity = capacity;
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
        return first + frames.size() - 1;
    }

    @Override
    public void append(long time, List<Frame.Entry> entries) {
        frames.add(FrameCodec.encode(new Frame(boot, last() + 1, time, entries, false)));
        if (frames.size() > capacity) {
            frames.remove();
            first++;
        }
    }

    @Override
    public byte[] read(long seq) {
        return frames.stream().skip(seq - first).findFirst().orElseThrow();
    }

    @Override
    public void trim(long upTo) {
        while (first <= upTo && !frames.isEmpty()) {
            frames.remove();
            first++;
        }
    }

    @Override
    public void sync() {
        // Nothing here outlasts anything.
    }

    @Override
    public void close() {
        frames.clear();
    }
}
