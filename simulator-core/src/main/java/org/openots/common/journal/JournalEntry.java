package org.openots.common.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The usual form of an event: {@code {"kind", "at", "body"}}.
 *
 * @param kind what happened, a word of the journal's format
 * @param at when, epoch milliseconds; for people only, nothing is computed from it
 * @param body what belongs to it, of a form that depends on the kind
 */
public record JournalEntry(String kind, long at, JsonNode body) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * The event as a payload.
     *
     * @return JSON text
     */
    public String json() {
        ObjectNode node = MAPPER.createObjectNode().put("kind", kind).put("at", at);
        node.set("body", body);
        // Jackson writes a tree without failing; toString is its JSON text
        return node.toString();
    }

    /**
     * Reads a payload; what is missing in it is empty, zero or a missing node.
     *
     * @param payload JSON text
     * @return the event
     * @throws JsonProcessingException if it is no JSON
     */
    public static JournalEntry read(String payload) throws JsonProcessingException {
        JsonNode node = MAPPER.readTree(payload);
        return new JournalEntry(node.path("kind").asText(), node.path("at").asLong(), node.path("body"));
    }
}
