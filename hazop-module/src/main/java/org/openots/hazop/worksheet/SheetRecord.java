package org.openots.hazop.worksheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openots.common.text.LocalText;

/** The records of a worksheet's journal: their kinds, and their bodies as JSON. */
final class SheetRecord {
    static final String OPENED = "sheet-opened";
    static final String EDITED = "sheet-edited";
    static final String SUBMITTED = "deviation-submitted";
    static final String HANDED_IN = "sheet-handed-in";
    static final String SCORED = "deviation-scored";

    private static final String FORMAT = "hazop-worksheet";
    private static final String VERSION = "1.0";

    private SheetRecord() {}

    static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode head(SheetHead head) {
        ObjectNode node = body().put("format", FORMAT)
                .put("formatVersion", VERSION)
                .put("id", head.id())
                .put("owner", head.owner())
                .put("study", head.study().id())
                .put("studyDigest", head.study().digest())
                .put("severities", head.study().severities())
                .put("likelihoods", head.study().likelihoods())
                .put("level", head.level());
        ArrayNode deviations = node.putArray("deviations");
        head.deviations().forEach(deviations::add);
        return node;
    }

    static SheetHead head(JsonNode node, long at) {
        if (!FORMAT.equals(node.path("format").asText())
                || !VERSION.equals(node.path("formatVersion").asText())) {
            throw new IllegalArgumentException(node.path("format").asText() + " "
                    + node.path("formatVersion").asText());
        }
        List<String> deviations = new ArrayList<>();
        node.path("deviations").forEach(one -> deviations.add(one.asText()));
        return new SheetHead(
                node.path("id").asText(),
                node.path("owner").asText(),
                new SheetHead.StudyRef(
                        node.path("study").asText(),
                        node.path("studyDigest").asText(),
                        node.path("severities").asInt(),
                        node.path("likelihoods").asInt()),
                node.path("level").asText(),
                deviations,
                at);
    }

    static ObjectNode edit(SheetEdit edit) {
        ObjectNode node = body().put("id", edit.id());
        node.set("op", OperationJson.write(edit.operation()));
        return node;
    }

    static ObjectNode score(DeviationScore score) {
        ObjectNode node = body().put("deviation", score.deviation())
                .put("scorer", score.scorer())
                .put("earned", score.earned())
                .put("possible", score.possible());
        ArrayNode answers = node.putArray("answers");
        for (AnswerScore answer : score.answers()) {
            ObjectNode one = answers.addObject()
                    .put("cell", answer.cell())
                    .put("text", answer.text())
                    .put("outcome", answer.outcome().name().toLowerCase(Locale.ROOT))
                    .put("earned", answer.earned())
                    .put("possible", answer.possible())
                    .put("code", answer.reasonCode());
            one.putObject("reason")
                    .put("zh", answer.reason().zh())
                    .put("en", answer.reason().en());
            ArrayNode matched = one.putArray("matched");
            answer.matched().forEach(matched::add);
        }
        return node;
    }

    static DeviationScore score(JsonNode node) {
        List<AnswerScore> answers = new ArrayList<>();
        for (JsonNode one : node.path("answers")) {
            List<String> matched = new ArrayList<>();
            one.path("matched").forEach(id -> matched.add(id.asText()));
            answers.add(new AnswerScore(
                    one.path("cell").asText(),
                    one.path("text").asText(),
                    AnswerScore.Outcome.valueOf(one.path("outcome").asText().toUpperCase(Locale.ROOT)),
                    one.path("earned").asDouble(),
                    one.path("possible").asDouble(),
                    one.path("code").asText(),
                    new LocalText(
                            one.path("reason").path("zh").asText(),
                            one.path("reason").path("en").asText()),
                    matched));
        }
        return new DeviationScore(
                node.path("deviation").asText(),
                node.path("scorer").asText(),
                node.path("earned").asDouble(),
                node.path("possible").asDouble(),
                answers);
    }
}
