package org.openots.distillation.field3d.gl;

import java.util.function.LongSupplier;

/** What the last picture cost: draw calls, triangles, time of the processor to hand it over. */
public final class FrameStatistics {
    private final LongSupplier nanoTime;
    private int draws;
    private long triangles;
    private long begun;
    private long submitNanos;
    private long frames;
    private boolean handOver;

    /**
     * Counts nothing yet.
     *
     * @param nanoTime a clock that only goes forward, ns
     */
    FrameStatistics(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void begin() {
        draws = 0;
        triangles = 0;
        begun = nanoTime.getAsLong();
    }

    void draw(long trianglesDrawn) {
        draws++;
        triangles += trianglesDrawn;
    }

    /** From now on everything is handed to the card with counts of zero, or with its counts again. */
    void handOverOnly(boolean only) {
        handOver = only;
    }

    /** What the card is told of a count of corners or instances. */
    int told(int count) {
        return handOver ? 0 : count;
    }

    void end() {
        submitNanos = nanoTime.getAsLong() - begun;
        frames++;
    }

    /**
     * Draw calls of the last picture, its panels left out.
     *
     * @return number
     */
    public int draws() {
        return draws;
    }

    /**
     * Triangles of the last picture.
     *
     * @return number
     */
    public long triangles() {
        return triangles;
    }

    /**
     * Time from the first to the last command of the last picture.
     *
     * @return ns
     */
    public long submitNanos() {
        return submitNanos;
    }

    /**
     * Pictures drawn so far.
     *
     * @return number
     */
    public long frames() {
        return frames;
    }
}
