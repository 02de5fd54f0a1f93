package org.openots.dcs.source;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.openots.common.signal.Followers;
import org.openots.common.signal.PlantFrame;
import org.openots.common.signal.PlantSource;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.common.signal.SignalTable;
import org.openots.dcs.tag.TagStore;
import org.openots.dcs.value.Sample;

/**
 * The tags of a rig as frames of its plant. A signal of the plant that no sample ever came for is bad and not connected;
 * one whose sample is too old is stale. Whoever drives it calls {@link #scan} once a period.
 */
public final class RigSource implements PlantSource {
    private static final double NANOS = 1e9;
    private static final Quality NEVER_SEEN = Quality.bad(Cause.NOT_CONNECTED);

    private final String plant;
    private final Kind kind;
    private final SignalTable table;
    private final TagStore store;
    private final LongSupplier nanos;
    private final long start;
    private final Followers followers;
    private volatile long ticks;

    /**
     * A source that has no frame yet.
     *
     * @param plant id of the plant
     * @param kind whether the store is fed by a rig or by a recording
     * @param table signals of the plant
     * @param store latest samples of the tags
     * @param nanos the monotonic clock of the store, ns
     * @param failures told what a follower threw
     */
    public RigSource(
            String plant,
            Kind kind,
            SignalTable table,
            TagStore store,
            LongSupplier nanos,
            Consumer<RuntimeException> failures) {
        this.plant = plant;
        this.kind = kind;
        this.table = table;
        this.store = store;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.followers = new Followers(failures);
    }

    @Override
    public String plant() {
        return plant;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public SignalTable signals() {
        return table;
    }

    @Override
    public PlantFrame latest() {
        return frame(ticks);
    }

    @Override
    public Following follow(Consumer<PlantFrame> follower) {
        return followers.add(follower);
    }

    /** Makes the frame of now and hands it on; for one thread. */
    public void scan() {
        long tick = ticks + 1;
        PlantFrame frame = frame(tick);
        ticks = tick;
        followers.accept(frame);
    }

    private PlantFrame frame(long tick) {
        double[] values = new double[table.size()];
        Quality[] qualities = new Quality[table.size()];
        double[] ages = new double[table.size()];
        Arrays.fill(values, Double.NaN);
        Arrays.fill(qualities, NEVER_SEEN);
        double time = (nanos.getAsLong() - start) / NANOS;
        for (Map.Entry<String, Sample> entry : store.all().entrySet()) {
            int index = table.find(entry.getKey());
            if (index != SignalTable.NONE) {
                Sample sample = entry.getValue();
                values[index] = sample.value();
                qualities[index] = sample.quality();
                ages[index] = Math.max(0, store.ageSeconds(sample));
            }
        }
        return PlantFrame.measured(tick, time, values, qualities, ages);
    }
}
