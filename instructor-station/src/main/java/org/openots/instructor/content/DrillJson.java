package org.openots.instructor.content;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.assessment.ScoreSheet;
import org.openots.common.text.LocalText;
import org.openots.hazop.drill.Drill;
import org.openots.hazop.drill.DrillPart;
import org.openots.hazop.drill.DrillScore;

/** Scores of drills in the form the pages read scores in. */
final class DrillJson {
    private static final double WHOLE = 100;
    private static final double HUNDREDTHS = 100;

    private DrillJson() {}

    /** What the trainee has answered so far, and nothing else. */
    static ObjectNode progress(Drill drill, DrillScore score) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("task", drill.id());
        text(root, "title", drill.title());
        root.put("drill", true);
        root.putArray("steps");
        root.putArray("quality");
        root.putArray("penalties");
        return answers(root, score);
    }

    private static ObjectNode answers(ObjectNode root, DrillScore score) {
        ObjectNode answers = root.putObject("answers");
        score.answers().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            ArrayNode numbers = answers.putArray(entry.getKey().word());
            entry.getValue().forEach(numbers::add);
        });
        DrillScore.Written written = score.written();
        if (!Double.isNaN(written.alarmTime())) {
            root.put("alarmTime", written.alarmTime());
        }
        ArrayNode played = root.putArray("played");
        written.played().stream().sorted().forEach(played::add);
        return root.put("note", written.note());
    }

    /** The sheet: part by part, the steps of the response in the points of their part. */
    static ObjectNode sheet(Drill drill, String hash, DrillScore score, double time, boolean closed) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        text(root, "title", drill.title());
        root.put("total", rounded(score.total()))
                .put("max", WHOLE)
                .put("closed", closed)
                .put("time", time);
        root.putObject("totals")
                .put("steps", rounded(score.total()))
                .put("quality", 0.0)
                .put("penalties", 0.0);
        ArrayNode steps = root.putArray("steps");
        ArrayNode losses = JsonNodeFactory.instance.arrayNode();
        for (DrillScore.Part part : score.parts()) {
            Optional<ScoreSheet> sheet = part.part() == DrillPart.SEQUENCE ? score.sequence() : Optional.empty();
            if (sheet.isPresent()) {
                response(sheet.get(), part, steps, losses, time);
            } else {
                part(part, steps, losses, time, closed);
            }
        }
        root.putArray("quality");
        root.putArray("penalties");
        score.debrief().ifPresent(told -> losses.forEach(loss -> text((ObjectNode) loss, "advice", told)));
        root.set("losses", losses);
        root.putObject("rubric").put("id", drill.id()).put("version", 1).put("sha256", hash);
        answers(root, score);
        score.debrief().ifPresent(text -> text(root, "debrief", text));
        return root;
    }

    private static void part(DrillScore.Part part, ArrayNode steps, ArrayNode losses, double time, boolean closed) {
        boolean done = part.earned() >= part.points();
        ObjectNode node = steps.addObject().put("id", part.part().word()).put("no", steps.size());
        text(node, "text", part.part().text());
        text(node, "hint", part.reason());
        node.put("points", rounded(part.points())).put("earned", rounded(part.earned()));
        node.put("state", done ? "DONE_OK" : closed ? "CLOSED" : "READY");
        if (closed && !done) {
            LocalText name = part.part().text();
            LocalText reason = new LocalText(
                    name.zh() + "：" + part.reason().zh(),
                    name.en() + ": " + part.reason().en());
            loss(losses, part.points() - part.earned(), name, reason, time);
        }
    }

    private static void response(
            ScoreSheet sheet, DrillScore.Part part, ArrayNode steps, ArrayNode losses, double time) {
        double factor = part.points() / WHOLE;
        for (ScoreSheet.StepScore step : sheet.steps()) {
            ObjectNode node = steps.addObject().put("id", step.id()).put("no", steps.size());
            text(node, "text", step.text());
            node.put("points", rounded(step.points() * factor)).put("earned", rounded(step.earned() * factor));
            node.put("state", step.state().name());
            double lost = (step.points() - step.earned()) * factor;
            if (sheet.closed() && lost > 0) {
                LocalText reason = new LocalText(
                        "没有完成：" + step.text().zh(), "not done: " + step.text().en());
                double at = Double.isNaN(step.doneAt()) ? time : step.doneAt();
                loss(losses, lost, DrillPart.SEQUENCE.text(), reason, at);
            }
        }
    }

    private static void loss(ArrayNode losses, double points, LocalText rule, LocalText reason, double time) {
        ObjectNode node = losses.addObject().put("points", rounded(points));
        text(node, "rule", rule);
        node.put("category", "step").put("code", "DRILL");
        text(node, "reason", reason);
        node.put("time", time).put("tick", 0);
        node.putArray("evidence");
    }

    /**
     * What a trainee may know of a drill: what it is about and what he can choose, by numbers. No key, no fault, no id of
     * an option.
     */
    static ObjectNode open(Drill drill) {
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("id", drill.id())
                .put("plant", drill.plant())
                .put("level", drill.level().word())
                .put("minutes", Math.round(drill.start().timeLimitSeconds() / 60));
        text(root, "title", drill.title());
        text(root, "brief", drill.brief());
        if (drill.rules().trial().isPresent()) {
            root.put("trialFromS", drill.trialFromSeconds());
        }
        ObjectNode parts = root.putObject("parts");
        drill.weights().points().forEach((part, points) -> {
            ObjectNode node = parts.putObject(part.word()).put("points", points);
            text(node, "text", part.text());
            List<Drill.Option> options = drill.offers().of(part);
            ArrayNode list = node.putArray("options");
            options.forEach(option -> list.addObject()
                    .put("zh", option.text().zh())
                    .put("en", option.text().en()));
        });
        return root;
    }

    private static void text(ObjectNode node, String field, LocalText text) {
        node.putObject(field).put("zh", text.zh()).put("en", text.en());
    }

    private static double rounded(double points) {
        return Math.round(points * HUNDREDTHS) / HUNDREDTHS;
    }
}
