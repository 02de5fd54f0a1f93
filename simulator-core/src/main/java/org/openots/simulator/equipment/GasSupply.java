package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.GasFlow;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.Surroundings;
import org.openots.simulator.process.VariableSink;
import org.openots.simulator.thermo.Inert;

/** Inert gas from a header through valves and a check valve: purging, blanketing, make-up of pressure. */
public final class GasSupply implements Link {
    /** Width of the linear beginning when the header is lost: 20 Pa, 2 mm of water. */
    private static final double LEAST_WIDTH = 20;

    private final Spec spec;
    private final Holdup holdup;
    private final Surroundings surroundings;
    private final double inertMolarMass;
    private double headerPressure;
    private double area;
    private double flow;

    /**
     * Data of the supply.
     *
     * @param id name
     * @param path its valves
     * @param pressureInput index of the header's pressure, Pa absolute
     * @param leakInput index of the share of {@code leakArea} by which the shut valves pass
     * @param leakArea m2
     */
    public record Spec(String id, ValvePath path, int pressureInput, int leakInput, double leakArea) {}

    /** Creates the supply of a holdup. */
    public GasSupply(Spec spec, Holdup holdup, Surroundings surroundings, Inert inert) {
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
        headerPressure = inputs.get(spec.pressureInput());
        area = spec.path().area(inputs) + spec.leakArea() * inputs.get(spec.leakInput());
    }

    @Override
    public void flows(FlowSink sink) {
        flow = 0;
        if (area == 0) {
            return;
        }
        double t = surroundings.temperature();
        double density = headerPressure / (PhysicalConstants.GAS_CONSTANT * t);
        flow = area
                * FastMath.sqrt(2 * density / inertMolarMass)
                * GasFlow.expansion(headerPressure, holdup.pressure(), 2e-3 * headerPressure + LEAST_WIDTH);
        sink.inertIn(
                holdup, flow, holdup.caloric().enthalpy(2 * holdup.caloric().components(), t));
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".n", "mol/s", () -> flow);
        variables.put(id() + ".m", "kg/s", () -> flow * inertMolarMass);
        variables.put(id() + ".P", "Pa", () -> headerPressure);
    }
}
