package org.openots.simulator.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.common.unit.PhysicalConstants;

class PoolTest {
    @Test
    void theDikeLimitsThePool() {
        assertThat(new Pool(0.01, Double.POSITIVE_INFINITY).area(2)).isEqualTo(200);
        assertThat(new Pool(0.01, 50).area(2)).isEqualTo(50);
        assertThat(new Pool(0.01, 50).steadyArea(1, 0.02)).isEqualTo(50);
        assertThat(new Pool(0.01, 500).steadyArea(1, 0.02)).isCloseTo(50, within(1e-12));
    }

    @Test
    void aSlickSpreadsAsFastAsItsDepthDrives() {
        Pool open = new Pool(1e-3, Double.POSITIVE_INFINITY);
        double volume = 3;
        for (double t : new double[] {0.5, 2, 8}) {
            double r = open.radius(volume, 1, t);
            double speed = (open.radius(volume, 1, t + 1e-4) - open.radius(volume, 1, t - 1e-4)) / 2e-4;
            double depth = volume / (Math.PI * r * r);
            assertThat(speed).isCloseTo(Math.sqrt(2 * PhysicalConstants.GRAVITY * depth), within(1e-6));
        }
        assertThat(open.radius(volume, 1, 0)).isEqualTo(1);
        assertThat(open.radius(volume, 1, 1e6)).isCloseTo(Math.sqrt(3000 / Math.PI), within(1e-9));
    }

    /** Equation D-1 of EPA 550-B-99-009 in its own units, for a vapour so thin that its own flow does not matter. */
    @Test
    void evaporationIsThatOfTheAgency() {
        double flux = Pool.evaporation(new Pool.Air(3, 101_325), 293.15, 1, 0.0461);
        double pounds = 0.284 * Math.pow(3, 0.78) * Math.pow(46.1, 2.0 / 3) * (1 / 133.322) / (82.05 * 293.15);
        assertThat(flux).isCloseTo(pounds * 0.45359237 / 60 / (0.3048 * 0.3048), within(1e-5 * flux));
    }

    @Test
    void evaporationGrowsWithWindAndVapourPressure() {
        Pool.Air breeze = new Pool.Air(2, 101_325);
        double slow = Pool.evaporation(breeze, 293.15, 5900, 0.0461);
        assertThat(Pool.evaporation(new Pool.Air(4, 101_325), 293.15, 5900, 0.0461) / slow)
                .isCloseTo(Math.pow(2, 0.78), within(1e-12));
        assertThat(Pool.evaporation(breeze, 293.15, 11_800, 0.0461)).isGreaterThan(2 * slow);
        // ethanol at 20 degC in a breeze of 2 m/s: some 0.1 to 1 g/(m2 s), as pools are observed to evaporate
        assertThat(slow).isBetween(1e-4, 1e-3);
        assertThatThrownBy(() -> Pool.evaporation(breeze, 293.15, 95_000, 0.0461))
                .isInstanceOf(OtsException.class);
    }
}
