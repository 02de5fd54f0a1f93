package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.openots.simulator.automation.PackReferences.Kind;
import org.openots.simulator.interlock.InterlockDefinition;
import org.openots.simulator.operation.AutomationError;

/** Reads interlocks.json. */
final class InterlockFile {
    private static final double LONGEST = 3600;

    private final PackReferences references;
    private final Map<String, String> safeActions = new HashMap<>();

    InterlockFile(PackReferences references, AutomationDefinition.Devices devices, AutomationDefinition.Valves valves) {
        this.references = references;
        devices.pumps().forEach(pump -> safeActions.put(pump.device().tag(), "stop"));
        devices.heaters().forEach(heater -> safeActions.put(heater.device().tag(), "off"));
        devices.fans().forEach(fan -> safeActions.put(fan.tag(), "on"));
        valves.control()
                .forEach(valve -> safeActions.put(valve.tag(), valve.fail().word()));
        valves.solenoids().forEach(valve -> safeActions.put(valve.tag(), "open"));
    }

    List<InterlockDefinition> read(PackNode root) {
        List<InterlockDefinition> interlocks = new ArrayList<>();
        for (PackNode node : root.list("interlocks")) {
            interlocks.add(interlock(node));
        }
        return interlocks;
    }

    private InterlockDefinition interlock(PackNode node) {
        List<InterlockDefinition.Cause> causes = new ArrayList<>();
        for (PackNode item : node.list("causes")) {
            causes.add(cause(item));
        }
        List<InterlockDefinition.Effect> effects = new ArrayList<>();
        for (PackNode item : node.list("effects")) {
            effects.add(effect(item));
        }
        if (causes.isEmpty()) {
            node.note("causes", AutomationError.PACK_NUMBER_RULE, 0, ">= 1");
        }
        return new InterlockDefinition(
                references.define(node, "id", Kind.INTERLOCK),
                node.text("text"),
                references.condition(node, "armedWhen"),
                node.whole("votes", 1, Math.max(1, causes.size())),
                causes,
                effects);
    }

    private InterlockDefinition.Cause cause(PackNode node) {
        String signal = node.string("signal");
        references.use(node, "signal", signal, Kind.CAUSES);
        boolean low;
        double limit;
        if (node.has("limitOf")) {
            String kind = node.word("limitOf", "LL", "L", "H", "HH");
            OptionalDouble known = references.alarmLimit(signal, kind);
            if (known.isEmpty()) {
                node.note("limitOf", AutomationError.PACK_UNKNOWN_SIGNAL, signal + "." + kind);
            }
            low = kind.startsWith("L");
            limit = known.orElse(0);
        } else {
            low = node.has("below");
            limit = node.number(low ? "below" : "above");
        }
        return new InterlockDefinition.Cause(
                node.string("id"), node.text("text"), signal, low, limit, node.number("delayS", 0, LONGEST));
    }

    private InterlockDefinition.Effect effect(PackNode node) {
        String element = node.string("element");
        String action = node.string("action");
        references.use(node, "element", element, Kind.ELEMENTS);
        String safe = safeActions.get(element);
        if (safe != null && !safe.equals(action)) {
            node.note("action", AutomationError.PACK_WORD, action, safe);
        }
        return new InterlockDefinition.Effect(element, action);
    }
}
