package org.openots.simulator.control;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.EventSink;
import org.openots.simulator.operation.Hold;
import org.openots.simulator.operation.Holdable;
import org.openots.simulator.operation.Operable;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Presettable;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.PiecewiseLinear;
import org.openots.simulator.signal.SignalBoard;

/**
 * One loop: modes, bumpless transfer, tracking, limits; the algorithm is {@link Pid}.
 *
 * <p>In MAN, and at every change of mode, tuning or set point source, the integral is aligned with the output, so a
 * transfer moves the output only by the noise of one scan. A master whose slave is not in CAS follows the slave's set
 * point with its output, in any mode. A missing measurement (NaN) forces MAN and keeps the output. When the pump, heater
 * or valve behind the output is stopped or taken over by an interlock or in the field, the loop goes to MAN and its output
 * to the stopped output, if there is one, or follows the position of the device. An interlock may hold the loop itself: in
 * MAN, with its output at a target.
 */
public final class Controller implements OutputSource, Operable, Holdable, Presettable, Stateful {
    private final ControllerDefinition definition;
    private final SignalBoard board;
    private final EventSink events;
    private final ControllerSignals signals;
    private final Pid pid;
    private final OutputDevices devices;
    private final FeedForward feedForward;
    private final OutputHold hold;
    private final int measurement;
    private final double tickSeconds;
    private final Map<String, VerbRule> verbs;
    private final CascadeInput cascade;

    private Mode mode = Mode.MAN;
    private double setPoint;
    private double followedSetPoint = Double.NaN;
    private double output;
    private boolean realign = true;
    private boolean limited;
    private boolean wasRunning;

    /** Links of the selected scheme: set by {@link #connect}, not saved here but restored with the scheme. */
    private @Nullable Controller slave;

    private int scheme;

    /** Whether a selector gives the integral what was accepted of the output; set while the loops are built. */
    private boolean deferred;

    /** Whether the integral waits for that in this scan. */
    private boolean waiting;

    /**
     * Builds the loop and declares its signals.
     *
     * @param definition from the pack
     * @param board holds the signals; the measurement must be on it
     * @param events takes forced modes
     * @param tickSeconds model time between scans, s
     * @param links ratio and bias it can have in some scheme, and whether an interlock can hold it
     */
    Controller(ControllerDefinition definition, SignalBoard board, EventSink events, double tickSeconds, Links links) {
        this.definition = definition;
        this.board = board;
        this.events = events;
        this.tickSeconds = tickSeconds;
        this.signals = new ControllerSignals(
                definition, board, links.ratio().present(), links.bias().present());
        this.pid = new Pid(definition.tuning(), definition.options().algorithm(), tickSeconds);
        this.measurement = board.index(definition.measurement());
        this.devices = new OutputDevices(definition.output().devices(), board);
        this.feedForward = new FeedForward(definition, board, tickSeconds);
        this.hold = new OutputHold(definition, links.holdable(), board, tickSeconds);
        this.cascade = new CascadeInput(definition, links, board);
        this.setPoint = definition.limits().setPointLow();
        this.verbs = ControllerRules.verbs(definition, links.ratio(), links.bias());
    }

    /**
     * What a loop may have because of other parts of the pack.
     *
     * @param ratio ratio it has in some scheme
     * @param bias bias it has in some scheme
     * @param holdable whether an interlock can hold it
     */
    record Links(SchemeDefinition.Ratio ratio, SchemeDefinition.Bias bias, boolean holdable) {}

    /** Resolves the devices behind the output; they are built after the controllers. */
    void resolveDevices(Map<String, PiecewiseLinear> ranges) {
        devices.resolve(ranges);
    }

    /** Lets a selector say what was accepted of the output. */
    void deferReset() {
        deferred = true;
    }

    /** Takes what a selector accepted of the output, %. */
    void reset(double accepted) {
        if (waiting) {
            pid.settle(accepted);
            waiting = false;
        }
    }

    /** Takes the links of a scheme. */
    void connect(int number, @Nullable SetPointSource newSource, @Nullable Controller newSlave) {
        scheme = number;
        cascade.connect(newSource);
        slave = newSlave;
        realign = true;
    }

    /**
     * The definition it was built from.
     *
     * @return the definition
     */
    public ControllerDefinition definition() {
        return definition;
    }

    /**
     * The mode now.
     *
     * @return the mode
     */
    public Mode mode() {
        return mode;
    }

    @Override
    public double output() {
        return output;
    }

    @Override
    public String tag() {
        return definition.tag();
    }

    @Override
    public String target() {
        return definition.tag();
    }

