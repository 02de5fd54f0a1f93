package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
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

    List<InterlockDefinition> read(JsonCursor root) {
        List<InterlockDefinition> interlocks = new ArrayList<>();
        for (JsonCursor node : root.at("interlocks").items()) {
            interlocks.add(interlock(node));
        }
        return interlocks;
    }

    private InterlockDefinition interlock(JsonCursor node) {
        List<InterlockDefinition.Cause> causes = new ArrayList<>();
        for (JsonCursor item : node.at("causes").items()) {
            causes.add(cause(item));
        }
        List<InterlockDefinition.Effect> effects = new ArrayList<>();
        for (JsonCursor item : node.at("effects").items()) {
            effects.add(effect(item));
        }
        if (causes.isEmpty()) {
            node.nearest("causes").report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        return new InterlockDefinition(
                references.define(node, "id", Kind.INTERLOCK),
                node.at("text").localText(),
                references.condition(node, "armedWhen"),
                node.at("votes").integer(1, Math.max(1, causes.size())),
                causes,
                effects);
    }

    private InterlockDefinition.Cause cause(JsonCursor node) {
        String signal = node.at("signal").text();
        references.use(node, "signal", signal, Kind.CAUSES);
        boolean low;
        double limit;
        if (node.has("limitOf")) {
            String kind = PackReferences.word(node, "limitOf", "LL", "L", "H", "HH");
            OptionalDouble known = references.alarmLimit(signal, kind);
            if (known.isEmpty()) {
                node.nearest("limitOf").report(AutomationError.PACK_UNKNOWN_SIGNAL, signal + "." + kind);
            }
            low = kind.startsWith("L");
            limit = known.orElse(0);
        } else {
            low = node.has("below");
            limit = node.at(low ? "below" : "above").number();
        }
        return new InterlockDefinition.Cause(
                node.at("id").text(),
                node.at("text").localText(),
                signal,
                low,
                limit,
                node.at("delayS").between(0, LONGEST));
    }

    private InterlockDefinition.Effect effect(JsonCursor node) {
        String element = node.at("element").text();
        String action = node.at("action").text();
        references.use(node, "element", element, Kind.ELEMENTS);
        String safe = safeActions.get(element);
        if (safe != null && !safe.equals(action)) {
            node.nearest("action").report(AutomationError.PACK_WORD, action, safe);
        }
        return new InterlockDefinition.Effect(element, action);
    }
}
