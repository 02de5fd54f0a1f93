package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.GasFlow;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.Surroundings;
import org.openots.simulator.process.VariableSink;
import org.openots.simulator.thermo.Inert;

/**
 * Pressure and vacuum valve of a storage tank (API 2000): one weighted pallet lets gas out above its setting, another lets
 * air in below its own; each is fully lifted at twice its setting. A flame arrester before both can foul.
 */
public final class BreatherValve implements Link, GasSource {
    /** Rounding of the lift's corners, share of the setting. */
    private static final double CORNER = 0.1;

    private final Spec spec;
    private final Holdup holdup;
    private final Surroundings surroundings;
    private final double inertMolarMass;
    private final int inertSpecies;
    private double area;
    private double outflow;
    private double inflow;

    /**
     * Data of the valve.
     *
     * @param id name
     * @param pressureSetting gauge pressure at which it begins to let gas out, Pa
     * @param vacuumSetting vacuum at which it begins to let air in, Pa
     * @param area effective flow area of each side when fully lifted, m2
     * @param clearInput index of the share of the flame arrester that is open
     */
    public record Spec(String id, double pressureSetting, double vacuumSetting, double area, int clearInput) {}

    /** Creates the valve on a tank. */
    public BreatherValve(Spec spec, Holdup holdup, Surroundings surroundings, Inert inert) {
        this.spec = spec;
        this.holdup = holdup;
        this.surroundings = surroundings;
        this.inertMolarMass = inert.molarMass();
        this.inertSpecies = 2 * holdup.caloric().components();
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
        area = spec.area() * inputs.get(spec.clearInput());
    }

    /** Share of the lift at a pressure difference. */
    private static double lift(double difference, double setting) {
        double above = Smooth.ramp(difference / setting - 1, CORNER);
        return above - Smooth.ramp(above - 1, CORNER);
    }

    @Override
    public void flows(FlowSink sink) {
        double outside = surroundings.pressure();
        double over = holdup.pressure() - outside;
        outflow = GasFlow.valve(
                holdup, area * lift(over, spec.pressureSetting()), outside, CORNER * spec.pressureSetting());
        sink.vapourOut(holdup, outflow);
        double t = surroundings.temperature();
        double density = outside / (PhysicalConstants.GAS_CONSTANT * t);
        inflow = area
                * lift(-over, spec.vacuumSetting())
                * FastMath.sqrt(2 * density / inertMolarMass)
                * GasFlow.expansion(outside, holdup.pressure(), CORNER * spec.vacuumSetting());
        sink.inertIn(holdup, inflow, holdup.caloric().enthalpy(inertSpecies, t));
    }

    @Override
    public double released(int component) {
        return outflow * holdup.vapourFraction(component);
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".out", "mol/s", () -> outflow);
        variables.put(id() + ".in", "mol/s", () -> inflow);
    }
}
