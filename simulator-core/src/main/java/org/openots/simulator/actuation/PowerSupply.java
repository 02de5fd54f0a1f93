package org.openots.simulator.actuation;

import java.util.List;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.Impairable;
import org.openots.simulator.operation.ImpairmentKind;
import org.openots.simulator.operation.ImpairmentSet;
import org.openots.simulator.signal.SignalBoard;

/**
 * One electrical supply of the plant: alive while its switches are on and the mains are there. A buffered supply (UPS)
 * comes alive the same way and then stays alive, for ever or until its battery is empty; fed again, the battery is full at
 * once.
 *
 * <p>Impairments: {@code failure} (flag: it is dead, buffered or not; on the main supply this is a plant power
 * failure).
 */
public final class PowerSupply implements Impairable, Stateful {
    private final Definition definition;
    private final SignalBoard board;
    private final int signal;
    private final int[] switches;
    private final ImpairmentSet impairments;
    private final long batteryTicks;
    private boolean alive;
    private long onBattery;

    /**
     * A supply of a plant pack.
     *
     * @param name signal of the supply, for example {@code POWER.MAIN}
     * @param text what it is
     * @param switches signals of the switches that must be on
     * @param buffered whether it stays alive afterwards
     * @param batterySeconds how long it then stays alive, s; 0 for ever
     */
    public record Definition(
            String name, LocalText text, List<String> switches, boolean buffered, double batterySeconds) {
        /** Copies the list. */
        public Definition {
            switches = List.copyOf(switches);
        }

        /**
         * A supply whose battery, if it has one, never ends.
         *
         * @param name signal of the supply
         * @param text what it is
         * @param switches signals of the switches that must be on
         * @param buffered whether it stays alive afterwards
         */
        public Definition(String name, LocalText text, List<String> switches, boolean buffered) {
            this(name, text, switches, buffered, 0);
        }
    }

    /**
     * Builds the supply and declares its signal: 1 when alive.
     *
     * @param definition from the pack
     * @param board holds the signals; the switches must be on it
     * @param tickSeconds model time between scans, s
     */
    public PowerSupply(Definition definition, SignalBoard board, double tickSeconds) {
        this.definition = definition;
        this.board = board;
        this.signal = board.declare(definition.name(), "", definition.text());
        this.switches = definition.switches().stream().mapToInt(board::index).toArray();
        this.impairments = new ImpairmentSet(definition.name(), ImpairmentKind.flag("failure"));
        this.batteryTicks = Math.round(definition.batterySeconds() / tickSeconds);
    }

    /** Works out and publishes whether the supply is alive. */
    public void scan() {
        boolean fed = true;
        for (int index : switches) {
            fed &= board.value(index) >= 0.5;
        }
        onBattery = fed ? 0 : onBattery + 1;
        boolean charged = batteryTicks == 0 || onBattery <= batteryTicks;
        alive = !impairments.on(0) && (fed || (alive && definition.buffered() && charged));
        board.flag(signal, alive);
    }

    @Override
    public String target() {
        return definition.name();
    }

    @Override
    public ImpairmentSet impairments() {
        return impairments;
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(definition.name());
        writer.writeBoolean(alive);
        if (batteryTicks > 0) {
            writer.writeLong(onBattery);
        }
        impairments.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(definition.name());
        alive = reader.readBoolean();
        if (batteryTicks > 0) {
            onBattery = reader.readLong();
        }
        impairments.restore(reader);
    }
}
