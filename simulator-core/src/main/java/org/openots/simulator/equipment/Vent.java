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

/** Openings of a holdup to the surroundings, in parallel: vents, vacuum breaking, leaks. Air comes in, gas goes out. */
public final class Vent implements Link {
    private final String id;
    private final Holdup holdup;
    private final Surroundings surroundings;
    private final List<Opening> openings;
    private final double width;
    private final double inertMolarMass;
    private final int inertSpecies;
    private double area;
    private double outflow;

    /**
     * One way out.
     *
     * @param opening index of the valve's opening
     * @param factor index of a factor that faults lower (plugging), or the opening's own index
     * @param area effective flow area when fully open, m2
     */
    public record Opening(int opening, int factor, double area) {}

    public Vent(
            String id, Holdup holdup, Surroundings surroundings, List<Opening> openings, double width, Inert inert) {
        this.id = id;
        this.holdup = holdup;
        this.surroundings = surroundings;
        this.openings = List.copyOf(openings);
        this.width = width;
        this.inertMolarMass = inert.molarMass();
        this.inertSpecies = 2 * holdup.caloric().components();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<StateBlock> blocks() {
        return List.of(holdup);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        area = 0;
        for (Opening o : openings) {
            double factor = o.factor() == o.opening() ? 1 : inputs.get(o.factor());
            area += o.area() * inputs.get(o.opening()) * factor;
        }
    }

    @Override
    public void flows(FlowSink sink) {
        outflow = 0;
        if (area == 0) {
            return;
        }
        double dp = holdup.pressure() - surroundings.pressure();
        outflow = GasFlow.orifice(holdup, area, Smooth.ramp(dp, width), 15 * width);
        sink.vapourOut(holdup, outflow);
        double t = surroundings.temperature();
        double molarVolume = PhysicalConstants.GAS_CONSTANT * t / surroundings.pressure();
        double inflow = area
                * FastMath.sqrt(2 / (inertMolarMass * molarVolume))
                * Smooth.root(Smooth.ramp(-dp, width), 15 * width);
        sink.inertIn(holdup, inflow, holdup.caloric().enthalpy(inertSpecies, t));
    }

    /** Gas that leaves, mol/s. */
    public double outflow() {
        return outflow;
    }

    /** The holdup that is vented. */
    public Holdup holdup() {
        return holdup;
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id + ".n", "mol/s", this::outflow);
    }
}
