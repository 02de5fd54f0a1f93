package org.openots.simulator.actuation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
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
 * An exhaust fan with one speed. Orders: start, stop, reset. An interlock switches it on and keeps it on; afterwards it
 * runs until it is stopped.
 *
 * <p>Impairments: {@code unavailable} (flag: the motor trips as soon as it runs).
 */
public final class Fan implements FinalElement, Operable, Impairable, Lockable {
    private final Starter starter;
    private final ProcessPort port;
    private final ImpairmentSet impairments;
    private final int actuator;

    /**
     * Builds the fan and declares its signals.
     *
     * @param definition from the pack
     * @param port the process
     * @param board holds the signals; the supply must be on it
     * @param events takes motor trips
     * @param permissives start conditions
     */
    public Fan(
            DeviceDefinition definition,
            ProcessPort port,
            SignalBoard board,
            EventSink events,
            List<Permissive> permissives) {
        this.starter = new Starter(definition, board, events, permissives);
        this.port = port;
        this.impairments = new ImpairmentSet(definition.tag(), ImpairmentKind.flag("unavailable"));
        this.actuator = port.actuator(definition.tag());
    }

    @Override
    public String tag() {
        return starter.definition().tag();
    }

    @Override
    public String target() {
        return tag();
    }

    @Override
    public String safeAction() {
        return "on";
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
    public boolean on() {
        return starter.running();
    }

    @Override
    public void lock(boolean locked) {
        starter.lock(locked);
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
        if (starter.held()) {
            starter.forceOn();
        }
        starter.scan(impairments.on(0), false);
        port.drive(actuator, starter.running() ? 1 : 0);
        starter.publish(starter.running());
    }

    @Override
    public Map<String, VerbRule> presets() {
        return Map.of(tag(), VerbRule.choice(0, 1));
    }

    @Override
    public void preset(String signal, double value) {
        starter.preset(value >= 0.5);
    }

    @Override
    public void save(StateWriter writer) {
        starter.save(writer);
        impairments.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        starter.restore(reader);
        impairments.restore(reader);
    }
}
