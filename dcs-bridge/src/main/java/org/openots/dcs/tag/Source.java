package org.openots.dcs.tag;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.map.TopicFilter;
import org.openots.dcs.payload.Item;
import org.openots.dcs.payload.PayloadReader;
import org.openots.dcs.payload.PayloadReaders;

/** What is known of the messages of one topic filter. */
final class Source {
    /** More topics behind one wildcard are read, but not compared to their last message. */
    private static final int MOST_TOPICS = 1_000;

    private static final double MILLIS = 1e3;

    private final TopicFilter filter;
    private final Optional<PayloadReader> reader;
    private final Map<String, TagChecks> tags = new LinkedHashMap<>();
    private final SourceClock clock;
    private final Map<String, byte[]> lastPayload = new HashMap<>();

    Source(TagMap.Group group) {
        filter = group.filter();
        reader = PayloadReaders.has(group.dialect())
                ? Optional.of(PayloadReaders.of(group.dialect(), group.tags()))
                : Optional.empty();
        double shortest = Double.POSITIVE_INFINITY;
        for (MappedTag tag : group.tags()) {
            tags.put(tag.source().item(), new TagChecks(tag));
            shortest = Math.min(shortest, tag.checks().timeoutSeconds());
        }
        clock = new SourceClock(Math.round(shortest * MILLIS));
    }

    TopicFilter filter() {
        return filter;
    }

    /** Reads its messages; nothing when these are not read one by one. */
    Optional<PayloadReader> reader() {
        return reader;
    }

    Map<String, TagChecks> tags() {
        return tags;
    }

    SourceClock clock() {
        return clock;
    }

    /** Whether a message is the last one of its topic again: same bytes, and so the same times. */
    boolean isRepeated(String topic, byte[] payload, List<Item> items) {
        byte[] before = lastPayload.get(topic);
        boolean timed = items.stream().anyMatch(item -> item.time().isPresent());
        if (timed && before != null && Arrays.equals(before, payload)) {
            return true;
        }
        if (before != null || lastPayload.size() < MOST_TOPICS) {
            lastPayload.put(topic, payload);
        }
        return false;
    }

    /** The latest time of items that are new; an item with the time it had before says nothing about the clock. */
    OptionalLong newest(List<Item> items) {
        return items.stream()
                .filter(item -> !item.historical() && item.time().isPresent())
                .filter(item -> !isOld(item))
                .mapToLong(item -> item.time().getAsLong())
                .max();
    }

    private boolean isOld(Item item) {
        TagChecks checks = tags.get(item.name());
        return checks != null && checks.isSame(item.time());
    }
}
