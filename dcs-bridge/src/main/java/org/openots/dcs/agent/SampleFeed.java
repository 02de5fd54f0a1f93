package org.openots.dcs.agent;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.openots.dcs.frame.Frame;

/** Where the sender beside a rig gets its values: a gateway, a file, a driver. */
public interface SampleFeed extends AutoCloseable {
    /**
     * Waits for the next scan.
     *
     * @return the scan; empty when there will be none
     * @throws IOException if the source fails
     * @throws InterruptedException if the thread is told to end
     */
    Optional<Scan> next() throws IOException, InterruptedException;

    @Override
    void close() throws IOException;

    /**
     * Values measured together.
     *
     * @param time when, UTC in ms
     * @param entries the values
     */
    record Scan(long time, List<Frame.Entry> entries) {
        /** Copies the list. */
        public Scan {
            entries = List.copyOf(entries);
        }
    }
}
