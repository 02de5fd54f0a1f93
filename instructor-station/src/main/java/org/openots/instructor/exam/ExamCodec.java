package org.openots.instructor.exam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openots.common.json.Findings;
import org.openots.common.text.LocalText;
import org.openots.instructor.strategy.Strategy;
import org.openots.instructor.strategy.StrategyReader;
import org.openots.instructor.strategy.StrategyWriter;

/** Bodies of an exam's events; docs/data-formats/exam-journal.md is their table. */
final class ExamCodec {
    static final String FORMAT = "exam-journal";
    static final String VERSION = "1.0";

    private ExamCodec() {}

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode planned(ExamPlan plan, String by) {
        ObjectNode body = node().put("format", FORMAT)
                .put("formatVersion", VERSION)
                .put("exam", plan.id())
                .put("room", plan.room())
                .put("plannedStart", plan.plannedStart())
                .put("by", by);
        ArrayNode seats = body.putArray("seats");
        plan.seats()
                .forEach(seat -> seats.addObject()
                        .put("seat", seat.seat())
                        .put("account", seat.account())
                        .put("name", seat.name()));
        body.put("strategyHash", plan.hash()).put("seed", plan.seed()).put("commitment", plan.commitment());
        body.set("strategy", StrategyWriter.json(plan.strategy()));
        return body;
    }

    static ExamPlan plan(JsonNode body) {
        String format = body.path("format").asText();
        String version = body.path("formatVersion").asText();
        if (!format.equals(FORMAT) || !version.equals(VERSION)) {
            throw new IllegalArgumentException(format + " " + version);
        }
        String id = body.path("exam").asText();
        byte[] document = body.path("strategy").toString().getBytes(StandardCharsets.UTF_8);
        Strategy strategy = StrategyReader.read(id + ".json", document, Findings.throwing());
        if (!StrategyWriter.hash(strategy).equals(body.path("strategyHash").asText())) {
            throw new IllegalArgumentException("strategyHash");
        }
        List<ExamPlan.Seat> seats = new ArrayList<>();
        for (JsonNode seat : body.path("seats")) {
            seats.add(new ExamPlan.Seat(
                    seat.path("seat").asText(),
                    seat.path("account").asText(),
                    seat.path("name").asText()));
        }
        ExamPlan plan = new ExamPlan(
                id,
                strategy,
                body.path("strategyHash").asText(),
                body.path("room").asText(),
                body.path("plannedStart").asLong(),
                seats,
                body.path("seed").asText());
        if (!plan.commitment().equals(body.path("commitment").asText())) {
            throw new IllegalArgumentException("commitment");
        }
        return plan;
    }

    static ObjectNode opened(
            Map<String, List<PaperItem>> papers, Map<String, DrawFilter.Difficulty> difficulties, String by) {
        ObjectNode body = node().put("by", by);
        ObjectNode known = body.putObject("difficulties");
        new TreeMap<>(difficulties)
                .forEach((key, difficulty) -> known.putObject(key)
                        .put("candidates", difficulty.candidates())
                        .put("share", difficulty.share()));
        ObjectNode all = body.putObject("papers");
        papers.forEach((account, items) -> {
            ArrayNode list = all.putArray(account);
            items.forEach(item -> item(list.addObject(), item));
        });
        return body;
    }

    static Map<String, DrawFilter.Difficulty> difficulties(JsonNode known) {
        Map<String, DrawFilter.Difficulty> all = new TreeMap<>();
        known.properties().forEach(one -> all.put(
                one.getKey(),
                new DrawFilter.Difficulty(
                        one.getValue().path("candidates").asInt(),
                        one.getValue().path("share").asDouble())));
        return all;
    }

    private static void item(ObjectNode node, PaperItem item) {
        node.put("section", item.section());
        node.putObject("title")
                .put("zh", item.title().zh())
                .put("en", item.title().en());
        node.put("kind", Grant.word(item.kind()))
                .put("unit", item.unit())
                .put("task", item.task())
                .put("initialCondition", item.initialCondition())
                .put("weight", item.weight())
                .put("limitSeconds", item.limitSeconds());
        item.hidden()
                .ifPresent(hidden -> node.putObject("fault")
                        .put("id", hidden.fault())
                        .put("severity", hidden.severity())
                        .put("rampSeconds", hidden.rampSeconds())
                        .put("delaySeconds", hidden.delaySeconds()));
    }

    static List<PaperItem> paper(JsonNode list) {
        List<PaperItem> items = new ArrayList<>();
        for (JsonNode node : list) {
            JsonNode fault = node.path("fault");
            items.add(new PaperItem(
                    node.path("section").asText(),
                    new LocalText(
                            node.path("title").path("zh").asText(),
                            node.path("title").path("en").asText()),
                    PaperItem.Kind.valueOf(node.path("kind").asText().toUpperCase(Locale.ROOT)),
                    node.path("unit").asText(),
                    node.path("task").asText(),
                    node.path("initialCondition").asText(),
                    node.path("weight").asDouble(),
                    node.path("limitSeconds").asInt(),
                    fault.isObject()
                            ? Optional.of(new PaperItem.HiddenFault(
                                    fault.path("id").asText(),
                                    fault.path("severity").asDouble(),
                                    fault.path("rampSeconds").asDouble(),
                                    fault.path("delaySeconds").asDouble()))
                            : Optional.empty()));
        }
        return items;
    }

    static ObjectNode grant(String account, Grant grant) {
        return node().put("account", account)
                .put("id", grant.id())
                .put("kind", Grant.word(grant.kind()))
                .put("millis", grant.millis())
                .put("reason", grant.reason())
                .put("by", grant.by())
                .put("state", Grant.word(grant.state()))
                .put("decidedBy", grant.decidedBy());
    }

    static Grant grant(JsonNode body) {
        return new Grant(
                body.path("id").asInt(),
                Grant.Kind.valueOf(body.path("kind").asText().toUpperCase(Locale.ROOT)),
                body.path("millis").asLong(),
                body.path("reason").asText(),
                body.path("by").asText(),
                Grant.State.valueOf(body.path("state").asText().toUpperCase(Locale.ROOT)),
                body.path("decidedBy").asText());
    }
}
