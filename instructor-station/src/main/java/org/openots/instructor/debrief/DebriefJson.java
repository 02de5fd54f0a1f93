package org.openots.instructor.debrief;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Locale;
import org.openots.common.text.LocalText;
import org.openots.instructor.session.RunInput;
import org.openots.simulator.alarm.AlarmMetrics;

/** A debrief as JSON, for the page and for the package that is read without the station. */
public final class DebriefJson {
    /** Name of the format. */
    public static final String FORMAT = "openots-debrief";
    /** Its version. */
    public static final String VERSION = "1.0";

    private static final int PRIORITIES = 3;
    /** Digits of a value of a curve. */
    private static final MathContext DIGITS = new MathContext(5);

    private final Debrief debrief;
    private final DebriefMaker.Plant plant;
    private final DebriefTexts texts;

    private DebriefJson(Debrief debrief, DebriefMaker.Plant plant, DebriefTexts texts) {
        this.debrief = debrief;
        this.plant = plant;
        this.texts = texts;
    }

    /**
     * Writes a debrief.
     *
     * @param debrief the debrief
     * @param plant its plant
     * @param texts words of the pages
     * @return a new tree
     */
    public static ObjectNode of(Debrief debrief, DebriefMaker.Plant plant, DebriefTexts texts) {
        return new DebriefJson(debrief, plant, texts).write();
    }

    private ObjectNode write() {
        ObjectNode root =
                JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("formatVersion", VERSION);
        head(root.putObject("run"));
        root.set("sheet", debrief.sheet());
        ArrayNode marks = root.putArray("marks");
        debrief.marks().forEach(mark -> mark(marks.addObject(), mark));
        ArrayNode alarms = root.putArray("alarms");
        debrief.alarms()
                .forEach(step -> alarms.addObject()
                        .put("t", rounded(step.time()))
                        .put("alarm", step.alarm())
                        .put("state", step.state())
                        .put("priority", step.priority()));
        measures(root.putObject("measures"), debrief.measures());
        curves(root.putObject("curves"));
        debrief.causes().ifPresent(found -> causes(root.putObject("causes"), found));
        if (debrief.head().secrets()) {
            ArrayNode doings = root.putArray("interventions");
            for (Debrief.Doing one : debrief.interventions()) {
                ObjectNode node = doings.addObject()
                        .put("t", rounded(one.time()))
                        .put("at", Instant.ofEpochMilli(one.at()).toString())
                        .put("by", one.by());
                text(node, "text", one.text());
            }
        }
        return root;
    }

    private void head(ObjectNode node) {
        Debrief.Head head = debrief.head();
        node.put("id", head.run()).put("task", head.task());
        text(node, "title", head.title());
        node.put("plant", head.plant())
                .put("owner", head.owner())
                .put("name", head.name())
                .put("seat", head.seat())
                .put("class", head.group())
                .put("startedAt", Instant.ofEpochMilli(head.started()).toString())
                .put("seconds", head.seconds());
        if (!head.branchOf().isEmpty()) {
            node.put("branchOf", head.branchOf());
        }
        node.put("engine", head.engine()).put("journalHead", head.journalHead()).put("faults", head.secrets());
    }

    private static void mark(ObjectNode node, Debrief.Mark mark) {
        node.put("lane", mark.lane().name().toLowerCase(Locale.ROOT))
                .put("t", rounded(mark.time()))
                .put("subject", mark.subject());
        text(node, "text", mark.text());
        if (mark.priority() > 0) {
            node.put("priority", mark.priority());
        }
        if (mark.points() > 0) {
            node.put("points", mark.points());
        }
        if (!mark.key().isEmpty()) {
            node.put("key", mark.key());
        }
    }

