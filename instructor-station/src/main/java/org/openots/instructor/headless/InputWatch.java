package org.openots.instructor.headless;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What whoever started this program says on standard input. */
final class InputWatch {
    static final String START = "start";

    private final boolean endsProgram;
    private final Consumer<String> told;
    private volatile boolean started;

    /**
     * Prepares it.
     *
     * @param endsProgram whether the end of the input ends this program as Ctrl-C does, because whoever holds it ended
     * @param told told each line that comes before, by a thread of this
     */
    InputWatch(boolean endsProgram, Consumer<String> told) {
        this.endsProgram = endsProgram;
        this.told = told;
    }

    void begin() {
        Thread watch = new Thread(this::read, "input-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void read() {
        try {
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                started |= line.strip().equals(START);
                told.accept(line);
            }
            if (endsProgram) {
                System.exit(0);
            }
        } catch (IOException e) {
            System.err.println("标准输入读取失败 / standard input cannot be read: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Whether the line came. */
    boolean started() {
        return started;
    }
}
