package org.openots.dcs.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openots.common.error.CommonError;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.plant.PlantPack;

/** Reads {@code openots-tag-map} 1.0. */
public final class TagMapReader {
    private static final LocalText PLANT = new LocalText("装置", "plant");
    private static final int EXACTLY_ONCE = 2;

    private TagMapReader() {}

    /**
     * Reads a map of a plant of the suite.
     *
     * @param file the name shown in messages
     * @param json the bytes in UTF-8
     * @param findings where mistakes go; with any, the result must not be used
     * @return the map
     */
    public static TagMap read(String file, byte[] json, Findings findings) {
        return read(file, json, id -> PlantSignals.of(PlantPack.shipped(id)), findings);
    }

    /**
     * Reads a map.
     *
     * @param file the name shown in messages
     * @param json the bytes in UTF-8
     * @param plants the signals of a plant of the suite, by its id
     * @param findings where mistakes go; with any, the result must not be used
     * @return the map
     */
    public static TagMap read(String file, byte[] json, Function<String, PlantSignals> plants, Findings findings) {
        JsonCursor root = StrictJson.parse(file, json, findings);
        root.requireFormat("openots-tag-map", "1.0");
        String plant = root.at("plant").nameOf(PlantPack.SHIPPED, PLANT);
        int qos = root.optional("qos").map(TagMapReader::qos).orElse(1);
        JsonCursor list = root.at("tags");
        TagReader reader = PlantPack.SHIPPED.contains(plant) ? new TagReader(plants.apply(plant)) : new TagReader();
        List<MappedTag> tags = list.list(reader::read);
        if (list.isArray() && tags.isEmpty()) {
            list.report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        if (list.isArray()) {
            together(list, tags);
        }
        root.finish();
        return new TagMap(plant, qos, tags);
    }

    private static int qos(JsonCursor c) {
        if (StrictJson.copyOf(c).asInt() == EXACTLY_ONCE) {
            c.report(MapError.QOS);
            return 1;
        }
        return c.integer(0, 1);
    }

    /** What tags must be to each other. */
    private static void together(JsonCursor list, List<MappedTag> tags) {
        Map<String, MappedTag> byName = new HashMap<>();
        List<TopicFilter> filters =
                tags.stream().map(tag -> new TopicFilter(tag.source().topic())).toList();
        for (int i = 0; i < tags.size(); i++) {
            MappedTag tag = tags.get(i);
            JsonCursor place = list.items().get(i);
            if (!tag.tag().isBlank() && byName.putIfAbsent(tag.tag(), tag) != null) {
                place.nearest("tag").report(CommonError.JSON_DUPLICATE_NAME, tag.tag());
            }
            for (int j = 0; j < i; j++) {
                if (filters.get(i).overlaps(filters.get(j))) {
                    against(place, tag, tags.get(j));
                }
            }
        }
    }

    private static void against(JsonCursor place, MappedTag tag, MappedTag other) {
        MappedTag.Source here = tag.source();
        MappedTag.Source there = other.source();
        if (here.topic().isBlank()) {
            return; // already told
        }
        if (here.item().equals(there.item())
                && here.dialect() == there.dialect()
                && !here.item().isBlank()) {
            String field = here.dialect() == Dialect.POINTER ? "pointer" : "item";
            place.nearest(field).report(MapError.SAME_ITEM, here.item(), other.tag());
        }
        if (!form(here).equals(form(there))) {
            place.nearest("topic").report(MapError.MIXED, here.topic(), form(here), other.tag(), form(there));
        }
    }

    /** What all tags of a topic must agree on: the dialect, and how the time of the whole message is written. */
    private static String form(MappedTag.Source source) {
        String dialect = source.dialect().word();
        boolean ofTag = source.dialect() == Dialect.POINTER || source.dialect() == Dialect.SPARKPLUG;
        return ofTag ? dialect : dialect + " " + TagReader.word(source.timeForm()) + " " + source.zone();
    }
}
