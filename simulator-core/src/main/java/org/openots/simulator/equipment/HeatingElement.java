package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.Surroundings;
import org.openots.simulator.process.VariableSink;

/** The metal of an electric heater: one state, its energy; it overheats when liquid no longer covers it. */
public final class HeatingElement extends StateBlock implements Link {
    /** A wetted element is at most 18 K hotter than the liquid at full power; 40 K means that it is not wetted. */
    private static final double WETTED_EXCESS = 40;

    /** Beyond any temperature that a dry element could come to, K; it only stops a run that has gone astray. */
    private static final double HOTTEST = 1e5;

    private final Spec spec;
    private final Holdup holdup;
    private double temperature;
    private double power;

    /**
     * Data of the element.
     *
     * @param id name
     * @param powerInput index of the power as a share of the installed power
     * @param availableInput index of the share of elements that work
     * @param installedPower W
     * @param heatCapacity J/K
     * @param wetConductance to covering liquid, W/K
     * @param dryConductance to gas, W/K
     * @param lowVolume liquid volume at which the element is uncovered, m3
     * @param highVolume liquid volume at which it is covered, m3
     */
    public record Spec(
            String id,
            int powerInput,
            int availableInput,
            double installedPower,
            double heatCapacity,
            double wetConductance,
            double dryConductance,
            double lowVolume,
            double highVolume) {}

    public HeatingElement(Spec spec, Holdup holdup) {
        super(spec.id(), 1);
        this.spec = spec;
        this.holdup = holdup;
    }

    @Override
    public List<StateBlock> blocks() {
        return List.of(this, holdup);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        power = spec.installedPower() * inputs.get(spec.powerInput()) * inputs.get(spec.availableInput());
    }

    @Override
    public void evaluate(double[] y) {
        temperature = PhysicalConstants.REFERENCE_TEMPERATURE + y[offset()] / Holdup.ENERGY_SCALE / spec.heatCapacity();
    }

    @Override
    public void ownRates(FlowSink sink) {
        sink.heatIn(offset(), power);
    }

    @Override
    public void flows(FlowSink sink) {
        double span = spec.highVolume() - spec.lowVolume();
        double above = Smooth.ramp((holdup.liquidVolume() - spec.lowVolume()) / span, 0.05);
        double covered = above - Smooth.ramp(above - 1, 0.05);
        double conductance = spec.dryConductance() + covered * (spec.wetConductance() - spec.dryConductance());
        sink.heat(offset(), holdup.energyOffset(), conductance * (temperature - holdup.temperature()));
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

    /** Sets the metal to a temperature. */
    public void setTemperature(double[] y, double temperatureK) {
        y[offset()] =
                spec.heatCapacity() * (temperatureK - PhysicalConstants.REFERENCE_TEMPERATURE) * Holdup.ENERGY_SCALE;
    }

    /** K. */
    public double temperature() {
        return temperature;
    }

    /** Electric power taken, W. */
    public double power() {
        return power;
    }

    /** How far the element has left the liquid's temperature, 0 wetted to 1 glowing dry. */
    public double dryFire() {
        double excess = temperature - holdup.temperature() - WETTED_EXCESS;
        return FastMath.max(0, FastMath.min(1, excess / WETTED_EXCESS));
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".power", "W", this::power);
        variables.put(id() + ".T", "K", this::temperature);
        variables.put(id() + ".dryfire", "1", this::dryFire);
    }

    @Override
    public void startCold(double[] y, Surroundings surroundings) {
        setTemperature(y, surroundings.temperature());
    }

    @Override
    public void addInventory(double[] y, double[] sum) {
        sum[sum.length - 1] += y[offset()] / Holdup.ENERGY_SCALE;
    }
}
