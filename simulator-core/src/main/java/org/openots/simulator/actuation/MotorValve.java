package org.openots.simulator.actuation;

import java.util.Map;
import java.util.Optional;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.EventSink;
import org.openots.simulator.operation.Hold;
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
 * A motor-operated valve (MOV): moves at the speed of its motor while it has its supply, and stays where it is without.
 * When it is jammed its torque switch trips the motor. An interlock drives it to the position the pack names. Publishes
 * the position, {@code .FORCED}, {@code .ZSO}, {@code .ZSC} and {@code .TRIP}.
 *
 * <p>Orders: position (%), stop (it stays where it is), reset (after a torque trip).
 *
 * <p>Impairments: {@code jammed} (flag: the stem does not move).
 */
public final class MotorValve implements FinalElement, Operable, Impairable {
    private static final double FULL = 100;
    /** Time a motor strains against a jammed stem before its torque switch opens, s: longer than its break-away time. */
    private static final double TORQUE_SECONDS = 2;

    private final Definition definition;
    private final ProcessPort port;
    private final SignalBoard board;
    private final EventSink events;
    private final ImpairmentSet impairments;
    private final LimitSwitches switches;
    private final int actuator;
    private final int power;
    private final int signal;
    private final int forced;
    private final int trip;
    private final double step;
    private final long torqueTicks;

    private double position;
    private double wanted;
    private boolean tripped;
    private int holds;
    private long straining;

    private Hold how = Hold.SAFE;

    /**
     * A motor-operated valve of a plant pack.
     *
     * @param tag its name
     * @param text what it is
     * @param power signal of the supply of its motor
     * @param strokeSeconds time for a full stroke, s
     */
    public record Definition(String tag, LocalText text, String power, double strokeSeconds) {}

    /**
     * Builds the valve and declares its signals.
     *
     * @param definition from the pack
     * @param port the process
     * @param board holds the signals; the supply must be on it
     * @param events takes torque trips
     * @param tickSeconds model time between scans, s
     */
    public MotorValve(
            Definition definition, ProcessPort port, SignalBoard board, EventSink events, double tickSeconds) {
        this.definition = definition;
        this.port = port;
        this.board = board;
        this.events = events;
        this.impairments = new ImpairmentSet(definition.tag(), ImpairmentKind.flag("jammed"));
        this.actuator = port.actuator(definition.tag());
        this.power = board.index(definition.power());
        LocalText text = definition.text();
        this.signal = board.declare(definition.tag(), "%", text);
        this.forced = board.declare(
                definition.tag() + ".FORCED",
                "",
                new LocalText(text.zh() + "联锁强制数", text.en() + " interlocks holding"));
        this.switches = new LimitSwitches(definition.tag(), text, board);
        this.trip = board.declare(
                definition.tag() + ".TRIP", "", new LocalText(text.zh() + "力矩跳闸", text.en() + " torque trip"));
        this.step = FULL / definition.strokeSeconds() * tickSeconds;
        this.torqueTicks = Math.round(TORQUE_SECONDS / tickSeconds);
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
        return "hold";
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return Map.of("position", VerbRule.range(0, FULL, "%"), "stop", VerbRule.PLAIN, "reset", VerbRule.PLAIN);
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        if (order.verb().equals("reset")) {
            tripped = false;
            return Optional.empty();
        }
        if (holds > 0) {
            return Refusal.because(AutomationError.INTERLOCK_HOLDS, tag(), holds);
        }
        if (order.verb().equals("stop")) {
            wanted = position;
            return Optional.empty();
        }
        if (!(board.value(power) >= 0.5)) {
            return Refusal.because(AutomationError.NO_POWER, tag(), definition.power());
        }
        if (tripped) {
            return Refusal.because(AutomationError.MOTOR_IS_TRIPPED, tag());
        }
        wanted = order.value();
        return Optional.empty();
    }

    @Override
    public ImpairmentSet impairments() {
        return impairments;
    }

    @Override
    public void hold(int interlocks) {
        holds = interlocks;
    }

    @Override
    public void take(Hold newHow) {
        how = newHow;
    }

    @Override
    public void scan() {
        if (holds > 0) {
            wanted = how.kind() == Hold.Kind.POSITION && !Double.isNaN(how.target()) ? how.target() : position;
        }
        boolean runs = position != wanted && board.value(power) >= 0.5 && !tripped;
        if (runs && impairments.on(0)) {
            straining++;
            if (straining > torqueTicks) {
                tripped = true;
                events.raise(new MotorTripped(tag()));
            }
        } else {
            straining = 0;
            position = runs ? Travel.toward(position, wanted, step) : position;
        }
        port.drive(actuator, position / FULL);
        board.set(signal, position);
        board.set(forced, holds);
        board.flag(trip, tripped);
        switches.publish(position);
    }

    @Override
    public Map<String, VerbRule> presets() {
        return Map.of(tag(), VerbRule.range(0, FULL, "%"));
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
        writer.writeBoolean(tripped);
        writer.writeInt(holds);
        writer.writeLong(straining);
        impairments.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(tag());
        position = reader.readDouble();
        wanted = reader.readDouble();
        tripped = reader.readBoolean();
        holds = reader.readInt();
        straining = reader.readLong();
        impairments.restore(reader);
    }
}
