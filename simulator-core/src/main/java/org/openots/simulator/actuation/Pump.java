package org.openots.simulator.actuation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;
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
import org.openots.simulator.signal.Condition;
import org.openots.simulator.signal.SignalBoard;

/**
 * A pump: with a variable-frequency drive it runs at the speed its controller asks for, not below the minimum speed;
 * without a controller it runs at full speed. Either way it ramps. Orders: start, stop, reset (after a motor trip), from
 * the control room or its local panel. An interlock stops it, or starts it if the pack says so.
 *
 * <p>A standby pump starts by itself when its condition has held for its delay while it is selected as standby (order
 * standby, 1 or 0; signal {@code .STANDBY}); stopping it takes the selection away. A pump with a restart time starts again
 * when its supply comes back within that time.
 *
 * <p>Impairments: {@code unavailable} (flag: the motor trips as soon as it runs), {@code stuckAt} (%: the drive keeps
 * this speed while running, whatever the controller asks for).
 */
public final class Pump implements FinalElement, Operable, Impairable, Lockable {
    private static final int UNAVAILABLE = 0;
    private static final int STUCK_AT = 1;
    private static final double FULL = 100;
    private static final Map<String, VerbRule> STANDBY_VERBS = Map.of(
            "start", VerbRule.PLAIN, "stop", VerbRule.PLAIN, "reset", VerbRule.PLAIN, "standby", VerbRule.choice(0, 1));

    private final Definition definition;
    private final ProcessPort port;
    private final SignalBoard board;
    private final Starter starter;
    private final SelfStart self;
    private final ImpairmentSet impairments;
    private final int actuator;
    private final int demand;
    private final int speedSignal;
    private final double step;

    private double speed;
    private boolean settled;

    private Hold how = Hold.SAFE;

    /**
     * A pump of a plant pack.
     *
     * @param device name, supply, panel, start conditions
     * @param output signal with the speed asked for, %; empty for a pump with one speed
     * @param minimumPercent lowest speed while running, %
     * @param rampSeconds time from standstill to full speed and back, s
     * @param automatic how it starts by itself
     */
    public record Definition(
            DeviceDefinition device, String output, double minimumPercent, double rampSeconds, Automatic automatic) {
        /**
         * A pump that never starts by itself.
         *
         * @param device name, supply, panel, start conditions
         * @param output signal with the speed asked for, %
         * @param minimumPercent lowest speed while running, %
         * @param rampSeconds time from standstill to full speed and back, s
         */
        public Definition(DeviceDefinition device, String output, double minimumPercent, double rampSeconds) {
            this(device, output, minimumPercent, rampSeconds, Automatic.NEVER);
        }
    }

    /**
     * How a pump starts by itself.
     *
     * @param standbyWhen condition that starts it while it stands by, empty for none
     * @param delaySeconds how long the condition must hold, s
     * @param restartSeconds longest loss of supply after which it starts again, s; 0 for never
     */
    public record Automatic(String standbyWhen, double delaySeconds, double restartSeconds) {
        /** Not at all. */
        public static final Automatic NEVER = new Automatic("", 0, 0);
    }

    /**
     * Builds the pump and declares its signals.
     *
     * @param definition from the pack
     * @param port the process
     * @param board holds the signals; the supply and the output must be on it
     * @param events takes motor trips and automatic starts
     * @param conditions start conditions and the condition of the standby start
     * @param tickSeconds model time between scans, s
     */
    public Pump(
            Definition definition,
            ProcessPort port,
            SignalBoard board,
            EventSink events,
            StartConditions conditions,
            double tickSeconds) {
        this.definition = definition;
        this.port = port;
        this.board = board;
        this.starter = new Starter(definition.device(), board, events, conditions.permissives());
        String tag = definition.device().tag();
        LocalText text = definition.device().text();
        this.impairments =
                new ImpairmentSet(tag, ImpairmentKind.flag("unavailable"), new ImpairmentKind("stuckAt", "%", 0, FULL));
        this.actuator = port.actuator(tag);
        this.demand = definition.output().isEmpty() ? -1 : board.index(definition.output());
        this.speedSignal = board.declare(tag + ".SPEED", "%", new LocalText(text.zh() + "转速", text.en() + " speed"));
        this.self = new SelfStart(definition, board, starter, events, conditions.standby(), tickSeconds);
        this.step = FULL / definition.rampSeconds() * tickSeconds;
    }

    /**
     * Builds a pump that never starts by itself.
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
        this(definition, port, board, events, new StartConditions(permissives, () -> false), tickSeconds);
    }

    /**
     * What is asked before a pump starts.
     *
     * @param permissives must all hold at a start
     * @param standby starts a pump that stands by
     */
    public record StartConditions(List<Permissive> permissives, Condition standby) {
        /** Copies the list. */
        public StartConditions {
            permissives = List.copyOf(permissives);
        }
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
        return self.standsBy() ? STANDBY_VERBS : Starter.MOTOR_VERBS;
    }

    @Override
    public void checkText(Order order) {
        starter.checkText(order);
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        if (order.verb().equals("standby")) {
            self.select(order.value() >= 0.5);
            return Optional.empty();
        }
        if (order.verb().equals("stop")) {
            self.select(false);
        }
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
    public void take(Hold newHow) {
        how = newHow;
    }

    @Override
    public void scan() {
        boolean starts = starter.held() && how.kind() == Hold.Kind.START;
        if (starts) {
            starter.forceOn();
        }
        self.scan();
        starter.scan(impairments.on(UNAVAILABLE), !starts);
        double wanted = 0;
        if (starter.running()) {
            double asked = impairments.value(STUCK_AT, demand < 0 ? FULL : board.value(demand));
            wanted = Math.min(FULL, Math.max(definition.minimumPercent(), Double.isNaN(asked) ? 0 : asked));
        }
        speed = settled ? Travel.toward(speed, wanted, step) : wanted;
        settled = true;
        port.drive(actuator, speed / FULL);
        board.set(speedSignal, speed);
        starter.publish(starter.running());
        self.publish();
    }

    @Override
    public Map<String, VerbRule> presets() {
        return self.standsBy()
                ? Map.of(tag(), VerbRule.choice(0, 1), tag() + SelfStart.STANDBY, VerbRule.choice(0, 1))
                : Map.of(tag(), VerbRule.choice(0, 1));
    }

    @Override
    public void preset(String signal, double value) {
        if (signal.endsWith(SelfStart.STANDBY)) {
            self.select(value >= 0.5);
            return;
        }
        starter.preset(value >= 0.5);
        settled = false;
    }

    @Override
    public void save(StateWriter writer) {
        starter.save(writer);
        writer.writeDouble(speed);
        writer.writeBoolean(settled);
        self.save(writer);
        impairments.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        starter.restore(reader);
        speed = reader.readDouble();
        settled = reader.readBoolean();
        self.restore(reader);
        impairments.restore(reader);
    }
}
