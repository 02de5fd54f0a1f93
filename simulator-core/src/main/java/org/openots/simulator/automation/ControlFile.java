package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.List;
import org.openots.simulator.actuation.ControlValve;
import org.openots.simulator.actuation.DeviceDefinition;
import org.openots.simulator.actuation.Heater;
import org.openots.simulator.actuation.PowerSupply;
import org.openots.simulator.actuation.Pump;
import org.openots.simulator.actuation.SolenoidValve;
import org.openots.simulator.actuation.TwoPositionSwitch;
import org.openots.simulator.automation.PackReferences.Kind;

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

    AutomationDefinition.Power power(PackNode root) {
        List<TwoPositionSwitch.Definition> switches = new ArrayList<>();
        for (PackNode node : root.list("switches")) {
            switches.add(new TwoPositionSwitch.Definition(
                    references.define(node, "tag", Kind.SWITCH),
                    node.text("text"),
                    node.word("kind", "switch", "emergency-stop").equals("emergency-stop")));
        }
        List<PowerSupply.Definition> supplies = new ArrayList<>();
        for (PackNode node : root.list("supplies")) {
            List<String> needs = node.strings("needs");
            needs.forEach(name -> references.use(node, "needs", name, Kind.SWITCHABLE));
            supplies.add(new PowerSupply.Definition(
                    references.define(node, "name", Kind.SUPPLY), node.text("text"), needs, node.flag("buffered")));
        }
        return new AutomationDefinition.Power(switches, supplies);
    }

    AutomationDefinition.Devices devices(PackNode root) {
        List<Pump.Definition> pumps = new ArrayList<>();
        for (PackNode node : root.list("pumps")) {
            pumps.add(new Pump.Definition(
                    device(node, Kind.PUMP),
                    output(node),
                    node.number("minimumSpeedPercent", 0, PERCENT),
                    node.number("rampS", SHORTEST, LONGEST)));
        }
        List<Heater.Definition> heaters = new ArrayList<>();
        for (PackNode node : root.list("heaters")) {
            heaters.add(new Heater.Definition(
                    device(node, Kind.HEATER), output(node), node.whole("elements", 1, MOST_ELEMENTS)));
        }
        List<DeviceDefinition> fans = new ArrayList<>();
        for (PackNode node : root.list("fans")) {
            fans.add(device(node, Kind.FAN));
        }
        return new AutomationDefinition.Devices(pumps, heaters, fans);
    }

    AutomationDefinition.Valves valves(PackNode root) {
        List<ControlValve.Definition> control = new ArrayList<>();
        for (PackNode node : root.list("controlValves")) {
            control.add(new ControlValve.Definition(
                    references.define(node, "tag", Kind.CONTROL_VALVE),
                    node.text("text"),
                    output(node),
                    supply(node),
                    node.number("strokeS", SHORTEST, LONGEST),
                    node.number("stictionPercent", 0, PERCENT),
                    node.oneOf("fail", ControlValve.Fail.class)));
        }
        List<SolenoidValve.Definition> solenoids = new ArrayList<>();
        for (PackNode node : root.list("solenoidValves")) {
            solenoids.add(new SolenoidValve.Definition(
                    references.define(node, "tag", Kind.SOLENOID), node.text("text"), supply(node)));
        }
        return new AutomationDefinition.Valves(control, solenoids);
    }

    private DeviceDefinition device(PackNode node, Kind kind) {
        String tag = references.define(node, "tag", kind);
        List<DeviceDefinition.PermissiveDefinition> permissives = new ArrayList<>();
        for (PackNode item : node.listOr("permissives")) {
            item.string("condition");
            permissives.add(new DeviceDefinition.PermissiveDefinition(
                    item.string("id"), item.text("text"), references.condition(item, "condition")));
        }
        return new DeviceDefinition(tag, node.text("text"), supply(node), localPanels.contains(tag), permissives);
    }

    private String supply(PackNode node) {
        String power = node.string("power");
        references.use(node, "power", power, Kind.SUPPLY);
        return power;
    }

    /** The signal of the loop that a device follows. */
    private String output(PackNode node) {
        String loop = node.string("output");
        references.use(node, "output", loop, Kind.CONTROLLER);
        return loop + ".OP";
    }
}
