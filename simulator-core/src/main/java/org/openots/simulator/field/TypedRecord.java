package org.openots.simulator.field;

import java.util.Map;
import java.util.Optional;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.SignalBoard;

/** A number that the operator writes down: target and signal {@code RECORD.<id>}, order enter; NaN until typed. */
public final class TypedRecord implements FieldTask {
    private final NumberField field;
    private final SignalBoard board;
    private final int signal;
    private double typed = Double.NaN;

    /**
     * Builds the record and declares its signal.
     *
     * @param field what is written down
     * @param board holds the signals
     */
    public TypedRecord(NumberField field, SignalBoard board) {
        this.field = field;
        this.board = board;
        this.signal = board.declare(target(), field.unit(), field.text());
    }

    @Override
    public String target() {
        return "RECORD." + field.id();
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return Map.of("enter", rule());
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        typed = order.value();
        return Optional.empty();
    }

    @Override
    public void scan() {
        board.set(signal, typed);
    }

    @Override
    public Map<String, VerbRule> presets() {
        return Map.of(target(), rule());
    }

    @Override
    public void preset(String name, double value) {
        typed = value;
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(target());
        writer.writeDouble(typed);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(target());
        typed = reader.readDouble();
    }

    private VerbRule rule() {
        return VerbRule.range(field.low(), field.high(), field.unit());
    }
}
