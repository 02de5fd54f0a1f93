package org.openots.dcs.payload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openots.common.signal.Quality;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.QualityMap;

/**
 * EMQX Neuron, values-format: {@code {"timestamp": ms, "values": {"tag0": 123}, "errors": {"tag1": 2014}}}. A tag with an
 * error has no value.
 */
final class NeuronValuesReader implements PayloadReader {
    private final Expected expected;

    NeuronValuesReader(List<MappedTag> tags) {
        expected = new Expected(tags);
    }

    @Override
    public List<Item> read(String topic, byte[] payload) throws BadPayload {
        return Tokens.read(payload, this::message);
    }

    private List<Item> message(Tokens tokens) throws BadPayload {
        tokens.object("message");
        SourceTime time = SourceTime.NONE;
        Map<String, Scalar> values = null;
        Map<String, Scalar> errors = Map.of();
        while (tokens.nextField()) {
            switch (tokens.field()) {
                case "timestamp" -> time = expected.time(tokens);
                case "values" -> values = scalars(tokens, "values");
                case "errors" -> errors = scalars(tokens, "errors");
                default -> tokens.skip();
            }
        }
        if (values == null && errors.isEmpty()) {
            throw tokens.missing("values");
        }
        List<Item> items = new ArrayList<>();
        for (Map.Entry<String, Scalar> value : (values == null ? Map.<String, Scalar>of() : values).entrySet()) {
            if (!errors.containsKey(value.getKey())) {
                items.add(expected.item(value.getKey(), value.getValue(), Quality.GOOD, time));
            }
        }
        for (Map.Entry<String, Scalar> error : errors.entrySet()) {
            Quality quality = QualityCodes.of(QualityMap.NEURON, error.getValue());
            items.add(expected.item(error.getKey(), Scalar.NOTHING, quality, time));
        }
        return items;
    }

    private static Map<String, Scalar> scalars(Tokens tokens, String what) throws BadPayload {
        tokens.object(what);
        Map<String, Scalar> scalars = new LinkedHashMap<>();
        while (tokens.nextField()) {
            scalars.put(tokens.field(), Scalar.read(tokens));
        }
        return scalars;
    }
}
