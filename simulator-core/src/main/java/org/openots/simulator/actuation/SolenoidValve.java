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
 * A solenoid valve that a spring opens when the coil has no supply. Order: position (0 closed, 100 open). An interlock
 * opens it; afterwards it stays open until it is closed.
 *
 * <p>Impairments: {@code stuck} (flag: it stays where it is).
 */
public final class SolenoidValve implements FinalElement, Operable, Impairable {
    private static final double FULL = 100;
    /** Full stroke of a small solenoid valve, s. */
    private static final double STROKE_SECONDS = 0.5;

    private final Definition definition;
    private final ProcessPort port;
    private final SignalBoard board;
    private final ImpairmentSet impairments;
    private final int actuator;
    private final int power;
    private final int signal;
    private final int forced;
    private final double step;

    private double position;
    private boolean open;
    private boolean settled;
    private int holds;

    /**
     * A solenoid valve of a plant pack.
     *
     * @param tag its name
     * @param text what it is
     * @param power signal of the supply of its coil
     */
    public record Definition(String tag, LocalText text, String power) {}

    /**
     * Builds the valve and declares its signals.
     *
     * @param definition from the pack
     * @param port the process
     * @param board holds the signals; the supply must be on it
     * @param tickSeconds model time between scans, s
     */
    public SolenoidValve(Definition definition, ProcessPort port, SignalBoard board, double tickSeconds) {
        this.definition = definition;
        this.port = port;
        this.board = board;
        this.impairments = new ImpairmentSet(definition.tag(), ImpairmentKind.flag("stuck"));
        this.actuator = port.actuator(definition.tag());
        this.power = board.index(definition.power());
        LocalText text = definition.text();
        this.signal = board.declare(definition.tag(), "%", text);
        this.forced = board.declare(
                definition.tag() + ".FORCED",
                "",
                new LocalText(text.zh() + "联锁强制数", text.en() + " interlocks holding"));
        this.step = FULL / STROKE_SECONDS * tickSeconds;
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
        return "open";
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return Map.of("position", VerbRule.range(0, FULL, "%"));
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        if (holds > 0) {
            return Refusal.because(AutomationError.INTERLOCK_HOLDS, tag(), holds);
        }
        open = order.value() >= FULL / 2;
        return Optional.empty();
    }

    @Override
    public ImpairmentSet impairments() {
        return impairments;
    }

    @Override
    public void hold(int interlocks) {
        holds = interlocks;
        open |= interlocks > 0;
    }

    @Override
    public void scan() {
        boolean powered = board.value(power) >= 0.5;
        double wanted = open || !powered ? FULL : 0;
        if (!settled) {
            position = wanted;
        } else if (!impairments.on(0)) {
            position = Travel.toward(position, wanted, step);
        }
        settled = true;
        port.drive(actuator, position / FULL);
        board.set(signal, position);
        board.set(forced, holds);
    }

    @Override
    public Map<String, VerbRule> presets() {
        return Map.of(tag(), VerbRule.range(0, FULL, "%"));
    }

    @Override
    public void preset(String name, double value) {
        open = value >= FULL / 2;
        settled = false;
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(tag());
        writer.writeDouble(position);
        writer.writeBoolean(open);
        writer.writeBoolean(settled);
        writer.writeInt(holds);
        impairments.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(tag());
        position = reader.readDouble();
        open = reader.readBoolean();
        settled = reader.readBoolean();
        holds = reader.readInt();
        impairments.restore(reader);
    }
}
