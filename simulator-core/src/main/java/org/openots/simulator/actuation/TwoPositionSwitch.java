package org.openots.simulator.actuation;

import java.util.Map;
import java.util.Optional;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.Operable;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Presettable;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.SignalBoard;

/** A power switch (orders on and off) or a latching emergency stop button (orders press and reset). */
public final class TwoPositionSwitch implements Operable, Presettable, Stateful, Lockable {
    private final Definition definition;
    private final SignalBoard board;
    private final int signal;
    private boolean on;
    private boolean locked;

    /**
     * A switch of a plant pack.
     *
     * @param tag its name
     * @param text what it is
     * @param emergencyStop whether it is an emergency stop button
     */
    public record Definition(String tag, LocalText text, boolean emergencyStop) {}

    /**
     * Builds the switch and declares its signal: 1 when on or pressed.
     *
     * @param definition from the pack
     * @param board holds the signals
     */
    public TwoPositionSwitch(Definition definition, SignalBoard board) {
        this.definition = definition;
        this.board = board;
        this.signal = board.declare(definition.tag(), "", definition.text());
    }

    @Override
    public String target() {
        return definition.tag();
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return definition.emergencyStop()
                ? Map.of("press", VerbRule.PLAIN, "reset", VerbRule.PLAIN)
                : Map.of("on", VerbRule.PLAIN, "off", VerbRule.PLAIN);
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        if (locked) {
            return Refusal.because(AutomationError.LOCKED_OUT, tag());
        }
        on = order.verb().equals("on") || order.verb().equals("press");
        return Optional.empty();
    }

    @Override
    public String tag() {
        return definition.tag();
    }

    @Override
    public boolean on() {
        return on;
    }

    @Override
    public void lock(boolean now) {
        locked = now;
    }

    /**
     * Whether it is an emergency stop button, which nobody may lock.
     *
     * @return false for a power switch
     */
    public boolean emergencyStop() {
        return definition.emergencyStop();
    }

    /** Publishes the position. */
    public void scan() {
        board.flag(signal, on);
    }

    @Override
    public Map<String, VerbRule> presets() {
        return Map.of(target(), VerbRule.choice(0, 1));
    }

    @Override
    public void preset(String name, double value) {
        on = value >= 0.5;
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(target());
        writer.writeBoolean(on);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(target());
        on = reader.readBoolean();
    }
}
