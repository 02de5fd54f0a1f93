package org.openots.dcs.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Notices gaps in the data of a foreign source by the time between samples: more than two periods apart means that one is
 * missing. Used by one thread at a time.
 */
public final class PeriodWatch {
    private static final double PERIODS = 2;
    private static final double NANOS = 1e9;

    private final Map<String, Source> sources = new HashMap<>();

    private static final class Source {
        private final long longest;
        private long last;
        private boolean overdue;

        Source(double periodSeconds, long now) {
            longest = Math.round(PERIODS * periodSeconds * NANOS);
            last = now;
        }
    }

    /**
     * Time without samples.
     *
     * @param tag of which tag
     * @param from arrival of the last sample before, by the monotonic clock, ns
     * @param to arrival of the first one after, or now while it lasts, ns
     */
    public record Gap(String tag, long from, long to) {}

    /**
     * Watches a tag.
     *
     * @param tag the tag
     * @param periodSeconds how often a sample is due
     * @param now by the monotonic clock, ns
     */
    public void watch(String tag, double periodSeconds, long now) {
        sources.put(tag, new Source(periodSeconds, now));
    }

    /**
     * A sample came.
     *
     * @param tag of a watched tag
     * @param arrival by the monotonic clock, ns
     * @return the gap that ends with it, if there is one
     */
    public Optional<Gap> arrived(String tag, long arrival) {
        Source source = sources.get(tag);
        if (source == null) {
            return Optional.empty();
        }
        long before = source.last;
        source.last = arrival;
        source.overdue = false;
        return arrival - before > source.longest ? Optional.of(new Gap(tag, before, arrival)) : Optional.empty();
    }

    /**
     * Tags whose sample is overdue since the last time this was asked.
     *
     * @param now by the monotonic clock, ns
     * @return a gap that has begun, one at a time until there is none
     */
    public Optional<Gap> overdue(long now) {
        for (Map.Entry<String, Source> entry : sources.entrySet()) {
            Source source = entry.getValue();
            if (!source.overdue && now - source.last > source.longest) {
                source.overdue = true;
                return Optional.of(new Gap(entry.getKey(), source.last, now));
            }
        }
        return Optional.empty();
    }
}
