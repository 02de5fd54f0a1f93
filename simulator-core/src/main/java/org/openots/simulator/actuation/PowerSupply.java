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
 * comes alive the same way and then stays alive; the end of its battery is not modelled.
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
    private boolean alive;

    /**
     * A supply of a plant pack.
     *
     * @param name signal of the supply, for example {@code POWER.MAIN}
     * @param text what it is
     * @param switches signals of the switches that must be on
     * @param buffered whether it stays alive afterwards
     */
    public record Definition(String name, LocalText text, List<String> switches, boolean buffered) {
        /** Copies the list. */
        public Definition {
            switches = List.copyOf(switches);
        }
    }

    /**
     * Builds the supply and declares its signal: 1 when alive.
     *
     * @param definition from the pack
     * @param board holds the signals; the switches must be on it
     */
    public PowerSupply(Definition definition, SignalBoard board) {
        this.definition = definition;
        this.board = board;
        this.signal = board.declare(definition.name(), "", definition.text());
        this.switches = definition.switches().stream().mapToInt(board::index).toArray();
        this.impairments = new ImpairmentSet(definition.name(), ImpairmentKind.flag("failure"));
    }

    /** Works out and publishes whether the supply is alive. */
    public void scan() {
        boolean fed = true;
        for (int index : switches) {
            fed &= board.value(index) >= 0.5;
        }
        alive = !impairments.on(0) && (fed || (alive && definition.buffered()));
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
        impairments.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(definition.name());
        alive = reader.readBoolean();
        impairments.restore(reader);
    }
}
