package org.openots.simulator.process;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.openots.simulator.column.TrayGeometry;
import org.openots.simulator.column.TrayPassage;
import org.openots.simulator.equipment.HeatingElement;
import org.openots.simulator.equipment.ValvePath;
import org.openots.simulator.equipment.Vent;
import org.openots.simulator.thermo.PropertyDatabase;
import org.openots.simulator.thermo.PropertyPackage;

/** A boiling vessel with one tray above it, open to the air, put together by hand so that tests can add links. */
final class MiniPlant {
    private final PropertyPackage properties = new PropertyDatabase().nrtl(List.of("ethanol", "water"), "air");
    private final ProcessInputs inputs = new ProcessInputs();
    private final Surroundings surroundings = new Surroundings(inputs, 298.15, 101_325);
    private final CaloricModel caloric = CaloricModel.of(properties);
    private final Holdup vessel = holdup(new HoldupSpec("vessel", 0.02, 0.06, 0.05, 0.02, 5e3, 2, 0.02, 20));
    private final Holdup tray = holdup(new HoldupSpec("tray", 0.0035, 0.1, 0.0195, 0.0035, 2e3, 0.35, 0.002, 0.02));
    private final List<StateBlock> blocks = new ArrayList<>(List.of(vessel, tray));
    private final List<Link> links = new ArrayList<>();

    MiniPlant() {
        TrayGeometry geometry = new TrayGeometry(
                0.0147,
                12.37e-4,
                0.61,
                0.105,
                0.0118,
                0.2,
                1.5,
                0.043,
                0.15,
                0.5,
                0.005,
                0.05,
                1,
                0.05,
                inputs.declare("tray.clear", 1),
                inputs.declare("tray.efficiency", 1));
        links.add(surroundings);
        links.add(new TrayPassage("passage", vessel, tray, geometry, null));
        HeatingElement element = new HeatingElement(
                new HeatingElement.Spec(
                        "heater",
                        inputs.declare("heater", 1),
                        inputs.declare("heater.available", 1),
                        2e3,
                        500,
                        500,
                        2,
                        0.001,
                        0.002),
                vessel);
        blocks.add(element);
        links.add(element);
        int opening = inputs.declare("vent", 1);
        ValvePath valve = new ValvePath(
                List.of(new ValvePath.Valve(opening, 1e-4, ValvePath.Trim.LINEAR)), 1e-2, ValvePath.ALWAYS_CLEAR);
        links.add(new Vent("vent", tray, surroundings, List.of(new Vent.Opening(valve)), 2, properties.inert(), null));
    }

    private Holdup holdup(HoldupSpec spec) {
        return new Holdup(spec, PhaseModel.of(properties, caloric, spec), surroundings);
    }

    Holdup vessel() {
        return vessel;
    }

    Holdup tray() {
        return tray;
    }

    MiniPlant with(Link link) {
        links.add(link);
        return this;
    }

    /** Half full of 30 wt% ethanol, cold, with the heater on. */
    ProcessModel build() {
        ProcessModel model = new ProcessModel(new ProcessParts(
                List.of("ethanol", "water"), blocks, links, List.of(), inputs, surroundings, new TreeMap<>(), 100));
        model.charge("vessel", new double[] {0.3, 0.7}, 0.01);
        model.openLedger();
        return model;
    }
}
