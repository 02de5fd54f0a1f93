package org.openots.simulator.instrument;

import org.openots.common.text.LocalText;
import org.openots.simulator.process.ProcessPort;
import org.openots.simulator.signal.SignalBoard;

/**
 * A state of the process that has no transmitter but that scorers and the field view know: a pump running dry, what a
 * sight glass shows. It is the whole number nearest to the process variable; a severity of 0..1 becomes a flag that is
 * 1 from one half on.
 */
public final class ProcessFlag {
    private final ProcessPort port;
    private final SignalBoard board;
    private final int variable;
    private final int signal;
    private final int highest;

    /**
     * A flag of a plant pack.
     *
     * @param signal its name
     * @param text what it is
     * @param variable process variable: severity 0..1, or number of a state
     * @param highest number of the last state; 1 for a flag
     */
    public record Definition(String signal, LocalText text, String variable, int highest) {}

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
        this.highest = definition.highest();
    }

    /** Reads and publishes the flag. */
    public void scan() {
        board.set(signal, Math.max(0, Math.min(highest, Math.floor(port.read(variable) + 0.5))));
    }
}
