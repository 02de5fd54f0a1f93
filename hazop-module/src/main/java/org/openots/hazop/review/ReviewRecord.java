package org.openots.hazop.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The records of the journal of reviews as JSON: {@code {"kind", "previous", "body"}}. Bodies are the records of this
 * package field by field; a field that is missing or unknown is an error.
 */
final class ReviewRecord {
    static final String OPENED = "reviews-opened";
    static final String RULED = "answer-ruled";
    static final String RELEASED = "sheet-released";
    static final String APPEALED = "answer-appealed";
    static final String CORRECTED = "appeal-decided";
    static final String PROPOSED = "wording-proposed";
    static final String SETTLED = "wording-settled";

    private static final String FORMAT = "hazop-review";
    private static final String VERSION = "1.0";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .build();

    private ReviewRecord() {}

    /** A record of the journal. */
    record Entry(String kind, String previous, JsonNode body) {}

    static String write(String kind, String previous, Object body) {
        ObjectNode node = MAPPER.createObjectNode().put("kind", kind).put("previous", previous);
        node.set("body", json(body));
        return node.toString();
    }

    static JsonNode json(Object body) {
        return MAPPER.valueToTree(body);
    }

    static Entry read(String payload) throws JsonProcessingException {
        return MAPPER.readValue(payload, Entry.class);
    }

    static <T> T body(JsonNode node, Class<T> type) throws JsonProcessingException {
        return MAPPER.treeToValue(node, type);
    }

    /** The body of the first record. */
    static ObjectNode head() {
        return MAPPER.createObjectNode().put("format", FORMAT).put("formatVersion", VERSION);
    }

    static void checkHead(JsonNode body) {
        if (!head().equals(body)) {
            throw new IllegalArgumentException(body.toString());
        }
    }
}
