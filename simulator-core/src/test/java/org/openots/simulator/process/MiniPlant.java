package org.openots.simulator.process;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.openots.simulator.thermo.PropertyDatabase;
import org.openots.simulator.thermo.PropertyPackage;

/** A boiling vessel with one tray above it, open to the air, put together by hand so that tests can add links. */
final class MiniPlant {
    private final PropertyPackage properties = new PropertyDatabase().nrtl(List.of("ethanol", "water"), "air");
    private final Surroundings surroundings = new Surroundings(298.15, 101_325);
    private final ProcessInputs inputs = new ProcessInputs();
    private final Holdup vessel =
            new Holdup(new HoldupSpec("vessel", 0.02, 0.06, 0.05, 0.02, 5e3, 2, 0.02, 20), properties, surroundings);
    private final Holdup tray = new Holdup(
            new HoldupSpec("tray", 0.0035, 0.1, 0.0195, 0.0035, 2e3, 0.35, 0.002, 0.02), properties, surroundings);
    private final List<StateBlock> blocks = new ArrayList<>(List.of(vessel, tray));
    private final List<Link> links = new ArrayList<>();

    MiniPlant() {
        TrayGeometry geometry =
                new TrayGeometry(0.0147, 12.37e-4, 0.61, 0.105, 0.0118, 0.2, 1.5, 0.043, 0.15, 0.5, 0.005);
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
        links.add(new Vent(
                "vent", tray, surroundings, List.of(new Vent.Opening(opening, opening, 1e-4)), 2, properties.inert()));
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
        int offset = 0;
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).place(i, offset);
            offset += blocks.get(i).size();
        }
        CoolingWater water =
                new CoolingWater(inputs.declare("water.pressure", 0), inputs.declare("water.temperature", 298.15));
        GasDetection gas = new GasDetection(List.of(), 0, 0.033, inputs.declare("fan", 0));
        ProcessModel model = new ProcessModel(
                new ProcessParts(properties, blocks, links, inputs, surroundings, water, gas, new TreeMap<>()));
        model.startCold();
        model.charge("vessel", new double[] {0.3, 0.7}, 0.01);
        model.openLedger();
        return model;
    }
}
