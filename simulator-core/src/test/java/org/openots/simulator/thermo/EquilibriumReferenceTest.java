package org.openots.simulator.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.common.unit.PhysicalConstants;

/** The NRTL packages against measured equilibria; tolerances are those of the SOURCE.md beside each table. */
@Validates({"carey-lewis-1932", "ethanol-water-azeotrope", "methanol-water-perry-13-1", "benzene-toluene-geankoplis"})
class EquilibriumReferenceTest {
    private static final PropertyDatabase DATABASE = new PropertyDatabase();

    private record Deviation(double temperature, double vapour) {}

    @Test
    void ethanolWaterMeetsCareyAndLewis() {
        Deviation mean = deviation("carey-lewis-1932", "ethanol");
        assertThat(mean.temperature()).as("mean |dT|, K").isLessThanOrEqualTo(0.25);
        assertThat(mean.vapour()).as("mean |dy|").isLessThanOrEqualTo(0.007);
    }

    @Test
    void methanolWaterMeetsThePublishedTable() {
        Deviation mean = deviation("methanol-water-perry-13-1", "methanol");
        assertThat(mean.temperature()).as("mean |dT|, K").isLessThanOrEqualTo(0.2);
        assertThat(mean.vapour()).as("mean |dy|").isLessThanOrEqualTo(0.006);
    }

    @Test
    void benzeneTolueneMeetsTheTextbook() {
        Equilibrium equilibrium = new Equilibrium(DATABASE.binary("benzene-toluene"));
        List<ReferenceTable.Row> rows = ReferenceTable.read("benzene-toluene-geankoplis", "vle");
        double temperature = 0;
        double vapour = 0;
        for (ReferenceTable.Row row : rows) {
            double x = row.number("x_benzene");
            EquilibriumPoint point = equilibrium.bubblePoint(row.number("pressure_Pa"), x, 1 - x);
            temperature +=
                    Math.abs(point.temperature() - PhysicalConstants.CELSIUS_ZERO - row.number("temperature_degC"));
            vapour += Math.abs(point.vapour()[0] - row.number("y_benzene"));
        }
        assertThat(temperature / rows.size()).as("mean |dT|, K").isLessThanOrEqualTo(0.2);
        assertThat(vapour / rows.size()).as("mean |dy|").isLessThanOrEqualTo(0.005);
        assertThat(equilibrium.azeotrope(PhysicalConstants.STANDARD_ATMOSPHERE)).isEmpty();
    }

    @Test
    void ethanolWaterAzeotropeIsWhereItWasMeasured() {
        ReferenceTable.Row reference =
                ReferenceTable.read("ethanol-water-azeotrope", "azeotrope").get(0);
        EquilibriumPoint found = equilibrium("ethanol")
                .azeotrope(reference.number("pressure_Pa"))
                .orElseThrow();
        assertThat(found.liquid()[0]).isCloseTo(reference.number("x_ethanol"), within(0.002));
        assertThat(found.vapour()[0]).isCloseTo(found.liquid()[0], within(1e-9));
        assertThat(found.temperature() - PhysicalConstants.CELSIUS_ZERO)
                .isCloseTo(reference.number("temperature_degC"), within(0.03));
    }

    @Test
    void azeotropeLosesEthanolAsPressureRises() {
        Equilibrium equilibrium = equilibrium("ethanol");
        double before = 1;
        for (double pressure : new double[] {50e3, 75e3, 101.325e3, 150e3, 200e3, 300e3}) {
            double fraction = equilibrium.azeotrope(pressure).orElseThrow().liquid()[0];
            assertThat(fraction).as("azeotrope at %s Pa", pressure).isLessThan(before);
            before = fraction;
        }
    }

    @Test
    void methanolWaterHasNoAzeotrope() {
        assertThat(equilibrium("methanol").azeotrope(PhysicalConstants.STANDARD_ATMOSPHERE))
                .isEmpty();
    }

    private static Equilibrium equilibrium(String alcohol) {
        return new Equilibrium(DATABASE.nrtl(List.of(alcohol, "water"), "air"));
    }

    private static Deviation deviation(String source, String alcohol) {
        Equilibrium equilibrium = equilibrium(alcohol);
        List<ReferenceTable.Row> rows = ReferenceTable.read(source, "vle");
        double temperature = 0;
        double vapour = 0;
        for (ReferenceTable.Row row : rows) {
            double x = row.number("x_" + alcohol);
            EquilibriumPoint point = equilibrium.bubblePoint(row.number("pressure_Pa"), x, 1 - x);
            temperature +=
                    Math.abs(point.temperature() - PhysicalConstants.CELSIUS_ZERO - row.number("temperature_degC"));
            vapour += Math.abs(point.vapour()[0] - row.number("y_" + alcohol));
        }
        return new Deviation(temperature / rows.size(), vapour / rows.size());
    }
}
