package org.openots.dcs.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which items of which messages are which tags of a plant.
 *
 * @param plant id of the plant
 * @param qos quality of service of the subscriptions, 0 or 1
 * @param tags the tags, in file order; names are unique
 */
public record TagMap(String plant, int qos, List<MappedTag> tags) {
    /** The key switch of a rig, a tag that is no signal of its plant: 1 while the rig lets others write. */
    public static final String KEY = "REMOTE_ENABLE";

    /** Keeps an unmodifiable copy. */
    public TagMap {
        tags = List.copyOf(tags);
    }

    /**
     * Tags of one topic filter; their messages are of one dialect.
     *
     * @param filter the topic filter
     * @param dialect the dialect
     * @param tags its tags, in file order, at least one
     */
    public record Group(TopicFilter filter, Dialect dialect, List<MappedTag> tags) {}

    /**
     * The tags by topic filter.
     *
     * @return the groups, in the order of their first tags
     */
    public List<Group> groups() {
        Map<String, List<MappedTag>> byTopic = new LinkedHashMap<>();
        tags.forEach(tag -> byTopic.computeIfAbsent(tag.source().topic(), topic -> new ArrayList<>())
                .add(tag));
        return byTopic.entrySet().stream()
                .map(e -> new Group(
                        new TopicFilter(e.getKey()),
                        e.getValue().get(0).source().dialect(),
                        List.copyOf(e.getValue())))
                .toList();
    }
}
