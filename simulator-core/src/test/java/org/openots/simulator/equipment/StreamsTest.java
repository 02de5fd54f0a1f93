package org.openots.simulator.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.openots.simulator.flowsheet.SmallPlant;

/** What comes over the battery limit, what runs out of a hole, and what detectors make of it. */
class StreamsTest {
    private static SmallPlant tank() {
        return SmallPlant.of().vessel("v", 2, 1, "1 mol/s").with("vents", """
                        {'id': 'vent', 'holdup': 'v', 'reversalWidth': '5 Pa',
                         'openings': [{'valve': 'VENT', 'area': '100 cm2', 'initial': 1}]}""");
    }

    private static SmallPlant fed(String temperature, String reference) {
        return tank().with("feeds", """
                {'id': 'feed', 'to': 'v', 'valves': [{'tag': 'FV', 'area': '1 cm2'}], 'pipeArea': '10 cm2',
                 'pressure': '3 bar', 'temperature': '%s', 'referencePressure': '%s',
                 'massFractions': {'ethanol': '20 %%', 'water': '80 %%'}}""".formatted(temperature, reference)).build();
    }

    /** Ideal volumes at 30 degC: ethanol 780.8, water 995.6 kg/m3: 943.6 kg/m3 (CRC Handbook, pure liquids). */
    @Test
    void aLiquidFeedFlowsByPressure() {
        SmallPlant plant = fed("30 degC", "3 bar").set("FV", 1).settle();
        double area = 1 / Math.sqrt(1 / (1e-4 * 1e-4) + 1 / (1e-3 * 1e-3));
        double expected = area * Math.sqrt(2 * 943.6 * (3e5 - plant.read("v.P")));
        assertThat(plant.read("feed.m")).isCloseTo(expected, Percentage.withPercentage(0.7));
        assertThat(plant.read("feed.vapour")).isZero();
        plant.run(300, 0.5);
        assertThat(plant.read("v.w")).isCloseTo(0.2, within(2e-3));
        assertThat(plant.read("v.T"))
                .as("metal of 25 degC and some evaporation")
                .isBetween(301.0, 303.2);
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }

    @Test
    void itStopsWhenItsHeaderIsLost() {
        SmallPlant plant = fed("30 degC", "3 bar").set("FV", 1).run(60, 0.5);
        plant.set("feed.pressure", 90e3).run(10, 0.5);
        assertThat(plant.read("feed.m")).as("no way back").isZero();
    }

    /** 20 wt% boils at 87 degC: at 95 degC and 1 atm some of it is vapour, at 3 bar none. */
    @Test
    void aHotFeedBringsVapour() {
        double part = fed("95 degC", "1 atm").set("FV", 1).settle().read("feed.vapour");
        assertThat(part).isBetween(0.1, 0.9);
        assertThat(fed("95 degC", "3 bar").set("FV", 1).settle().read("feed.vapour"))
                .isZero();
    }

    @Test
    void compositionAndTemperatureMayChange() {
        SmallPlant plant =
                fed("30 degC", "3 bar").set("FV", 1).set("feed.w.ethanol", 1).set("feed.w.water", 0);
        plant.set("feed.temperature", 323.15).run(300, 0.5);
        assertThat(plant.read("v.w")).isCloseTo(1, within(1e-6));
        assertThat(plant.read("feed.T")).isEqualTo(323.15);
        assertThat(plant.read("v.T")).isGreaterThan(318);
    }

    private static SmallPlant leaking() {
        return tank().with("liquidLeaks", """
                        {'id': 'hole', 'text': {'zh': '泄漏', 'en': 'Leak'}, 'from': 'v', 'area': '50 mm2',
                         'gasShare': '10 %', 'overPressure': '50 kPa', 'valve': 'HV'}""").build().charge("v", 1, 1);
    }

    /** A sharp-edged hole: 0.61 A (2 rho (dp + rho g h))^0.5 with 1 m of ethanol, 785 kg/m3. */
    @Test
    void aHoleLeaks() {
        SmallPlant plant = leaking().set("hole", 1).set("HV", 1).settle();
        double head = 50e3 + 785.0 * 9.80665 * plant.read("v.V") + plant.read("v.P") - 101_325;
        assertThat(plant.read("hole.m"))
                .isCloseTo(0.61 * 50e-6 * Math.sqrt(2 * 785 * head), Percentage.withPercentage(1));
        assertThat(plant.set("hole", 0.5).settle().read("hole.m"))
                .isCloseTo(0.5 * 0.61 * 50e-6 * Math.sqrt(2 * 785 * head), Percentage.withPercentage(1));
        assertThat(plant.set("HV", 0).settle().read("hole.m")).as("cut off").isZero();
        plant.set("HV", 1).set("hole", 1).run(600, 0.5);
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }

    /**
     * A tenth of the leak as gas in 100 m3: settles at n R T/(p q)/LEL (ethanol: 3.3 %) with the time constant V/q; twice the air
     * halves both.
     */
    @Test
    void detectorsSeeTheRelease() {
        SmallPlant plant = SmallPlant.of()
                .vessel("v", 2000, 1000, "1 mol/s")
                .with("vents", """
                        {'id': 'vent', 'holdup': 'v', 'reversalWidth': '5 Pa',
                         'openings': [{'valve': 'VENT', 'area': '100 cm2', 'initial': 1}]}""")
                .with("liquidLeaks", """
                        {'id': 'hole', 'text': {'zh': '泄漏', 'en': 'Leak'}, 'from': 'v', 'area': '50 mm2',
                         'gasShare': '10 %', 'overPressure': '50 kPa'}""")
                .detection("""
                        {'fan': 'EF', 'zones': [{'id': '1', 'volume': '100 m3', 'naturalVentilation': '0.5 m3/s',
                         'fanVentilation': '0.5 m3/s', 'releases': [{'vent': 'hole', 'share': '60 %'}]}]}""")
                .build()
                .charge("v", 1, 1000)
                .set("hole", 1)
                .settle();
        double gas = 0.6 * 0.1 * plant.read("hole.m") / 0.04606844;
        double settled = gas * 8.314463 * 298.15 / 101_325 / 0.5 / 0.033;
        plant.run(200, 0.5);
        assertThat(plant.read("gas.1"))
                .as("one time constant")
                .isCloseTo(settled * (1 - Math.exp(-1)), Percentage.withPercentage(0.5));
        plant.run(2000, 1);
        assertThat(plant.read("gas.1")).isCloseTo(settled, Percentage.withPercentage(0.5));
        plant.set("EF", 1).run(100, 0.5);
        assertThat(plant.read("gas.1")).isCloseTo(settled * (0.5 + 0.5 * Math.exp(-1)), Percentage.withPercentage(0.5));
    }
}
