package org.openots.instructor.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openots.common.assessment.CommandRecord;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.ScoreEvent;
import org.openots.common.assessment.ScoreSheet;
import org.openots.common.assessment.StepState;
import org.openots.common.expression.Reading;
import org.openots.common.text.LocalText;

/** Scores as the pages read them. */
public final class ScoreJson {
    private static final Set<String> IN_TURN =
            Set.of(StepState.READY.name(), StepState.ACTIVE.name(), StepState.REGRESSED.name());
    private static final Pattern TAG = Pattern.compile("[A-Z]+-\\d+[A-Z]?");
    private static final Pattern COMPARISON = Pattern.compile("[<>=!]+ *(-?\\d+(?:\\.\\d+)?)");

    private ScoreJson() {}

    /**
     * The procedure panel: steps with their states, quality and penalties so far, and for steps whose turn it is what is still
     * to be operated.
     */
    static ObjectNode progress(String task, Rubric rubric, ScoreSheet sheet, Function<String, List<String>> pending) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("task", task);
        text(root, "title", rubric.head().title());
        parts(root, rubric, sheet);
        for (JsonNode step : root.path("steps")) {
            if (IN_TURN.contains(step.path("state").asText())) {
                ArrayNode goals = ((ObjectNode) step).putArray("goals");
                pending.apply(step.path("id").asText()).forEach(goals::add);
            }
        }
        root.put("total", rounded(sheet.totals().total()));
        root.put("max", rounded(sheet.totals().maximum()));
        return root;
    }

    /** The score sheet: everything of the panel, and every lost point with its reason and evidence. */
    static ObjectNode sheet(Rubric rubric, ScoreSheet sheet) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        text(root, "title", rubric.head().title());
        root.put("total", rounded(sheet.totals().total()));
        root.put("max", rounded(sheet.totals().maximum()));
        root.put("closed", sheet.closed());
        root.put("time", sheet.time());
        ObjectNode totals = root.putObject("totals");
        totals.put("steps", rounded(sheet.totals().steps()));
        totals.put("quality", rounded(sheet.totals().quality()));
        totals.put("penalties", rounded(sheet.totals().penalties()));
        parts(root, rubric, sheet);
        ArrayNode losses = root.putArray("losses");
        sheet.losses().forEach(loss -> loss(losses.addObject(), loss));
        root.putObject("rubric")
                .put("id", sheet.rubric().id())
                .put("version", sheet.rubric().version())
                .put("sha256", sheet.rubric().sha256());
        return root;
    }

    /**
     * A score in short, for the command line.
     *
     * @param sheet the score sheet
     * @return total, steps, quality and penalties with their points
     */
    public static ObjectNode score(ScoreSheet sheet) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("total", rounded(sheet.totals().total()));
        ArrayNode steps = root.putArray("steps");
        sheet.steps()
                .forEach(s -> steps.addObject()
                        .put("id", s.id())
                        .put("points", s.points())
                        .put("earned", rounded(s.earned()))
                        .put("state", s.state().name()));
        ArrayNode quality = root.putArray("quality");
        sheet.quality()
                .forEach(q -> quality.addObject()
                        .put("id", q.id())
                        .put("points", q.points())
                        .put("earned", rounded(q.earned())));
        ArrayNode penalties = root.putArray("penalties");
        sheet.penalties()
                .forEach(p -> penalties
                        .addObject()
                        .put("id", p.id())
                        .put("count", p.count())
                        .put("lost", rounded(p.lost())));
        return root;
    }

    private static void parts(ObjectNode root, Rubric rubric, ScoreSheet sheet) {
        ArrayNode steps = root.putArray("steps");
        for (ScoreSheet.StepScore s : sheet.steps()) {
            ObjectNode node = steps.addObject().put("id", s.id()).put("no", s.number());
            text(node, "text", s.text());
            rubric.step(s.id()).ifPresent(step -> text(node, "hint", step.hint()));
            node.put("points", s.points()).put("earned", rounded(s.earned()));
            node.put("state", s.state().name());
            if (s.holdNeeded() > 0) {
                node.putArray("hold").add(rounded(s.holdDone())).add(s.holdNeeded());
            }
        }
        ArrayNode quality = root.putArray("quality");
        for (ScoreSheet.QualityScore q : sheet.quality()) {
            ObjectNode node = quality.addObject().put("id", q.id());
            text(node, "text", q.text());
            node.put("points", q.points()).put("earned", rounded(q.earned()));
            tag(rubric, q.id()).ifPresent(tag -> node.put("tag", tag));
        }
        ArrayNode penalties = root.putArray("penalties");
        for (ScoreSheet.PenaltyScore p : sheet.penalties()) {
            ObjectNode node = penalties.addObject().put("id", p.id());
            text(node, "text", p.text());
            node.put("points", p.points()).put("count", p.count()).put("lost", rounded(p.lost()));
        }
    }

    /** The tag that a quality item measures; none if it is computed from several. */
    private static Optional<String> tag(Rubric rubric, String id) {
        return rubric.quality().stream()
                .filter(item -> item.id().equals(id))
                .map(item -> item.value().text())
                .filter(TAG.asMatchPredicate())
                .findFirst();
    }

    private static void loss(ObjectNode node, ScoreEvent loss) {
        node.put("points", rounded(loss.lost())).put("rule", loss.ruleId());
        node.put("category", loss.category().name().toLowerCase(Locale.ROOT));
        node.put("code", loss.reason().code());
        text(node, "reason", loss.text());
        node.put("time", loss.time()).put("tick", loss.tick());
        ArrayNode evidence = node.putArray("evidence");
        loss.evidence().forEach(reading -> evidence(evidence.addObject(), reading, loss.time()));
        loss.before().ifPresent(c -> before(node.putObject("before"), c));
    }

    /** A reading with the comparison it stands in; the limit as a number where the comparison is with one. */
    private static void evidence(ObjectNode node, Reading reading, double time) {
        node.put("tag", reading.name());
        node.put("value", Double.isNaN(reading.value()) ? null : (Double) reading.value());
        node.put("criterion", reading.limit()).put("met", reading.satisfied());
        Matcher comparison = COMPARISON.matcher(reading.limit());
        if (comparison.matches()) {
            node.put("limit", Double.parseDouble(comparison.group(1)));
        }
        node.put("time", time);
    }

    private static void before(ObjectNode node, CommandRecord command) {
        node.put("time", command.time()).put("target", command.target());
        node.put("verb", command.verb()).put("value", command.value());
    }

    private static void text(ObjectNode node, String field, LocalText text) {
        node.putObject(field).put("zh", text.zh()).put("en", text.en());
    }

    /** Points to a hundredth, as they are printed. */
    private static double rounded(double points) {
        return Math.round(points * 100) / 100.0;
    }
}
