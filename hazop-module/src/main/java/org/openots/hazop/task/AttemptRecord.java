package org.openots.hazop.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openots.common.text.LocalText;

/** The records of an attempt's journal: their kinds, and their bodies as JSON. */
final class AttemptRecord {
    static final String OPENED = "attempt-opened";
    static final String ANSWERED = "question-answered";
    static final String CHECKED = "question-checked";
    static final String SHEET = "sheet-opened";
    static final String SUBMITTED = "attempt-submitted";
    static final String RELEASED = "attempt-released";

    private static final String FORMAT = "hazop-attempt";
    private static final String VERSION = "1.1";
    private static final Set<String> READABLE = Set.of("1.0", VERSION);

    private AttemptRecord() {}

    static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode head(AttemptHead head) {
        ObjectNode node = body().put("format", FORMAT)
                .put("formatVersion", VERSION)
                .put("id", head.id())
                .put("owner", head.owner())
                .put("task", head.task())
                .put("level", head.level().word())
                .put("digest", head.digest())
                // as text: a browser or script that reads the journal would round 64 bits
                .put("seed", Long.toString(head.seed()));
        head.sheet().ifPresent(sheet -> node.put("sheet", sheet));
        return node;
    }

    static AttemptHead head(JsonNode node, long at) {
        if (!FORMAT.equals(node.path("format").asText())
                || !READABLE.contains(node.path("formatVersion").asText())) {
            throw new IllegalArgumentException(node.path("format").asText() + " "
                    + node.path("formatVersion").asText());
        }
        return new AttemptHead(
                node.path("id").asText(),
                node.path("owner").asText(),
                node.path("task").asText(),
                TaskLevel.valueOf(node.path("level").asText().toUpperCase(Locale.ROOT)),
                node.path("digest").asText(),
                Long.parseLong(node.path("seed").asText()),
                Optional.of(node.path("sheet").asText()).filter(sheet -> !sheet.isEmpty()),
                at);
    }

    static ObjectNode answer(String edit, String question, List<String> answer) {
        ObjectNode node = body().put("id", edit).put("question", question);
        ArrayNode words = node.putArray("answer");
        answer.forEach(words::add);
        return node;
    }

    static List<String> words(JsonNode node) {
        List<String> words = new ArrayList<>();
        node.forEach(word -> words.add(word.asText()));
        return words;
    }

    static ObjectNode score(AttemptScore score) {
        ObjectNode node = body();
        ArrayNode questions = node.putArray("questions");
        score.questions()
                .forEach(line -> questions
                        .addObject()
                        .put("question", line.question())
                        .put("earned", line.earned())
                        .put("possible", line.possible()));
        score.audit().ifPresent(audit -> {
            ObjectNode one =
                    node.putObject("audit").put("earned", audit.earned()).put("possible", audit.possible());
            ArrayNode flags = one.putArray("flags");
            audit.flags().forEach(flag -> {
                ObjectNode entry = flags.addObject()
                        .put("deviation", flag.deviation())
                        .put("line", flag.line())
                        .put("rule", flag.rule().word());
                entry.putObject("text")
                        .put("zh", flag.text().zh())
                        .put("en", flag.text().en());
            });
        });
        return node;
    }

    static AttemptScore score(JsonNode node) {
        List<AttemptScore.Line> lines = new ArrayList<>();
        for (JsonNode one : node.path("questions")) {
            lines.add(new AttemptScore.Line(
                    one.path("question").asText(),
                    one.path("earned").asDouble(),
                    one.path("possible").asDouble()));
        }
        Optional<AttemptScore.Audit> audit = Optional.empty();
        if (node.has("audit")) {
            List<AuditFlag> flags = new ArrayList<>();
            for (JsonNode one : node.path("audit").path("flags")) {
                flags.add(new AuditFlag(
                        one.path("deviation").asText(),
                        one.path("line").asText(),
                        AuditRule.of(one.path("rule").asText()),
                        new LocalText(
                                one.path("text").path("zh").asText(),
                                one.path("text").path("en").asText())));
            }
            audit = Optional.of(new AttemptScore.Audit(
                    node.path("audit").path("earned").asDouble(),
                    node.path("audit").path("possible").asDouble(),
                    flags));
        }
        return new AttemptScore(lines, audit);
    }
}
