package org.openots.simulator.instrument;

import org.openots.common.text.LocalText;
import org.openots.simulator.process.ProcessPort;
import org.openots.simulator.signal.SignalBoard;

/**
 * A state of the process that has no transmitter but that scorers and the field view know, for example a pump running
 * dry: 1 while the process variable (severity 0..1) is at least one half.
 */
public final class ProcessFlag {
    private static final double THRESHOLD = 0.5;

    private final ProcessPort port;
    private final SignalBoard board;
    private final int variable;
    private final int signal;

    /**
     * A flag of a plant pack.
     *
     * @param signal its name
     * @param text what it is
     * @param variable process variable with the severity, 0..1
     */
    public record Definition(String signal, LocalText text, String variable) {}

    /**
     * Builds the flag and declares its signal.
     *
     * @param definition from the pack
     * @param port the process
     * @param board holds the signals
     */
    public ProcessFlag(Definition definition, ProcessPort port, SignalBoard board) {
        this.port = port;
        this.board = board;
        this.variable = port.variable(definition.variable());
        this.signal = board.declare(definition.signal(), "", definition.text());
    }

    /** Reads and publishes the flag. */
    public void scan() {
        board.flag(signal, port.read(variable) >= THRESHOLD);
    }
}
