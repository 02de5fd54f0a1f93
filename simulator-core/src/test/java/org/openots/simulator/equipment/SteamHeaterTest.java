package org.openots.simulator.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.openots.simulator.flowsheet.SmallPlant;

/** A kettle and a thermosyphon on steam of 4 bar, boiling water and ethanol under the atmosphere. */
class SteamHeaterTest {
    /** IAPWS-IF97: saturation at 4 bar. */
    private static final double STEAM_TEMPERATURE = 416.76;

    private static SmallPlant plant(String kind) {
        return SmallPlant.of()
                .vessel("sump", 1, 0.5, "500 mol/s")
                .with("steamHeaders", "{'id': 'steam', 'pressure': '4 bar'}")
                .with(
                        "steamHeaters",
                        "{'id': 'E', 'text': {'zh': '再沸器', 'en': 'Reboiler'}, 'header': 'steam', 'holdup': 'sump', 'valves': [{'tag': 'TV', 'area': '12 cm2'}], 'pipeArea': '60 cm2',"
                                + " 'shells': [{'name': 'E', 'conductance': '8 kW/K'}], 'condensate': {'valves': [{'tag': 'CV', 'area': '2 cm2'}], 'pipeArea': '4 cm2'},"
                                + " 'heatCapacity': '100 kJ/K', 'heatLoss': '0 W/K', 'potVolume': '20 L', 'tubeVolume': '60 L', 'potHead': '1 m', 'returnPressure': '1.2 bar',"
                                + " 'uncoveredBelow': '50 L', 'coveredAbove': '200 L'" + kind + "}")
                .with("vents", """
                        {'id': 'vent', 'holdup': 'sump', 'reversalWidth': '5 Pa',
                         'openings': [{'valve': 'VENT', 'area': '200 cm2', 'initial': 1}]}""")
                .build()
                .charge("sump", 0.1, 0.6)
                .set("TV", 1)
                .set("CV", 1);
    }

    @Test
    void heatGoesByConductanceAndTemperature() {
        SmallPlant plant = plant("").run(300, 0.5);
        assertThat(plant.read("steam.T")).isCloseTo(STEAM_TEMPERATURE, within(0.05));
        double duty = 8e3 * (plant.read("E.T") - plant.read("sump.T"));
        assertThat(plant.read("E.Q")).isCloseTo(duty, Percentage.withPercentage(0.1));
        assertThat(plant.read("E.P")).as("below the header").isBetween(1.2e5, 4e5);
        // heat balance of the shell at rest: steam 2.738 MJ/kg at 144 degC less condensate at the shell's temperature
        double condensate = 4240 * (plant.read("E.T") - 298.15);
        double steam = plant.read("E.m") * 2.633e6 - plant.read("E.condensate.m") * condensate;
        assertThat(steam).isCloseTo(plant.read("E.Q"), Percentage.withPercentage(5));
    }

    @Test
    void condensateThatStaysTakesTheTubesAway() {
        SmallPlant plant = plant("").run(300, 0.5);
        double before = plant.read("E.Q");
        plant.set("CV", 0).run(600, 0.5);
        assertThat(plant.read("E.level")).isGreaterThan(1.5);
        assertThat(plant.read("E.Q")).isLessThan(0.8 * before);
        plant.set("CV", 1).run(600, 0.5);
        assertThat(plant.read("E.Q"))
                .as("drained again; the sump boils hotter by now")
                .isGreaterThan(0.8 * before);
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }

    @Test
    void foulingAndBareTubesCostHeat() {
        SmallPlant plant = plant("").run(300, 0.5);
        double before = plant.read("E.Q") / (plant.read("E.T") - plant.read("sump.T"));
        plant.set("E.cleanliness", 0.6).settle();
        assertThat(plant.read("E.Q") / (plant.read("E.T") - plant.read("sump.T")))
                .isCloseTo(0.6 * before, within(1.0));
        plant.set("E.cleanliness", 1).charge("sump", 0.1, 0.125).settle();
        assertThat(plant.read("E.Q") / (plant.read("E.T") - plant.read("sump.T")))
                .as("125 L: half of the tubes")
                .isCloseTo(0.5 * before, Percentage.withPercentage(1));
    }

    @Test
    void withoutSteamTheShellStalls() {
        SmallPlant plant = plant("").run(300, 0.5).set("steam.pressure", 0).run(900, 0.5);
        assertThat(plant.read("E.m")).isZero();
        assertThat(plant.read("E.P"))
                .as("under the pressure of the condensate line")
                .isLessThan(1.2e5);
        assertThat(plant.read("E.Q")).isLessThan(5e3);
    }

    private static final String LOOP =
            ", 'thermosyphon': {'height': '3 m', 'sumpElevation': '1.5 m', 'downArea': '120 cm2', 'riseArea': '90 cm2', 'length': '12 m', 'designCirculation': '30 kg/s', 'processShare': '50 %'}";

    /** At rest the heads balance: rho g (1.5 m + h) - mean rho g 3 m = W^2/(2 rho) (1/A_d^2 + (1 + s)/A_r^2). */
    @Test
    void circulationBalancesTheHeads() {
        SmallPlant plant = plant(LOOP).run(900, 0.5);
        double w = plant.read("E.loop.m");
        assertThat(w).as("kg/s").isBetween(5.0, 60.0);
        double x = plant.read("E.loop.x");
        assertThat(x).as("vapour at the outlet").isBetween(1e-3, 0.2);
        assertThat(plant.read("E.Q")).isCloseTo(x * w * 2.1e6, Percentage.withPercentage(12));
        double share = Math.pow(w * w / 900 + 1e-4, 0.4);
        double expected = 8e3 * share / (0.5 * share + 0.5) * (plant.read("E.T") - plant.read("sump.T"));
        assertThat(plant.read("E.Q")).isCloseTo(expected, Percentage.withPercentage(0.5));
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }

    @Test
    void aLowSumpAndAColdReboilerStopTheCirculation() {
        SmallPlant plant = plant(LOOP).run(900, 0.5);
        double full = plant.read("E.loop.m");
        double duty = plant.read("E.Q");
        plant.charge("sump", 0.1, 0.25).run(900, 0.5);
        assertThat(plant.read("E.loop.m"))
                .as("0.5 m of liquid in place of 1.2 m")
                .isLessThan(0.95 * full);
        plant.set("TV", 0).run(1200, 0.5);
        assertThat(plant.read("E.loop.m")).isLessThan(0.3 * full);
        assertThat(plant.read("E.Q")).isLessThan(0.1 * duty);
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }
}
