package org.openots.dcs.frame;

import java.io.IOException;
import java.util.List;

/** What a sender keeps of one boot until it has arrived. Used by one thread at a time. */
public interface FrameLog extends AutoCloseable {
    /**
     * Whose frames these are.
     *
     * @return the boot
     */
    String boot();

    /**
     * Number of the oldest frame kept.
     *
     * @return the number; {@link #last} plus one when none is kept
     */
    long first();

    /**
     * Number of the newest frame.
     *
     * @return the number, -1 before the first
     */
    long last();

    /**
     * Adds a scan as the next frame.
     *
     * @param time when it was measured, UTC in ms
     * @param entries its values
     * @throws IOException if it cannot be kept; then there is no such frame
     */
    void append(long time, List<Frame.Entry> entries) throws IOException;

    /**
     * A frame as it is sent.
     *
     * @param seq its number, from first to last
     * @return its bytes
     * @throws IOException if it cannot be read
     */
    byte[] read(long seq) throws IOException;

    /**
     * Lets go of frames that have arrived.
     *
     * @param upTo the last of them
     * @throws IOException if a file cannot be removed
     */
    void trim(long upTo) throws IOException;

    /**
     * Makes what was appended outlast a power cut.
     *
     * @throws IOException if it cannot
     */
    void sync() throws IOException;

    @Override
    void close() throws IOException;
}
