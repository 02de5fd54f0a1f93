package org.openots.simulator.equipment;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.Surroundings;
import org.openots.simulator.process.VariableSink;

/**
 * Metal and liquid in the casing of a pump: one state, its energy. The power that does not leave as head heats it, the flow
 * carries the heat away; against a shut valve or without liquid it gets hot.
 */
public final class PumpCasing extends StateBlock implements Link {
    /** Beyond any temperature that a casing could come to, K; it only stops a run that has gone astray. */
    private static final double HOTTEST = 1e5;

    private final Spec spec;
    private final RunningPump pump;
    private final Surroundings surroundings;
    private double power;
    private double temperature;

    /**
     * Data of the casing.
     *
     * @param id name
     * @param lossPower power lost in the pump at full speed, W; with the cube of the speed
     * @param heatCapacity of metal and liquid, J/K
     * @param heatLoss to the surroundings, W/K
     */
    public record Spec(String id, double lossPower, double heatCapacity, double heatLoss) {}

    /** Creates the casing of a pump; to be placed behind it. */
    public PumpCasing(Spec spec, RunningPump pump, Surroundings surroundings) {
        super(spec.id(), 1);
        this.spec = spec;
        this.pump = pump;
        this.surroundings = surroundings;
        pump.attach(this);
    }

    @Override
    public List<StateBlock> blocks() {
        List<StateBlock> all = new ArrayList<>(pump.influences());
        all.add(this);
        return List.copyOf(all);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        double speed = pump.speed();
        power = spec.lossPower() * speed * speed * speed;
    }

    @Override
    public void evaluate(double[] y) {
        temperature = PhysicalConstants.REFERENCE_TEMPERATURE + y[offset()] / Holdup.ENERGY_SCALE / spec.heatCapacity();
    }

    @Override
    public void ownRates(FlowSink sink) {
        sink.heatIn(offset(), power);
        sink.heatIn(offset(), surroundings.heatInto(spec.heatLoss(), temperature));
    }

    /** Heat that the flow takes along goes to the vessel, whose liquid it is. */
    @Override
    public void flows(FlowSink sink) {
        Holdup from = pump.source();
        double moles = FastMath.max(pump.massFlow(), 0) / from.liquidMolarMass();
        double warmer = from.liquidEnthalpyAt(temperature) - from.liquidEnthalpy();
        sink.heat(offset(), from.energyOffset(), moles * warmer);
    }

    @Override
    public void errorScale(double[] y, double[] scale) {
        scale[offset()] = RELATIVE_TOLERANCE * Holdup.ENERGY_SCALE * 10 * spec.heatCapacity();
    }

    @Override
    public boolean admissible(double[] y) {
        return FastMath.abs(y[offset()]) < HOTTEST * spec.heatCapacity() * Holdup.ENERGY_SCALE;
    }

    @Override
    public double perturbation(int state, double value) {
        return 1e-7 * (FastMath.abs(value) + 0.01);
    }

    @Override
    public void startCold(double[] y, Surroundings around) {
        double warm = around.temperature() - PhysicalConstants.REFERENCE_TEMPERATURE;
        y[offset()] = spec.heatCapacity() * warm * Holdup.ENERGY_SCALE;
    }

    @Override
    public void addInventory(double[] y, double[] sum) {
        sum[sum.length - 1] += y[offset()] / Holdup.ENERGY_SCALE;
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".T", "K", () -> temperature);
    }
}
