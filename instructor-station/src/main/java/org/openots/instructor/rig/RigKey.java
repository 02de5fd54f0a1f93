package org.openots.instructor.rig;

import java.util.Optional;

/**
 * The hand on the key switch of a virtual rig: lines that the station writes to the standard input of the process, because
 * no message over the network may turn a key.
 */
public final class RigKey {
    private static final String ON = "key on";
    private static final String OFF = "key off";

    private RigKey() {}

    /**
     * The line that turns the key.
     *
     * @param remote whether others may write
     * @return the line, without its end
     */
    public static String line(boolean remote) {
        return remote ? ON : OFF;
    }

    /**
     * Reads a line.
     *
     * @param line the line
     * @return whether others may write from now on; nothing when the line is about something else
     */
    public static Optional<Boolean> read(String line) {
        return line.equals(ON) ? Optional.of(true) : line.equals(OFF) ? Optional.of(false) : Optional.empty();
    }
}
