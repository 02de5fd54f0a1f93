package org.openots.simulator.field;

import java.util.Map;
import java.util.Optional;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.SignalBoard;

/** A task with one order, done once it was given: inspecting a point, reporting to the shift leader. */
public final class DoneTask implements FieldTask {
    private final String target;
    private final String verb;
    private final SignalBoard board;
    private final int signal;
    private boolean done;

    /**
     * Builds the task and declares its signal, which has the name of the target and is 1 once done.
     *
     * @param target what is operated
     * @param verb the order that does it
     * @param text what it is
     * @param board holds the signals
     */
    public DoneTask(String target, String verb, LocalText text, SignalBoard board) {
        this.target = target;
        this.verb = verb;
        this.board = board;
        this.signal = board.declare(target, "", text);
    }

    /**
     * Whether it was done.
     *
     * @return true once the order was given
     */
    public boolean done() {
        return done;
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return Map.of(verb, VerbRule.PLAIN);
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        done = true;
        return Optional.empty();
    }

    @Override
    public void scan() {
        board.flag(signal, done);
    }

    @Override
    public Map<String, VerbRule> presets() {
        return Map.of(target, VerbRule.choice(0, 1));
    }

    @Override
    public void preset(String name, double value) {
        done = value >= 0.5;
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(target);
        writer.writeBoolean(done);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(target);
        done = reader.readBoolean();
    }
}
