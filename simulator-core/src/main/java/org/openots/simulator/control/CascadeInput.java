package org.openots.simulator.control;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.signal.SignalBoard;

/** The set point that comes to a loop from elsewhere: its source in the selected scheme, its ratio and its bias. */
final class CascadeInput implements Stateful {
    private final String tag;
    private final ControllerDefinition.Scale range;
    private final SignalBoard board;
    private final boolean biased;
    private double ratio;
    private double bias;

    /** Set with the scheme, not saved here. */
    private @Nullable SetPointSource source;

    CascadeInput(ControllerDefinition definition, Controller.Links links, SignalBoard board) {
        this.tag = definition.tag();
        this.range = definition.range();
        this.board = board;
        this.biased = links.bias().present();
        this.ratio = links.ratio().normal();
        this.bias = links.bias().normal();
    }

    void connect(@Nullable SetPointSource newSource) {
        source = newSource;
    }

    @Nullable
    SetPointSource source() {
        return source;
    }

    double ratio() {
        return ratio;
    }

    double bias() {
        return bias;
    }

    void ratio(double value) {
        ratio = value;
    }

    void bias(double value) {
        bias = value;
    }

    /** The set point that comes in, in the unit of the loop; NaN while the flow of a ratio is missing. */
    double setPoint(SetPointSource from) {
        OutputSource master = from.master();
        return withBias(master == null ? ratio * board.value(from.flow()) : range.value(master.output()));
    }

    double withBias(double value) {
        return hasBias() ? value + bias : value;
    }

    double withoutBias(double value) {
        return hasBias() ? value - bias : value;
    }

    private boolean hasBias() {
        SetPointSource from = source;
        return from != null && from.bias().present();
    }

    /** Closing a ratio takes the ratio that gives the present set point, so that the set point does not jump. */
    Optional<Refusal> close(SetPointSource from, double setPoint) {
        if (!from.ratio().present()) {
            return Optional.empty();
        }
        double flow = board.value(from.flow());
        if (!(flow >= from.ratio().smallestFlow())) {
            return Refusal.because(
                    AutomationError.RATIO_NEEDS_FLOW,
                    tag,
                    from.name(),
                    flow,
                    from.ratio().smallestFlow());
        }
        ratio = Controller.clamp(
                withoutBias(setPoint) / flow, from.ratio().low(), from.ratio().high());
        return Optional.empty();
    }

    Optional<Refusal> change(double newRatio, Mode mode) {
        SetPointSource from = source;
        if (mode != Mode.CAS || from == null || !from.ratio().present()) {
            return Refusal.because(AutomationError.RATIO_NEEDS_CASCADE, tag, mode);
        }
        ratio = newRatio;
        return Optional.empty();
    }

    @Override
    public void save(StateWriter writer) {
        writer.writeDouble(ratio);
        if (biased) {
            writer.writeDouble(bias);
        }
    }

    @Override
    public void restore(StateReader reader) {
        ratio = reader.readDouble();
        if (biased) {
            bias = reader.readDouble();
        }
    }
}
