package org.openots.simulator.actuation;

import java.util.Map;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.Impairable;
import org.openots.simulator.operation.ImpairmentKind;
import org.openots.simulator.operation.ImpairmentSet;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.process.ProcessPort;
import org.openots.simulator.signal.SignalBoard;

/**
 * A control valve with its actuator: stroke time, stiction, fail position without its supply. The flow characteristic
 * belongs to the process. It moves once the output differs from its position by more than the stiction, and then goes
 * the whole way. An interlock drives it to its safe end.
 *
 * <p>Impairments: {@code stuck} (flag: it stays where it is), {@code stuckAt} (%: it goes there and stays),
 * {@code stiction} (%: replaces the normal stiction).
 */
public final class ControlValve implements FinalElement, Impairable {
    private static final int STUCK = 0;
    private static final int STUCK_AT = 1;
    private static final int STICTION = 2;
    private static final double FULL = 100;

    private final Definition definition;
    private final ProcessPort port;
    private final SignalBoard board;
    private final ImpairmentSet impairments;
    private final int actuator;
    private final int demand;
    private final int power;
    private final int signal;
    private final int forced;
    private final double step;

    private double position;
    private boolean moving;
    private boolean settled;
    private int holds;

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
     */
    public record Definition(
            String tag,
            LocalText text,
            String output,
            String power,
            double strokeSeconds,
            double stictionPercent,
            Fail fail) {}

    /** Where a valve goes without its supply. */
    public enum Fail {
        /** Closed, 0 %. */
        CLOSE(0),
        /** Open, 100 %. */
        OPEN(FULL);

        private final double position;

        Fail(double position) {
            this.position = position;
        }

        /**
         * The position.
         *
         * @return 0 or 100, %
         */
        public double position() {
            return position;
        }

        /**
         * The word for it in pack files.
         *
         * @return {@code close} or {@code open}
         */
        public String word() {
            return this == CLOSE ? "close" : "open";
        }
    }

    /**
     * Builds the valve and declares its signals.
     *
     * @param definition from the pack
     * @param port the process
     * @param board holds the signals; the supply and the output must be on it
     * @param tickSeconds model time between scans, s
     */
    public ControlValve(Definition definition, ProcessPort port, SignalBoard board, double tickSeconds) {
        this.definition = definition;
        this.port = port;
        this.board = board;
        this.impairments = new ImpairmentSet(
                definition.tag(),
                ImpairmentKind.flag("stuck"),
                new ImpairmentKind("stuckAt", "%", 0, FULL),
                new ImpairmentKind("stiction", "%", 0, FULL));
        this.actuator = port.actuator(definition.tag());
        this.demand = board.index(definition.output());
        this.power = board.index(definition.power());
        LocalText text = definition.text();
        this.signal = board.declare(definition.tag(), "%", text);
        this.forced = board.declare(
                definition.tag() + ".FORCED",
                "",
                new LocalText(text.zh() + "联锁强制数", text.en() + " interlocks holding"));
        this.step = FULL / definition.strokeSeconds() * tickSeconds;
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
    public void scan() {
        boolean failing = holds > 0 || !(board.value(power) >= 0.5);
        double asked = failing ? definition.fail().position() : board.value(demand);
        asked = impairments.value(STUCK_AT, Double.isNaN(asked) ? position : asked);
        double gap = Math.abs(asked - position);
        boolean free = failing || impairments.active(STUCK_AT);
        if (!settled) {
            position = asked;
        } else if (!impairments.on(STUCK)) {
            moving = gap > 0 && (moving || free || gap > impairments.value(STICTION, definition.stictionPercent()));
            position = moving ? Travel.toward(position, asked, step) : position;
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
        impairments.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(tag());
        position = reader.readDouble();
        moving = reader.readBoolean();
        settled = reader.readBoolean();
        holds = reader.readInt();
        impairments.restore(reader);
    }
}
