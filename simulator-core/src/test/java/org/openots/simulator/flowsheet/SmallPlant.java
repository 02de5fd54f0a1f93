package org.openots.simulator.flowsheet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.solver.StepStatus;
import org.openots.simulator.thermo.PropertyDatabase;

/**
 * A flowsheet put together by a test, list by list, with a hand on every actuator. Ethanol, water and nitrogen, still air at
 * 25 degC and 101.325 kPa, cooling water of 25 degC at 3 bar.
 */
public final class SmallPlant {

    private final Map<String, String> lists = new LinkedHashMap<>();
    private String detection = "";
    private @Nullable ProcessModel model;

    private SmallPlant() {}

    public static SmallPlant of() {
        return new SmallPlant();
    }

    /** Adds an element, written as JSON with apostrophes for quotation marks, to a list. */
    public SmallPlant with(String list, String element) {
        lists.merge(list, element.replace('\'', '"'), (a, b) -> a + ",\n" + b);
        return this;
    }

    /** A vessel of so many m3 and so many m2, well insulated. */
    public SmallPlant vessel(String id, double volume, double area, String transfer) {
        return with("holdups", """
                {'id': '%s', 'text': {'zh': '容器', 'en': 'Vessel'}, 'volume': '%s m3', 'gasFloor': '5 %%',
                 'liquidArea': '%s m2', 'levelVolume': '%s m3', 'metalHeatCapacity': '20 kJ/K', 'heatLoss': '0 W/K',
                 'filmMoles': '0.1 mol', 'transfer': '%s'}""".formatted(id, volume, area, volume, transfer));
    }

    /** The room around the plant and its gas detectors. */
    public SmallPlant detection(String element) {
        detection = ",\n\"gasDetection\": " + element.replace('\'', '"');
        return this;
    }

    /** The flowsheet as text. */
    public String json() {
        StringBuilder text = new StringBuilder("""
                {"format": "flowsheet", "formatVersion": "1.0",
                 "properties": {"package": "nrtl", "components": ["ethanol", "water"], "inert": "nitrogen"},
                 "surroundings": {"temperature": "25 degC", "pressure": "101.325 kPa"},
                 "coolingWater": {"pressure": "0.3 MPa", "temperature": "25 degC"}""");
        lists.forEach((list, elements) -> text.append(",\n\"")
                .append(list)
                .append("\": [")
                .append(elements)
                .append("]"));
        return text.append(detection).append("}").toString();
    }

    /** Reads the flowsheet; the plant is cold, empty and full of nitrogen. */
    public SmallPlant build() {
        model = FlowsheetBuilder.build(
                StrictJson.parse("small.json", json(), Findings.throwing()), new PropertyDatabase());
        return this;
    }

    /** Puts liquid with a mass fraction of ethanol into a vessel. */
    public SmallPlant charge(String holdup, double ethanol, double volume) {
        model().charge(holdup, new double[] {ethanol, 1 - ethanol}, volume);
        model().openLedger();
        return this;
    }

    public SmallPlant set(String input, double value) {
        model().drive(model().actuator(input), value);
        return this;
    }

    public double read(String variable) {
        return model().read(model().variable(variable));
    }

    /** Runs with the inputs as they are; every tick must succeed. */
    public SmallPlant run(double seconds, double tick) {
        long ticks = Math.round(seconds / tick);
        for (long i = 0; i < ticks; i++) {
            StepStatus status = model().step(tick);
            if (status != StepStatus.ADVANCED) {
                throw new AssertionError("tick " + i + ": " + status);
            }
        }
        return this;
    }

    /** Brings everything that can be read up to date with the inputs, without time. */
    public SmallPlant settle() {
        model().settle();
        return this;
    }

    public double worstClosure() {
        return Arrays.stream(model().closure()).max().orElseThrow();
    }

    public ProcessModel model() {
        return Objects.requireNonNull(model, "build first");
    }
}
