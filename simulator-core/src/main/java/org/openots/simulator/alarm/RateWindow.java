package org.openots.simulator.alarm;

import java.util.Arrays;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;

/**
 * Mean rate of change over a window, per minute: the value now less the value a window ago. Kept in thirty slots, so the
 * window is met within 1/30 of its length. NaN until the window is filled once and while a value is missing.
 */
final class RateWindow implements Stateful {
    private static final int SLOTS = 30;
    private static final double SECONDS_PER_MINUTE = 60;

    private final double[] values = new double[SLOTS];
    private final long slotTicks;
    private final double minutes;
    private int slot;
    private long tick;

    RateWindow(double windowSeconds, double tickSeconds) {
        this.slotTicks = Math.max(1, Math.round(windowSeconds / SLOTS / tickSeconds));
        this.minutes = slotTicks * SLOTS * tickSeconds / SECONDS_PER_MINUTE;
        Arrays.fill(values, Double.NaN);
    }

    /** Takes the value of a scan; the oldest slot is replaced when it is a window old. */
    double perMinute(double value) {
        double rate = (value - values[slot]) / minutes;
        if (tick % slotTicks == 0) {
            values[slot] = value;
            slot = (slot + 1) % SLOTS;
        }
        tick++;
        return rate;
    }

    @Override
    public void save(StateWriter writer) {
        writer.writeDoubles(values);
        writer.writeInt(slot);
        writer.writeLong(tick);
    }

    @Override
    public void restore(StateReader reader) {
        reader.readDoubles(values);
        slot = reader.readInt();
        tick = reader.readLong();
    }
}
