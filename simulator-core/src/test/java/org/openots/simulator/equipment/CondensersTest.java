package org.openots.simulator.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.openots.simulator.flowsheet.SmallPlant;

/** One shell with a coil as a total, a partial and a flooded condenser, told apart by what leads away from it. */
class CondensersTest {
    private static SmallPlant boiler() {
        return SmallPlant.of()
                .vessel("boiler", 1, 0.8, "300 mol/s")
                .vessel("shell", 0.2, 0.25, "200 mol/s")
                .with("heaters", """
                        {'id': 'H', 'holdup': 'boiler', 'installedPower': '200 kW', 'heatCapacity': '20 kJ/K',
                         'wetConductance': '20 kW/K', 'dryConductance': '20 W/K', 'uncoveredBelow': '20 L',
                         'coveredAbove': '60 L'}""")
                .with("vapourLines", """
                        {'id': 'vapour', 'from': 'boiler', 'to': 'shell', 'valves': [], 'pipeArea': '60 cm2',
                         'reversalWidth': '20 Pa'}""")
                .with("coils", """
                        {'id': 'cw', 'holdup': 'shell', 'valves': [{'tag': 'CWV', 'area': '20 cm2'}],
                         'pipeArea': '20 cm2', 'conductance': '8 kW/K', 'floodable': true}""");
    }

    private static SmallPlant vented(SmallPlant plant) {
        return plant.with("vents", """
                {'id': 'vent', 'holdup': 'shell', 'reversalWidth': '5 Pa',
                 'openings': [{'valves': [{'tag': 'VENT', 'area': '2 cm2'}], 'pipeArea': '10 cm2'}]}""");
    }

    private static SmallPlant drained(SmallPlant plant) {
        return plant.with("overflows", """
                {'id': 'condensate', 'from': 'shell', 'to': 'boiler', 'startVolume': '2 L', 'drainTime': '4 s',
                 'coil': 'cw', 'subcooling': '25 %'}""");
    }

    @Test
    void totalCondenserTakesAllTheHeatAndReturnsAllTheLiquid() {
        SmallPlant plant = drained(vented(boiler())).build().charge("boiler", 0.3, 0.5);
        plant.set("H", 1).set("CWV", 1).set("VENT", 1).run(3600, 0.5);
        // nothing but the coil takes heat; the vent breathes some watts
        assertThat(plant.read("cw.Q")).isCloseTo(200e3, Percentage.withPercentage(1));
        assertThat(plant.read("shell.V")).as("runs off").isLessThan(0.01);
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }

    /** Too little coolant by a valve: the rest leaves as vapour, which is richer in ethanol than the condensate. */
    @Test
    void partialCondenserLetsTheLightVapourPass() {
        SmallPlant plant = drained(boiler().with("vents", """
                        {'id': 'product', 'holdup': 'shell', 'reversalWidth': '5 Pa', 'header': '1 atm',
                         'openings': [{'valves': [{'tag': 'PV', 'area': '8 cm2'}], 'pipeArea': '40 cm2'}]}""")).build().charge("boiler", 0.3, 0.4);
        plant.set("H", 1).set("CWV", 0.006).set("PV", 1).run(1000, 0.5);
        assertThat(plant.read("cw.Q")).as("part of the heat").isBetween(30e3, 120e3);
        double vapour = plant.read("product.m") / plant.read("product.n") - 0.01801528;
        double ethanol = vapour / (0.04606844 - 0.01801528);
        double mass = ethanol * 0.04606844 / (ethanol * 0.04606844 + (1 - ethanol) * 0.01801528);
        assertThat(mass).as("ethanol in the vapour product").isGreaterThan(plant.read("shell.w") + 0.02);
        assertThat(plant.read("shell.w")).isGreaterThan(plant.read("boiler.w") + 0.2);
        assertThat(plant.read("product.n") * 40e3)
                .as("what is not condensed leaves, about 40 kJ/mol")
                .isCloseTo(200e3 - plant.read("cw.Q"), Percentage.withPercentage(10));
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }

    /** The condensate valve sets how many tubes are under liquid, and with them the pressure. */
    @Test
    void floodedCondenserHoldsItsPressureByItsLevel() {
        SmallPlant plant = vented(boiler()).with("liquidLines", """
                        {'id': 'condensate', 'from': 'shell', 'to': 'boiler', 'pipeArea': '20 cm2', 'drop': '3 m',
                         'outletVolume': '1 L', 'valves': [{'tag': 'LCV', 'area': '1 cm2'}]}""").build().charge("boiler", 0.3, 0.5);
        plant.set("H", 1).set("CWV", 1).set("VENT", 1).set("LCV", 1).run(1200, 0.5);
        plant.set("VENT", 0);
        double low = hold(plant, 0.10);
        double high = hold(plant, 0.16);
        assertThat(low)
                .as("few tubes under liquid: all the heat at a low temperature")
                .isLessThan(high - 20e3);
        assertThat(plant.read("shell.V")).isCloseTo(0.16, within(0.01));
        assertThat(plant.read("cw.Q"))
                .as("less what still warms the boiler")
                .isCloseTo(200e3, Percentage.withPercentage(5));
        // by hand: 20 % of 8 kW/K over much water pass 200 kW at 125 K and more above the water
        assertThat(plant.read("shell.T") - 298.15).isGreaterThan(100);
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }

    /** Holds the liquid in the shell by the condensate valve until all is at rest; the pressure, Pa. */
    private static double hold(SmallPlant plant, double volume) {
        for (int i = 0; i < 3600; i++) {
            plant.set("LCV", Math.max(0, Math.min(1, 0.3 + 20 * (plant.read("shell.V") - volume))))
                    .run(1, 0.5);
        }
        return plant.read("shell.P");
    }
}
