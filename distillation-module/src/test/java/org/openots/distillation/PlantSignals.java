package org.openots.distillation;

import java.util.List;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PlantPack;

/** The signals of the ethanol-water rig with values a test sets itself; ticks of 0.1 s. */
public final class PlantSignals implements SignalView {
    private static final double TICK = 0.1;

    private final SignalTable table;
    private final double[] values;
    private long tick;

    public PlantSignals() {
        PlantPack pack = PlantPack.shipped("ethanol-water-rig");
        this.table = new PlantEngine(pack, pack.initialCondition("cold"), 0).signals();
        this.values = new double[table.size()];
        for (String sampled : List.of("SAMPLE.S-FEED", "SAMPLE.S-TOP", "SAMPLE.S-BOT", "RECORD.S-FEED")) {
            set(sampled, Double.NaN);
        }
        set("CHECK.TOTAL", 10).set("SCHEME", 2);
    }

    public SignalTable table() {
        return table;
    }

    public PlantSignals set(String name, double value) {
        values[table.find(name)] = value;
        return this;
    }

    public double get(String name) {
        return values[table.find(name)];
    }

    public PlantSignals next() {
        tick++;
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
