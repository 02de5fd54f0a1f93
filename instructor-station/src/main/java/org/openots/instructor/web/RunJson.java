package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.openots.common.signal.Quality;
import org.openots.common.signal.SignalTable;
import org.openots.instructor.session.AlarmState;
import org.openots.instructor.session.FaultOrder;
import org.openots.instructor.session.FaultStatus;
import org.openots.instructor.session.Readings;
import org.openots.instructor.session.RunEvent;
import org.openots.instructor.session.RunRules;
import org.openots.instructor.session.RunSpec;
import org.openots.instructor.session.RunView;

/** Pieces of a run as JSON, with what an audience may not see left out. */
final class RunJson {
    private static final List<String> SCORE_FIELDS = List.of("earned", "total", "quality", "penalties", "max");

    /** What guides in training: how a step is done, and what is still to be operated for it. */
    private static final List<String> GUIDANCE = List.of("hint", "goals");

    private RunJson() {}

    static ObjectNode pace(RunView view) {
        String state = view.closed() ? "closed" : view.pace().state().name().toLowerCase(Locale.ROOT);
        ObjectNode node =
                Json.object().put("state", state).put("by", view.pace().by());
        double limit = view.spec().timeLimitSeconds();
        if (limit > 0) {
            node.put("remaining", Math.max(0, limit - view.time()));
        }
        return node.put("speed", view.pace().speed());
    }

    /** Where a branch comes from: {@code {run, time}}; null for a run of its own. */
    static JsonNode branchOf(RunSpec spec) {
        return spec.origin()
                .<JsonNode>map(origin -> Json.object().put("run", origin.run()).put("time", origin.time()))
                .orElse(NullNode.getInstance());
    }

    static ArrayNode alarms(List<AlarmState> alarms) {
        ArrayNode list = Json.array();
        for (AlarmState alarm : alarms) {
            ObjectNode node = list.addObject()
                    .put("signal", alarm.signal())
                    .put("tag", alarm.tag())
                    .put("kind", alarm.kind())
                    .put("priority", alarm.priority())
                    .put("state", alarm.state());
            Json.number(node, "since", alarm.since());
            Json.number(node, "value", alarm.value());
            Json.number(node, "limit", alarm.limit());
        }
        return list;
    }

    static ObjectNode event(RunEvent event) {
        ObjectNode node = Json.object();
        Json.number(node, "time", event.time());
        node.put("kind", event.kind());
        node.put("subject", event.subject());
        if (!event.code().isEmpty()) {
            node.put("code", event.code());
        }
        node.set("text", Json.text(event.text()));
        event.values().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> Json.number(node, entry.getKey(), entry.getValue()));
        return node;
    }

    static ArrayNode events(List<RunEvent> events, Audience audience) {
        ArrayNode list = Json.array();
        for (RunEvent event : events) {
            if (audience == Audience.INSTRUCTOR || !event.secret()) {
                list.add(event(event));
            }
        }
        return list;
    }

    /** The scorer's progress; a student sees hints and points only as far as the task's rules allow. */
    static JsonNode progress(RunView view, Audience audience) {
        if (audience == Audience.INSTRUCTOR) {
            return view.progress();
        }
        RunRules rules = view.spec().rules();
        if (rules.hints() && rules.liveScore()) {
            return view.progress();
        }
        JsonNode copy = view.progress().deepCopy();
        if (copy instanceof ObjectNode root && !rules.liveScore()) {
            root.remove(SCORE_FIELDS);
        }
        for (JsonNode step : copy.path("steps")) {
            if (step instanceof ObjectNode node) {
                if (!rules.hints()) {
                    node.remove(GUIDANCE);
                }
                if (!rules.liveScore()) {
                    node.remove(SCORE_FIELDS);
                }
            }
        }
        return copy;
    }

    /** A score sheet; a student does not see what hidden signals had to do with a loss. */
    static JsonNode sheet(JsonNode sheet, Audience audience) {
        if (audience == Audience.INSTRUCTOR) {
            return sheet;
        }
        JsonNode copy = sheet.deepCopy();
        for (JsonNode loss : copy.path("losses")) {
            Iterator<JsonNode> evidence = loss.path("evidence").iterator();
            while (evidence.hasNext()) {
                if (!audience.sees(evidence.next().path("tag").asText())) {
                    evidence.remove();
                }
            }
        }
        return copy;
    }

    static ArrayNode faults(List<FaultStatus> faults) {
        ArrayNode list = Json.array();
        for (FaultStatus fault : faults) {
            FaultOrder order = fault.order();
            list.addObject()
                    .put("k", order.key())
                    .put("fault", order.fault())
                    .put("severity", order.severity())
                    .put("rampS", order.rampSeconds())
                    .put("delayS", order.delaySeconds())
                    .put("when", order.when())
                    .put("holdS", order.holdSeconds())
                    .put("state", fault.state())
                    .put("strength", fault.strength());
        }
        return list;
    }

    static ObjectNode rules(RunRules rules) {
        ObjectNode node = Json.object();
        node.putArray("speed").add(rules.speedMin()).add(rules.speedMax());
        return node.put("freeze", rules.freeze())
                .put("rewind", rules.rewind())
                .put("restart", rules.restart())
                .put("hints", rules.hints())
                .put("liveScore", rules.liveScore());
    }

    /** What may be believed of a value of a rig, and since when not more; an empty list when it is good. */
    static void mark(ObjectNode marks, SignalTable signals, Readings readings, int index) {
        Quality quality = readings.quality(index);
        ArrayNode mark = marks.putArray(signals.signals().get(index).name());
        if (!quality.good()) {
            mark.add(quality.level().name()).add(quality.cause().name());
            mark.add(Math.round(readings.since(index)));
        }
    }
}
