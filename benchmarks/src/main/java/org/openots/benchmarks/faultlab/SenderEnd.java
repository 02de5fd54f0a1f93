package org.openots.benchmarks.faultlab;

import java.io.IOException;

/** The end beside the rig: a feed, and the sender with its journal. */
interface SenderEnd extends AutoCloseable {
    /** Whether it has a connection to the broker; also when nobody can tell. */
    boolean connected() throws IOException;

    /** Another rate of scans, in scans a second. */
    void rate(double scansPerSecond);

    /** Ends it as SIGKILL does. */
    void kill() throws IOException;

    /** Starts it again. */
    void restart() throws IOException;

    /** No scans any more. */
    void feedEnds() throws IOException;

    /** Whether all that was produced has arrived. */
    boolean done();

    /** Frames in the journal that the receiver has not confirmed. */
    long pending() throws IOException;

    /** Scans that the sender has taken. */
    long produced();

    /** Scans that were given to a sender which was killed before it wrote them down. */
    long untaken();

    /** Frames sent more often than once; less than 0 when the sender cannot say. */
    long repeated();

    @Override
    void close() throws IOException;
}
