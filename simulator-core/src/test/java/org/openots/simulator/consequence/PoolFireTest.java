package org.openots.simulator.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.simulator.thermo.Component;
import org.openots.simulator.thermo.PropertyDatabase;

class PoolFireTest {
    private static final PropertyDatabase DATABASE = new PropertyDatabase();
    private static final double AIR = 1.2;

    /**
     * Pool fires of the National Institute of Standards and Technology in the data base of the Measurement and Computation
     * of Fire Phenomena working group (MaCFP): methanol in a pool of 1 m burns with 16.3 +- 0.2 g/(m2 s). The formula is
     * good to 10 % there; ethanol in a pool of 0.3 m (14.8 g/(m2 s)) burns half as fast as a large pool.
     */
    @Test
    void methanolBurnsAsMeasured() {
        assertThat(burning("methanol", 337.7, 293.15)).isCloseTo(0.0163, within(0.0016));
    }

    private static double burning(String id, double boiling, double ambient) {
        Component component = DATABASE.component(id);
        double m = component.molarMass();
        return PoolFire.burningRate(
                DATABASE.hazards(id).combustionEnthalpy().orElseThrow() / m,
                DATABASE.vaporisationEnthalpy(id, boiling) / m,
                component.liquidHeatCapacity().value(0.5 * (boiling + ambient)) / m,
                boiling - ambient);
    }

    /** Alcohols burn slowest, then aromatics and heavier paraffins, boiling light ends fastest: 15 to 110 g/(m2 s). */
    @Test
    void theOrderOfFuels() {
        double ethanol = burning("ethanol", 351.4, 293.15);
        double benzene = burning("benzene", 353.2, 293.15);
        double hexane = burning("n-hexane", 341.9, 293.15);
        double butane = burning("n-butane", 272.7, 293.15);
        assertThat(burning("methanol", 337.7, 293.15)).isLessThan(ethanol);
        assertThat(ethanol).isLessThan(benzene);
        assertThat(hexane).isBetween(0.07, 0.11);
        assertThat(butane).isGreaterThan(hexane).isLessThan(0.13);
    }

    @Test
    void flamesFollowThomas() {
        PoolFire fire = new PoolFire(5, 0.08, 44.7e6, 0.3);
        double height = fire.flameHeight(AIR);
        double group = 0.08 / (AIR * Math.sqrt(9.80665 * 5));
        assertThat(height / 5)
                .isCloseTo(42 * Math.pow(group, 0.61), within(1e-12))
                .isBetween(1.5, 3.0);
        // wide pools have flat flames: H/D falls with D^-0.305
        assertThat(new PoolFire(20, 0.08, 44.7e6, 0.3).flameHeight(AIR) / 20)
                .isCloseTo(height / 5 * Math.pow(4, -0.305), within(1e-9));
    }

    @Test
    void radiationSpreadsOverASphere() {
        PoolFire fire = new PoolFire(3, 0.08, 44.7e6, 0.35);
        assertThat(fire.power()).isCloseTo(0.08 * Math.PI * 2.25 * 44.7e6, within(1e-6 * fire.power()));
        double dry = 0;
        double ratio = fire.radiation(200, AIR, dry) / fire.radiation(400, AIR, dry);
        assertThat(ratio).as("inverse square far away").isCloseTo(4, within(0.01));
        double far = fire.radiation(300, AIR, dry) * 4 * Math.PI * 300 * 300 / fire.power();
        assertThat(far).isCloseTo(0.35 * PoolFire.transmissivity(dry, 300), within(1e-3));
        assertThat(fire.radiation(20, AIR, 2000)).isLessThan(fire.radiation(20, AIR, dry));
        assertThatThrownBy(() -> fire.radiation(1, AIR, dry)).isInstanceOf(OtsException.class);
    }

    @Test
    void moistAirAbsorbs() {
        assertThat(PoolFire.transmissivity(1000, 20)).isCloseTo(2.02 * Math.pow(2e4, -0.09), within(1e-12));
        assertThat(PoolFire.transmissivity(1000, 90)).isLessThan(PoolFire.transmissivity(1000, 20));
        assertThat(PoolFire.transmissivity(0, 20)).isBetween(0.85, 0.9);
    }
}
