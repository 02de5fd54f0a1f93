package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.common.text.LocalText;
import org.openots.simulator.interlock.InterlockDefinition;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.Hold;

/** Reads interlocks.json. */
final class InterlockFile {
    private static final double LONGEST = 3600;

    private static final double PERCENT = 100;
    private static final int MOST_VOTERS = 100;
    private static final double FASTEST = 1000;
    private static final double CONDITION_LIMIT = 0.5;

    private final PackReferences references;
    private final SignalScales scales;
    /** For each final element the actions it knows, its safe state first. */
    private final Map<String, List<String>> actions = new HashMap<>();

    InterlockFile(PackReferences references, SignalScales scales, AutomationDefinition.Control control) {
        this.references = references;
        this.scales = scales;
        AutomationDefinition.Devices devices = control.devices();
        AutomationDefinition.Valves valves = control.valves();
        devices.pumps().forEach(pump -> actions.put(pump.device().tag(), List.of("stop", "start")));
        devices.heaters().forEach(heater -> actions.put(heater.device().tag(), List.of("off")));
        devices.fans().forEach(fan -> actions.put(fan.tag(), List.of("on")));
        valves.control()
                .forEach(valve -> actions.put(valve.tag(), List.of(valve.fail().word(), "open", "close", "position")));
        valves.solenoids().forEach(valve -> actions.put(valve.tag(), List.of("open")));
        valves.shutoffs()
                .forEach(valve -> actions.put(valve.tag(), List.of(valve.fail().word(), "open", "close")));
        valves.motors().forEach(valve -> actions.put(valve.tag(), List.of("hold", "open", "close", "position")));
    }

    List<InterlockDefinition> read(JsonCursor root) {
        List<InterlockDefinition> interlocks = new ArrayList<>();
        for (JsonCursor node : references.definitions(root, "interlocks", PartKind.INTERLOCK)) {
            interlocks.add(interlock(node));
        }
        return interlocks;
    }

    private InterlockDefinition interlock(JsonCursor node) {
        List<InterlockDefinition.Cause> causes = new ArrayList<>();
        for (JsonCursor item : node.at("causes").items()) {
            InterlockDefinition.Cause cause = cause(item);
            if (causes.stream().anyMatch(other -> other.id().equals(cause.id()))) {
                item.nearest("id").report(AutomationError.PACK_DUPLICATE, cause.id());
            }
            causes.add(cause);
        }
        List<InterlockDefinition.Effect> effects = new ArrayList<>();
        for (JsonCursor item : node.at("effects").items()) {
            InterlockDefinition.Effect effect = effect(item);
            if (effects.stream().anyMatch(other -> other.element().equals(effect.element()))) {
                item.report(AutomationError.PACK_DUPLICATE, effect.element());
            }
            effects.add(effect);
        }
        if (causes.isEmpty()) {
            node.nearest("causes").report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        String id = references.define(node, "id", PartKind.INTERLOCK);
        return new InterlockDefinition(
                id,
                node.at("text").localText(),
                references.condition(node, "armedWhen"),
                node.at("votes").integer(1, Math.max(1, causes.size())),
                causes,
                effects,
                new InterlockDefinition.Options(
                        node.optional("latching").map(JsonCursor::bool).orElse(true),
                        references.condition(node, "resetWhen"),
                        node.optional("register").map(JsonCursor::bool).orElse(false),
                        node.optional("inService").map(JsonCursor::bool).orElse(true),
                        references.tag(node, id)));
    }

    private InterlockDefinition.Cause cause(JsonCursor node) {
        String id = NameForm.SIGNAL.read(node.at("id"));
        LocalText text = node.at("text").localText();
        double delay = node.at("delayS").between(0, LONGEST);
        String armedWhen = references.condition(node, "armedWhen");
        if (node.has("condition")) {
            node.at("condition").text();
            InterlockDefinition.CauseOptions options = new InterlockDefinition.CauseOptions(
                    List.of(), 1, false, armedWhen, references.condition(node, "condition"));
            return new InterlockDefinition.Cause(id, text, "", false, CONDITION_LIMIT, delay, options);
        }
        List<String> voters = node.has("signals") ? references.useAll(node.at("signals"), PartKind.CAUSES) : List.of();
        if (voters.isEmpty() && node.has("signals") && node.at("signals").isArray()) {
            node.at("signals").report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        boolean voting = node.has("signals");
        String first = voters.isEmpty() ? "" : voters.get(0);
        String signal = voting ? first : node.at("signal").text();
        if (!voting) {
            references.use(node, "signal", signal, PartKind.CAUSES);
        }
        InterlockDefinition.CauseOptions options = new InterlockDefinition.CauseOptions(
                voters,
                voting ? node.at("vote").integer(1, voters.isEmpty() ? MOST_VOTERS : voters.size()) : 1,
                node.has("missing")
                        && PackReferences.word(node, "missing", "ignore", "vote")
                                .equals("vote"),
                armedWhen,
                "");
        Limit limit = limit(node, signal);
        return new InterlockDefinition.Cause(id, text, signal, limit.low(), limit.value(), delay, options);
    }

    private record Limit(boolean low, double value) {}

    private Limit limit(JsonCursor node, String signal) {
        if (!node.has("limitOf")) {
            boolean low = node.has("below");
            return new Limit(low, scales.limit(node.at(low ? "below" : "above"), signal));
        }
        String kind = PackReferences.word(node, "limitOf", "LL", "L", "H", "HH");
        OptionalDouble known = references.alarmLimit(signal, kind);
        if (known.isEmpty() && references.isMeasured(signal) && !references.doubts(PartKind.ALARM)) {
            node.nearest("limitOf").report(AutomationError.PACK_UNKNOWN_SIGNAL, signal + "." + kind);
        }
        return new Limit(kind.startsWith("L"), known.orElse(0));
    }

    private InterlockDefinition.Effect effect(JsonCursor node) {
        if (node.has("loop")) {
            return manual(node);
        }
        String element = node.at("element").text();
        String action = node.at("action").text();
        references.use(node, "element", element, PartKind.ELEMENTS);
        List<String> known = actions.get(element);
        if (known != null && !action.isBlank() && !known.contains(action)) {
            node.nearest("action").report(AutomationError.PACK_WORD, action, String.join(", ", new TreeSet<>(known)));
        }
        if (known == null || !known.contains(action)) {
            node.raw(); // what else belongs here depends on the element and its action
        }
        if (known == null || !known.contains(action) || known.get(0).equals(action)) {
            return new InterlockDefinition.Effect(element, action);
        }
        Hold hold = switch (action) {
            case "start" -> Hold.START;
            case "open" -> Hold.at(PERCENT, rate(node));
            case "close" -> Hold.at(0, rate(node));
            default -> Hold.at(node.at("positionPercent").between(0, PERCENT), rate(node));
        };
        return new InterlockDefinition.Effect(element, action, hold);
    }

    /** A controller forced to MAN, with an output or with the one it has. */
    private InterlockDefinition.Effect manual(JsonCursor node) {
        String loop = node.at("loop").text();
        references.use(node, "loop", loop, PartKind.CONTROLLER);
        String action = PackReferences.word(node, "action", InterlockDefinition.Effect.MANUAL);
        double output =
                node.optional("outputPercent").map(c -> c.between(0, PERCENT)).orElse(Double.NaN);
        return new InterlockDefinition.Effect(loop, action, Hold.at(output, rate(node)));
    }

    private static double rate(JsonCursor node) {
        return node.optional("ratePercentPerS").map(c -> c.between(0, FASTEST)).orElse(0.0);
    }
}
