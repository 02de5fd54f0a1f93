package org.openots.simulator.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.openots.simulator.flowsheet.SmallPlant;

/** A line of 40 L between two open tanks: it fills, delivers late, and spreads a change by its cells. */
class PipeTest {
    private static SmallPlant plant(String end) {
        SmallPlant plant = SmallPlant.of().vessel("a", 2, 1, "1 mol/s").vessel("b", 2, 1, "1 mol/s");
        for (String tank : new String[] {"a", "b"}) {
            plant.with(
                    "vents",
                    "{'id': 'vent-%s', 'holdup': '%s', 'reversalWidth': '5 Pa', 'openings': [{'valve': 'open-%s', 'area': '50 cm2', 'initial': 1}]}"
                            .formatted(tank, tank, tank));
        }
        return plant.with(
                        "pipes",
                        "{'id': 'line', 'from': 'a', " + end
                                + "'valves': [{'tag': 'V', 'area': '2 cm2'}], 'pipeArea': '20 cm2', 'drop': '2 m',"
                                + " 'outletVolume': '1 L', 'volume': '40 L', 'cells': 10, 'designFlow': '5.4 m3/h',"
                                + " 'metalHeatCapacity': '10 kJ/K', 'heatLoss': '5 W/K'}")
                .build();
    }

    private static double litresPerSecond(SmallPlant plant, String flow, double density) {
        return plant.read(flow) / density * 1000;
    }

    @Test
    void nothingComesOutBeforeTheLineIsFull() {
        SmallPlant plant = plant("'to': 'b', ").charge("a", 0, 1.9).set("V", 1).run(1, 0.1);
        double flow = litresPerSecond(plant, "line.m", 997);
        // by hand: 2e-4 (2 9.80665 (2 + 1.9))^0.5 = 1.75 L/s, less the pipe's 20 cm2 in series (0.5 %) and the vapour
        // space
        assertThat(flow).isCloseTo(1.74, Percentage.withPercentage(1));
        double filling = 0.9 * 40 / flow;
        plant.run(filling - 2.5, 0.1);
        assertThat(plant.read("line.end.m")).as("kg/s just before").isLessThan(0.3);
        plant.run(10, 0.1);
        assertThat(plant.read("line.end.m"))
                .as("as much as comes in")
                .isCloseTo(plant.read("line.m"), Percentage.withPercentage(2));
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }

    /** The mean time of passage is volume over flow; the variance that of ten mixed cells, a tenth of its square. */
    @Test
    void aChangeOfCompositionTravels() {
        SmallPlant plant =
                plant("'to': 'b', ").charge("a", 0, 1.9).set("V", 0.8).run(60, 0.1);
        plant.charge("a", 0.1, 1.9);
        double mean = 0;
        double square = 0;
        double flow = 0;
        int seconds = 80;
        for (int i = 0; i < 10 * seconds; i++) {
            plant.run(0.1, 0.1);
            double missing = 1 - plant.read("line.end.w") / 0.1;
            mean += missing * 0.1;
            square += 2 * (i + 0.5) * 0.1 * missing * 0.1;
            flow += litresPerSecond(plant, "line.m", 990) / (10 * seconds);
        }
        double volume = 40 * (0.9 + 0.1 * flow / 1.5);
        assertThat(mean).isCloseTo(volume / flow, Percentage.withPercentage(3));
        assertThat((square - mean * mean) / (mean * mean)).as("1/cells").isCloseTo(0.1, within(0.02));
    }

    @Test
    void theLineStaysFullWhenTheFlowStops() {
        SmallPlant plant = plant("'to': 'b', ")
                .charge("a", 0, 1.9)
                .set("V", 1)
                .run(60, 0.1)
                .set("V", 0)
                .run(60, 0.1);
        assertThat(plant.read("line.m")).isZero();
        assertThat(plant.read("line.end.m")).isLessThan(0.01);
        double before = plant.read("b.V");
        // the cells take a tenth of their volume before the full flow passes
        plant.set("V", 1).run(5, 0.1);
        assertThat(plant.read("b.V")).as("delivers at once").isGreaterThan(before + 1e-3);
    }

    /** At rest the liquid cools with (pipe + liquid) over heat loss; 10 kJ/K + 36 kg 4.18 kJ/(kg K) over 5 W/K: 9 h. */
    @Test
    void liquidInTheLineTakesTheTemperatureOfTheAir() {
        SmallPlant plant = plant("'to': 'b', ")
                .charge("a", 0, 1.9)
                .set("V", 1)
                .run(60, 0.1)
                .set("V", 0)
                .run(60, 0.5);
        plant.set("ambient.temperature", 258.15);
        double before = plant.read("line.end.T");
        plant.run(3600, 0.5);
        double constant = (10e3 + 36 * 4180) / 5;
        assertThat((before - plant.read("line.end.T")) / (before - 258.15))
                .isCloseTo(1 - Math.exp(-3600 / constant), Percentage.withPercentage(3));
    }

    @Test
    void aLineOverTheBatteryLimitIsBooked() {
        SmallPlant plant = plant("").charge("a", 0.2, 1.9).set("V", 1).run(120, 0.5);
        assertThat(plant.read("a.V")).isLessThan(1.75);
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }
}
