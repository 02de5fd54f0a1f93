package org.openots.simulator.instrument;

import java.util.Map;
import java.util.Optional;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.simulator.operation.Operable;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.Formula;
import org.openots.simulator.signal.SignalBoard;

/**
 * A calculated tag of a plant pack; the rules are those of {@link CalculatedDefinition}. Tags are computed in the order of
 * the pack after all instruments, so one that uses a later one sees its value of the tick before. A totaliser has the
 * order reset.
 */
public final class CalculatedSignal implements CalculatedTag, Operable {
    private final CalculatedDefinition definition;
    private final SignalBoard board;
    private final Formula formula;
    private final double tickSeconds;
    private final int signal;
    private Calculation calculation = () -> Double.NaN;

    /**
     * Declares the signal.
     *
     * @param definition from the pack
     * @param board holds the signals
     * @param formula the compiled formula of a tag with one; not asked for the others
     * @param tickSeconds model time between scans, s
     */
    public CalculatedSignal(CalculatedDefinition definition, SignalBoard board, Formula formula, double tickSeconds) {
        this.definition = definition;
        this.board = board;
        this.formula = formula;
        this.tickSeconds = tickSeconds;
        this.signal = board.declare(definition.tag(), definition.scale().unit(), definition.text());
    }

    @Override
    public void resolve() {
        calculation = Calculation.of(definition.rule(), board, formula, tickSeconds);
    }

    @Override
    public void scan() {
        board.set(signal, calculation.compute());
    }

    @Override
    public String target() {
        return definition.tag();
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return definition.rule() instanceof CalculatedDefinition.Total ? Map.of("reset", VerbRule.PLAIN) : Map.of();
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        calculation.reset();
        return Optional.empty();
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(definition.tag());
        calculation.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(definition.tag());
        calculation.restore(reader);
    }
}
