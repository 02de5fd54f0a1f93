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
 * A weight-loaded disc that lets air in when the pressure falls below that of the surroundings by more than its setting;
 * fully lifted at twice the setting.
 */
public final class VacuumBreaker implements Link {
    private final Spec spec;
    private final Holdup holdup;
    private final Surroundings surroundings;
    private final double inertMolarMass;
    private double available;
    private double inflow;

    /**
     * Data of the breaker.
     *
     * @param id name
     * @param setting vacuum at which it begins to lift, Pa
     * @param area effective flow area when lifted, m2
     * @param availableInput index of the share of the area that opens: a stuck disc has none
     */
    public record Spec(String id, double setting, double area, int availableInput) {}

    /** Creates the breaker on a holdup. */
    public VacuumBreaker(Spec spec, Holdup holdup, Surroundings surroundings, Inert inert) {
        this.spec = spec;
        this.holdup = holdup;
        this.surroundings = surroundings;
        this.inertMolarMass = inert.molarMass();
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
        available = inputs.get(spec.availableInput());
    }

    @Override
    public void flows(FlowSink sink) {
        double vacuum = surroundings.pressure() - holdup.pressure();
        double above = Smooth.ramp(vacuum / spec.setting() - 1, 0.1);
        double lift = above - Smooth.ramp(above - 1, 0.1);
        double t = surroundings.temperature();
        double density = surroundings.pressure() / (PhysicalConstants.GAS_CONSTANT * t);
        inflow = spec.area()
                * available
                * lift
                * FastMath.sqrt(2 * density / inertMolarMass)
                * GasFlow.expansion(surroundings.pressure(), holdup.pressure(), 0.1 * spec.setting());
        sink.inertIn(
                holdup, inflow, holdup.caloric().enthalpy(2 * holdup.caloric().components(), t));
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".n", "mol/s", () -> inflow);
    }
}
