package org.openots.simulator.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.openots.simulator.consequence.GaussianPlume.Place;
import org.openots.simulator.consequence.GaussianPlume.Surroundings;
import org.openots.simulator.thermo.Hazards;
import org.openots.simulator.thermo.PropertyDatabase;

class GaussianPlumeTest {
    /** R. W. Boubel et al., Fundamentals of Air Pollution, 3rd ed., table 19-7 (after Gifford 1976), at 1 km. */
    @Test
    void coefficientsAreThoseOfBriggs() {
        assertThat(Stability.A.sigmaY(1000)).isCloseTo(220 / Math.sqrt(1.1), within(1e-9));
        assertThat(Stability.D.sigmaY(1000)).isCloseTo(76.28, within(0.01));
        assertThat(Stability.D.sigmaZ(1000)).isCloseTo(37.95, within(0.01));
        assertThat(Stability.F.sigmaZ(1000)).isCloseTo(16 / 1.3, within(1e-9));
        assertThat(Stability.B.sigmaZ(1000)).isCloseTo(120, within(1e-9));
        Stability before = null;
        for (Stability stability : Stability.values()) {
            if (before != null) {
                assertThat(stability.sigmaZ(300)).as("%s is calmer", stability).isLessThan(before.sigmaZ(300));
            }
            before = stability;
        }
    }

    @Test
    void whatIsReleasedPassesEveryCrossSection() {
        double height = 4;
        for (Stability stability : Stability.values()) {
            GaussianPlume plume = new GaussianPlume(0.7, height, 3, stability, 0);
            double sy = stability.sigmaY(400);
            double sz = stability.sigmaZ(400);
            double flow = 0;
            int n = 200;
            for (int i = 0; i < n; i++) {
                double y = (i + 0.5 - n / 2.0) * 12 * sy / n;
                for (int j = 0; j < n; j++) {
                    double z = (j + 0.5) * (height + 6 * sz) / n;
                    flow += plume.concentration(400, y, z) * 3 * (12 * sy / n) * ((height + 6 * sz) / n);
                }
            }
            assertThat(flow).as("class %s", stability).isCloseTo(0.7, within(0.7e-3));
        }
    }

    @Test
    void limitsAndSymmetries() {
        GaussianPlume plume = new GaussianPlume(1, 0, 2, Stability.D, 0);
        double middle = plume.concentration(200, 0, 0);
        double expected = 1 / (Math.PI * 2 * Stability.D.sigmaY(200) * Stability.D.sigmaZ(200));
        assertThat(middle).as("a source on the ground").isCloseTo(expected, within(1e-15));
        assertThat(plume.concentration(200, 7, 1)).isEqualTo(plume.concentration(200, -7, 1));
        assertThat(plume.concentration(-1, 0, 0)).isZero();
        assertThat(plume.concentration(200, 500, 0)).isLessThan(1e-12);
        assertThat(new GaussianPlume(2, 0, 4, Stability.D, 0).concentration(200, 0, 0))
                .isCloseTo(middle, within(1e-15));
        assertThat(GaussianPlume.compared(50)).isFalse();
        assertThat(GaussianPlume.compared(500)).isTrue();
    }

    @Test
    void aWideSourceIsThinnerNearAndTheSameFarAway() {
        GaussianPlume point = new GaussianPlume(1, 0, 2, Stability.D, 0);
        GaussianPlume wide = new GaussianPlume(1, 0, 2, Stability.D, 10);
        assertThat(wide.concentration(20, 0, 0)).isLessThan(0.5 * point.concentration(20, 0, 0));
        assertThat(wide.concentration(5000, 0, 0) / point.concentration(5000, 0, 0))
                .isBetween(0.97, 1.0);
    }

    /** Evaporating ethanol at a detector: kg/m3 into volume fraction into percent of the explosion limit. */
    @Test
    void aDetectorReadsPercentOfTheExplosionLimit() {
        PropertyDatabase database = new PropertyDatabase();
        GaussianPlume plume = new GaussianPlume(0.05, 0.5, 1.5, Stability.F, 2);
        Surroundings air = new Surroundings(298.15, 101_325);
        double fraction = plume.volumeFraction(new Place(15, 0, 0.5), air, 0.04607);
        double moles = plume.concentration(15, 0, 0.5) / 0.04607;
        assertThat(fraction).isCloseTo(moles * 8.314462618 * 298.15 / 101_325, within(1e-12));
        Exposure ethanol = new Exposure(database.hazards("ethanol"));
        assertThat(ethanol.percentOfExplosionLimit(fraction).orElseThrow())
                .isCloseTo(100 * fraction / 0.033, within(1e-9));
        assertThat(ethanol.multipleOfDangerous(0.0033).orElseThrow()).isCloseTo(1, within(1e-12));
        Exposure water =
                new Exposure(new Hazards(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()));
        assertThat(water.percentOfExplosionLimit(0.1)).isEmpty();
        assertThat(plume.volumeFraction(new Place(1e-6, 0, 0.5), air, 0.04607))
                .as("no more than all")
                .isLessThanOrEqualTo(1);
    }

    /** NIOSH 1994: methanol 6000, ethanol 3300, benzene 500, toluene 500 ppm. */
    @Test
    void immediatelyDangerousFractions() {
        PropertyDatabase database = new PropertyDatabase();
        assertThat(database.hazards("methanol").dangerousFraction()).hasValue(0.006);
        assertThat(database.hazards("ethanol").dangerousFraction()).hasValue(0.0033);
        assertThat(database.hazards("benzene").dangerousFraction()).hasValue(0.0005);
        assertThat(database.hazards("toluene").dangerousFraction()).hasValue(0.0005);
        assertThat(database.hazards("water").lowerExplosionLimit()).isEmpty();
    }

    @Test
    void theLoadOfASteadyExposureIsItsPowerTimesItsTime() {
        double[] steady = {0.001, 0.001, 0.001};
        assertThat(Exposure.toxicLoad(steady, 60, 1)).isCloseTo(3000, within(1e-9));
        assertThat(Exposure.toxicLoad(steady, 60, 2)).isCloseTo(3e6, within(1e-6));
        double[] peaks = {0.002, 0.001, 0};
        assertThat(Exposure.toxicLoad(peaks, 60, 2)).as("peaks weigh more").isGreaterThan(3e6);
        assertThat(Exposure.toxicLoad(peaks, 60, 1))
                .as("by Haber's rule they do not")
                .isCloseTo(3000, within(1e-9));
    }
}
