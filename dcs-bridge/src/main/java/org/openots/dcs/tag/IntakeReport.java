package org.openots.dcs.tag;

import java.util.List;
import java.util.Map;

/**
 * What has come in so far.
 *
 * @param messages messages on topics of the map
 * @param unknownTopics messages dropped unread because no tag is on their topic
 * @param bad messages that could not be read
 * @param repeated messages with the bytes and times of the one before; they count for nothing
 * @param late items that came too late to be live
 * @param samples live samples handed on
 * @param unmapped topics and items that the map does not have, at most 5000, in the order seen
 * @param unmappedMore how many further ones were seen but not remembered, counted each time
 * @param neverSeen tags of the map that had no item yet
 * @param unitHints tags whose last value outside the range would fit in another unit, and that unit
 * @param clockOffsets by topic filter, what the clock behind it is behind this machine, ms
 */
public record IntakeReport(
        long messages,
        long unknownTopics,
        long bad,
        long repeated,
        long late,
        long samples,
        List<Seen> unmapped,
        long unmappedMore,
        List<String> neverSeen,
        Map<String, String> unitHints,
        Map<String, Long> clockOffsets) {
    /**
     * Something the map does not have.
     *
     * @param topic the topic
     * @param item name of the item, empty for the topic as a whole
     */
    public record Seen(String topic, String item) {}
}
