package org.openots.dcs.payload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openots.common.signal.Quality;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.QualityMap;

/** What the map says of the items of a topic. Items that it does not know are read as far as they can be. */
final class Expected {
    private static final Quality NO_NUMBER = Quality.bad(Quality.Cause.SENSOR_FAILURE);

    private final Map<String, MappedTag> byItem = new HashMap<>();
    private final MappedTag.Source any;

    /**
     * Creates it.
     *
     * @param tags the tags of the topic, at least one; times of the whole message are written as the first one says
     */
    Expected(List<MappedTag> tags) {
        any = tags.get(0).source();
        tags.forEach(tag -> byItem.putIfAbsent(tag.source().item(), tag));
    }

    /** The time of the whole message, which is the current token. */
    SourceTime time(Tokens tokens) throws BadPayload {
        return SourceTime.of(Scalar.read(tokens), any.timeForm(), any.zone());
    }

    /** Which numbers of quality are used for an item. */
    QualityMap qualityMap(String name) {
        MappedTag tag = byItem.get(name);
        return tag == null ? any.qualityMap() : tag.source().qualityMap();
    }

    /** The quality of an item as it is written; null when nothing is. */
    Quality quality(String name, @Nullable Scalar written) {
        QualityMap map = qualityMap(name);
        return written == null ? QualityCodes.missing(map) : QualityCodes.of(map, written);
    }

    /**
     * Makes an item.
     *
     * @param name its name
     * @param written what stands where the value should
     * @param gateway what the gateway says of it
     * @param time when it was measured
     * @return the item, bad when the value is not finite, or true or false where the map has no switch
     */
    Item item(String name, Scalar written, Quality gateway, SourceTime time) {
        boolean fits = switch (written.kind()) {
            case NUMBER -> Double.isFinite(written.number());
            case TRUTH -> isSwitch(name);
            default -> false;
        };
        Quality quality = (fits ? gateway : gateway.and(NO_NUMBER)).and(time.quality());
        return new Item(name, fits ? written.number() : Double.NaN, quality, time.time(), false);
    }

    private boolean isSwitch(String name) {
        MappedTag tag = byItem.get(name);
        return tag == null || tag.isSwitch();
    }
}
