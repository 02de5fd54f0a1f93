package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openots.simulator.operation.Command;

/** Bodies of journal events, written and read in one place; docs/data-formats/run-journal.md is their table. */
final class RunCodec {
    /** Format of a run's first event. */
    static final String FORMAT = "run-journal";

    /** The version that is written and read. */
    static final String VERSION = "1.0";

    private RunCodec() {}

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode started(RunSpec spec) {
        ObjectNode rules = node().put("speedMin", spec.rules().speedMin())
                .put("speedMax", spec.rules().speedMax())
                .put("freeze", spec.rules().freeze())
                .put("rewind", spec.rules().rewind())
                .put("restart", spec.rules().restart())
                .put("hints", spec.rules().hints())
                .put("liveScore", spec.rules().liveScore());
        ObjectNode body = node().put("format", FORMAT)
                .put("formatVersion", VERSION)
                .put("run", spec.id())
                .put("plant", spec.plant())
                .put("packHash", spec.packHash())
                .put("initialCondition", spec.initialCondition())
                .put("seed", spec.seed())
                .put("task", spec.task())
                .put("rubricHash", spec.rubricHash())
                .put("engine", spec.engineVersion())
                .put("owner", spec.owner())
                .put("startedAt", spec.startedAt())
                .put("timeLimitSeconds", spec.timeLimitSeconds());
        body.set("rules", rules);
        return body;
    }

    static RunSpec spec(JsonNode body) {
        JsonNode rules = body.path("rules");
        return new RunSpec(
                body.path("run").asText(),
                body.path("plant").asText(),
                body.path("packHash").asText(),
                body.path("initialCondition").asText(),
                body.path("seed").asLong(),
                body.path("task").asText(),
                body.path("rubricHash").asText(),
                body.path("engine").asText(),
                body.path("owner").asText(),
                body.path("startedAt").asLong(),
                body.path("timeLimitSeconds").asDouble(),
                new RunRules(
                        rules.path("speedMin").asDouble(),
                        rules.path("speedMax").asDouble(),
                        rules.path("freeze").asBoolean(),
                        rules.path("rewind").asBoolean(),
                        rules.path("restart").asBoolean(),
                        rules.path("hints").asBoolean(),
                        rules.path("liveScore").asBoolean()));
    }

    static ObjectNode command(Operation operation, Command command) {
        ObjectNode body = node();
        if (operation.privileged()) {
            body.put("privileged", true);
        }
        return body.put("tick", command.tick())
                .put("sequence", command.sequence())
                .put("cid", operation.cid())
                .put("by", operation.by())
                .put("target", command.target())
                .put("verb", command.verb())
                .put("value", command.value())
                .put("text", command.text());
    }

    static RunInput.Operated operated(JsonNode body) {
        Command command = new Command(
                body.path("tick").asLong(),
                body.path("sequence").asLong(),
                body.path("target").asText(),
                body.path("verb").asText(),
                body.path("value").asDouble(),
                body.path("text").asText());
        return new RunInput.Operated(command, body.path("privileged").asBoolean(false));
    }

    static ObjectNode armed(long tick, String by, FaultOrder order) {
        return node().put("tick", tick)
                .put("by", by)
                .put("key", order.key())
                .put("fault", order.fault())
                .put("severity", order.severity())
                .put("rampSeconds", order.rampSeconds())
                .put("delaySeconds", order.delaySeconds())
                .put("when", order.when())
                .put("holdSeconds", order.holdSeconds());
    }

    static FaultOrder order(JsonNode body) {
        return new FaultOrder(
                body.path("key").asText(),
                body.path("fault").asText(),
                body.path("severity").asDouble(),
                body.path("rampSeconds").asDouble(),
                body.path("delaySeconds").asDouble(),
                body.path("when").asText(),
                body.path("holdSeconds").asDouble());
    }

    static ObjectNode withdrawn(long tick, String by, String key) {
        return node().put("tick", tick).put("by", by).put("key", key);
    }

    static ObjectNode control(long tick, String action, String by, double value) {
        return node().put("tick", tick).put("action", action).put("by", by).put("value", value);
    }

    static ObjectNode rewound(long fromTick, long toTick, String by) {
        return node().put("fromTick", fromTick).put("toTick", toTick).put("by", by);
    }

    static ObjectNode mark(long tick) {
        return node().put("tick", tick);
    }
}
