package org.openots.simulator.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.openots.simulator.flowsheet.SmallPlant;

/** Two pumps on a tank of water with a branch to an open tank 10 m up, a line of minimum flow and a casing. */
class PumpStationTest {
    /** Density of water at 25 degC, kg/m3. */
    private static final double WATER = 997;

    /** What the smoothed roots take: they are linear below 2 % of the shut-off pressure, which costs flow above it. */
    private static final Percentage ROOTS = Percentage.withPercentage(3);

    /** The smoothed corner lets the header rise by 2 % of the head above shut-off. */
    private static final Percentage CORNER = Percentage.withPercentage(2.5);

    private static String pump(String id) {
        return "{'id': '%s', 'suction': [{'tag': '%s-S', 'area': '30 cm2'}], 'discharge': [{'tag': '%s-D', 'area': '20 cm2'}], 'suctionArea': '40 cm2', 'dischargeArea': '40 cm2', 'shutOffPressure': '400 kPa', 'impellerArea': '3 cm2', 'suctionHeight': '1 m', 'requiredSuctionPressure': '20 kPa'}"
                .formatted(id, id, id);
    }

    private static SmallPlant plant() {
        SmallPlant plant = SmallPlant.of().vessel("low", 4, 2, "1 mol/s").vessel("high", 4, 2, "1 mol/s");
        for (String tank : new String[] {"low", "high"}) {
            plant.with(
                    "vents",
                    "{'id': 'vent-%s', 'holdup': '%s', 'reversalWidth': '1 Pa', 'openings': [{'valve': 'open-%s', 'area': '100 cm2', 'initial': 1}]}"
                            .formatted(tank, tank, tank));
        }
        return plant.with(
                        "pumpStations",
                        "{'id': 'P', 'text': {'zh': '泵', 'en': 'Pumps'}, 'from': 'low', 'outletVolume': '5 L', 'pumps': ["
                                + pump("PA") + "," + pump("PB")
                                + "], 'branches': [{'id': 'up', 'to': 'high', 'valves': [{'tag': 'FV', 'area': '2 cm2'}], 'pipeArea': '20 cm2', 'lift': '10 m', 'reversible': true}],"
                                + " 'recirculations': [{'id': 'ARC', 'valves': [{'tag': 'ARC-B', 'area': '1 cm2'}], 'pipeArea': '20 cm2', 'lift': '0 m', 'minimumFlow': '3.6 m3/h'}]}")
                .with("pumpCasings", """
                        {'id': 'PA-casing', 'pump': 'PA', 'lossPower': '5 kW', 'heatCapacity': '50 kJ/K',
                         'heatLoss': '10 W/K'}""")
                .build()
                .charge("low", 0, 3)
                .set("PA-S", 1)
                .set("PA-D", 1)
                .set("PB-S", 1)
                .set("PB-D", 1);
    }

    /**
     * By hand: 400 kPa + rho g (1 + 1.5 - 10) = 326.7 kPa over 1/(3e-4)^2 + 1/(3e-3)^2 + 1/(1.789e-3)^2 twice and the branch
     * 1/(2e-4)^2 + 1/(2e-3)^2.
     */
    @Test
    void onePumpWorksWhereItsCurveMeetsTheLine() {
        SmallPlant plant = plant().set("PA", 1).set("FV", 1).run(5, 0.1);
        double height = plant.read("low.V") / 2;
        double drive = 400e3 + WATER * 9.80665 * (1 + height - 10);
        double suction = inSeries(30e-4, 40e-4);
        double discharge = inSeries(20e-4, 40e-4);
        double pump = inSeries(inSeries(3e-4, suction), discharge);
        double area = inSeries(pump, inSeries(2e-4, 20e-4));
        assertThat(plant.read("up.m")).isCloseTo(area * Math.sqrt(2 * drive * WATER), ROOTS);
        assertThat(plant.read("PA.m")).isCloseTo(plant.read("up.m"), Percentage.withPercentage(0.5));
        assertThat(plant.read("PA.cavitation")).as("3.5 m over cold water").isLessThan(0.05);
        assertThat(plant.read("PA.dry")).isLessThan(0.01);
        assertThat(plant.read("PB.m")).as("the standby's check valve holds").isZero();
    }

    private static double inSeries(double a, double b) {
        return 1 / Math.sqrt(1 / (a * a) + 1 / (b * b));
    }

    @Test
    void theStandbyTakesOver() {
        SmallPlant plant = plant().set("PA", 1).set("FV", 1).run(5, 0.1);
        double before = plant.read("up.m");
        plant.set("PA", 0).run(3, 0.1);
        assertThat(plant.read("up.m")).as("10 m up, without a pump").isLessThan(0);
        plant.set("PB", 1).run(5, 0.1);
        assertThat(plant.read("up.m")).isCloseTo(before, Percentage.withPercentage(1));
        plant.set("PA", 1).run(5, 0.1);
        assertThat(plant.read("up.m")).as("both pumps, one line").isBetween(1.05 * before, 1.4 * before);
    }

