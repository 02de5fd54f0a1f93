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
 * A shutoff valve (XV): a solenoid valve lets instrument air move it against a spring. Without supply or air, and under an
 * interlock, the spring drives it to its fail position; afterwards it stays there until it is operated again. It has
 * limit switches {@code .ZSO} and {@code .ZSC}; {@code .DISC} is 1 when it has not reached the end it was sent to in one
 * and a half times its stroke time.
 *
 * <p>Orders: position (0 closed, 100 open), strokeTest (moves from its end by the partial stroke and back; an event
 * tells whether it moved in time).
 *
 * <p>Impairments: {@code stuck} (flag), {@code slow} (times the stroke time), {@code passing} (%: it lets through as much
 * as at this opening although it is closed).
 */
public final class ShutoffValve implements FinalElement, Operable, Impairable {
    private static final int STUCK = 0;
    private static final int SLOW = 1;
    private static final int PASSING = 2;
    private static final double FULL = 100;
    private static final double SLOWEST = 50;
    /** Share of the stroke time within which a sound valve reaches what it was sent to: half as much again. */
    private static final double PATIENCE = 1.5;

    private final Definition definition;
    private final ProcessPort port;
    private final SignalBoard board;
    private final EventSink events;
    private final ImpairmentSet impairments;
    private final LimitSwitches switches;
    private final int actuator;
    private final int power;
    private final int air;
    private final int signal;
    private final int forced;
    private final int discrepancy;
    private final double tickSeconds;
    private final double step;

    private double position;
    private boolean open;
    private boolean settled;
    private int holds;
    private boolean leaving;
    private boolean testing;
    private long testTicks;
    private long lateTicks;

    private Hold how = Hold.SAFE;

    /**
     * A shutoff valve of a plant pack.
     *
     * @param tag its name
     * @param text what it is
     * @param power signal of the supply of its solenoid
     * @param air the instrument air it needs
     * @param strokeSeconds time for a full stroke, s
     * @param fail where the spring drives it
     * @param partialPercent how far the stroke test moves it, %
     */
    public record Definition(
            String tag,
            LocalText text,
            String power,
            AirSupply.Need air,
            double strokeSeconds,
            ControlValve.Fail fail,
            double partialPercent) {}

    /**
     * Builds the valve and declares its signals.
     *
     * @param definition from the pack
     * @param port the process
     * @param board holds the signals; the supply and the air must be on it
     * @param events takes the results of stroke tests
     * @param tickSeconds model time between scans, s
     */
    public ShutoffValve(
            Definition definition, ProcessPort port, SignalBoard board, EventSink events, double tickSeconds) {
        this.definition = definition;
        this.port = port;
        this.board = board;
        this.events = events;
        this.tickSeconds = tickSeconds;
        this.impairments = new ImpairmentSet(
                definition.tag(),
                ImpairmentKind.flag("stuck"),
                new ImpairmentKind("slow", "", 1, SLOWEST),
                new ImpairmentKind("passing", "%", 0, FULL));
        this.actuator = port.actuator(definition.tag());
        this.power = board.index(definition.power());
        this.air = definition.air().present() ? board.index(definition.air().supply()) : -1;
        LocalText text = definition.text();
        this.signal = board.declare(definition.tag(), "%", text);
        this.forced = board.declare(
                definition.tag() + ".FORCED",
                "",
                new LocalText(text.zh() + "联锁强制数", text.en() + " interlocks holding"));
        this.switches = new LimitSwitches(definition.tag(), text, board);
        this.discrepancy = board.declare(
                definition.tag() + ".DISC", "", new LocalText(text.zh() + "行程故障", text.en() + " travel failure"));
        this.step = FULL / definition.strokeSeconds() * tickSeconds;
        this.open = definition.fail() == ControlValve.Fail.OPEN;
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
    public Map<String, VerbRule> verbs() {
        return Map.of("position", VerbRule.range(0, FULL, "%"), "strokeTest", VerbRule.PLAIN);
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        if (holds > 0) {
            return Refusal.because(AutomationError.INTERLOCK_HOLDS, tag(), holds);
        }
        if (order.verb().equals("position")) {
            open = order.value() >= FULL / 2;
            testing = false;
            lateTicks = 0;
            return Optional.empty();
        }
        if (!atEnd()) {
            return Refusal.because(AutomationError.VALVE_NOT_AT_END, tag(), position);
        }
        testing = true;
        leaving = true;
        testTicks = 0;
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
            double target = how.kind() == Hold.Kind.POSITION
                    ? how.target()
                    : definition.fail().position();
            open = target >= FULL / 2;
            testing = false;
        }
        boolean powered = board.value(power) >= 0.5;
        double wanted = powered ? withAir(testTarget()) : definition.fail().position();
        if (!settled) {
            position = wanted;
        } else if (!impairments.on(STUCK)) {
            position = Travel.toward(position, wanted, step / impairments.value(SLOW, 1));
        }
        settled = true;
        test();
        watch();
        port.drive(actuator, Math.max(position, impairments.value(PASSING, 0)) / FULL);
        board.set(signal, position);
        board.set(forced, holds);
        switches.publish(position);
        board.flag(discrepancy, lateTicks * tickSeconds > PATIENCE * definition.strokeSeconds());
    }

    private boolean atEnd() {
        return open ? LimitSwitches.isOpen(position) : LimitSwitches.isClosed(position);
    }

    private double testTarget() {
        double end = open ? FULL : 0;
        if (!testing || !leaving) {
            return end;
        }
        return open ? FULL - definition.partialPercent() : definition.partialPercent();
    }

    private double withAir(double asked) {
        if (air < 0) {
            return asked;
        }
        double share = definition.air().share(board.value(air));
        return definition.fail() == ControlValve.Fail.OPEN
                ? Math.max(asked, FULL * (1 - share))
                : Math.min(asked, FULL * share);
    }

    /** The test passes when the valve came as far as asked within the patience for that part of the stroke. */
    private void test() {
        if (!testing) {
            return;
        }
        testTicks++;
        double seconds = testTicks * tickSeconds;
        double allowed = PATIENCE * definition.strokeSeconds() * definition.partialPercent() / FULL;
        if (leaving && position == testTarget()) {
            leaving = false;
            events.raise(new ValveTested(tag(), true, seconds));
        } else if (leaving && seconds > allowed) {
            leaving = false;
            events.raise(new ValveTested(tag(), false, seconds));
        } else if (!leaving && atEnd()) {
            testing = false;
        }
    }

    private void watch() {
        lateTicks = testing || atEnd() ? 0 : lateTicks + 1;
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
        writer.writeBoolean(leaving);
        writer.writeBoolean(testing);
        writer.writeLong(testTicks);
        writer.writeLong(lateTicks);
        impairments.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(tag());
        position = reader.readDouble();
        open = reader.readBoolean();
        settled = reader.readBoolean();
        holds = reader.readInt();
        leaving = reader.readBoolean();
        testing = reader.readBoolean();
        testTicks = reader.readLong();
        lateTicks = reader.readLong();
        impairments.restore(reader);
    }
}