    @Override
    public void hold(int interlocks) {
        hold.hold(interlocks);
    }

    @Override
    public void take(Hold how) {
        hold.take(how);
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return verbs;
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        return switch (order.verb()) {
            case "sp" -> changeSetPoint(order.value());
            case "op" -> changeOutput(order.value());
            case "mode" -> changeMode(Mode.of(order.value()));
            case "ratio" -> cascade.change(order.value(), mode);
            case "bias" -> changeBias(order.value());
            case "ff" -> switchFeedForward(order.value() >= 0.5);
            case "kc" -> tune(order.value(), pid.integralSeconds(), pid.derivativeSeconds());
            case "ti" -> tune(pid.gain(), order.value(), pid.derivativeSeconds());
            default -> tune(pid.gain(), pid.integralSeconds(), order.value());
        };
    }

    /** One scan: reads the measurement, works out and publishes the output. */
    void scan() {
        double value = board.value(measurement);
        boolean running = devices.available();
        if (wasRunning && !running) {
            stop();
        }
        wasRunning = running;
        if (!running && definition.options().tracksDevice()) {
            output = devices.tracked();
        }
        if (hold.count() > 0) {
            force(Mode.MAN, ModeForced.Reason.INTERLOCK);
            output = hold.move(output);
        }
        if (Double.isNaN(value)) {
            force(Mode.MAN, ModeForced.Reason.MEASUREMENT_BAD);
            limited = false;
            if (tracking() != null) {
                output = trackedOutput(tracking());
            }
        } else {
            updateSetPoint(value);
            act(definition.range().percent(value));
        }
        publish();
    }

    /** Publishes measurement, set point, output and mode without acting. */
    void publish() {
        signals.measurement(board.value(measurement));
        signals.loop(setPoint, output, mode);
        signals.links(cascade.ratio(), cascade.bias());
        hold.publish();
        signals.tuning(pid);
    }

    /** Before the first tick: a master takes the output that gives its slave's preset set point. */
    void begin() {
        if (slave != null) {
            output = trackedOutput(slave);
        }
    }

    @Override
    public Map<String, VerbRule> presets() {
        return ControllerRules.presets(target(), verbs);
    }

    @Override
    public void preset(String signal, double value) {
        switch (signal.substring(target().length())) {
            case ".MODE" -> mode = Mode.of(value);
            case ".SP" -> setPoint = value;
            case ".OP" -> output = value;
            case ".BIAS" -> cascade.bias(value);
            default -> cascade.ratio(value);
        }
        realign = true;
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(target());
        writer.writeInt(mode.value());
        writer.writeDouble(setPoint);
        writer.writeDouble(followedSetPoint);
        writer.writeDouble(output);
        cascade.save(writer);
        hold.save(writer);
        feedForward.save(writer);
        writer.writeBoolean(realign);
        writer.writeBoolean(limited);
        writer.writeBoolean(wasRunning);
        pid.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(target());
        mode = Mode.of(reader.readInt());
        setPoint = reader.readDouble();
        followedSetPoint = reader.readDouble();
        output = reader.readDouble();
        cascade.restore(reader);
        hold.restore(reader);
        feedForward.restore(reader);
        realign = reader.readBoolean();
        limited = reader.readBoolean();
        wasRunning = reader.readBoolean();
        pid.restore(reader);
    }

    private void act(double measured) {
        pid.observe(definition.range().percent(followedSetPoint), measured, feedForward.scan());
        Controller follow = tracking();
        if (follow != null) {
            output = trackedOutput(follow);
        }
        if (follow != null || mode == Mode.MAN || realign) {
            pid.align(output);
        }
        realign = false;
        limited = false;
        waiting = false;
        if (follow == null && mode != Mode.MAN) {
            ControllerDefinition.Limits limits = definition.limits();
            double asked = pid.demand();
            double next = clamp(asked, limits.outputLow(), limits.outputHigh());
            if (limits.outputRate() > 0) {
                double step = limits.outputRate() * tickSeconds;
                next = clamp(next, output - step, output + step);
            }
            limited = next != asked;
            output = next;
            waiting = deferred;
            if (!deferred) {
                pid.settle(slave == null ? output : slave.accepted(output));
            }
        }
    }

    /** What this slave really makes of its master's output, % of its range. */
    double accepted(double asked) {
        if (limited && !Double.isNaN(board.value(measurement))) {
            return definition.range().percent(cascade.withoutBias(board.value(measurement)));
        }
        return definition
                .range()
                .percent(cascade.withoutBias(
                        withinLimits(cascade.withBias(definition.range().value(asked)))));
    }

