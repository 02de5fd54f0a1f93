package org.openots.simulator.actuation;

import java.util.Map;
import java.util.Optional;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.Impairable;
import org.openots.simulator.operation.ImpairmentKind;
import org.openots.simulator.operation.ImpairmentSet;
import org.openots.simulator.operation.Operable;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.process.ProcessPort;
import org.openots.simulator.signal.SignalBoard;

/**
 * A valve turned by hand in the field. Order: position (%). It needs the travel time of its kind for a full stroke. With a
 * padlock on it stays where it is.
 *
 * <p>Impairments: {@code stuck} (flag: it stays where it is).
 */
public final class HandValve implements FinalElement, Operable, Impairable, Lockable {
    private static final double FULL = 100;

    private final Definition definition;
    private final ProcessPort port;
    private final SignalBoard board;
    private final ImpairmentSet impairments;
    private final int actuator;
    private final int signal;
    private final double step;

    private double position;
    private double wanted;
    private boolean locked;

    /** Kinds of hand valves, with the time a person needs for a full stroke. */
    public enum Kind {
        /** Quarter turn: 2 s. */
        BALL(2),
        /** Several turns of a small wheel: 8 s. */
        GLOBE(8),
        /** Many turns of a wheel: 12 s. */
        GATE(12),
        /** Fine thread of a small spindle: 6 s. */
        NEEDLE(6);

        private final double travelSeconds;

        Kind(double travelSeconds) {
            this.travelSeconds = travelSeconds;
        }
    }

    /**
     * A hand valve of a plant pack.
     *
     * @param tag its name
     * @param text what it is
     * @param kind its kind
     */
    public record Definition(String tag, LocalText text, Kind kind) {}

    /**
     * Builds the valve and declares its signal.
     *
     * @param definition from the pack
     * @param port the process
     * @param board holds the signals
     * @param tickSeconds model time between scans, s
     */
    public HandValve(Definition definition, ProcessPort port, SignalBoard board, double tickSeconds) {
        this.definition = definition;
        this.port = port;
        this.board = board;
        this.impairments = new ImpairmentSet(definition.tag(), ImpairmentKind.flag("stuck"));
        this.actuator = port.actuator(definition.tag());
        this.signal = board.declare(definition.tag(), "%", definition.text());
        this.step = FULL / definition.kind().travelSeconds * tickSeconds;
    }

    @Override
    public String tag() {
        return definition.tag();
    }

    @Override
    public String target() {
        return tag();
    }

    @Override
    public String safeAction() {
        return "none";
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return Map.of("position", VerbRule.range(0, FULL, "%"));
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        if (locked) {
            return Refusal.because(AutomationError.LOCKED_OUT, tag());
        }
        wanted = order.value();
        return Optional.empty();
    }

    @Override
    public boolean on() {
        return false;
    }

    @Override
    public void lock(boolean now) {
        locked = now;
        wanted = now ? position : wanted;
    }

    @Override
    public ImpairmentSet impairments() {
        return impairments;
    }

    @Override
    public void hold(int interlocks) {
        // no interlock reaches a hand valve
    }

    @Override
    public void scan() {
        if (!impairments.on(0)) {
            position = Travel.toward(position, wanted, step);
        }
        port.drive(actuator, position / FULL);
        board.set(signal, position);
    }

    @Override
    public Map<String, VerbRule> presets() {
        return verbsByTag();
    }

    @Override
    public void preset(String name, double value) {
        position = value;
        wanted = value;
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(tag());
        writer.writeDouble(position);
        writer.writeDouble(wanted);
        impairments.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(tag());
        position = reader.readDouble();
        wanted = reader.readDouble();
        impairments.restore(reader);
    }

    private Map<String, VerbRule> verbsByTag() {
        return Map.of(tag(), VerbRule.range(0, FULL, "%"));
    }
}
