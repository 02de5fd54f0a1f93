package org.openots.simulator.actuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.Hold;
import org.openots.simulator.operation.Impairable;
import org.openots.simulator.operation.ImpairmentKind;
import org.openots.simulator.operation.ImpairmentSet;
import org.openots.simulator.operation.Operable;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.process.ProcessPort;
import org.openots.simulator.signal.PiecewiseLinear;
import org.openots.simulator.signal.SignalBoard;

/**
 * A control valve with its actuator: stroke time, stiction, backlash, fail position without its supply or its air. The
 * flow characteristic belongs to the process. It moves once the output differs from its position by more than the
 * stiction, and then goes the whole way. With a split range it takes its own piece of the output. An interlock drives it
 * to its fail position or to a position of its own. With a handwheel the field operator can take it over: then neither
 * controller nor interlock nor spring moves it, and {@code tag.LOCAL} is 1.
 *
 * <p>Orders with a handwheel: local (1, 0), position (%, only while local).
 *
 * <p>Impairments: {@code stuck} (flag: it stays where it is), {@code stuckAt} (%: it goes there and stays),
 * {@code stiction} (%: replaces the normal stiction); of a valve worked by air also {@code bias} (%: the positioner is that
 * far off), {@code deadband} (%: replaces the normal backlash), {@code slow} (times the stroke time).
 */
public final class ControlValve implements FinalElement, Operable, Impairable {
    private static final int STUCK = 0;
    private static final int STUCK_AT = 1;
    private static final int STICTION = 2;
    private static final int BIAS = 3;
    private static final int DEADBAND = 4;
    private static final int SLOW = 5;
    private static final double FULL = 100;
    /** A valve that takes fifty times its stroke time does not control any more. */
    private static final double SLOWEST = 50;

    private final Definition definition;
    private final Options options;
    private final ProcessPort port;
    private final SignalBoard board;
    private final ImpairmentSet impairments;
    private final Handwheel handwheel;
    private final int actuator;
    private final int demand;
    private final int power;
    private final int air;
    private final int signal;
    private final int forced;
    private final double tickSeconds;
    private final double step;

    private double position;
    private boolean moving;
    private boolean settled;
    private int holds;

    /** How it is held; set again at every scan of the interlocks, so not part of the state. */
    private Hold how = Hold.SAFE;

    /**
     * A control valve of a plant pack.
     *
     * @param tag its name
     * @param text what it is
     * @param output signal with the opening asked for, %
     * @param power signal of the supply of its actuator
     * @param strokeSeconds time for a full stroke, s
     * @param stictionPercent smallest change it follows, %
     * @param fail position without supply and under an interlock
     * @param options what not every valve has
     */
    public record Definition(
            String tag,
            LocalText text,
            String output,
            String power,
            double strokeSeconds,
            double stictionPercent,
            Fail fail,
            Options options) {
        /**
         * A valve without options.
         *
         * @param tag its name
         * @param text what it is
         * @param output signal with the opening asked for, %
         * @param power signal of the supply of its actuator
         * @param strokeSeconds time for a full stroke, s
         * @param stictionPercent smallest change it follows, %
         * @param fail position without supply and under an interlock
         */
        public Definition(
                String tag,
                LocalText text,
                String output,
                String power,
                double strokeSeconds,
                double stictionPercent,
                Fail fail) {
            this(tag, text, output, power, strokeSeconds, stictionPercent, fail, Options.NONE);
        }
    }

    /**
     * What not every control valve has.
     *
     * @param range opening (%) for a controller output (%), of a valve with a split range; null for the output itself
     * @param air the instrument air it needs
     * @param deadbandPercent backlash between actuator and stem, %; 0 for none
     * @param handwheel whether the field operator can take it over
     */
    public record Options(
            @Nullable PiecewiseLinear range, AirSupply.Need air, double deadbandPercent, boolean handwheel) {
        /** None of them. */
        public static final Options NONE = new Options(null, AirSupply.Need.NONE, 0, false);
    }

    /** Where a valve goes without its supply. */
    public enum Fail {
        /** Closed, 0 %. */
        CLOSE(0),
        /** Open, 100 %. */
        OPEN(FULL),
        /** It stays where it is. */
        HOLD(Double.NaN);

        private final double position;

        Fail(double position) {
            this.position = position;
        }

        /**
         * The position.
         *
         * @return 0 or 100, %; NaN to stay
         */
        public double position() {
            return position;
        }

        /**
         * The word for it in pack files.
         *
         * @return {@code close}, {@code open} or {@code hold}
         */
        public String word() {
            return this == CLOSE ? "close" : this == OPEN ? "open" : "hold";
        }
    }

