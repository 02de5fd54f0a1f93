package org.openots.simulator.actuation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.EventSink;
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
 * A pump with a variable-frequency drive: runs at the speed its controller asks for, not below the minimum speed, and
 * ramps. Orders: start, stop, reset (after a motor trip), from the control room or its local panel. An interlock stops
 * it.
 *
 * <p>Impairments: {@code unavailable} (flag: the motor trips as soon as it runs), {@code stuckAt} (%: the drive keeps
 * this speed while running, whatever the controller asks for).
 */
public final class Pump implements FinalElement, Operable, Impairable {
    private static final int UNAVAILABLE = 0;
    private static final int STUCK_AT = 1;
    private static final double FULL = 100;

    private final Definition definition;
    private final ProcessPort port;
    private final SignalBoard board;
    private final Starter starter;
    private final ImpairmentSet impairments;
    private final int actuator;
    private final int demand;
    private final int speedSignal;
    private final double step;

    private double speed;
    private boolean settled;

    /**
     * A pump of a plant pack.
     *
     * @param device name, supply, panel, start conditions
     * @param output signal with the speed asked for, %
     * @param minimumPercent lowest speed while running, %
     * @param rampSeconds time from standstill to full speed and back, s
     */
    public record Definition(DeviceDefinition device, String output, double minimumPercent, double rampSeconds) {}

    /**
     * Builds the pump and declares its signals.
     *
     * @param definition from the pack
     * @param port the process
     * @param board holds the signals; the supply and the output must be on it
     * @param events takes motor trips
     * @param permissives start conditions
     * @param tickSeconds model time between scans, s
     */
    public Pump(
            Definition definition,
            ProcessPort port,
            SignalBoard board,
            EventSink events,
            List<Permissive> permissives,
            double tickSeconds) {
        this.definition = definition;
        this.port = port;
        this.board = board;
        this.starter = new Starter(definition.device(), board, events, permissives);
        String tag = definition.device().tag();
        LocalText text = definition.device().text();
        this.impairments =
                new ImpairmentSet(tag, ImpairmentKind.flag("unavailable"), new ImpairmentKind("stuckAt", "%", 0, FULL));
        this.actuator = port.actuator(tag);
        this.demand = board.index(definition.output());
        this.speedSignal = board.declare(tag + ".SPEED", "%", new LocalText(text.zh() + "转速", text.en() + " speed"));
        this.step = FULL / definition.rampSeconds() * tickSeconds;
    }

    @Override
    public String tag() {
        return definition.device().tag();
    }

    @Override
    public String target() {
        return tag();
    }

    @Override
    public String safeAction() {
        return "stop";
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return Starter.MOTOR_VERBS;
    }

    @Override
    public void checkText(Order order) {
        starter.checkText(order);
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        return starter.operate(order);
    }

    @Override
    public ImpairmentSet impairments() {
        return impairments;
    }

    @Override
    public void hold(int interlocks) {
        starter.hold(interlocks);
    }

    @Override
    public void scan() {
        starter.scan(impairments.on(UNAVAILABLE), true);
        double wanted = 0;
        if (starter.running()) {
            double asked = impairments.value(STUCK_AT, board.value(demand));
            wanted = Math.min(FULL, Math.max(definition.minimumPercent(), Double.isNaN(asked) ? 0 : asked));
        }
        speed = settled ? Travel.toward(speed, wanted, step) : wanted;
        settled = true;
        port.drive(actuator, speed / FULL);
        board.set(speedSignal, speed);
        starter.publish(starter.running());
    }

    @Override
    public Map<String, VerbRule> presets() {
        return Map.of(tag(), VerbRule.choice(0, 1));
    }

    @Override
    public void preset(String signal, double value) {
        starter.preset(value >= 0.5);
        settled = false;
    }

    @Override
    public void save(StateWriter writer) {
        starter.save(writer);
        writer.writeDouble(speed);
        writer.writeBoolean(settled);
        impairments.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        starter.restore(reader);
        speed = reader.readDouble();
        settled = reader.readBoolean();
        impairments.restore(reader);
    }
}
