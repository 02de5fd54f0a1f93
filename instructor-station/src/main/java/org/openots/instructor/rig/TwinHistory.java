package org.openots.instructor.rig;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openots.dcs.twin.TwinFrame;

/**
 * What a twin said in the last hours: half an hour in steps of 2 s, half a day in steps of 20 s. Its size never grows. Safe
 * for use by several threads.
 */
public final class TwinHistory {
    private static final long FINE_MS = 2000;
    private static final int FINE_STEPS = 900;
    private static final long COARSE_MS = 20_000;
    private static final int COARSE_STEPS = 2160;

    private final List<String> names;
    private final Ring fine;
    private final Ring coarse;

    /**
     * One step of one output. Numbers are means over the step; NaN where there is none.
     *
     * @param time its beginning, UTC in ms
     * @param rig what the rig showed
     * @param model what the model said
     * @param residual rig less model
     * @param sigma standard deviation of the residual without a fault
     * @param alarm 1, -1 or 0; an alarm counts for the whole step
     */
    public record Step(long time, float rig, float model, float residual, float sigma, int alarm) {}

    /**
     * A part of the history.
     *
     * @param step length of its steps, ms
     * @param steps by time, without those of which nothing is known
     */
    public record Part(long step, List<Step> steps) {
        /** Keeps an unmodifiable copy. */
        public Part {
            steps = List.copyOf(steps);
        }
    }

    /** Steps of equal length; the oldest one gives its place to the newest. */
    private static final class Ring {
        private static final int RIG = 0;
        private static final int MODEL = 1;
        private static final int RESIDUAL = 2;
        private static final int SIGMA = 3;
        private static final int NUMBERS = 4;

        private final long step;
        private final long[] times;
        private final float[][] sums;
        private final short[][] counts;
        private final byte[][] alarms;
        private final int size;

        Ring(long step, int size, int outputs) {
            this.step = step;
            this.size = size;
            this.times = new long[size];
            Arrays.fill(times, Long.MIN_VALUE);
            this.sums = new float[size][outputs * NUMBERS];
            this.counts = new short[size][outputs * NUMBERS];
            this.alarms = new byte[size][outputs];
        }

        void add(long time, List<TwinFrame.Tag> tags) {
            long from = Math.floorDiv(time, step) * step;
            int slot = (int) Math.floorMod(from / step, (long) size);
            if (times[slot] != from) {
                times[slot] = from;
                Arrays.fill(sums[slot], 0);
                Arrays.fill(counts[slot], (short) 0);
                Arrays.fill(alarms[slot], (byte) 0);
            }
            for (int i = 0; i < tags.size(); i++) {
                TwinFrame.Tag tag = tags.get(i);
                add(slot, i * NUMBERS + RIG, tag.rig());
                add(slot, i * NUMBERS + MODEL, tag.model());
                add(slot, i * NUMBERS + RESIDUAL, tag.residual());
                add(slot, i * NUMBERS + SIGMA, tag.sigma());
                if (tag.alarm() != 0) {
                    alarms[slot][i] = (byte) tag.alarm();
                }
            }
        }

        private void add(int slot, int place, @Nullable Double value) {
            if (value != null && !value.isNaN()) {
                sums[slot][place] += value.floatValue();
                counts[slot][place]++;
            }
        }

        void write(DataOutput out) throws IOException {
            int known = (int)
                    Arrays.stream(times).filter(time -> time != Long.MIN_VALUE).count();
            out.writeLong(step);
            out.writeInt(known);
            for (int slot = 0; slot < size; slot++) {
                if (times[slot] != Long.MIN_VALUE) {
                    out.writeLong(times[slot]);
                    for (int i = 0; i < sums[slot].length; i++) {
                        out.writeFloat(sums[slot][i]);
                        out.writeShort(counts[slot][i]);
                    }
                    out.write(alarms[slot]);
                }
            }
        }

        void read(DataInput in) throws IOException {
            long other = in.readLong();
            if (other != step) {
                throw new IOException("steps of " + other + " ms instead of " + step);
            }
            int known = in.readInt();
            for (int n = 0; n < known; n++) {
                long time = in.readLong();
                int slot = (int) Math.floorMod(time / step, (long) size);
                times[slot] = time;
                for (int i = 0; i < sums[slot].length; i++) {
                    sums[slot][i] = in.readFloat();
                    counts[slot][i] = in.readShort();
                }
                in.readFully(alarms[slot]);
            }
        }

        private float mean(int slot, int place) {
            return counts[slot][place] == 0 ? Float.NaN : sums[slot][place] / counts[slot][place];
        }

        Part part(int output, long from, long to) {
            List<Step> steps = new ArrayList<>();
            long first = Math.max(Math.floorDiv(from, step), Math.floorDiv(to, step) - size + 1);
            for (long number = first; number * step <= to; number++) {
                int slot = (int) Math.floorMod(number, (long) size);
                if (times[slot] == number * step) {
                    int place = output * NUMBERS;
                    steps.add(new Step(
                            times[slot],
                            mean(slot, place + RIG),
                            mean(slot, place + MODEL),
                            mean(slot, place + RESIDUAL),
                            mean(slot, place + SIGMA),
                            alarms[slot][output]));
                }
            }
            return new Part(step, steps);
        }
    }

    /**
     * An empty history.
     *
     * @param names of the outputs, in their order
     */
    public TwinHistory(List<String> names) {
        this.names = List.copyOf(names);
        this.fine = new Ring(FINE_MS, FINE_STEPS, names.size());
        this.coarse = new Ring(COARSE_MS, COARSE_STEPS, names.size());
    }

    /**
     * Adds what the twin said.
     *
     * @param time UTC in ms, not before the last one
     * @param frame of a twin with the outputs of this history
     */
    public synchronized void add(long time, TwinFrame frame) {
        fine.add(time, frame.tags());
        coarse.add(time, frame.tags());
    }

    /**
     * Writes all of it.
     *
     * @param out where to
     * @throws IOException if it cannot be written
     */
    synchronized void write(DataOutput out) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
        fine.write(out);
        coarse.write(out);
    }

    /**
     * Takes over what was written, in place of what it has.
     *
     * @param in written by {@link #write}
     * @return false if that was of other outputs: nothing is taken over
     * @throws IOException if it cannot be read; this history is then not to be used
     */
    synchronized boolean read(DataInput in) throws IOException {
        int count = in.readInt();
        List<String> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            written.add(in.readUTF());
        }
        if (!written.equals(names)) {
            return false;
        }
        fine.read(in);
        coarse.read(in);
        return true;
    }

    /**
     * What there is of an output.
     *
     * @param name of the output
     * @param from first time wanted, UTC in ms
     * @param to last time wanted, not more than a day later
     * @return in fine steps when the time is not longer than these reach, else in coarse ones; nothing for another name
     */
    public synchronized Part part(String name, long from, long to) {
        int output = names.indexOf(name);
        boolean near = to - from <= FINE_MS * FINE_STEPS;
        return output < 0 ? new Part(FINE_MS, List.of()) : (near ? fine : coarse).part(output, from, to);
    }
}
