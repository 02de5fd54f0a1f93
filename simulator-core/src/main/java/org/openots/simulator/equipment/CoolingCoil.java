package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.VariableSink;

/**
 * Cooling of a holdup by water that passes once: Q = W cp (1 - exp(-UA/(W cp))) (T - T_in). Liquid that backs up over
 * the tubes takes them out of condensation.
 */
public final class CoolingCoil implements Cooler {
    private final Spec spec;
    private final Holdup holdup;
    private final CoolingWater water;
    private double heatCapacityFlow;
    private double volumeFlow;
    private double effectiveness;
    private double duty;

    /**
     * Data of the coil.
     *
     * @param id name
     * @param path valves of the cooling water
     * @param conductance clean UA, W/K
     * @param foulingInput index of the factor on UA
     * @param floodable whether standing liquid blankets the tubes
     */
    public record Spec(String id, ValvePath path, double conductance, int foulingInput, boolean floodable) {}

    public CoolingCoil(Spec spec, Holdup holdup, CoolingWater water) {
        this.spec = spec;
        this.holdup = holdup;
        this.water = water;
    }

    @Override
    public String id() {
        return spec.id();
    }

    @Override
    public List<StateBlock> blocks() {
        return List.of(holdup);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        volumeFlow = water.flow(spec.path(), inputs);
        heatCapacityFlow = volumeFlow * CoolingWater.DENSITY * CoolingWater.SPECIFIC_HEAT;
        double ua = spec.conductance() * inputs.get(spec.foulingInput());
        effectiveness = heatCapacityFlow > 0 ? 1 - FastMath.exp(-ua / heatCapacityFlow) : 1;
    }

    @Override
    public void flows(FlowSink sink) {
        double flooded = spec.floodable()
                ? Smooth.ramp(holdup.liquidVolume() / holdup.spec().volume(), 0.02)
                : 0;
        double active = FastMath.max(0, 1 - flooded);
        double approach = effectiveness * active;
        duty = heatCapacityFlow * approach * (holdup.temperature() - water.temperature());
        sink.heatIn(holdup.energyOffset(), -duty);
    }

    /** m3/s. */
    public double volumeFlow() {
        return volumeFlow;
    }

    @Override
    public void addDuty(double watts) {
        duty += watts;
    }

    @Override
    public double coldShare() {
        return 1 - effectiveness;
    }

    @Override
    public double coolantTemperature() {
        return water.temperature();
    }

    /** K; the temperature of the holdup when no water flows. */
    public double outletTemperature() {
        return heatCapacityFlow > 0 ? water.temperature() + duty / heatCapacityFlow : holdup.temperature();
    }

    /** Heat removed, W. */
    public double duty() {
        return duty;
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".V", "m3/s", this::volumeFlow);
        variables.put(id() + ".Tout", "K", this::outletTemperature);
        variables.put(id() + ".Q", "W", this::duty);
    }
}
