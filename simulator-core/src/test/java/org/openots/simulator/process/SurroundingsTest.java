package org.openots.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Heat that the plant gives to the air. */
class SurroundingsTest {
    private final ProcessInputs inputs = new ProcessInputs();
    private final Surroundings air = new Surroundings(inputs, 298.15, 101325);

    @Test
    void exposureMultipliesTheHeatLossOfEverything() {
        int exposure = inputs.find("ambient.exposure");
        air.prepare(inputs);
        assertThat(inputs.get(exposure)).isEqualTo(1);
        assertThat(air.heatInto(2, 308.15)).as("W, into the warmer part").isCloseTo(-20, within(1e-9));
        inputs.set(exposure, 2);
        air.prepare(inputs);
        assertThat(air.heatInto(2, 308.15)).isCloseTo(-40, within(1e-9));
        assertThat(air.heatInto(2, 288.15)).isCloseTo(40, within(1e-9));
        inputs.set(exposure, 0);
        air.prepare(inputs);
        assertThat(air.heatInto(2, 308.15)).isZero();
    }

    /** A hot rig without power cools down faster in the wind. */
    @Test
    void aRigInTheWindCoolsFaster() {
        double still = cooled(1);
        double windy = cooled(2);
        assertThat(windy / still)
                .as("ratio of the falls of the sump's temperature")
                .isBetween(1.6, 2.1);
    }

    private static double cooled(double exposure) {
        Rig rig = Rig.totalReflux();
        rig.set("ambient.exposure", exposure);
        rig.shut("E-703");
        rig.run(600, 0.5);
        double before = rig.celsius("sump.T");
        rig.run(600, 0.5);
        return before - rig.celsius("sump.T");
    }
}
