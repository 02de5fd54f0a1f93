package org.openots.dcs.payload;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openots.common.signal.Quality;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.QualityMap;

/**
 * Messages with a list of tags, each an object: tags-format of EMQX Neuron
 * ({@code {"timestamp": ms, "tags": [{"name": "tag0", "value": 1}, {"name": "tag1", "error": 2014}]}}), the standard
 * template of Kepware ({@code {"timestamp": ms, "values": [{"id": "Ch.Dev.Tag", "v": 1.2, "q": true, "t": ms}]}}).
 */
final class ListReader implements PayloadReader {
    /** Names of fields. The quality says whether the value is good; the error, if there is one, why it is not. */
    record Fields(
            String list,
            String name,
            String value,
            @Nullable String quality,
            @Nullable String error,
            String time) {
        static final Fields NEURON_TAGS = new Fields("tags", "name", "value", null, "error", "t");
        static final Fields KEPWARE = new Fields("values", "id", "v", "q", null, "t");
    }

    private final Fields fields;
    private final Expected expected;

    ListReader(Fields fields, List<MappedTag> tags) {
        this.fields = fields;
        this.expected = new Expected(tags);
    }

    /** An element of the list, before the time of the message is known. */
    private record Element(
            String name,
            Scalar value,
            Quality quality,
            @Nullable SourceTime time) {}

    @Override
    public List<Item> read(String topic, byte[] payload) throws BadPayload {
        return Tokens.read(payload, this::message);
    }

    private List<Item> message(Tokens tokens) throws BadPayload {
        tokens.object("message");
        SourceTime time = SourceTime.NONE;
        List<Element> elements = null;
        while (tokens.nextField()) {
            String field = tokens.field();
            if (field.equals("timestamp")) {
                time = expected.time(tokens);
            } else if (field.equals(fields.list())) {
                elements = elements(tokens);
            } else {
                tokens.skip();
            }
        }
        if (elements == null) {
            throw tokens.missing(fields.list());
        }
        List<Item> items = new ArrayList<>(elements.size());
        for (Element element : elements) {
            SourceTime own = element.time() == null ? time : element.time();
            items.add(expected.item(element.name(), element.value(), element.quality(), own));
        }
        return items;
    }

    private List<Element> elements(Tokens tokens) throws BadPayload {
        tokens.array(fields.list());
        List<Element> elements = new ArrayList<>();
        while (tokens.nextElement()) {
            elements.add(element(tokens));
        }
        return elements;
    }

    private Element element(Tokens tokens) throws BadPayload {
        tokens.object(fields.list());
        String name = null;
        Scalar value = Scalar.NOTHING;
        Scalar quality = null;
        Scalar error = null;
        SourceTime time = null;
        while (tokens.nextField()) {
            String field = tokens.field();
            if (field.equals(fields.name())) {
                name = tokens.text(field);
            } else if (field.equals(fields.value())) {
                value = Scalar.read(tokens);
            } else if (field.equals(fields.quality())) {
                quality = Scalar.read(tokens);
            } else if (field.equals(fields.error())) {
                error = Scalar.read(tokens);
            } else if (field.equals(fields.time())) {
                time = expected.time(tokens);
            } else {
                tokens.skip();
            }
        }
        if (name == null) {
            throw tokens.missing(fields.name());
        }
        return new Element(name, error == null ? value : Scalar.NOTHING, quality(name, quality, error), time);
    }

    private Quality quality(String name, @Nullable Scalar quality, @Nullable Scalar error) {
        if (error != null) {
            return QualityCodes.of(QualityMap.NEURON, error);
        }
        return fields.quality() == null ? Quality.GOOD : expected.quality(name, quality);
    }
}
