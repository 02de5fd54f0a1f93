package org.openots.simulator.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.openots.simulator.flowsheet.SmallPlant;

/** Shapes by geometry; a tank that breathes and overflows. */
class TankTest {
    /** By hand: r = 1, h = 0.5: acos(0.5) - 0.5 0.75^0.5 = 0.614185, times 5 m. */
    @Test
    void lyingTank() {
        TankShape tank = new TankShape(true, 2, 5);
        assertThat(tank.volume()).isCloseTo(5 * Math.PI, within(1e-12));
        assertThat(tank.liquid(0.5)).isCloseTo(3.070925, within(1e-5));
        assertThat(tank.height(3.070925)).isCloseTo(0.5, within(1e-6));
        assertThat(tank.height(tank.volume() / 2)).isCloseTo(1, within(1e-6));
        assertThat(tank.height(-1)).isCloseTo(0, within(1e-8));
        assertThat(tank.height(99)).isCloseTo(2, within(1e-8));
    }

    @Test
    void standingTank() {
        TankShape tank = new TankShape(false, 2, 5);
        assertThat(tank.liquid(1.5)).isCloseTo(1.5 * Math.PI, within(1e-12));
        assertThat(tank.height(1.5 * Math.PI)).isCloseTo(1.5, within(1e-12));
    }

    private static SmallPlant tank() {
        return SmallPlant.of()
                .with("tanks", """
                        {'id': 'bund', 'text': {'zh': '围堰', 'en': 'Bund'}, 'shape': 'vertical', 'diameter': '3 m',
                         'length': '1 m', 'gasFloor': '4 %', 'metalHeatCapacity': '100 kJ/K', 'heatLoss': '0 W/K',
                         'filmMoles': '1 mol', 'transfer': '0.1 mol/s',
                         'breather': {'pressureSetting': '1 kPa', 'vacuumSetting': '0.2 kPa', 'area': '100 cm2'}}""")
                .with("tanks", """
                        {'id': 'tank', 'text': {'zh': '储罐', 'en': 'Tank'}, 'shape': 'horizontal', 'diameter': '2 m',
                         'length': '5 m', 'gasFloor': '4 %', 'metalHeatCapacity': '500 kJ/K', 'heatLoss': '0 W/K',
                         'filmMoles': '1 mol', 'transfer': '0.1 mol/s',
                         'breather': {'pressureSetting': '1 kPa', 'vacuumSetting': '0.2 kPa', 'area': '20 cm2'},
                         'overflow': {'height': '1.8 m', 'area': '100 cm2', 'to': 'bund'}}""")
                .with("feeds", """
                        {'id': 'in', 'to': 'tank', 'valves': [{'tag': 'VIN', 'area': '3 cm2'}], 'pipeArea': '50 cm2',
                         'pressure': '3 bar', 'temperature': '25 degC', 'referencePressure': '3 bar',
                         'massFractions': {'ethanol': '0', 'water': '1'}}""")
                .with("liquidLines", """
                        {'id': 'out', 'from': 'tank', 'valves': [{'tag': 'VOUT', 'area': '20 cm2'}],
                         'pipeArea': '50 cm2', 'drop': '2 m', 'outletVolume': '10 L'}""")
                .build();
    }

    @Test
    void breathesOutAboveItsSettingAndInBelow() {
        SmallPlant plant = tank().charge("tank", 0, 8).set("VIN", 1).run(600, 0.5);
        double over = plant.read("tank.P") - 101_325;
        assertThat(over).as("between beginning and fully lifted").isBetween(900.0, 2000.0);
        double filling = plant.read("in.m") / 997 * 1000;
        // one litre of liquid pushes one litre of gas out; what still evaporates comes on top
        assertThat(plant.read("tank.breather.out"))
                .isCloseTo(
                        filling * 1e-3 * plant.read("tank.P") / (8.314463 * plant.read("tank.T")),
                        Percentage.withPercentage(4));
        assertThat(plant.read("tank.breather.in")).isZero();
        plant.set("VIN", 0).set("VOUT", 1).run(120, 0.5);
        assertThat(plant.read("tank.P") - 101_325).isBetween(-400.0, -180.0);
        assertThat(plant.read("tank.breather.in")).isGreaterThan(0);
        plant.set("tank.breather.clear", 0).run(60, 0.5);
        assertThat(plant.read("tank.P") - 101_325)
                .as("a clogged arrester pulls the tank in")
                .isLessThan(-3000);
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }

    @Test
    void overflowsIntoTheBund() {
        SmallPlant plant = tank().charge("tank", 0, 14).set("VIN", 1).run(1200, 0.5);
        assertThat(plant.read("tank.overflow.m")).isCloseTo(plant.read("in.m"), Percentage.withPercentage(1));
        assertThat(plant.read("tank.h")).as("a little above the edge").isBetween(1.8, 1.95);
        assertThat(plant.read("bund.h")).isGreaterThan(0.1);
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }
}
