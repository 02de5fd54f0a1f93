package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.simulator.actuation.AirSupply;
import org.openots.simulator.actuation.DeviceDefinition;
import org.openots.simulator.actuation.Heater;
import org.openots.simulator.actuation.PowerSupply;
import org.openots.simulator.actuation.Pump;
import org.openots.simulator.actuation.TwoPositionSwitch;
import org.openots.simulator.operation.AutomationError;

/** Reads the supplies and motors of control.json; {@link ValveFile} reads its valves and {@link LoopFile} its loops. */
final class ControlFile {
    private static final double PERCENT = 100;
    /** Longest stroke or ramp, s. */
    private static final double LONGEST = 600;

    private static final double SHORTEST = 0.1;
    private static final int MOST_ELEMENTS = 100;
    /** Longest battery time and slowest air receiver, s: one day. */
    private static final double LONGEST_BUFFER = 86_400;
    /** Highest pressure of an instrument air header, MPa gauge. */
    private static final double HIGHEST_AIR = 2;

    private final PackReferences references;
    private final List<String> localPanels;

    ControlFile(PackReferences references, List<String> localPanels) {
        this.references = references;
        this.localPanels = List.copyOf(localPanels);
    }

    AutomationDefinition.Power power(JsonCursor root) {
        List<TwoPositionSwitch.Definition> switches = new ArrayList<>();
        for (JsonCursor node : references.definitions(root, "switches", PartKind.SWITCH)) {
            switches.add(new TwoPositionSwitch.Definition(
                    references.define(node, "tag", PartKind.SWITCH),
                    node.at("text").localText(),
                    PackReferences.word(node, "kind", "switch", "emergency-stop")
                            .equals("emergency-stop")));
        }
        return new AutomationDefinition.Power(switches, supplies(root), air(root));
    }

    private List<PowerSupply.Definition> supplies(JsonCursor root) {
        List<JsonCursor> list = references.definitions(root, "supplies", PartKind.SUPPLY);
        List<PowerSupply.Definition> supplies = new ArrayList<>();
        Map<String, List<String>> needsOf = new LinkedHashMap<>();
        for (JsonCursor node : list) {
            List<String> needs = references.useAll(node.at("needs"), PartKind.SWITCHABLE);
            String name = references.define(node, "name", PartKind.SUPPLY);
            needsOf.put(name, needs);
            supplies.add(new PowerSupply.Definition(
                    name,
                    node.at("text").localText(),
                    needs,
                    node.at("buffered").bool(),
                    node.optional("batteryS")
                            .map(c -> c.between(0, LONGEST_BUFFER))
                            .orElse(0.0)));
        }
        List<String> circle = references.doubts(PartKind.SUPPLY) ? List.of() : Circle.in(needsOf);
        List<String> earlier = new ArrayList<>();
        for (JsonCursor node : list) {
            String name = node.at("name").text();
            if (references.doubts(PartKind.SUPPLY)) {
                break;
            }
            if (!circle.isEmpty() && circle.get(0).equals(name)) {
                node.nearest("needs").report(AutomationError.PACK_CIRCLE, String.join(" → ", circle));
            }
            for (JsonCursor need : circle.isEmpty() ? node.at("needs").items() : List.<JsonCursor>of()) {
                if (needsOf.containsKey(need.text()) && !earlier.contains(need.text())) {
                    need.report(AutomationError.PACK_ORDER, name, need.text());
                }
            }
            earlier.add(name);
        }
        return supplies;
    }

    AutomationDefinition.Devices devices(JsonCursor root) {
        List<Pump.Definition> pumps = new ArrayList<>();
        for (JsonCursor node : references.definitions(root, "pumps", PartKind.PUMP)) {
            pumps.add(pump(node));
        }
        List<Heater.Definition> heaters = new ArrayList<>();
        for (JsonCursor node : references.definitions(root, "heaters", PartKind.HEATER)) {
            heaters.add(new Heater.Definition(
                    device(node, PartKind.HEATER),
                    references.output(node),
                    node.at("elements").integer(1, MOST_ELEMENTS)));
        }
        List<DeviceDefinition> fans = new ArrayList<>();
        for (JsonCursor node : references.definitions(root, "fans", PartKind.FAN)) {
            fans.add(device(node, PartKind.FAN));
        }
        return new AutomationDefinition.Devices(pumps, heaters, fans);
    }

    /** A pump without a controller has one speed. */
    private Pump.Definition pump(JsonCursor node) {
        boolean driven = node.has("output");
        return new Pump.Definition(
                device(node, PartKind.PUMP),
                driven ? references.output(node) : "",
                driven ? node.at("minimumSpeedPercent").between(0, PERCENT) : PERCENT,
                node.at("rampS").between(SHORTEST, LONGEST),
                automatic(node));
    }

    private Pump.Automatic automatic(JsonCursor node) {
        double restart =
                node.optional("restartS").map(c -> c.between(0, LONGEST)).orElse(0.0);
        if (!node.has("standby")) {
            return new Pump.Automatic("", 0, restart);
        }
        JsonCursor standby = node.at("standby");
        standby.at("when").text();
        return new Pump.Automatic(
                references.condition(standby, "when"), standby.at("delayS").between(0, LONGEST), restart);
    }

    private List<AirSupply.Definition> air(JsonCursor root) {
        List<AirSupply.Definition> air = new ArrayList<>();
        for (JsonCursor node : references.optionalDefinitions(root, "airSupplies", PartKind.AIR)) {
            List<String> needs = node.optional("needs")
                    .map(list -> references.useAll(list, PartKind.SWITCHABLE))
                    .orElse(List.of());
            air.add(new AirSupply.Definition(
                    references.define(node, "name", PartKind.AIR),
                    node.at("text").localText(),
                    needs,
                    node.at("normalMpa").between(0, HIGHEST_AIR),
                    node.at("fillS").between(SHORTEST, LONGEST_BUFFER),
                    node.at("bufferS").between(SHORTEST, LONGEST_BUFFER)));
        }
        return air;
    }

    private DeviceDefinition device(JsonCursor node, PartKind kind) {
        String tag = references.define(node, "tag", kind);
        List<DeviceDefinition.PermissiveDefinition> permissives = new ArrayList<>();
        for (JsonCursor item : PackReferences.optionalList(node, "permissives")) {
            item.at("condition").text();
            String id = NameForm.SIGNAL.read(item.at("id"));
            if (permissives.stream().anyMatch(other -> other.id().equals(id))) {
                item.nearest("id").report(AutomationError.PACK_DUPLICATE, id);
            }
            permissives.add(new DeviceDefinition.PermissiveDefinition(
                    id, item.at("text").localText(), references.condition(item, "condition")));
        }
        return new DeviceDefinition(
                tag, node.at("text").localText(), references.supply(node), localPanels.contains(tag), permissives);
    }
}
