package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.GasFlow;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.Outflow;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.Surroundings;
import org.openots.simulator.process.VariableSink;
import org.openots.simulator.thermo.Inert;

/**
 * Openings of a holdup, in parallel, to the surroundings or to a header such as a flare: vents, vacuum breaking, leaks.
 * Gas goes out; air comes in from the surroundings, nothing from a header, whose seal stops it.
 */
public final class Vent implements Link, GasSource {
    private final String id;
    private final Holdup holdup;
    private final Surroundings surroundings;
    private final List<Opening> openings;
    private final double width;
    private final double inertMolarMass;
    private final int inertSpecies;
    private final @Nullable Double header;
    private double area;
    private double outflow;
    private double massFlow;

    /**
     * One way out.
     *
     * @param path its valves
     * @param factorInput index of a factor on its area that faults lower, or {@link Opening#ALWAYS_CLEAR}
     */
    public record Opening(ValvePath path, int factorInput) {
        /** Nothing plugs the opening but its valves. */
        public static final int ALWAYS_CLEAR = -1;

        /** An opening that nothing plugs but its valves. */
        public Opening(ValvePath path) {
            this(path, ALWAYS_CLEAR);
        }

        double area(ProcessInputs inputs) {
            return path.area(inputs) * (factorInput == ALWAYS_CLEAR ? 1 : inputs.get(factorInput));
        }
    }

    /**
     * Creates a vent.
     *
     * @param header pressure of the header it leads to, Pa absolute, or null for the surroundings
     */
    public Vent(
            String id,
            Holdup holdup,
            Surroundings surroundings,
            List<Opening> openings,
            double width,
            Inert inert,
            @Nullable Double header) {
        this.id = id;
        this.holdup = holdup;
        this.surroundings = surroundings;
        this.openings = List.copyOf(openings);
        this.width = width;
        this.inertMolarMass = inert.molarMass();
        this.inertSpecies = 2 * holdup.caloric().components();
        this.header = header;
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
        for (int i = 0; i < openings.size(); i++) {
            area += openings.get(i).area(inputs);
        }
    }

    @Override
    public void flows(FlowSink sink) {
        outflow = 0;
        massFlow = 0;
        if (area == 0) {
            return;
        }
        double back = header == null ? surroundings.pressure() : header;
        outflow = GasFlow.valve(holdup, area, back, width);
        massFlow = outflow * holdup.vapourMolarMass();
        sink.vapourOut(holdup, outflow);
        if (header == null) {
            double t = surroundings.temperature();
            double molarVolume = PhysicalConstants.GAS_CONSTANT * t / surroundings.pressure();
            double inflow = area
                    * FastMath.sqrt(2 / (inertMolarMass * molarVolume))
                    * GasFlow.expansion(surroundings.pressure(), holdup.pressure(), width);
            sink.inertIn(holdup, inflow, holdup.caloric().enthalpy(inertSpecies, t));
        }
    }

    /** Gas that leaves, mol/s. */
    public double outflow() {
        return outflow;
    }

    @Override
    public double released(int component) {
        return outflow * holdup.vapourFraction(component);
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id + ".n", "mol/s", this::outflow);
        variables.put(id + ".m", "kg/s", () -> massFlow);
        variables.put(id + Outflow.GAS, "kg/s", this::vapourOut);
    }

    /** Process vapour that leaves, without the inert gas, which nobody sees, kg/s. */
    private double vapourOut() {
        double mass = 0;
        for (int i = 0; i < holdup.caloric().components(); i++) {
            mass += holdup.vapourFraction(i) * holdup.caloric().molarMass(i);
        }
        return outflow * mass;
    }
}
