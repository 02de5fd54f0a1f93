package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.VariableSink;

/** The gauge of a tank and its overflow pipe, which leads to another holdup or into the bund. */
public final class TankOverflow implements Link {
    /** Discharge coefficient of a short pipe: 0.61 (sharp-edged hole, Perry's 8th ed., section 23). */
    private static final double DISCHARGE = 0.61;

    private final String id;
    private final Holdup tank;
    private final TankShape shape;
    private final Edge edge;
    private final @Nullable Holdup to;
    private double massFlow;

    /**
     * The overflow.
     *
     * @param volume liquid volume at its edge, m3
     * @param area of the pipe, m2; 0 if the tank has none
     */
    public record Edge(double volume, double area) {
        /** A tank that only has a gauge. */
        public static final Edge NONE = new Edge(0, 0);
    }

    /**
     * Creates the gauge and overflow of a tank.
     *
     * @param to where it leads, or null for the bund
     */
    public TankOverflow(String id, Holdup tank, TankShape shape, Edge edge, @Nullable Holdup to) {
        this.id = id;
        this.tank = tank;
        this.shape = shape;
        this.edge = edge;
        this.to = to;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<StateBlock> blocks() {
        return to == null ? List.of(tank) : List.of(tank, to);
    }

    @Override
    public void flows(FlowSink sink) {
        massFlow = 0;
        if (edge.area() == 0) {
            return;
        }
        double above = (tank.liquidVolume() - edge.volume()) / shape.meanArea();
        double head = Smooth.ramp(above, 0.005);
        double flow = DISCHARGE * edge.area() * FastMath.sqrt(2 * PhysicalConstants.GRAVITY) * Smooth.root(head, 0.02);
        massFlow = flow * tank.liquidDensity();
        if (to == null) {
            sink.liquidOut(tank, flow * tank.liquidMolarDensity());
        } else {
            sink.liquid(tank, to, flow * tank.liquidMolarDensity());
        }
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(tank.id() + ".h", "m", () -> shape.height(tank.liquidVolume()));
        if (edge.area() > 0) {
            variables.put(id + ".m", "kg/s", () -> massFlow);
        }
    }
}
