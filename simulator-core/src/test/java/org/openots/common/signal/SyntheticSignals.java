package org.openots.common.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openots.common.text.LocalText;

/** Signals whose values a test sets itself, tick by tick of 0.1 s. */
public final class SyntheticSignals implements SignalView {
    /** Length of a tick, s, as in every session. */
    public static final double TICK = 0.1;

    private final SignalTable table;
    private final double[] values;
    private long tick;

    public SyntheticSignals(String... names) {
        List<Signal> signals = new ArrayList<>();
        for (String name : names) {
            signals.add(new Signal(name, "", new LocalText(name, name)));
        }
        this.table = new SignalTable(signals);
        this.values = new double[names.length];
    }

    public SignalTable table() {
        return table;
    }

    public SyntheticSignals set(String name, double value) {
        values[table.find(name)] = value;
        return this;
    }

    public SyntheticSignals setAll(double value) {
        Arrays.fill(values, value);
        return this;
    }

    /** Moves to the next tick. */
    public SyntheticSignals next() {
        tick++;
        return this;
    }

    /** Goes back to tick 0. */
    public SyntheticSignals rewind() {
        tick = 0;
        return this;
    }

    @Override
    public long tick() {
        return tick;
    }

    @Override
    public double time() {
        return tick * TICK;
    }

    @Override
    public double value(int index) {
        return values[index];
    }
}
