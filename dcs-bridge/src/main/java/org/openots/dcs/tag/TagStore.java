package org.openots.dcs.tag;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.value.Sample;

/**
 * The latest sample of every tag. One thread writes; any number read, and none waits for another. Samples go stale by
 * the monotonic clock, whatever the clocks of sources and of this machine do.
 */
public final class TagStore implements SampleSink {
    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private final Map<String, Integer> index = new HashMap<>();
    private final List<String> tags;
    private final double[] timeouts;
    private final AtomicReferenceArray<Sample> latest;

    /**
     * Creates an empty store.
     *
     * @param tags the tags of the map
     * @param nanos the monotonic clock
     */
    public TagStore(List<MappedTag> tags, LongSupplier nanos) {
        this(timeouts(tags), nanos);
    }

    private TagStore(Map<String, Double> timeoutSeconds, LongSupplier nanos) {
        this.nanos = nanos;
        this.tags = List.copyOf(timeoutSeconds.keySet());
        this.timeouts = new double[tags.size()];
        this.latest = new AtomicReferenceArray<>(tags.size());
        for (int i = 0; i < tags.size(); i++) {
            index.put(tags.get(i), i);
            timeouts[i] = timeoutSeconds.getOrDefault(tags.get(i), Double.POSITIVE_INFINITY);
        }
    }

    private static Map<String, Double> timeouts(List<MappedTag> tags) {
        Map<String, Double> timeouts = new LinkedHashMap<>();
        tags.forEach(tag -> timeouts.put(tag.tag(), tag.checks().timeoutSeconds()));
        return timeouts;
    }

    /**
     * Creates an empty store for tags that come from no map.
     *
     * @param timeoutSeconds by tag, after which time without a sample it is stale, s
     * @param nanos the monotonic clock
     * @return the store
     */
    public static TagStore of(Map<String, Double> timeoutSeconds, LongSupplier nanos) {
        return new TagStore(timeoutSeconds, nanos);
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
        boolean stale = (now - sample.arrivalNanos()) / NANOS > timeouts[place];
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
            String tag = tags.get(i);
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
