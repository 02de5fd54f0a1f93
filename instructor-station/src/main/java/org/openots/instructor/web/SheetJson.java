package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.openots.hazop.review.AnswerRef;
import org.openots.hazop.review.Correction;
import org.openots.hazop.review.ReleasedScore;
import org.openots.hazop.review.ScoredAnswer;
import org.openots.hazop.review.ScoredRow;
import org.openots.hazop.worksheet.AnswerScore;
import org.openots.hazop.worksheet.OperationJson;
import org.openots.hazop.worksheet.SheetColumn;
import org.openots.hazop.worksheet.SheetHead;
import org.openots.hazop.worksheet.SheetHistory;
import org.openots.hazop.worksheet.SheetState;
import org.openots.hazop.worksheet.SheetView;
import org.openots.instructor.hazop.ReferencePoints;
import org.openots.instructor.hazop.SheetFeedback;
import org.openots.instructor.hazop.SheetResult;

/** A worksheet as JSON for its student and for who watches; key items a score was matched with stay here. */
final class SheetJson {
    private SheetJson() {}

    static ObjectNode summary(SheetView view, SheetResult result) {
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
        node.put("state", result.state().word());
        if (SheetFeedback.shown(state, result)) {
            node.put("scored", result.rows().size())
                    .put("earned", earned(result))
                    .put("possible", result.possible());
        }
        state.handIn().ifPresent(done -> node.set("handIn", handIn(done)));
        return node;
    }

    /** Points with what appeals have changed. */
    private static double earned(SheetResult result) {
        List<Correction> corrections = result.corrections();
        return corrections.isEmpty()
                ? result.earned()
                : corrections.get(corrections.size() - 1).totalAfter();
    }

    /** A worksheet; scores and reasons only where they are shown. */
    static ObjectNode whole(SheetView view, boolean scoring, SheetResult result, boolean shown) {
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
                .put("longestText", SheetColumn.LONGEST_TEXT)
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
        node.put("state", result.state().word());
        ObjectNode scores = node.putObject("scores");
        if (shown) {
            result.rows().forEach((deviation, row) -> scores.set(deviation, score(head.id(), row, result)));
            result.released().ifPresent(released -> node.set("release", release(released, result)));
        }
        return node;
    }

    /** Points of the key that rows lack, by deviation; without any id of the key. */
    static ObjectNode missed(List<ReferencePoints.Row> rows) {
        ObjectNode node = Json.object();
        for (ReferencePoints.Row row : rows) {
            ObjectNode one = node.putObject(row.deviation()).put("withheld", row.withheld());
            ArrayNode points = one.putArray("points");
            for (ReferencePoints.Point point : row.points()) {
                ObjectNode told = points.addObject()
                        .put("column", point.column().word())
                        .put("earned", point.earned())
                        .put("possible", point.possible())
                        .put("needed", point.needed());
                told.set("text", Json.text(point.text()));
                point.reason().ifPresent(reason -> told.set("reason", Json.text(reason)));
            }
            row.risk().ifPresent(risk -> {
                ObjectNode told = one.putObject("risk")
                        .put("severity", risk.initial().severity())
                        .put("likelihood", risk.initial().likelihood());
                risk.reason().ifPresent(reason -> told.set("reason", Json.text(reason)));
            });
        }
        return node;
    }

    private static ObjectNode release(ReleasedScore released, SheetResult result) {
        ObjectNode node = Json.object()
                .put("at", Instant.ofEpochMilli(released.at()).toString())
                .put("earned", released.earned())
                .put("possible", released.possible())
                .put("corrected", earned(result));
        if (released.appealUntil() > 0) {
            node.put("appealUntil", Instant.ofEpochMilli(released.appealUntil()).toString());
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

    private static ObjectNode score(String sheet, ScoredRow row, SheetResult result) {
        ObjectNode node = Json.object()
                .put("earned", row.earned())
                .put("possible", row.possible())
                .put("waiting", row.waiting());
        ArrayNode answers = node.putArray("answers");
        for (int i = 0; i < row.answers().size(); i++) {
            ScoredAnswer answer = row.answers().get(i);
            ObjectNode one = answers.addObject()
                    .put("index", i)
                    .put("cell", answer.cell())
                    .put("text", answer.text())
                    .put("outcome", outcome(answer))
                    .put("earned", answer.counted() ? answer.earned() : 0)
                    .put("possible", answer.possible())
                    .put("code", answer.code());
            one.set("reason", Json.text(answer.reason()));
            appeal(one, new AnswerRef(sheet, row.deviation(), i), result);
        }
        return node;
    }

    private static String outcome(ScoredAnswer answer) {
        AnswerScore.Outcome outcome = answer.counted() ? answer.outcome() : AnswerScore.Outcome.ZERO;
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static void appeal(ObjectNode node, AnswerRef ref, SheetResult result) {
        result.appeals().stream().filter(appeal -> appeal.answer().equals(ref)).forEach(appeal -> {
            ObjectNode one = node.putObject("appeal")
                    .put("at", Instant.ofEpochMilli(appeal.at()).toString())
                    .put("reason", appeal.reason());
            result.corrections().stream()
                    .filter(correction -> correction.answer().equals(ref))
                    .forEach(correction -> one.putObject("result")
                            .put("at", Instant.ofEpochMilli(correction.at()).toString())
                            .put("before", correction.pointsBefore())
                            .put("points", correction.verdict().points())
                            .put("reason", correction.reason()));
        });
    }
}
