package org.openots.dcs.frame;

import java.io.IOException;
import java.util.Map;

/**
 * Where a receiver keeps frames for good. Only what is kept is confirmed to the sender, so a receiver that is killed finds
 * here, and nowhere else, what it has to ask for. Used by one thread at a time.
 */
public interface FrameKeeper extends AutoCloseable {
    /**
     * Opens it, or opens it again after a failure.
     *
     * @return by boot, the numbers of frames that are kept, were kept, or are lost for good; {@link #keep} adds to it, and
     *     so may the receiver
     * @throws IOException if it cannot be read
     */
    Map<String, SeqSet> open() throws IOException;

    /**
     * Keeps a frame that is not kept yet, in whatever order they come.
     *
     * @param frame the frame
     * @param payload its bytes
     * @throws IOException if it cannot be kept
     */
    void keep(Frame frame, byte[] payload) throws IOException;

    /**
     * Makes what was kept outlast the end of this process and a power cut.
     *
     * @throws IOException if it cannot
     */
    void sync() throws IOException;

    @Override
    void close() throws IOException;
}
