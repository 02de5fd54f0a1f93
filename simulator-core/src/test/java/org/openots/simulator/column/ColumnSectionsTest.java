package org.openots.simulator.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openots.simulator.flowsheet.SmallPlant;

/** A column of each kind of internals at total reflux: started cold, loaded, flooded, unloaded. */
class ColumnSectionsTest {
    private static final String COMMON = "'gasFloor': '10 %', 'metalHeatCapacity': '40 kJ/K', 'heatLoss': '1 W/K',"
            + " 'filmMoles': '0.05 mol', 'transfer': '1 mol/s'";
    private static final String FLUIDS = "'vapourViscosity': '0.0105 mPa.s', 'vapourDiffusivity': '18 mm2/s',"
            + " 'liquidDiffusivity': '4e-9 m2/s', 'surfaceTension': '25 mN/m'";

    enum Internals {
        SIEVE("ratedTraySections", rated("'kind': 'sieve', 'holeDiameter': '6 mm', 'plateThickness': '3 mm'", "aiche")),
        VALVE(
                "ratedTraySections",
                rated(
                        "'kind': 'valve', 'valveThickness': '1.5 mm', 'valveDensity': '8000 kg/m3', 'legFactor': '1.3',"
                                + " 'shutLoss': '80', 'liftedLoss': '1.07', 'openLoss': '5'",
                        "chan-fair")),
        PACKED("packedSections", """
                {'id': 'col', 'text': {'zh': '填料', 'en': 'Packing'}, 'slices': 6, 'bottom': 'sump', 'area': '0.16 m2',
                 'height': '3 m', 'reversalWidth': '2 Pa', 'packing': {'specificArea': '205 1/m', 'voidage': '94 %',
                 'nominalSize': '25 mm', 'c1': '0.05', 'c2': '1', 'c3': '3', 'criticalTension': '75 mN/m'},
                 'fluids': {'liquidViscosity': '0.4 mPa.s',""" + " " + FLUIDS + "}, " + COMMON + "}");

        private final String list;
        private final String element;

        Internals(String list, String element) {
            this.list = list;
            this.element = element;
        }
    }

    private static String rated(String deck, String method) {
        return """
                {'id': 'col', 'text': {'zh': '塔', 'en': 'Column'}, 'trays': 5, 'bottom': 'sump', 'activeArea': '0.2 m2',
                 'netArea': '0.22 m2', 'holeArea': '250 cm2', 'weirLength': '0.6 m', 'weirHeight': '40 mm',
                 'spacing': '0.45 m', 'flowPath': '0.4 m', 'apronArea': '150 cm2', 'downcomerVoid': '50 %',
                 'deck': {""" + deck + "}, 'fluids': {" + FLUIDS + "}, 'efficiency': {'method': '" + method + "'}, "
                + COMMON + "}";
    }

    private static SmallPlant column(Internals internals) {
        return SmallPlant.of()
                .vessel("sump", 1, 0.6, "800 mol/s")
                .vessel("condenser", 0.2, 0.3, "300 mol/s")
                .with(internals.list, internals.element)
                .with("heaters", """
                        {'id': 'H', 'holdup': 'sump', 'installedPower': '700 kW', 'heatCapacity': '50 kJ/K',
                         'wetConductance': '30 kW/K', 'dryConductance': '20 W/K', 'uncoveredBelow': '50 L',
                         'coveredAbove': '150 L'}""")
                .with("coils", """
                        {'id': 'cw', 'holdup': 'condenser', 'valves': [{'tag': 'CWV', 'area': '25 cm2'}],
                         'pipeArea': '20 cm2', 'conductance': '25 kW/K', 'floodable': true}""")
                .with("vapourLines", """
                        {'id': 'overhead', 'from': 'col-1', 'to': 'condenser', 'valves': [], 'pipeArea': '150 cm2',
                         'reversalWidth': '20 Pa'}""")
                .with("vents", """
                        {'id': 'vent', 'holdup': 'condenser', 'reversalWidth': '5 Pa',
                         'openings': [{'valves': [{'tag': 'VENT', 'area': '3 cm2'}], 'pipeArea': '10 cm2'}]}""")
                .with("gasSupplies", """
                        {'id': 'gas', 'to': 'condenser', 'valves': [{'tag': 'GAS', 'area': '1 cm2'}],
                         'pipeArea': '1 cm2', 'pressure': '300 kPa'}""")
                .with("overflows", """
                        {'id': 'reflux', 'from': 'condenser', 'to': 'col-1', 'startVolume': '3 L',
                         'drainTime': '5 s'}""")
                .build()
                .charge("sump", 0.2, 0.6)
                .set("CWV", 1)
                .set("VENT", 1);
    }

    @ParameterizedTest
    @EnumSource(Internals.class)
    void separatesFloodsAndRecovers(Internals internals) {
        SmallPlant plant = column(internals).set("H", 0.5).run(2400, 0.5);
        double overhead = plant.read("col-1.w");
        assertThat(overhead)
                .as("five trays or three metres go from 20 to near 90 wt%")
                .isBetween(0.85, 0.925);
        double loss = plant.read("sump.P") - plant.read("col-1.P");
        assertThat(loss).as("pressure loss, Pa").isBetween(800.0, 4000.0);
        double flood = plant.read("col-passage-1.flood");
        assertThat(flood).as("approach to flooding").isBetween(0.4, 0.85);
        double held = plant.read("col-1.V");

        plant.set("H", 1).run(1800, 0.5);
        assertThat(plant.read("col-1.V")).as("the top fills").isGreaterThan(5 * held);
        double flooded = plant.read("sump.P") - plant.read("col-1.P");
        assertThat(flooded).isGreaterThan(2 * loss);

        plant.set("H", 0.5).run(600, 0.5);
        assertThat(plant.read("col-1.V"))
                .as("at the old load, still flooded: hysteresis")
                .isGreaterThan(3 * held);

        plant.set("H", 0.15).run(2400, 0.5).set("H", 0.5).run(2400, 0.5);
        assertThat(plant.read("col-1.V")).as("unloaded and loaded again").isCloseTo(held, within(0.1 * held));
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
        assertThat(plant.model().sound()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"SIEVE", "VALVE"})
    void gasFromAboveDrivesLiquidOffATrayBeforeItPasses(Internals internals) {
        SmallPlant plant = column(internals).set("H", 0.5).run(2400, 0.5);
        double held = plant.read("col-1.V");
        double passed = 0;
        plant.set("H", 0).set("VENT", 0).set("CWV", 0).set("GAS", 1);
        int seconds = 0;
        for (; seconds < 120 && plant.read("col-1.V") > 0.2 * held; seconds++) {
            plant.run(1, 0.5);
            if (plant.read("col-1.V") > 0.5 * held) {
                passed = Math.min(passed, plant.read("col-passage-1.n"));
            }
        }
        assertThat(seconds).as("s until the top tray has dumped").isLessThan(60);
        assertThat(-passed)
                .as("gas down through a wet tray, mol/s; the trays' holes would pass 20")
                .isLessThan(1);
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }
}
