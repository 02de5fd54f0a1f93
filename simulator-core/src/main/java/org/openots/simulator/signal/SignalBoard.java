package org.openots.simulator.signal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateError;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.LocalText;

/**
 * The signals of a plant while a run is on: parts declare their signals when they are built, then write and read
 * values by index. Values start as NaN. Not for other threads; those get copies through {@link #copyTo}.
 */
public final class SignalBoard implements SignalView, Stateful {
    private final Map<String, Integer> indexByName = new LinkedHashMap<>();
    private final List<Signal> signals = new ArrayList<>();
    private double[] values = new double[0];
    private final double tickSeconds;
    private long tick;

    /**
     * Creates an empty board.
     *
     * @param tickSeconds model time of one tick, s
     */
    public SignalBoard(double tickSeconds) {
        this.tickSeconds = tickSeconds;
    }

    /**
     * Adds a signal.
     *
     * @param name unique name
     * @param unit engineering unit, empty for a plain number or flag
     * @param text what it is
     * @return its index
     */
    public int declare(String name, String unit, LocalText text) {
        int index = signals.size();
        if (indexByName.putIfAbsent(name, index) != null) {
            throw new IllegalStateException("signal declared twice: " + name);
        }
        signals.add(new Signal(name, unit, text));
        if (values.length <= index) {
            double[] longer = new double[Math.max(64, values.length * 2)];
            System.arraycopy(values, 0, longer, 0, values.length);
            values = longer;
        }
        values[index] = Double.NaN;
        return index;
    }

    /**
     * The index of a signal declared before.
     *
     * @param name its name
     * @return the index
     */
    public int index(String name) {
        Integer index = indexByName.get(name);
        if (index == null) {
            throw new IllegalStateException("no signal " + name);
        }
        return index;
    }

    /**
     * Whether a signal was declared.
     *
     * @param name its name
     * @return true if it was
     */
    public boolean has(String name) {
        return indexByName.containsKey(name);
    }

    /**
     * The table of all signals declared so far.
     *
     * @return the table, in index order
     */
    public SignalTable table() {
        return new SignalTable(signals);
    }

    /**
     * Sets a value.
     *
     * @param index from {@link #declare}
     * @param value in the signal's unit
     */
    public void set(int index, double value) {
        values[index] = value;
    }

    /**
     * Sets a flag to 1 or 0.
     *
     * @param index from {@link #declare}
     * @param flag the flag
     */
    public void flag(int index, boolean flag) {
        values[index] = flag ? 1 : 0;
    }

    /** Begins the next tick. */
    public void advance() {
        tick++;
    }

    /**
     * Copies all values.
     *
     * @param target receives them
     * @param offset index in the target of this board's first signal
     */
    public void copyTo(double[] target, int offset) {
        System.arraycopy(values, 0, target, offset, signals.size());
    }

    @Override
    public long tick() {
        return tick;
    }

    @Override
    public double time() {
        return tick * tickSeconds;
    }

    @Override
    public double value(int index) {
        return values[index];
    }

    @Override
    public void save(StateWriter writer) {
        writer.section("board");
        writer.writeInt(signals.size());
        writer.writeLong(tick);
        for (int i = 0; i < signals.size(); i++) {
            writer.writeDouble(values[i]);
        }
    }

    @Override
    public void restore(StateReader reader) {
        reader.section("board");
        if (reader.readInt() != signals.size()) {
            throw new OtsException(StateError.STATE_MISMATCH, "board", 0);
        }
        tick = reader.readLong();
        for (int i = 0; i < signals.size(); i++) {
            values[i] = reader.readDouble();
        }
    }
}
