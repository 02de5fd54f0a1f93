package org.openots.simulator.instrument;

import java.util.Arrays;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;

/**
 * The samples of an analyser on their way: one is taken every cycle and shown after a dead time, which may be longer than
 * the cycle. In between the last result stays. At the start of a run the first sample counts as already there; after the
 * analyser was out of work it shows nothing until a new sample has come through. Not there, and without state, for an
 * analyser without a dead time of its own.
 */
final class SampleLine implements Stateful {
    private final boolean present;
    private final long cycleTicks;
    private final long deadTicks;
    private final double[] samples;
    private final long[] due;

    private long now;
    private long nextSample;
    private double shown = Double.NaN;
    private boolean fresh = true;

    SampleLine(TransmitterDefinition definition, double tickSeconds) {
        double dead = definition.options().deadSeconds();
        this.present = !Double.isNaN(dead);
        this.cycleTicks = Math.max(1, Math.round(definition.dynamics().cycleSeconds() / tickSeconds));
        this.deadTicks = present ? Math.round(dead / tickSeconds) : 0;
        this.samples = new double[present ? (int) (deadTicks / cycleTicks) + 1 : 0];
        this.due = new long[samples.length];
        Arrays.fill(due, Long.MAX_VALUE);
    }

    boolean present() {
        return present;
    }

    /** One scan: may take a sample of the value; gives what is shown. */
    double pass(double measured) {
        if (fresh) {
            shown = measured;
            fresh = false;
        }
        if (now >= nextSample) {
            int free = free();
            samples[free] = measured;
            due[free] = now + deadTicks;
            nextSample = now + cycleTicks;
        }
        for (int i = 0; i < samples.length; i++) {
            if (due[i] <= now) {
                shown = samples[i];
                due[i] = Long.MAX_VALUE;
            }
        }
        now++;
        return shown;
    }

    /** Loses all samples. */
    void restart() {
        if (present) {
            Arrays.fill(due, Long.MAX_VALUE);
            nextSample = now;
            shown = Double.NaN;
            fresh = false;
        }
    }

    /** There is always a free place: one more than samples fit into the dead time. */
    private int free() {
        int free = 0;
        while (due[free] != Long.MAX_VALUE) {
            free++;
        }
        return free;
    }

    @Override
    public void save(StateWriter writer) {
        if (present) {
            writer.writeDoubles(samples);
            for (long tick : due) {
                writer.writeLong(tick);
            }
            writer.writeLong(now);
            writer.writeLong(nextSample);
            writer.writeDouble(shown);
            writer.writeBoolean(fresh);
        }
    }

    @Override
    public void restore(StateReader reader) {
        if (present) {
            reader.readDoubles(samples);
            for (int i = 0; i < due.length; i++) {
                due[i] = reader.readLong();
            }
            now = reader.readLong();
            nextSample = reader.readLong();
            shown = reader.readDouble();
            fresh = reader.readBoolean();
        }
    }
}