    private @Nullable Controller tracking() {
        return slave != null && slave.mode != Mode.CAS ? slave : null;
    }

    private double trackedOutput(@Nullable Controller follow) {
        if (follow == null) {
            return output;
        }
        ControllerDefinition.Limits limits = definition.limits();
        double percent = follow.definition.range().percent(follow.cascade.withoutBias(follow.setPoint));
        return clamp(percent, limits.outputLow(), limits.outputHigh());
    }

    private void updateSetPoint(double value) {
        SetPointSource from = cascade.source();
        if (mode == Mode.CAS && from != null) {
            double asked = cascade.setPoint(from);
            if (Double.isNaN(asked)) {
                force(Mode.AUTO, ModeForced.Reason.RATIO_FLOW_BAD);
            } else {
                setPoint = withinLimits(asked);
            }
        } else if (mode == Mode.MAN && definition.output().setPointTracks()) {
            setPoint = withinLimits(value);
        }
        double rate = definition.limits().setPointRate();
        if (rate <= 0 || Double.isNaN(followedSetPoint)) {
            followedSetPoint = setPoint;
        } else if (mode == Mode.MAN) {
            followedSetPoint = value;
        } else {
            double step = rate * tickSeconds;
            followedSetPoint = clamp(setPoint, followedSetPoint - step, followedSetPoint + step);
        }
    }

    private void stop() {
        force(Mode.MAN, ModeForced.Reason.OUTPUT_STOPPED);
        if (!Double.isNaN(definition.output().stoppedOutput())) {
            output = definition.output().stoppedOutput();
        }
    }

    private void force(Mode to, ModeForced.Reason reason) {
        if (mode != to) {
            events.raise(new ModeForced(target(), mode, to, reason));
            mode = to;
            realign = true;
        }
    }

    private Optional<Refusal> changeSetPoint(double value) {
        SetPointSource from = cascade.source();
        if (mode == Mode.CAS && from != null) {
            return Refusal.because(AutomationError.SET_POINT_FROM_CASCADE, target(), from.name());
        }
        if (mode == Mode.MAN && definition.output().setPointTracks()) {
            return Refusal.because(AutomationError.SET_POINT_TRACKS, target(), setPoint);
        }
        setPoint = value;
        return Optional.empty();
    }

    private Optional<Refusal> changeOutput(double value) {
        if (mode != Mode.MAN) {
            return Refusal.because(AutomationError.OUTPUT_NOT_MANUAL, target(), mode);
        }
        if (hold.count() > 0) {
            return Refusal.because(AutomationError.INTERLOCK_HOLDS, target(), hold.count());
        }
        if (definition.options().tracksDevice() && !devices.available()) {
            return Refusal.because(AutomationError.OUTPUT_TRACKS_DEVICE, target(), devices.names());
        }
        Controller follow = tracking();
        if (follow != null) {
            return Refusal.because(AutomationError.OUTPUT_TRACKS, target(), follow.target());
        }
        output = value;
        return Optional.empty();
    }

    private Optional<Refusal> changeMode(Mode to) {
        if (to == mode) {
            return Optional.empty();
        }
        if (to != Mode.MAN) {
            if (hold.count() > 0) {
                return Refusal.because(AutomationError.INTERLOCK_HOLDS, target(), hold.count());
            }
            if (Double.isNaN(board.value(measurement))) {
                return Refusal.because(AutomationError.MEASUREMENT_BAD, target());
            }
            if (!devices.available()) {
                return Refusal.because(AutomationError.OUTPUT_NOT_RUNNING, target(), devices.names());
            }
        }
        if (to == Mode.CAS) {
            SetPointSource from = cascade.source();
            if (from == null) {
                return Refusal.because(AutomationError.NO_CASCADE, target(), scheme);
            }
            Optional<Refusal> refused = cascade.close(from, setPoint);
            if (refused.isPresent()) {
                return refused;
            }
        }
        mode = to;
        realign = true;
        return Optional.empty();
    }

    private Optional<Refusal> changeBias(double value) {
        cascade.bias(value);
        return Optional.empty();
    }

    private Optional<Refusal> switchFeedForward(boolean on) {
        feedForward.enable(on);
        realign = true;
        return Optional.empty();
    }

    private Optional<Refusal> tune(double gain, double integralSeconds, double derivativeSeconds) {
        pid.tune(gain, integralSeconds, derivativeSeconds);
        realign = true;
        return Optional.empty();
    }

    private double withinLimits(double value) {
        return clamp(
                value, definition.limits().setPointLow(), definition.limits().setPointHigh());
    }

    static double clamp(double value, double low, double high) {
        return value < low ? low : Math.min(value, high);
    }
}
