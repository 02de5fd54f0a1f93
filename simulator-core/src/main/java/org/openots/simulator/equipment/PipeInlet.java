package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.Surroundings;
import org.openots.simulator.process.VariableSink;

/**
 * Liquid that a pressure difference and a height push into a line with holdup. The pressures at both ends of the line act,
 * as on a line without; a check valve keeps it from running backwards and the line stays full when the flow stops.
 */
public final class PipeInlet implements Link {
    /** Driving pressure below which the flow is linear: 20 Pa, 2 mm of water. */
    private static final double LINEAR_BELOW = 20;

    private final LiquidLine.Spec spec;
    private final Holdup from;
    private final @Nullable Holdup to;
    private final PipeCell first;
    private final Surroundings surroundings;
    private double area;
    private double massFlow;

    /**
     * Creates the inlet.
     *
     * @param to where the line ends, or null when it leaves the battery limits
     * @param first cell of the line
     */
    public PipeInlet(
            LiquidLine.Spec spec, Holdup from, @Nullable Holdup to, PipeCell first, Surroundings surroundings) {
        this.spec = spec;
        this.from = from;
        this.to = to;
        this.first = first;
        this.surroundings = surroundings;
    }

    @Override
    public String id() {
        return spec.id();
    }

    @Override
    public List<StateBlock> blocks() {
        return to == null ? List.of(from, first) : List.of(from, to, first);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        area = spec.path().area(inputs);
    }

    @Override
    public void flows(FlowSink sink) {
        massFlow = 0;
        if (area == 0) {
            return;
        }
        double density = FastMath.max(from.liquidDensity(), 1);
        double limit = spec.backPressure() == null ? surroundings.pressure() : spec.backPressure();
        double back = to == null ? limit : to.pressure();
        double column = density * PhysicalConstants.GRAVITY * (spec.drop() + from.liquidHeight());
        double push = Smooth.ramp(from.pressure() - back + column, LINEAR_BELOW);
        double covered = Smooth.share(FastMath.max(from.liquidVolume(), 0), spec.outletVolume());
        double volumeFlow = area * FastMath.sqrt(2 / density) * Smooth.root(push, LINEAR_BELOW) * covered;
        massFlow = volumeFlow * density;
        double moles = volumeFlow * from.liquidMolarDensity();
        for (int i = 0; i < first.components(); i++) {
            sink.move(from.offset() + i, first.offset() + i, moles * from.liquidFraction(i));
        }
        sink.heat(from.energyOffset(), first.energyOffset(), moles * from.liquidEnthalpy());
    }

    /** Into the line, kg/s. */
    public double massFlow() {
        return massFlow;
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".m", "kg/s", this::massFlow);
    }
}
