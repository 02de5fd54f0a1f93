package org.openots.simulator.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.openots.simulator.flowsheet.SmallPlant;

/** An air-cooled vessel of boiling liquid, against numbers worked out by hand. */
class AirCoolerTest {
    /** Four digits of the numbers by hand. */
    private static final Percentage BY_HAND = Percentage.withPercentage(0.02);

    private static SmallPlant plant() {
        return SmallPlant.of()
                .vessel("shell", 0.2, 0.2, "100 mol/s")
                .with("heaters", """
                        {'id': 'H', 'holdup': 'shell', 'installedPower': '200 kW', 'heatCapacity': '5 kJ/K',
                         'wetConductance': '10 kW/K', 'dryConductance': '10 W/K', 'uncoveredBelow': '1 L',
                         'coveredAbove': '5 L'}""")
                .with("airCoolers", """
                        {'id': 'AC', 'holdup': 'shell', 'fans': ['FAN-A', 'FAN-B'], 'louvre': 'LV',
                         'airFlow': '10 m3/s', 'naturalDraft': '15 %', 'tubeConductance': '20 kW/K',
                         'airConductance': '10 kW/K', 'floodable': false}""")
                .with("vents", """
                        {'id': 'vent', 'holdup': 'shell', 'reversalWidth': '5 Pa',
                         'openings': [{'valve': 'VENT', 'area': '5 cm2', 'initial': 1}]}""")
                .build()
                .charge("shell", 0.3, 0.05)
                .set("H", 1)
                .set("LV", 1)
                .run(120, 0.5);
    }

    /** Air 1.18392 kg/m3, 11.8392 kg/s, W cp = 11 910 W/K; UA = 6667 W/K; e = 1 - exp(-0.55975) = 0.42865. */
    @Test
    void bothFans() {
        SmallPlant plant = plant().set("FAN-A", 1).set("FAN-B", 1).settle();
        assertThat(plant.read("AC.m")).isCloseTo(11.8392, BY_HAND);
        double approach = plant.read("shell.T") - 298.15;
        assertThat(approach).as("the liquid is hot").isGreaterThan(40);
        assertThat(plant.read("AC.Q")).isCloseTo(11_910 * 0.42865 * approach, BY_HAND);
        assertThat(plant.read("AC.Tout")).isCloseTo(298.15 + 0.42865 * approach, within(0.01));
    }

    /** With the fans at rest: 1.77588 kg/s; fins 10 000 0.15^0.681 = 2747.4 W/K; UA = 2415.6; e = 1 - exp(-1.35214). */
    @Test
    void naturalDraftIsLeft() {
        SmallPlant plant = plant().settle();
        double approach = plant.read("shell.T") - 298.15;
        assertThat(plant.read("AC.Q")).isCloseTo(1786.5 * 0.74131 * approach, Percentage.withPercentage(0.05));
        assertThat(plant.set("LV", 0).settle().read("AC.Q")).as("louvres shut").isZero();
        assertThat(plant.read("AC.Tout")).isEqualTo(plant.read("shell.T"));
    }

    @Test
    void oneFanOfTwoMovesTheMeanOfRestAndFull() {
        SmallPlant plant = plant().set("FAN-B", 1).settle();
        assertThat(plant.read("AC.m")).isCloseTo((0.15 + 0.85 * 0.5) * 11.8392, BY_HAND);
    }

    /** Half of the warm air comes back: T_in = (T_out + T_a)/2 and T_out = T_in + e (T - T_in), solved by hand. */
    @Test
    void warmAirThatComesBackCoolsLess() {
        SmallPlant plant = plant().set("FAN-A", 1).set("FAN-B", 1).settle();
        double clean = plant.read("AC.Q");
        double e = 0.42865;
        double expected = clean * 0.5 / (1 - 0.5 * (1 - e));
        assertThat(plant.set("AC.recirculation", 0.5).settle().read("AC.Q")).isCloseTo(expected, BY_HAND);
        double leaving = 11_910 * 0.5 * (plant.read("AC.Tout") - 298.15);
        assertThat(leaving).as("what leaves for good carries all the heat").isCloseTo(expected, BY_HAND);
    }

    @Test
    void hotWeatherAndDirtyFinsCoolLess() {
        SmallPlant plant = plant().set("FAN-A", 1).set("FAN-B", 1).settle();
        double clean = plant.read("AC.Q");
        double dirty = plant.set("AC.cleanliness", 0.5).settle().read("AC.Q");
        // UA = 1/(1/20 + 1/5) = 4 kW/K, e = 1 - exp(-4/11.910) = 0.28531
        assertThat(dirty / clean).isCloseTo(0.28531 / 0.42865, Percentage.withPercentage(0.05));
        plant.set("AC.cleanliness", 1).set("ambient.temperature", 313.15).settle();
        // 4.8 % thinner air: W cp = 11 340 W/K, e = 1 - exp(-6667/11 340) = 0.44451
        assertThat(plant.read("AC.Q"))
                .isCloseTo(11_340 * 0.44451 * (plant.read("shell.T") - 313.15), Percentage.withPercentage(0.05));
    }

    @Test
    void theBalancesClose() {
        SmallPlant plant = plant().set("FAN-A", 1).run(1200, 0.5);
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
        assertThat(plant.read("shell.T"))
                .as("200 kW are carried away below the boiling point")
                .isLessThan(362);
    }
}
