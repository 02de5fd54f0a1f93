package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.actuation.ControlValve;
import org.openots.simulator.actuation.DeviceDefinition;
import org.openots.simulator.actuation.Heater;
import org.openots.simulator.actuation.PowerSupply;
import org.openots.simulator.actuation.Pump;
import org.openots.simulator.actuation.SolenoidValve;
import org.openots.simulator.actuation.TwoPositionSwitch;
import org.openots.simulator.automation.PackReferences.Kind;
import org.openots.simulator.operation.AutomationError;

/** Reads the supplies and final elements of control.json; {@link LoopFile} reads its loops. */
final class ControlFile {
    private static final double PERCENT = 100;
    /** Longest stroke or ramp, s. */
    private static final double LONGEST = 600;

    private static final double SHORTEST = 0.1;
    private static final int MOST_ELEMENTS = 100;

    private final PackReferences references;
    private final List<String> localPanels;

    ControlFile(PackReferences references, List<String> localPanels) {
        this.references = references;
        this.localPanels = List.copyOf(localPanels);
    }

    AutomationDefinition.Power power(JsonCursor root) {
        List<TwoPositionSwitch.Definition> switches = new ArrayList<>();
        for (JsonCursor node : root.at("switches").items()) {
            switches.add(new TwoPositionSwitch.Definition(
                    references.define(node, "tag", Kind.SWITCH),
                    node.at("text").localText(),
                    PackReferences.word(node, "kind", "switch", "emergency-stop")
                            .equals("emergency-stop")));
        }
        return new AutomationDefinition.Power(switches, supplies(root.at("supplies")));
    }

    private List<PowerSupply.Definition> supplies(JsonCursor list) {
        List<PowerSupply.Definition> supplies = new ArrayList<>();
        Map<String, List<String>> needsOf = new LinkedHashMap<>();
        for (JsonCursor node : list.items()) {
            List<String> needs = node.at("needs").list(JsonCursor::text);
            needs.forEach(name -> references.use(node, "needs", name, Kind.SWITCHABLE));
            String name = references.define(node, "name", Kind.SUPPLY);
            needsOf.put(name, needs);
            supplies.add(new PowerSupply.Definition(
                    name,
                    node.at("text").localText(),
                    needs,
                    node.at("buffered").bool()));
        }
        List<String> circle = Circle.in(needsOf);
        List<String> earlier = new ArrayList<>();
        for (JsonCursor node : list.items()) {
            String name = node.at("name").text();
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
        for (JsonCursor node : root.at("pumps").items()) {
            pumps.add(new Pump.Definition(
                    device(node, Kind.PUMP),
                    output(node),
                    node.at("minimumSpeedPercent").between(0, PERCENT),
                    node.at("rampS").between(SHORTEST, LONGEST)));
        }
        List<Heater.Definition> heaters = new ArrayList<>();
        for (JsonCursor node : root.at("heaters").items()) {
            heaters.add(new Heater.Definition(
                    device(node, Kind.HEATER), output(node), node.at("elements").integer(1, MOST_ELEMENTS)));
        }
        List<DeviceDefinition> fans = new ArrayList<>();
        for (JsonCursor node : root.at("fans").items()) {
            fans.add(device(node, Kind.FAN));
        }
        return new AutomationDefinition.Devices(pumps, heaters, fans);
    }

    AutomationDefinition.Valves valves(JsonCursor root) {
        List<ControlValve.Definition> control = new ArrayList<>();
        for (JsonCursor node : root.at("controlValves").items()) {
            control.add(new ControlValve.Definition(
                    references.define(node, "tag", Kind.CONTROL_VALVE),
                    node.at("text").localText(),
                    output(node),
                    supply(node),
                    node.at("strokeS").between(SHORTEST, LONGEST),
                    node.at("stictionPercent").between(0, PERCENT),
                    node.at("fail").oneOf(ControlValve.Fail.class)));
        }
        List<SolenoidValve.Definition> solenoids = new ArrayList<>();
        for (JsonCursor node : root.at("solenoidValves").items()) {
            solenoids.add(new SolenoidValve.Definition(
                    references.define(node, "tag", Kind.SOLENOID),
                    node.at("text").localText(),
                    supply(node)));
        }
        return new AutomationDefinition.Valves(control, solenoids);
    }

    private DeviceDefinition device(JsonCursor node, Kind kind) {
        String tag = references.define(node, "tag", kind);
        List<DeviceDefinition.PermissiveDefinition> permissives = new ArrayList<>();
        for (JsonCursor item : PackReferences.optionalList(node, "permissives")) {
            item.at("condition").text();
            permissives.add(new DeviceDefinition.PermissiveDefinition(
                    item.at("id").text(), item.at("text").localText(), references.condition(item, "condition")));
        }
        return new DeviceDefinition(
                tag, node.at("text").localText(), supply(node), localPanels.contains(tag), permissives);
    }

    private String supply(JsonCursor node) {
        String power = node.at("power").text();
        references.use(node, "power", power, Kind.SUPPLY);
        return power;
    }

    /** The signal of the loop that a device follows. */
    private String output(JsonCursor node) {
        String loop = node.at("output").text();
        references.use(node, "output", loop, Kind.CONTROLLER);
        return loop + ".OP";
    }
}
