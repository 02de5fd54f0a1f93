package org.openots.instructor.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openots.common.journal.JournalEntry;
import org.openots.common.journal.JournalReceipt;
import org.openots.common.json.Findings;

/** What the events of a strategy's journal add up to; format {@code strategy-journal}. Not thread-safe. */
final class StrategyTrack {
    static final String OPENED = "opened";
    static final String SAVED = "saved";
    static final String MOVED = "moved";

    private static final String FORMAT = "strategy-journal";
    private static final String VERSION = "1.0";

    private final String id;
    private final Strategy.Kind kind;
    private final TreeMap<Integer, StrategyVersion> versions = new TreeMap<>();
    private String token = "";

    private StrategyTrack(String id, Strategy.Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    /** The event that opens a journal. */
    static ObjectNode opened(String id, Strategy.Kind kind) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("formatVersion", VERSION)
                .put("id", id)
                .put("kind", word(kind));
    }

    /** The event of a draft. */
    static ObjectNode saved(Strategy document, String before, String by) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("version", document.version()).put("by", by);
        body.put("before", before).put("after", StrategyWriter.hash(document));
        body.set("document", StrategyWriter.json(document));
        return body;
    }

    /** The event of a transition; its content stays the same, so there is one hash. */
    static ObjectNode moved(StrategyVersion version, Strategy.State to, String by, String reason) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("version", version.document().version())
                .put("from", word(version.state()))
                .put("to", word(to))
                .put("hash", version.hash())
                .put("by", by)
                .put("reason", reason);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Begins with the event that opens the journal. */
    static StrategyTrack open(JsonNode body, JournalReceipt receipt) {
        if (!body.path("format").asText().equals(FORMAT)
                || !body.path("formatVersion").asText().equals(VERSION)) {
            throw new IllegalArgumentException(body.path("format").asText() + " "
                    + body.path("formatVersion").asText());
        }
        StrategyTrack track = new StrategyTrack(
                body.path("id").asText(),
                Strategy.Kind.valueOf(body.path("kind").asText().toUpperCase(Locale.ROOT)));
        track.token = receipt.hash();
        return track;
    }

    /** Takes a further event. */
    void take(JournalEntry entry, JournalReceipt receipt) {
        JsonNode body = entry.body();
        switch (entry.kind()) {
            case SAVED -> save(body, entry.at());
            case MOVED -> move(body, entry.at());
            default -> throw new IllegalArgumentException("kind " + entry.kind());
        }
        token = receipt.hash();
    }

    private void save(JsonNode body, long at) {
        byte[] json = body.path("document").toString().getBytes(StandardCharsets.UTF_8);
        Strategy document = StrategyReader.read(id + ".json", json, Findings.throwing());
        int number = document.version();
        StrategyVersion old = versions.get(number);
        if (old != null && old.frozen()) {
            throw new IllegalArgumentException("version " + number + " is " + word(old.state()));
        }
        Set<String> editors = old == null ? Set.of() : old.editors();
        StrategyVersion saved =
                StrategyVersion.draft(document, editors, body.path("by").asText(), at);
        if (!saved.hash().equals(body.path("after").asText())) {
            throw new IllegalArgumentException("version " + number + " hash " + saved.hash());
        }
        versions.put(number, saved);
    }

    private void move(JsonNode body, long at) {
        int number = body.path("version").asInt();
        StrategyVersion old = versions.get(number);
        if (old == null
                || !old.hash().equals(body.path("hash").asText())
                || !word(old.state()).equals(body.path("from").asText())) {
            throw new IllegalArgumentException("version " + number);
        }
        Strategy.State to = Strategy.State.valueOf(
                body.path("to").asText().toUpperCase(Locale.ROOT).replace('-', '_'));
        JsonNode robots = body.path("dryRun");
        versions.put(
                number,
                old.moved(
                        to,
                        robots.isObject() ? Optional.of(robots) : Optional.empty(),
                        body.path("by").asText(),
                        at));
        if (to == Strategy.State.PUBLISHED) {
            supersede(number, at, body.path("by").asText());
        }
    }

    /** The version that is published takes the place of the one before. */
    private void supersede(int number, long at, String by) {
        for (Map.Entry<Integer, StrategyVersion> one : versions.entrySet()) {
            if (one.getKey() != number && one.getValue().state() == Strategy.State.PUBLISHED) {
                one.setValue(one.getValue().moved(Strategy.State.RETIRED, Optional.empty(), by, at));
            }
        }
    }

    Strategy.Kind kind() {
        return kind;
    }

    String id() {
        return id;
    }

    /** Nothing is shown of a journal that was opened and not written on. */
    Optional<StrategyView> view() {
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(new StrategyView(id, kind, token, new ArrayList<>(versions.values())));
    }
}
