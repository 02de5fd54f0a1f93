package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openots.hazop.verification.Demonstration;
import org.openots.hazop.verification.RowPlayer;
import org.openots.instructor.hazop.PlayJob;
import org.openots.instructor.hazop.RowOffer;

/** Demonstrations as JSON: in the student's words and by his rows, without any id of the key. */
final class PlayJson {
    private PlayJson() {}

    static ObjectNode offer(RowOffer offer) {
        ObjectNode node = Json.object()
                .put("deviation", offer.deviation())
                .put("row", offer.row())
                .put("state", word(offer.state()));
        choices(node.putArray("causes"), offer.causes());
        choices(node.putArray("safeguards"), offer.safeguards());
        return node;
    }

    private static void choices(ArrayNode array, List<RowOffer.Choice> choices) {
        choices.forEach(choice -> array.addObject().put("text", choice.text()).put("possible", choice.possible()));
    }

    static ObjectNode job(PlayJob.View view) {
        ObjectNode node = Json.object()
                .put("id", view.id())
                .put("state", word(view.state()))
                .put("share", Math.round(view.share() * 100) / 100.0)
                .put("ahead", view.ahead());
        view.result().ifPresent(result -> node.set("result", result(result, view.offer())));
        return node;
    }

    private static ObjectNode result(Demonstration seen, RowOffer offer) {
        ObjectNode node = Json.object().put("seconds", seen.seconds()).put("causeSeconds", seen.causeSeconds());
        ArrayNode curves = node.putArray("curves");
        for (Demonstration.Curve curve : seen.curves()) {
            ObjectNode one = curves.addObject().put("signal", curve.signal()).put("unit", curve.unit());
            one.set("text", Json.text(curve.text()));
            one.set("quiet", series(curve.quiet()));
            one.set("with", series(curve.with()));
            curve.without().ifPresent(series -> one.set("without", series(series)));
        }
        ArrayNode marks = node.putArray("marks");
        for (Demonstration.Mark mark : seen.marks()) {
            ObjectNode one = marks.addObject()
                    .put("kind", word(mark.kind()))
                    .put("subject", mark.subject())
                    .put("runs", word(mark.runs()));
            Json.number(one, "seconds", mark.seconds());
            one.set("text", Json.text(mark.text()));
        }
        ArrayNode outcomes = node.putArray("consequences");
        offer.consequences().forEach(choice -> outcomes.add(outcome(choice, seen)));
        ArrayNode differences = node.putArray("differences");
        seen.differences().forEach(text -> differences.add(Json.text(text)));
        return node;
    }

    private static ObjectNode series(RowPlayer.Series series) {
        ObjectNode node = Json.object();
        ArrayNode times = node.putArray("t");
        series.seconds().forEach(time -> times.add(time.floatValue()));
        ArrayNode values = node.putArray("v");
        for (double value : series.values()) {
            if (Double.isFinite(value)) {
                values.add((float) value);
            } else {
                values.addNull();
            }
        }
        return node;
    }

    /** What he wrote, with what became of it; of what is not matched, where the signals went that he names in it. */
    private static ObjectNode outcome(RowOffer.Choice choice, Demonstration seen) {
        ObjectNode node = Json.object().put("text", choice.text());
        Optional<Demonstration.Outcome> found = seen.outcomes().stream()
                .filter(one -> one.consequenceId().equals(choice.item()))
                .findFirst();
        found.ifPresent(one -> {
            node.set("with", finding(one.with()));
            one.without().ifPresent(finding -> node.set("without", finding(finding)));
        });
        if (found.isEmpty()) {
            ArrayNode moved = node.putArray("moved");
            seen.movements().stream()
                    .filter(one -> choice.named().contains(one.signal()))
                    .forEach(one -> {
                        ObjectNode movement = moved.addObject();
                        movement.set("with", Json.text(one.with()));
                        one.without().ifPresent(text -> movement.set("without", Json.text(text)));
                    });
        }
        return node;
    }

    private static ObjectNode finding(Demonstration.Finding finding) {
        ObjectNode node = Json.object().put("state", word(finding.state()));
        node.set("text", Json.text(finding.text()));
        return node;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
