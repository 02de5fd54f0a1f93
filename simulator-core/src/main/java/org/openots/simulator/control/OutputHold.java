package org.openots.simulator.control;

import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.Hold;
import org.openots.simulator.signal.SignalBoard;

/**
 * How interlocks hold a controller in MAN and its output at a target. Saves and publishes nothing for a loop that no
 * interlock acts on. Publishes {@code .FORCED}, the number of interlocks.
 */
final class OutputHold implements Stateful {
    private final SignalBoard board;
    private final double tickSeconds;
    private final int signal;
    private int holds;

    /** Set again at every scan of the interlocks. */
    private Hold how = Hold.SAFE;

    OutputHold(ControllerDefinition definition, boolean possible, SignalBoard board, double tickSeconds) {
        this.board = board;
        this.tickSeconds = tickSeconds;
        LocalText text = definition.text();
        this.signal = possible
                ? board.declare(
                        definition.tag() + ".FORCED",
                        "",
                        new LocalText(text.zh() + "联锁强制数", text.en() + " interlocks holding"))
                : -1;
    }

    void hold(int interlocks) {
        holds = interlocks;
    }

    void take(Hold newHow) {
        how = newHow;
    }

    int count() {
        return holds;
    }

    /** Moves an output to the target, %. */
    double move(double output) {
        double target = Double.isNaN(how.target()) ? output : how.target();
        if (how.ratePerSecond() <= 0) {
            return target;
        }
        double step = how.ratePerSecond() * tickSeconds;
        double gap = target - output;
        return Math.abs(gap) <= step ? target : output + Math.copySign(step, gap);
    }

    void publish() {
        if (signal >= 0) {
            board.set(signal, holds);
        }
    }

    @Override
    public void save(StateWriter writer) {
        if (signal >= 0) {
            writer.writeInt(holds);
        }
    }

    @Override
    public void restore(StateReader reader) {
        if (signal >= 0) {
            holds = reader.readInt();
        }
    }
}
