package org.openots.dcs.payload;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;
import org.openots.dcs.map.MappedTag;

/**
 * WinCC: {@code {"time": "2026-01-01T08:00:00", "name": "tag1", "value": 123, "qualityCode": 128}}, or a list of these.
 */
final class WinCcReader implements PayloadReader {
    private final Expected expected;

    WinCcReader(List<MappedTag> tags) {
        expected = new Expected(tags);
    }

    @Override
    public List<Item> read(String topic, byte[] payload) throws BadPayload {
        return Tokens.read(payload, this::message);
    }

    private List<Item> message(Tokens tokens) throws BadPayload {
        if (tokens.current() != JsonToken.START_ARRAY) {
            return List.of(item(tokens));
        }
        List<Item> items = new ArrayList<>();
        while (tokens.nextElement()) {
            items.add(item(tokens));
        }
        return items;
    }

    private Item item(Tokens tokens) throws BadPayload {
        tokens.object("message");
        String name = null;
        Scalar value = Scalar.NOTHING;
        Scalar quality = null;
        SourceTime time = SourceTime.NONE;
        while (tokens.nextField()) {
            switch (tokens.field()) {
                case "name" -> name = tokens.text("name");
                case "value" -> value = Scalar.read(tokens);
                case "qualityCode" -> quality = Scalar.read(tokens);
                case "time" -> time = expected.time(tokens);
                default -> tokens.skip();
            }
        }
        if (name == null) {
            throw tokens.missing("name");
        }
        return expected.item(name, value, expected.quality(name, quality), time);
    }
}
