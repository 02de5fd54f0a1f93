package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.Surroundings;
import org.openots.simulator.process.VariableSink;

/**
 * The cooling-water main and its branches. Water is incompressible and quick, so the flows follow from the supply
 * pressure and the openings of the coming tick.
 */
public final class CoolingWater implements Link {
    /** Density of cooling water for flow calculations: 997 kg/m3 at 25 C (Kell, J. Chem. Eng. Data 20 (1975) 97). */
    static final double DENSITY = 997;

    /** Specific heat of water: 4181 J/(kg K) at 25 C, 101.325 kPa (Perry's 8th ed., Table 2-153). */
    static final double SPECIFIC_HEAT = 4181;

    private final int pressureInput;
    private final int temperatureInput;
    private final Surroundings surroundings;
    private final int[] pumpInputs;
    private double gaugePressure;
    private double temperature;

    /**
     * Creates the main.
     *
     * @param pumpInputs indices of the speeds of circulating pumps, any of which makes the pressure; none if the supply
     *     comes from outside
     */
    public CoolingWater(int pressureInput, int temperatureInput, int[] pumpInputs, Surroundings surroundings) {
        this.pumpInputs = pumpInputs.clone();
        this.surroundings = surroundings;
        this.pressureInput = pressureInput;
        this.temperatureInput = temperatureInput;
    }

    @Override
    public String id() {
        return "cw";
    }

    @Override
    public List<StateBlock> blocks() {
        return List.of();
    }

    @Override
    public void flows(FlowSink sink) {
        // branches book what they take up
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put("cw.P", "Pa", () -> gaugePressure + surroundings.pressure());
        variables.put("cw.T", "K", this::temperature);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        double head = pumpInputs.length == 0 ? 1 : 0;
        for (int pump : pumpInputs) {
            double speed = inputs.get(pump);
            head = FastMath.max(head, speed * speed);
        }
        gaugePressure = FastMath.max(0, inputs.get(pressureInput)) * head;
        temperature = inputs.get(temperatureInput);
    }

    /** Supply pressure above the surroundings, Pa. */
    public double gaugePressure() {
        return gaugePressure;
    }

    /** K. */
    public double temperature() {
        return temperature;
    }

    /** Volume flow through a path to the open return, m3/s. */
    public double flow(ValvePath path, ProcessInputs inputs) {
        return path.area(inputs) * FastMath.sqrt(2 * gaugePressure / DENSITY);
    }
}
