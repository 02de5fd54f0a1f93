package org.openots.simulator.instrument;

import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;
import org.openots.simulator.signal.SignalBoard;

/**
 * Energy used per mass of product over a moving window, in kWh/kg: the sum of a power signal (kW) divided by the sum of
 * a mass flow signal (kg/h) over the last window, kept in sixty slots. NaN while hardly any product was made.
 */
public final class SpecificEnergyTag implements CalculatedTag {
    /** Slots of the window: ten seconds each for ten minutes, so the window moves in steps of 1.7 % of its length. */
    private static final int SLOTS = 60;

    private static final double SECONDS_PER_HOUR = 3600;

    private final SignalBoard board;
    private final int signal;
    private final int power;
    private final int flow;
    private final double smallestMass;
    private final double tickHours;
    private final long slotTicks;
    private final double[] energy = new double[SLOTS];
    private final double[] mass = new double[SLOTS];
    private int slot;
    private long slotTick;

    /**
     * What a specific energy is made of.
     *
     * @param tag its name
     * @param text what it is
     * @param power signal of the power, kW
     * @param flow signal of the product flow, kg/h
     * @param windowSeconds length of the window, s
     * @param smallestMass smallest product mass in the window for which a value is shown, kg
     */
    public record Definition(
            String tag, LocalText text, String power, String flow, double windowSeconds, double smallestMass) {}

    /**
     * Builds the tag and declares its signal.
     *
     * @param definition from the pack
     * @param board holds the signals
     * @param tickSeconds model time between scans, s
     */
    public SpecificEnergyTag(Definition definition, SignalBoard board, double tickSeconds) {
        this.board = board;
        this.signal = board.declare(definition.tag(), "kWh/kg", definition.text());
        this.power = board.index(definition.power());
        this.flow = board.index(definition.flow());
        this.smallestMass = definition.smallestMass();
        this.tickHours = tickSeconds / SECONDS_PER_HOUR;
        this.slotTicks = Math.max(1, Math.round(definition.windowSeconds() / SLOTS / tickSeconds));
    }

    @Override
    public void scan() {
        double kilowatts = board.value(power);
        double rate = board.value(flow);
        if (!Double.isNaN(kilowatts) && !Double.isNaN(rate)) {
            energy[slot] += kilowatts * tickHours;
            mass[slot] += rate * tickHours;
        }
        double energySum = 0;
        double massSum = 0;
        for (int i = 0; i < SLOTS; i++) {
            energySum += energy[i];
            massSum += mass[i];
        }
        board.set(signal, massSum >= smallestMass ? energySum / massSum : Double.NaN);
        if (++slotTick >= slotTicks) {
            slotTick = 0;
            slot = (slot + 1) % SLOTS;
            energy[slot] = 0;
            mass[slot] = 0;
        }
    }

    @Override
    public void save(StateWriter writer) {
        writer.section("specific-energy");
        writer.writeDoubles(energy);
        writer.writeDoubles(mass);
        writer.writeInt(slot);
        writer.writeLong(slotTick);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section("specific-energy");
        reader.readDoubles(energy);
        reader.readDoubles(mass);
        slot = reader.readInt();
        slotTick = reader.readLong();
    }
}