    /**
     * Builds the valve and declares its signals.
     *
     * @param definition from the pack
     * @param port the process
     * @param board holds the signals; the supply, the air and the output must be on it
     * @param tickSeconds model time between scans, s
     */
    public ControlValve(Definition definition, ProcessPort port, SignalBoard board, double tickSeconds) {
        this.definition = definition;
        this.options = definition.options();
        this.port = port;
        this.board = board;
        this.tickSeconds = tickSeconds;
        this.impairments =
                new ImpairmentSet(definition.tag(), kinds(options.air().present()));
        this.actuator = port.actuator(definition.tag());
        this.demand = board.index(definition.output());
        this.power = board.index(definition.power());
        this.air = options.air().present() ? board.index(options.air().supply()) : -1;
        LocalText text = definition.text();
        this.signal = board.declare(definition.tag(), "%", text);
        this.forced = board.declare(
                definition.tag() + ".FORCED",
                "",
                new LocalText(text.zh() + "联锁强制数", text.en() + " interlocks holding"));
        this.handwheel = new Handwheel(definition.tag(), text, options.handwheel(), board, tickSeconds);
        this.step = FULL / definition.strokeSeconds() * tickSeconds;
    }

    private static ImpairmentKind[] kinds(boolean pneumatic) {
        List<ImpairmentKind> kinds = new ArrayList<>(List.of(
                ImpairmentKind.flag("stuck"),
                new ImpairmentKind("stuckAt", "%", 0, FULL),
                new ImpairmentKind("stiction", "%", 0, FULL)));
        if (pneumatic) {
            kinds.add(new ImpairmentKind("bias", "%", -FULL, FULL));
            kinds.add(new ImpairmentKind("deadband", "%", 0, FULL));
            kinds.add(new ImpairmentKind("slow", "", 1, SLOWEST));
        }
        return kinds.toArray(ImpairmentKind[]::new);
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
        return definition.fail().word();
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
    public Map<String, VerbRule> verbs() {
        return handwheel.verbs();
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        if (order.verb().equals("local")) {
            handwheel.engage(order.value() >= 0.5, position);
            return Optional.empty();
        }
        if (!handwheel.engaged()) {
            return Refusal.because(AutomationError.NOT_LOCAL, tag());
        }
        handwheel.turn(order.value());
        return Optional.empty();
    }

    @Override
    public void scan() {
        if (handwheel.engaged()) {
            moving = false;
            position = impairments.on(STUCK) ? position : handwheel.move(position);
        } else {
            follow();
        }
        settled = true;
        port.drive(actuator, position / FULL);
        board.set(signal, position);
        board.set(forced, holds);
        handwheel.publish();
    }

    private void follow() {
        boolean powered = board.value(power) >= 0.5;
        boolean placed = holds > 0 && powered && how.kind() == Hold.Kind.POSITION;
        boolean failing = !placed && (holds > 0 || !powered);
        double asked = placed ? how.target() : failing ? definition.fail().position() : wanted();
        if (air >= 0) {
            double within = attainable(Double.isNaN(asked) ? position : asked);
            failing |= within != asked;
            asked = within;
        }
        asked = impairments.value(STUCK_AT, Double.isNaN(asked) ? position : asked);
        double gap = Math.abs(asked - position);
        // at the ends a positioner gives full air or none: tight shut-off, whatever normal friction there is
        boolean end = (asked <= 0 || asked >= FULL) && !impairments.active(STICTION);
        boolean free = failing || placed || end || impairments.active(STUCK_AT);
        if (!settled) {
            position = asked;
        } else if (!impairments.on(STUCK)) {
            moving = gap > 0 && (moving || free || gap > impairments.value(STICTION, definition.stictionPercent()));
            position = moving ? Travel.toward(position, asked, pace(placed)) : position;
        }
    }

    /** The position asked for by the controller, %; with backlash the nearest one that a reversal leaves. */
    private double wanted() {
        PiecewiseLinear range = options.range();
        double asked = range == null ? board.value(demand) : range.at(board.value(demand));
        double backlash = options.deadbandPercent();
        if (air >= 0) {
            asked = Math.max(0, Math.min(FULL, asked + impairments.value(BIAS, 0)));
            backlash = impairments.value(DEADBAND, backlash);
        }
        if (backlash > 0 && settled) {
            double half = backlash / 2;
            return Math.abs(asked - position) <= half
                    ? position
                    : Math.max(0, Math.min(FULL, asked > position ? asked - half : asked + half));
        }
        return asked;
    }

    /** What the air lets the actuator reach of an asked position, %. */
    private double attainable(double asked) {
        double share = options.air().share(board.value(air));
        return switch (definition.fail()) {
            case CLOSE -> Math.min(asked, FULL * share);
            case OPEN -> Math.max(asked, FULL * (1 - share));
            case HOLD -> share < 1 ? position : asked;
        };
    }

    private double pace(boolean placed) {
        double own = air >= 0 ? step / impairments.value(SLOW, 1) : step;
        return placed && how.ratePerSecond() > 0 ? Math.min(own, how.ratePerSecond() * tickSeconds) : own;
    }

    @Override
    public Map<String, VerbRule> presets() {
        return Map.of(tag(), VerbRule.range(0, FULL, "%"));
    }

    @Override
    public void preset(String name, double value) {
        position = value;
        settled = true;
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(tag());
        writer.writeDouble(position);
        writer.writeBoolean(moving);
        writer.writeBoolean(settled);
        writer.writeInt(holds);
        handwheel.save(writer);
        impairments.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(tag());
        position = reader.readDouble();
        moving = reader.readBoolean();
        settled = reader.readBoolean();
        holds = reader.readInt();
        handwheel.restore(reader);
        impairments.restore(reader);
    }
}
