package org.openots.dcs.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.payload.BadPayload;
import org.openots.dcs.payload.Item;
import org.openots.dcs.payload.PayloadReader;
import org.openots.dcs.payload.PayloadReaders;

/** The numbers of the tags of a map as the gateway sends them, before unit and scale. Not thread-safe. */
final class RawValues {
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, Double> numbers = new HashMap<>();

    /** A topic filter, its reader if its messages are read one by one, and its tags by item. */
    private record Source(TagMap.Group group, Optional<PayloadReader> reader, Map<String, String> tags) {}

    RawValues(List<TagMap.Group> groups) {
        for (TagMap.Group group : groups) {
            Map<String, String> tags = new HashMap<>();
            for (MappedTag tag : group.tags()) {
                tags.put(tag.source().item(), tag.tag());
            }
            Optional<PayloadReader> reader = PayloadReaders.has(group.dialect())
                    ? Optional.of(PayloadReaders.of(group.dialect(), group.tags()))
                    : Optional.empty();
            sources.add(new Source(group, reader, tags));
        }
    }

    /** Takes a message of a dialect whose messages are read one by one; others, and what cannot be read, change nothing. */
    void message(String topic, byte[] payload) {
        for (Source source : sources) {
            if (source.reader().isPresent() && source.group().filter().matches(topic)) {
                try {
                    keep(source, source.reader().get().read(topic, payload));
                } catch (BadPayload unreadable) {
                    // the intake tells of it
                }
            }
        }
    }

    /** Takes items that were read elsewhere. */
    void items(String topic, List<Item> items) {
        for (Source source : sources) {
            if (source.reader().isEmpty() && source.group().filter().matches(topic)) {
                keep(source, items);
            }
        }
    }

    private void keep(Source source, List<Item> items) {
        for (Item item : items) {
            String tag = source.tags().get(item.name());
            if (tag != null) {
                numbers.put(tag, item.value());
            }
        }
    }

    /** The last number of a tag, NaN when there is none. */
    double of(String tag) {
        return numbers.getOrDefault(tag, Double.NaN);
    }
}
