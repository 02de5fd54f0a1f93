package org.openots.simulator.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.openots.simulator.flowsheet.SmallPlant;

/** Two open tanks of 1 and 2 m2 on one level, joined at their bottoms. */
class TwoWayLineTest {
    private static SmallPlant plant(String check) {
        SmallPlant plant = SmallPlant.of().vessel("a", 2, 1, "1 mol/s").vessel("b", 4, 2, "1 mol/s");
        for (String tank : new String[] {"a", "b"}) {
            plant.with(
                    "vents",
                    "{'id': 'vent-%s', 'holdup': '%s', 'reversalWidth': '1 Pa', 'openings': [{'valve': 'open-%s', 'area': '100 cm2', 'initial': 1}]}"
                            .formatted(tank, tank, tank));
        }
        return plant.with(
                        "twoWayLines",
                        "{'id': 'join', 'from': 'a', 'to': 'b', 'valves': [{'tag': 'V', 'area': '10 cm2'}], 'pipeArea': '1000 cm2',"
                                + " 'drop': '0 m', 'outletVolume': '0.1 L'" + check + "}")
                .build();
    }

    @Test
    void levelsBecomeEqualFromEitherSide() {
        SmallPlant plant = plant("").charge("a", 0, 1.8).set("V", 1).run(5, 0.5);
        // by hand: 1e-3 (2 9.80665 1.78)^0.5 = 5.9 L/s
        assertThat(plant.read("join.m")).isCloseTo(5.9, Percentage.withPercentage(2));
        plant.run(1200, 0.5);
        assertThat(plant.read("a.V")).as("1.8 m3 over 3 m2").isCloseTo(0.6, within(2e-3));
        assertThat(plant.read("b.V") / 2).isCloseTo(0.6, within(2e-3));
        plant.charge("b", 0, 3).run(5, 0.5);
        assertThat(plant.read("join.m")).as("back").isLessThan(-3);
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }

    @Test
    void aCheckValveHoldsUntilItFails() {
        SmallPlant plant = plant(", 'checkValve': {'crackingPressure': '3 kPa'}")
                .charge("b", 0, 3)
                .set("V", 1)
                .run(10, 0.5);
        assertThat(plant.read("join.m")).isZero();
        plant.set("join.checkFailed", 0.1).run(5, 0.5);
        // a tenth of the area: 1e-4 (2 9.80665 1.5)^0.5 = 0.54 L/s
        assertThat(plant.read("join.m")).isCloseTo(-0.54, within(0.01));
        plant.set("join.checkFailed", 0)
                .charge("b", 0, 0.01)
                .charge("a", 0, 1.5)
                .run(1200, 0.5);
        double head = 997 * 9.80665 * (plant.read("a.V") - plant.read("b.V") / 2);
        assertThat(head).as("the spring keeps its pressure, Pa").isCloseTo(3000, within(60.0));
    }
}