    /** The measures of EEMUA 191. */
    private static void measures(ObjectNode node, AlarmMetrics one) {
        node.put("alarms", one.annunciations())
                .put("perTenMinutes", rounded(one.perTenMinutes()))
                .put("peakTenMinutes", one.peakTenMinutes())
                .put("floodShare", rounded(one.floodShare()))
                .put("standingPeak", one.standingPeak())
                .put("fleeting", one.fleeting());
        if (Double.isFinite(one.meanAcknowledgeSeconds())) {
            node.put("acknowledgeSeconds", rounded(one.meanAcknowledgeSeconds()));
        }
        ObjectNode priorities = node.putObject("byPriority");
        for (int priority = 1; priority <= PRIORITIES; priority++) {
            priorities.put(Integer.toString(priority), one.byPriority().getOrDefault(priority, 0));
        }
        ArrayNode worst = node.putArray("worst");
        one.worst()
                .forEach(count -> worst.addObject().put("alarm", count.alarm()).put("times", count.times()));
    }

    private void curves(ObjectNode node) {
        ArrayNode times = node.putArray("t");
        for (double time : debrief.curves().times()) {
            times.add(rounded(time));
        }
        ArrayNode pens = node.putArray("pens");
        for (Debrief.Pen pen : debrief.curves().pens()) {
            ObjectNode one = pens.addObject().put("tag", pen.tag());
            text(one, "text", pen.text());
            one.put("unit", pen.unit()).put("decimals", pen.decimals());
            ArrayNode limits = one.putArray("limits");
            pen.limits()
                    .forEach(limit ->
                            limits.addObject().put("kind", limit.kind()).put("value", limit.value()));
            ArrayNode values = one.putArray("v");
            for (double value : pen.values()) {
                if (Double.isFinite(value)) {
                    values.add(BigDecimal.valueOf(value).round(DIGITS));
                } else {
                    values.addNull();
                }
            }
        }
    }

    private void causes(ObjectNode node, CauseAnalysis found) {
        node.put("score", found.score());
        node.set("harm", harm(found.harm()));
        ArrayNode causes = node.putArray("list");
        for (CauseAnalysis.Ranked one : found.causes()) {
            ObjectNode cause = causes.addObject()
                    .put("kind", one.deed().kind().name().toLowerCase(Locale.ROOT))
                    .put("t", rounded(found.seconds(one.deed().tick())))
                    .put("weight", rounded(one.weight()))
                    .put("points", rounded(one.points()));
            text(cause, "name", name(one.deed(), plant, texts));
            cause.set("without", harm(one.without()));
        }
        ArrayNode shifts = node.putArray("times");
        for (CauseAnalysis.Shifted one : found.shifts()) {
            ObjectNode shift = shifts.addObject()
                    .put("t", rounded(found.seconds(one.deed().tick())))
                    .put("seconds", rounded(one.seconds()))
                    .put("gain", rounded(one.gain()))
                    .put("points", rounded(one.points()));
            text(shift, "name", name(one.deed(), plant, texts));
            shift.set("then", harm(one.then()));
        }
    }

    /**
     * What a deed is called.
     *
     * @param deed the deed
     * @param plant where it was done
     * @param texts words of the pages
     * @return for people
     */
    public static LocalText name(Deed deed, DebriefMaker.Plant plant, DebriefTexts texts) {
        if (deed.kind() == Deed.Kind.FAULT) {
            return plant.fault(deed.subject());
        }
        return deed.inputs().get(0) instanceof RunInput.Operated operated
                ? texts.operation(
                        operated.command().target(),
                        operated.command().verb(),
                        operated.command().value(),
                        new LocalText("", ""),
                        "")
                : new LocalText(deed.subject(), deed.subject());
    }

    private static ObjectNode harm(Harm harm) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("trips", harm.trips())
                .put("alarms", harm.urgent() + harm.soon() + harm.aware());
    }

    private static void text(ObjectNode node, String field, LocalText text) {
        node.putObject(field).put("zh", text.zh()).put("en", text.en());
    }

    /** To a hundredth: what people read. */
    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
