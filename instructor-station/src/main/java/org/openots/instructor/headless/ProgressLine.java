package org.openots.instructor.headless;

import java.io.PrintWriter;

/**
 * How far a long command has come, on standard error: on a terminal one line that is written over, elsewhere, as in a
 * log, one line for each tenth. May be told by several threads.
 */
final class ProgressLine {
    private static final int TENTHS = 10;

    private final PrintWriter err;
    private final boolean terminal;
    private int tenths;

    /**
     * @param err where to write
     * @param terminal whether a person watches it
     */
    ProgressLine(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** For standard error as the launcher found it. */
    static ProgressLine of(JsonOutput output) {
        return new ProgressLine(output.err(), isTerminal());
    }

    /** Whether standard error is a terminal, which the launcher knows and Java does not. */
    static boolean isTerminal() {
        return Boolean.getBoolean("openots.terminal");
    }

    synchronized void at(int done, int total) {
        int reached = (int) ((long) TENTHS * done / Math.max(1, total));
        if (terminal) {
            err.print("\r" + done + "/" + total);
        } else if (reached > tenths) {
            err.println(done + "/" + total);
        }
        tenths = Math.max(tenths, reached);
        err.flush();
    }

    /** Ends the line that was written over. */
    synchronized void end() {
        if (terminal) {
            err.println();
            err.flush();
        }
    }
}
