package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.Outflow;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.Surroundings;
import org.openots.simulator.process.VariableSink;

/**
 * A hole below the liquid, such as a failed pump seal or flange: liquid leaves as through a sharp-edged orifice, and a
 * share of it becomes gas in the room. The share is that which flashes at once by its own heat and sprays (usual screening
 * rule: twice the flash), given as data of the leak.
 */
public final class LiquidLeak implements Link, GasSource {
    /** Discharge coefficient of a sharp-edged hole: 0.61 (Perry's 8th ed., section 23, liquid discharge). */
    private static final double DISCHARGE = 0.61;

    /** Index that says no valve stands before the hole. */
    public static final int NO_VALVE = -1;

    private final Spec spec;
    private final Holdup from;
    private final Surroundings surroundings;
    private final double[] combustion;
    private double area;
    private double moles;

    /**
     * Data of the leak.
     *
     * @param id name
     * @param area of the hole when the fault is complete, m2
     * @param sizeInput index of the share of the hole that is open
     * @param valveInput index of the opening of the valve before the hole, or {@link LiquidLeak#NO_VALVE}
     * @param overPressure pressure at the hole above that of the vessel, Pa: a pump's head, a height of liquid
     * @param gasShare share of the liquid that becomes gas in the room
     */
    public record Spec(String id, double area, int sizeInput, int valveInput, double overPressure, double gasShare) {}

    /**
     * Creates a leak of a holdup.
     *
     * @param combustion net heating values of the components (nc), J/mol; 0 for what does not burn
     */
    public LiquidLeak(Spec spec, Holdup from, Surroundings surroundings, double[] combustion) {
        this.spec = spec;
        this.combustion = combustion.clone();
        this.from = from;
        this.surroundings = surroundings;
    }

    @Override
    public String id() {
        return spec.id();
    }

    @Override
    public List<StateBlock> blocks() {
        return List.of(from);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        double open = spec.valveInput() == NO_VALVE ? 1 : inputs.get(spec.valveInput());
        area = DISCHARGE * spec.area() * inputs.get(spec.sizeInput()) * open;
    }

    @Override
    public void flows(FlowSink sink) {
        moles = 0;
        if (area == 0) {
            return;
        }
        double density = FastMath.max(from.liquidDensity(), 1);
        double head = density * PhysicalConstants.GRAVITY * from.liquidHeight();
        double drive = Smooth.ramp(from.pressure() + spec.overPressure() + head - surroundings.pressure(), 200);
        double there = Smooth.share(
                FastMath.max(from.liquidVolume(), 0), 1e-3 * from.spec().volume());
        moles = area * FastMath.sqrt(2 / density) * Smooth.root(drive, 200) * there * from.liquidMolarDensity();
        sink.liquidOut(from, moles);
    }

    @Override
    public double released(int component) {
        return spec.gasShare() * moles * from.liquidFraction(component);
    }

    private double heat() {
        double perMole = 0;
        for (int i = 0; i < combustion.length; i++) {
            perMole += from.liquidFraction(i) * combustion[i];
        }
        return moles * perMole;
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".m", "kg/s", () -> moles * from.liquidMolarMass());
        variables.put(id() + Outflow.HEAT, "W", this::heat);
        double liquidShare = 1 - spec.gasShare();
        variables.put(id() + Outflow.SPRAY, "kg/s", () -> liquidShare * moles * from.liquidMolarMass());
        variables.put(id() + Outflow.GAS, "kg/s", () -> spec.gasShare() * moles * from.liquidMolarMass());
        variables.put(
                id() + Outflow.SPILL, "m3/s", () -> moles > 0 ? liquidShare * moles / from.liquidMolarDensity() : 0);
    }
}
