package org.openots.dcs.tag;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.value.Quality;
import org.openots.dcs.value.Quality.Cause;
import org.openots.dcs.value.Sample;

/**
 * The latest sample of every tag. One thread writes; any number read, and none waits for another. Samples go stale by
 * the monotonic clock, whatever the clocks of sources and of this machine do.
 */
public final class TagStore implements SampleSink {
    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private final Map<String, Integer> index = new HashMap<>();
    private final List<MappedTag> tags;
    private final AtomicReferenceArray<Sample> latest;

    /**
     * Creates an empty store.
     *
     * @param tags the tags of the map
     * @param nanos the monotonic clock
     */
    public TagStore(List<MappedTag> tags, LongSupplier nanos) {
        this.nanos = nanos;
        this.tags = List.copyOf(tags);
        this.latest = new AtomicReferenceArray<>(tags.size());
        for (int i = 0; i < tags.size(); i++) {
            index.put(tags.get(i).tag(), i);
        }
    }

    /** Keeps a live sample; a historical one never replaces it. */
    @Override
    public void accept(String tag, Sample sample, boolean historical) {
        Integer place = index.get(tag);
        if (place != null && !historical) {
            latest.set(place, sample);
        }
    }

    /**
     * The latest sample of a tag, as it must be seen now.
     *
     * @param tag its name
     * @return the sample, bad and stale when it is too old; nothing when there never was one or no such tag
     */
    public Optional<Sample> latest(String tag) {
        Integer place = index.get(tag);
        return place == null ? Optional.empty() : latest(place, nanos.getAsLong());
    }

    private Optional<Sample> latest(int place, long now) {
        Sample sample = latest.get(place);
        if (sample == null) {
            return Optional.empty();
        }
        boolean stale =
                (now - sample.arrivalNanos()) / NANOS > tags.get(place).checks().timeoutSeconds();
        return Optional.of(stale ? sample.with(Quality.bad(Cause.STALE)) : sample);
    }

    /**
     * All tags that ever had a sample.
     *
     * @return their latest samples as they must be seen now, in the order of the map
     */
    public Map<String, Sample> all() {
        long now = nanos.getAsLong();
        Map<String, Sample> all = new LinkedHashMap<>();
        for (int i = 0; i < tags.size(); i++) {
            String tag = tags.get(i).tag();
            latest(i, now).ifPresent(sample -> all.put(tag, sample));
        }
        return all;
    }

    /**
     * How old a sample is.
     *
     * @param sample one of this store
     * @return time since it arrived, s
     */
    public double ageSeconds(Sample sample) {
        return (nanos.getAsLong() - sample.arrivalNanos()) / NANOS;
    }
}
