package org.openots.simulator.process;

import org.hipparchus.util.FastMath;

/**
 * The cooling-water main and its branches. Water is incompressible and quick, so the flows follow from the supply
 * pressure and the openings of the coming tick.
 */
final class CoolingWater {
    /** Density of cooling water for flow calculations: 997 kg/m3 at 25 C (Kell, J. Chem. Eng. Data 20 (1975) 97). */
    static final double DENSITY = 997;

    /** Specific heat of water: 4181 J/(kg K) at 25 C, 101.325 kPa (Perry's 8th ed., Table 2-153). */
    static final double SPECIFIC_HEAT = 4181;

    private final int pressureInput;
    private final int temperatureInput;
    private double gaugePressure;
    private double temperature;

    CoolingWater(int pressureInput, int temperatureInput) {
        this.pressureInput = pressureInput;
        this.temperatureInput = temperatureInput;
    }

    void prepare(ProcessInputs inputs) {
        gaugePressure = FastMath.max(0, inputs.get(pressureInput));
        temperature = inputs.get(temperatureInput);
    }

    /** Supply pressure above the surroundings, Pa. */
    double gaugePressure() {
        return gaugePressure;
    }

    /** K. */
    double temperature() {
        return temperature;
    }

    /** Volume flow through a path to the open return, m3/s. */
    double flow(ValvePath path, ProcessInputs inputs) {
        return path.area(inputs) * FastMath.sqrt(2 * gaugePressure / DENSITY);
    }
}
