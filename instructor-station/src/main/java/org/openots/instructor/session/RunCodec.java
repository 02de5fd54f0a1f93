package org.openots.instructor.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.openots.common.signal.Quality;
import org.openots.simulator.operation.Command;

/** Bodies of journal events, written and read in one place; docs/data-formats/run-journal.md is their table. */
final class RunCodec {
    /** Format of a run's first event. */
    static final String FORMAT = "run-journal";

    /**
     * The version that is written: 1.1 added measured plants, 1.2 where people stood in the plant, 1.3 where from they operated,
     * 1.4 branches and strategies, 1.5 exams, the grace of a run, and scenarios.
     */
    static final String VERSION = "1.5";

    /** All versions that are read. */
    static final List<String> VERSIONS = List.of("1.0", "1.1", "1.2", "1.3", "1.4", VERSION);

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
        if (spec.rules().graceSeconds() != 0) {
            rules.put("graceSeconds", spec.rules().graceSeconds());
        }
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
        spec.origin().ifPresent(origin -> InheritedInputs.write(body.putObject("branch"), origin));
        spec.strategy().ifPresent(strategy -> strategy(body.putObject("strategy"), strategy));
        spec.scenario().ifPresent(scenario -> {
            ObjectNode node = body.putObject("scenario")
                    .put("id", scenario.id())
                    .put("version", scenario.version())
                    .put("sha256", scenario.sha256())
                    .put("by", scenario.by());
            InheritedInputs.write(node.putArray("inputs"), scenario.inputs());
        });
        return body;
    }

    private static void strategy(ObjectNode body, RunStrategy strategy) {
        body.put("id", strategy.id()).put("version", strategy.version()).put("sha256", strategy.sha256());
        strategy.exam().ifPresent(exam -> body.put("exam", exam.exam()).put("item", exam.item()));
    }

    static RunSpec spec(EventBody body) {
        EventBody rules = body.at("rules");
        return new RunSpec(
                body.text("run"),
                body.text("plant"),
                body.text("packHash"),
                body.text("initialCondition"),
                body.whole("seed"),
                body.text("task"),
                body.text("rubricHash"),
                body.text("engine"),
                body.text("owner"),
                body.whole("startedAt"),
                body.number("timeLimitSeconds"),
                new RunRules(
                        rules.number("speedMin"),
                        rules.number("speedMax"),
                        rules.flag("freeze"),
                        rules.flag("rewind"),
                        rules.flag("restart"),
                        rules.flag("hints"),
                        rules.flag("liveScore"),
                        rules.has("graceSeconds") ? rules.number("graceSeconds") : 0),
                body.has("branch") ? Optional.of(InheritedInputs.read(body.at("branch"))) : Optional.empty(),
                strategy(body),
                scenario(body));
    }

    private static Optional<RunScenario> scenario(EventBody body) {
        if (!body.has("scenario")) {
            return Optional.empty();
        }
        EventBody scenario = body.at("scenario");
        return Optional.of(new RunScenario(
                scenario.text("id"),
                Math.toIntExact(scenario.tick("version")),
                scenario.text("sha256"),
                scenario.text("by"),
                InheritedInputs.inputs(scenario)));
    }

    private static Optional<RunStrategy> strategy(EventBody body) {
        if (!body.has("strategy")) {
            return Optional.empty();
        }
        EventBody strategy = body.at("strategy");
        Optional<RunExam> exam = strategy.has("exam")
                ? Optional.of(new RunExam(strategy.text("exam"), Math.toIntExact(strategy.tick("item"))))
                : Optional.empty();
        return Optional.of(new RunStrategy(
                strategy.text("id"), Math.toIntExact(strategy.tick("version")), strategy.text("sha256"), exam));
    }

    static ObjectNode command(Operation operation, Command command) {
        ObjectNode body = node();
        if (operation.privileged()) {
            body.put("privileged", true);
        }
        body.put("tick", command.tick())
                .put("sequence", command.sequence())
                .put("cid", operation.cid())
                .put("by", operation.by())
                .put("target", command.target())
                .put("verb", command.verb())
                .put("value", command.value())
                .put("text", command.text());
        operation.stood().ifPresent(pose -> pose(body.putObject("at"), pose));
        return body;
    }

    static RunInput.Operated operated(EventBody body) {
        Command command = new Command(
                body.tick("tick"),
                body.whole("sequence"),
                body.text("target"),
                body.text("verb"),
                body.number("value"),
                body.text("text"));
        return new RunInput.Operated(command, body.flagIfWritten("privileged"));
    }

    static ObjectNode armed(long tick, String by, FaultOrder order) {
        return order(node().put("tick", tick).put("by", by), order);
    }

    static ObjectNode order(ObjectNode body, FaultOrder order) {
        return body.put("key", order.key())
                .put("fault", order.fault())
                .put("severity", order.severity())
                .put("rampSeconds", order.rampSeconds())
                .put("delaySeconds", order.delaySeconds())
                .put("when", order.when())
                .put("holdSeconds", order.holdSeconds());
    }

    static FaultOrder order(EventBody body) {
        return new FaultOrder(
                body.text("key"),
                body.text("fault"),
                body.number("severity"),
                body.number("rampSeconds"),
                body.number("delaySeconds"),
                body.text("when"),
                body.number("holdSeconds"));
    }

    static ObjectNode measured(long tick, RigScan scan) {
        ObjectNode body = node().put("tick", tick);
        if (scan.gap()) {
            return body.put("gap", true);
        }
        ObjectNode changes = body.putObject("d");
        new TreeMap<>(scan.changes()).forEach((signal, reading) -> {
            if (reading.quality().equals(Quality.GOOD)) {
                changes.put(signal, reading.value());
            } else {
                ArrayNode parts = changes.putArray(signal);
                if (Double.isNaN(reading.value())) {
                    parts.addNull();
                } else {
                    parts.add(reading.value());
                }
                parts.add(reading.quality().level().name())
                        .add(reading.quality().cause().name())
                        .add(reading.age());
            }
        });
        return body;
    }

    static RunInput.Measured measured(EventBody body) {
        long tick = body.tick("tick");
        return new RunInput.Measured(
                tick, body.flagIfWritten("gap") ? RigScan.GAP : new RigScan(false, body.readings("d")));
    }

    static ObjectNode withdrawn(long tick, String by, String key) {
        return node().put("tick", tick).put("by", by).put("key", key);
    }

    static ObjectNode control(long tick, String action, String by, double value) {
        return node().put("tick", tick).put("action", action).put("by", by).put("value", value);
    }

    static ObjectNode snapshot(NamedSnapshot snapshot) {
        return node().put("tick", snapshot.tick()).put("by", snapshot.by()).put("name", snapshot.name());
    }

    static ObjectNode walked(long tick, String by, FieldPose pose) {
        return pose(node().put("tick", tick).put("by", by), pose);
    }

    private static ObjectNode pose(ObjectNode body, FieldPose pose) {
        return body.put("x", pose.x())
                .put("y", pose.y())
                .put("z", pose.z())
                .put("yaw", pose.yaw())
                .put("pitch", pose.pitch());
    }

    static FieldPose walked(EventBody body) {
        return new FieldPose(
                body.number("x"), body.number("y"), body.number("z"), body.number("yaw"), body.number("pitch"));
    }

    static ObjectNode rewound(long fromTick, long toTick, String by) {
        return node().put("fromTick", fromTick)
                .put("toTick", toTick)
                .put("by", by)
                .put("ordersKept", true);
    }

    static ObjectNode mark(long tick) {
        return node().put("tick", tick);
    }
}