    @Test
    void aFailedCheckValveOfTheStandbyStealsFlow() {
        SmallPlant plant = plant().set("PA", 1).set("FV", 1).run(5, 0.1);
        double sound = plant.read("up.m");
        plant.set("PB.checkFailed", 1).run(5, 0.1);
        assertThat(plant.read("up.m")).isLessThan(0.8 * sound);
        assertThat(plant.read("PA.m")).as("more through the pump").isGreaterThan(plant.read("up.m") + 1);
    }

    /** Dead head: all of 400 kPa on the header, no flow, 5 kW in a casing of 50 kJ/K: 0.1 K/s. */
    @Test
    void againstAShutValveItHeatsUp() {
        SmallPlant plant = plant().set("PA", 1).set("FV", 0).run(10, 0.1);
        double rest = plant.read("low.P") + WATER * 9.80665 * (1 + plant.read("low.V") / 2);
        assertThat(plant.read("P.P")).isCloseTo(rest + 400e3, CORNER);
        assertThat(plant.read("PA.deadhead")).isGreaterThan(0.99);
        double before = plant.read("PA-casing.T");
        plant.run(300, 0.5);
        assertThat(plant.read("PA-casing.T") - before).isCloseTo(30, Percentage.withPercentage(4));
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }

    /** The flow carries 5 kW away at once: 5000/(m cp) above the vessel. */
    @Test
    void flowKeepsTheCasingCool() {
        SmallPlant plant = plant().set("PA", 1).set("FV", 1).run(120, 0.5);
        double above = 5000 / (plant.read("PA.m") * 4180);
        assertThat(plant.read("PA-casing.T") - plant.read("low.T")).isCloseTo(above, within(0.03 * above));
    }

    /** The line of minimum flow opens below 1 kg/s forward and gives the shut-in pump 1 cm2 back to the vessel. */
    @Test
    void minimumFlowProtectsThePump() {
        SmallPlant plant = plant().set("PA", 1).set("FV", 0).set("ARC-B", 1).run(10, 0.1);
        assertThat(plant.read("ARC.open")).isCloseTo(1, within(0.03));
        assertThat(plant.read("ARC.m")).isCloseTo(plant.read("PA.m"), Percentage.withPercentage(0.5));
        assertThat(plant.read("ARC.m")).isGreaterThan(1.5);
        assertThat(plant.read("PA.deadhead")).isZero();
        double level = plant.read("low.V");
        plant.run(600, 0.5);
        assertThat(plant.read("low.V")).as("what goes round is not lost").isCloseTo(level, within(1e-3));
        assertThat(plant.read("PA-casing.T") - plant.read("low.T")).isLessThan(2);
        plant.set("FV", 1).run(5, 0.1);
        assertThat(plant.read("ARC.open")).as("enough forward flow").isZero();
        plant.set("FV", 0).set("ARC.available", 0).run(5, 0.1);
        assertThat(plant.read("PA.deadhead")).as("stuck shut").isGreaterThan(0.99);
    }

    @Test
    void withoutLiquidOrSuctionItRunsDry() {
        SmallPlant plant = plant().set("PA", 1).set("FV", 1).set("PA-S", 0).run(2, 0.1);
        assertThat(plant.read("PA.dry")).isEqualTo(1);
        assertThat(plant.read("PA.m")).isZero();
        plant.set("PA-S", 1).charge("low", 0, 1e-3).run(2, 0.1);
        assertThat(plant.read("PA.dry")).isGreaterThan(0.5);
    }

    /** NPSH: with the suction throttled to 2 cm2 the pump gets 1.5 2e-4 (2 margin rho)^0.5 at most. */
    @Test
    void aThrottledSuctionCavitates() {
        SmallPlant plant = plant().set("PA", 1).set("FV", 1).set("PA-S", 0.04).run(5, 0.1);
        double margin = plant.read("low.P") + WATER * 9.80665 * (1 + plant.read("low.V") / 2) - 3169 - 20e3;
        double most = 1.5 * inSeries(1.2e-4, 40e-4) * Math.sqrt(2 * margin * WATER);
        assertThat(plant.read("PA.m")).isLessThan(most);
        assertThat(plant.read("PA.cavitation")).isGreaterThan(0);
        plant.set("PA-S", 1).run(5, 0.1);
        assertThat(plant.read("PA.cavitation")).isLessThan(0.05);
    }

    @Test
    void wearLowersTheHeadAndSpeedSquaresIt() {
        SmallPlant plant = plant().set("PA", 1).set("PA.head", 0.8).run(5, 0.1);
        double rest = plant.read("low.P") + WATER * 9.80665 * (1 + plant.read("low.V") / 2);
        assertThat(plant.read("P.P") - rest).isCloseTo(320e3, CORNER);
        plant.set("PA", 0.8).set("PA.head", 1).set("FV", 0.02).run(60, 0.1);
        assertThat(plant.read("P.P") - rest).as("0.8^2").isCloseTo(256e3, CORNER);
    }
}
