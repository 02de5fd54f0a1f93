package org.openots.instructor.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openots.common.journal.JournalEntry;
import org.openots.common.journal.JournalReceipt;
import org.openots.common.json.Findings;

/** What the events of a scenario's journal add up to; format {@code scenario-journal}. Not thread-safe. */
final class ScenarioTrack {
    static final String OPENED = "opened";
    static final String SAVED = "saved";
    static final String RETIRED = "retired";

    private static final String FORMAT = "scenario-journal";
    private static final String VERSION = "1.0";

    private final String id;
    private final List<ScenarioVersion> versions = new ArrayList<>();
    private boolean retired;
    private String token = "";

    private ScenarioTrack(String id) {
        this.id = id;
    }

    static ObjectNode opened(String id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("formatVersion", VERSION)
                .put("id", id);
    }

    static ObjectNode saved(Scenario document, String before, String by) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("version", document.version())
                .put("by", by)
                .put("before", before)
                .put("after", ScenarioWriter.hash(document));
        body.set("document", ScenarioWriter.json(document));
        return body;
    }

    static ObjectNode retired(boolean away, String by) {
        return JsonNodeFactory.instance.objectNode().put("retired", away).put("by", by);
    }

    /** Begins with the event that opens the journal. */
    static ScenarioTrack open(JournalEntry entry) {
        JsonNode body = entry.body();
        boolean known = entry.kind().equals(OPENED)
                && body.path("format").asText().equals(FORMAT)
                && body.path("formatVersion").asText().equals(VERSION);
        if (!known) {
            throw new IllegalArgumentException(
                    entry.kind() + " " + body.path("format").asText() + " "
                            + body.path("formatVersion").asText());
        }
        return new ScenarioTrack(body.path("id").asText());
    }

    /** Takes a further event. */
    void take(JournalEntry entry, JournalReceipt receipt) {
        JsonNode body = entry.body();
        switch (entry.kind()) {
            case SAVED -> save(body, entry.at());
            case RETIRED -> retired = body.path("retired").asBoolean();
            default -> throw new IllegalArgumentException("kind " + entry.kind());
        }
        token = receipt.hash();
    }

    private void save(JsonNode body, long at) {
        byte[] json = body.path("document").toString().getBytes(StandardCharsets.UTF_8);
        Scenario document = ScenarioReader.read(id + ".json", json, Findings.throwing());
        String hash = ScenarioWriter.hash(document);
        String before = versions.isEmpty() ? "" : newest().hash();
        boolean follows = document.version() == versions.size() + 1
                && document.id().equals(id)
                && hash.equals(body.path("after").asText())
                && before.equals(body.path("before").asText());
        if (!follows) {
            throw new IllegalArgumentException("version " + document.version() + " hash " + hash);
        }
        versions.add(new ScenarioVersion(document, hash, body.path("by").asText(), at));
    }

    private ScenarioVersion newest() {
        return versions.get(versions.size() - 1);
    }

    String id() {
        return id;
    }

    /** The scenario now; nothing before its first version. */
    Optional<ScenarioView> view() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(new ScenarioView(id, token, retired, versions));
    }
}
