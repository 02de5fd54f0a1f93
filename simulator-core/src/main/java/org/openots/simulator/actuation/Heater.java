package org.openots.simulator.actuation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.util.FastMath;
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
 * An electric heater of several equal elements behind a thyristor controller (SCR) and a contactor. The controller
 * output is the fraction of the installed power. Orders: start, stop. An interlock opens the contactor.
 *
 * <p>Impairments: {@code elementOpen} (number of elements that are broken), {@code fullOn} (flag: the thyristors are
 * shorted, so all sound elements get full power whatever start, stop and the controller say; only an interlock or the
 * loss of the supply takes it away).
 */
public final class Heater implements FinalElement, Operable, Impairable, Lockable {
    private static final int ELEMENT_OPEN = 0;
    private static final int FULL_ON = 1;
    private static final double PERCENT = 100;
    /** Response of the thyristor controller to a new output, s: a soft start of about one second. */
    private static final double LAG_SECONDS = 0.5;

    private final Definition definition;
    private final ProcessPort port;
    private final SignalBoard board;
    private final Starter starter;
    private final ImpairmentSet impairments;
    private final int actuator;
    private final int demand;
    private final double gain;

    private double fraction;
    private boolean settled;

    /**
     * A heater of a plant pack.
     *
     * @param device name, supply, panel, start conditions
     * @param output signal with the power asked for, % of the installed power
     * @param elements number of equal elements
     */
    public record Definition(DeviceDefinition device, String output, int elements) {}

    /**
     * Builds the heater and declares its signals.
     *
     * @param definition from the pack
     * @param port the process
     * @param board holds the signals; the supply and the output must be on it
     * @param events takes events
     * @param permissives start conditions
     * @param tickSeconds model time between scans, s
     */
    public Heater(
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
        this.impairments = new ImpairmentSet(
                tag, new ImpairmentKind("elementOpen", "", 0, definition.elements()), ImpairmentKind.flag("fullOn"));
        this.actuator = port.actuator(tag);
        this.demand = board.index(definition.output());
        this.gain = 1 - FastMath.exp(-tickSeconds / LAG_SECONDS);
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
        return "off";
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return Starter.HEATER_VERBS;
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
        starter.scan(false, true);
        boolean shorted = impairments.on(FULL_ON) && starter.powered() && !starter.held();
        boolean energised = starter.running() || shorted;
        double asked = shorted ? PERCENT : board.value(demand);
        double sound = 1 - impairments.value(ELEMENT_OPEN, 0) / definition.elements();
        double wanted = energised && !Double.isNaN(asked) ? asked / PERCENT * sound : 0;
        fraction = settled && energised ? fraction + gain * (wanted - fraction) : wanted;
        settled = true;
        port.drive(actuator, fraction);
        starter.publish(energised);
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
        writer.writeDouble(fraction);
        writer.writeBoolean(settled);
        impairments.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        starter.restore(reader);
        fraction = reader.readDouble();
        settled = reader.readBoolean();
        impairments.restore(reader);
    }
}
