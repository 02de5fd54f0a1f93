package org.openots.simulator.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.simulator.flowsheet.FlowsheetBuilder;
import org.openots.simulator.flowsheet.SmallPlant;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.thermo.PropertyDatabase;

/** A main of 3 bar, its coil, and circulating pumps. */
class CoolingWaterTest {
    private static SmallPlant plant() {
        return SmallPlant.of().vessel("v", 0.2, 0.2, "10 mol/s").with("coils", """
                {'id': 'cw', 'holdup': 'v', 'valves': [{'tag': 'CWV', 'area': '1 cm2'}], 'pipeArea': '1 m2',
                 'conductance': '5 kW/K', 'floodable': false}""");
    }

    private static ProcessModel model(String json) {
        return FlowsheetBuilder.build(StrictJson.parse("cw.json", json, Findings.throwing()), new PropertyDatabase());
    }

    /** By hand: 1e-4 (2 3e5/997)^0.5 = 2.4532 L/s, W cp = 10 226 W/K, e = 1 - exp(-5000/10 226) = 0.38669. */
    @Test
    void flowAndDutyOfACoil() {
        SmallPlant plant = plant().build()
                .charge("v", 0, 0.1)
                .set("CWV", 1)
                .set("cooling-water.temperature", 283.15)
                .settle();
        assertThat(plant.read("cw.V")).isCloseTo(2.4532e-3, Percentage.withPercentage(0.01));
        double approach = plant.read("v.T") - 283.15;
        assertThat(plant.read("cw.Q")).isCloseTo(10_226 * 0.38669 * approach, Percentage.withPercentage(0.02));
        assertThat(plant.read("cw.Tout")).isCloseTo(283.15 + 0.38669 * approach, within(1e-3));
        plant.set("cw.cleanliness", 0.5).settle();
        // e = 1 - exp(-2500/10 226) = 0.21688
        assertThat(plant.read("cw.Q")).isCloseTo(10_226 * 0.21688 * approach, Percentage.withPercentage(0.02));
        plant.set("cooling-water.pressure", 0).settle();
        assertThat(plant.read("cw.Q")).as("water lost").isZero();
        assertThat(plant.read("cw.Tout")).isEqualTo(plant.read("v.T"));
    }

    /** The fastest of several pumps makes the pressure, with the square of its speed. */
    @Test
    void pumpsMakeThePressure() {
        String json = plant().json()
                .replace("\"temperature\": \"25 degC\"}", "\"temperature\": \"25 degC\", \"pumps\": [\"PA\", \"PB\"]}");
        ProcessModel model = model(json);
        model.drive(model.actuator("CWV"), 1);
        model.settle();
        assertThat(model.read(model.variable("cw.V"))).isZero();
        model.drive(model.actuator("PA"), 0.5);
        model.drive(model.actuator("PB"), 0.2);
        model.settle();
        assertThat(model.read(model.variable("cw.P")) - 101_325).isCloseTo(75e3, within(1.0));
        assertThat(model.read(model.variable("cw.V"))).isCloseTo(0.5 * 2.4532e-3, Percentage.withPercentage(0.01));
    }
}
