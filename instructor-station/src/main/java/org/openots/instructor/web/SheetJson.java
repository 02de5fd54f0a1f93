package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.openots.hazop.worksheet.AnswerScore;
import org.openots.hazop.worksheet.DeviationScore;
import org.openots.hazop.worksheet.OperationJson;
import org.openots.hazop.worksheet.SheetHead;
import org.openots.hazop.worksheet.SheetHistory;
import org.openots.hazop.worksheet.SheetState;
import org.openots.hazop.worksheet.SheetView;
import org.openots.instructor.hazop.SheetFeedback;

/** A worksheet as JSON for its student and for who watches; key items a score was matched with stay here. */
final class SheetJson {
    private SheetJson() {}

    static ObjectNode summary(SheetView view) {
        SheetState state = view.state();
        SheetHead head = state.head();
        ObjectNode node = Json.object()
                .put("id", head.id())
                .put("study", head.study().id())
                .put("level", head.level())
                .put("openedAt", Instant.ofEpochMilli(head.opened()).toString())
                .put("revision", view.revision())
                .put("deviations", head.deviations().size())
                .put("submitted", state.submitted().size());
        state.content().causes().keySet().stream().findFirst().ifPresent(first -> node.put("first", first));
        if (SheetFeedback.shown(state)) {
            node.put("scored", state.scores().size());
            node.put(
                    "earned",
                    state.scores().values().stream()
                            .mapToDouble(DeviationScore::earned)
                            .sum());
            node.put(
                    "possible",
                    state.scores().values().stream()
                            .mapToDouble(DeviationScore::possible)
                            .sum());
        }
        state.handIn().ifPresent(done -> node.set("handIn", handIn(done)));
        return node;
    }

    static ObjectNode whole(SheetView view, boolean scoring) {
        SheetState state = view.state();
        SheetHead head = state.head();
        ObjectNode node = Json.object()
                .put("id", head.id())
                .put("owner", head.owner())
                .put("study", head.study().id())
                .put("studyDigest", head.study().digest())
                .put("level", head.level())
                .put("openedAt", Instant.ofEpochMilli(head.opened()).toString())
                .put("revision", view.revision())
                .put("token", view.token())
                .put("scoring", scoring);
        head.deviations().forEach(node.putArray("deviations")::add);
        node.set("content", OperationJson.write(state.content()));
        steps(node.putArray("undo"), state.history().undo());
        steps(node.putArray("redo"), state.history().redo());
        ObjectNode submitted = node.putObject("submitted");
        state.submitted()
                .forEach((deviation, at) ->
                        submitted.put(deviation, Instant.ofEpochMilli(at).toString()));
        state.handIn().ifPresent(done -> node.set("handIn", handIn(done)));
        ObjectNode scores = node.putObject("scores");
        if (SheetFeedback.shown(state)) {
            state.scores().forEach((deviation, score) -> scores.set(deviation, score(score)));
        }
        return node;
    }

    private static ObjectNode handIn(SheetState.HandIn done) {
        return Json.object()
                .put("at", Instant.ofEpochMilli(done.at()).toString())
                .put("receipt", done.receipt());
    }

    private static void steps(ArrayNode array, List<SheetHistory.Step> steps) {
        for (SheetHistory.Step step : steps) {
            ObjectNode node = array.addObject().put("deviation", step.deviation());
            node.set("op", OperationJson.write(step.operation()));
            node.set("inverse", OperationJson.write(step.inverse()));
        }
    }

    private static ObjectNode score(DeviationScore score) {
        ObjectNode node = Json.object().put("earned", score.earned()).put("possible", score.possible());
        ArrayNode answers = node.putArray("answers");
        for (AnswerScore answer : score.answers()) {
            answers.addObject()
                    .put("cell", answer.cell())
                    .put("text", answer.text())
                    .put("outcome", answer.outcome().name().toLowerCase(Locale.ROOT))
                    .put("earned", answer.earned())
                    .put("possible", answer.possible())
                    .put("code", answer.reasonCode())
                    .set("reason", Json.text(answer.reason()));
        }
        return node;
    }
}
