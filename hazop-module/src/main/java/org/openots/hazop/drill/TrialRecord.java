package org.openots.hazop.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;

/**
 * What the station recorded of a scenario played without a safeguard. It is the text of a command of the run, so that the
 * score stays a pure function of the journal.
 *
 * @param reached numbers of the limits that were reached without the safeguard, from 1 on
 * @param gained numbers of those that are not reached with it
 * @param hash SHA-256 of the recorded run
 */
public record TrialRecord(SortedSet<Integer> reached, SortedSet<Integer> gained, String hash) {
    /** Keeps copies. */
    public TrialRecord {
        reached = new TreeSet<>(reached);
        gained = new TreeSet<>(gained);
    }

    /**
     * The text of the command.
     *
     * @return JSON with the fields {@code reached}, {@code gained}, {@code hash}
     */
    public String text() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        numbers(node.putArray("reached"), reached);
        numbers(node.putArray("gained"), gained);
        return node.put("hash", hash).toString();
    }

    private static void numbers(ArrayNode array, SortedSet<Integer> numbers) {
        numbers.forEach(array::add);
    }

    /**
     * Reads the text of a command.
     *
     * @param text as {@link #text} writes it
     * @return the record
     * @throws OtsException if it is none
     */
    static TrialRecord of(String text) {
        Findings findings = Findings.collecting();
        JsonNode node = StrictJson.parse("trial", text.getBytes(StandardCharsets.UTF_8), findings)
                .raw();
        findings.throwIfAny();
        return new TrialRecord(
                numbers(node.path("reached")),
                numbers(node.path("gained")),
                node.path("hash").asText());
    }

    private static SortedSet<Integer> numbers(JsonNode array) {
        SortedSet<Integer> numbers = new TreeSet<>();
        array.forEach(one -> numbers.add(one.asInt()));
        return numbers;
    }
}
