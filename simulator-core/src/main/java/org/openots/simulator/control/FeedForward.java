package org.openots.simulator.control;

import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.LocalText;
import org.openots.simulator.signal.SignalBoard;

/**
 * Feed-forward of one loop: gain times the lead-lag of a disturbance, in % of output. The transfer function (lead s + 1) /
 * (lag s + 1) is split into lead/lag directly and the rest through a first-order lag, so a step gives lead/lag of its
 * final value at once. While the disturbance is missing (NaN) the last contribution stays. Publishes {@code .FF}.
 */
final class FeedForward implements Stateful {
    private final ControllerDefinition.FeedForwardDefinition definition;
    private final SignalBoard board;
    private final int source;
    private final int signal;
    private final double share;
    private final double direct;
    private double lagged = Double.NaN;
    private double contribution;
    private boolean on = true;

    FeedForward(ControllerDefinition loop, SignalBoard board, double tickSeconds) {
        this.definition = loop.options().feedForward();
        this.board = board;
        this.source = definition.present() ? board.index(definition.signal()) : -1;
        LocalText text = loop.text();
        this.signal = definition.present()
                ? board.declare(loop.tag() + ".FF", "%", new LocalText(text.zh() + "前馈", text.en() + " feed-forward"))
                : -1;
        double lag = definition.lagSeconds();
        this.share = lag > 0 ? tickSeconds / (lag + tickSeconds) : 1;
        this.direct = lag > 0 ? definition.leadSeconds() / lag : 1;
    }

    boolean present() {
        return source >= 0;
    }

    /** Switches it on or off; the loop takes the step out of its integral. */
    void enable(boolean wanted) {
        on = wanted;
    }

    /** The contribution of this scan, %. */
    double scan() {
        if (source < 0) {
            return 0;
        }
        double value = board.value(source) - definition.reference();
        if (!Double.isNaN(value)) {
            lagged = Double.isNaN(lagged) ? value : lagged + share * (value - lagged);
            contribution = definition.gain() * (direct * value + (1 - direct) * lagged);
        }
        double applied = on ? contribution : 0;
        board.set(signal, applied);
        return applied;
    }

    @Override
    public void save(StateWriter writer) {
        if (source >= 0) {
            writer.writeDouble(lagged);
            writer.writeDouble(contribution);
            writer.writeBoolean(on);
        }
    }

    @Override
    public void restore(StateReader reader) {
        if (source >= 0) {
            lagged = reader.readDouble();
            contribution = reader.readDouble();
            on = reader.readBoolean();
        }
    }
}
