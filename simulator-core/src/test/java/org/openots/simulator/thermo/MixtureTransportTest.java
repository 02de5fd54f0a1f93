package org.openots.simulator.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MixtureTransportTest {
    private static final PropertyDatabase DATABASE = new PropertyDatabase();
    private static final MixtureTransport ETHANOL_WATER = new MixtureTransport(DATABASE.binary("ethanol-water"));

    @Test
    void pureLiquidsKeepTheirOwn() {
        Component water = DATABASE.component("water");
        double[] pure = {0, 1};
        assertThat(ETHANOL_WATER.surfaceTension(350, pure))
                .isEqualTo(water.transport().surfaceTension().orElseThrow().value(350));
        assertThat(ETHANOL_WATER.liquidViscosity(350, pure))
                .isCloseTo(water.transport().liquidViscosity().orElseThrow().value(350), within(1e-15));
        Component ethanol = DATABASE.component("ethanol");
        double sigma = ethanol.transport().surfaceTension().orElseThrow().value(350);
        assertThat(ETHANOL_WATER.surfaceTension(350, new double[] {1 - 1e-9, 1e-9}))
                .isCloseTo(sigma, within(1e-6));
    }

    @Test
    void alcoholCrowdsIntoTheSurfaceOfWater() {
        double before = ETHANOL_WATER.surfaceTension(298.15, new double[] {0, 1});
        double linear = 0;
        for (double x : new double[] {0.02, 0.05, 0.1, 0.3, 0.6, 1}) {
            double sigma = ETHANOL_WATER.surfaceTension(298.15, new double[] {x, 1 - x});
            assertThat(sigma).as("falls with ethanol, x = %s", x).isLessThan(before);
            linear = x * 0.0220 + (1 - x) * 0.0720;
            assertThat(sigma).as("below the mean").isLessThanOrEqualTo(linear + 1e-4);
            before = sigma;
        }
        // half the tension of water at a tenth of ethanol, as Tamura's method was made to say
        assertThat(ETHANOL_WATER.surfaceTension(298.15, new double[] {0.1, 0.9}))
                .isBetween(0.030, 0.040);
    }

    @Test
    void paraffinsMixBetweenTheirOwnValues() {
        MixtureTransport mixture = new MixtureTransport(DATABASE.binary("n-butane-n-heptane"));
        double[] half = {0.5, 0.5};
        double light = mixture.liquidViscosity(340, new double[] {1, 0});
        double heavy = mixture.liquidViscosity(340, new double[] {0, 1});
        assertThat(mixture.liquidViscosity(340, half)).isCloseTo(Math.sqrt(light * heavy), within(1e-12));
        assertThat(mixture.surfaceTension(340, half)).isBetween(0.007, 0.016);
        assertThat(mixture.range().covers(340)).isTrue();
        assertThat(mixture.range().covers(600)).isFalse();
    }

    @Test
    void everyShippedComponentHasTransportFigures() {
        for (String id : List.of(
                "propane",
                "isobutane",
                "n-butane",
                "isopentane",
                "n-pentane",
                "n-hexane",
                "n-heptane",
                "benzene",
                "toluene",
                "ethanol",
                "methanol",
                "water")) {
            Transport transport = DATABASE.component(id).transport();
            assertThat(transport.liquidViscosity()).as(id).isPresent();
            assertThat(transport.surfaceTension()).as(id).isPresent();
        }
    }
}
