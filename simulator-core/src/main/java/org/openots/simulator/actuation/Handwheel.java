package org.openots.simulator.actuation;

import java.util.Map;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.SignalBoard;

/** The handwheel of a control valve, if it has one. Saves nothing and publishes nothing when there is none. */
final class Handwheel implements Stateful {
    /** Time a person needs to turn the wheel of a process valve through its full stroke, s. */
    private static final double FULL_TURN_SECONDS = 30;

    private static final double FULL = 100;
    private static final Map<String, VerbRule> VERBS =
            Map.of("local", VerbRule.choice(0, 1), "position", VerbRule.range(0, FULL, "%"));

    private final SignalBoard board;
    private final int signal;
    private final double step;
    private boolean engaged;
    private double wanted;

    Handwheel(String tag, LocalText text, boolean present, SignalBoard board, double tickSeconds) {
        this.board = board;
        this.signal = present
                ? board.declare(tag + ".LOCAL", "", new LocalText(text.zh() + "现场手轮", text.en() + " on handwheel"))
                : -1;
        this.step = FULL / FULL_TURN_SECONDS * tickSeconds;
    }

    Map<String, VerbRule> verbs() {
        return signal >= 0 ? VERBS : Map.of();
    }

    boolean engaged() {
        return engaged;
    }

    void engage(boolean on, double position) {
        engaged = on;
        wanted = position;
    }

    void turn(double position) {
        wanted = position;
    }

    double move(double position) {
        return Travel.toward(position, wanted, step);
    }

    void publish() {
        if (signal >= 0) {
            board.flag(signal, engaged);
        }
    }

    @Override
    public void save(StateWriter writer) {
        if (signal >= 0) {
            writer.writeBoolean(engaged);
            writer.writeDouble(wanted);
        }
    }

    @Override
    public void restore(StateReader reader) {
        if (signal >= 0) {
            engaged = reader.readBoolean();
            wanted = reader.readDouble();
        }
    }
}
