package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;
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
 * A liquid line driven by pressure difference and height, through valves in series, to another holdup or over the
 * battery limit. A check valve keeps it from running backwards.
 */
public final class LiquidLine implements Link {
    /** Driving pressure below which the flow is linear: 20 Pa, 2 mm of water, below any reading on the plants. */
    private static final double LINEAR_BELOW = 20;

    private final String id;
    private final Holdup from;
    private final @Nullable Holdup to;
    private final Surroundings surroundings;
    private final ValvePath path;
    private final double drop;
    private final double outletVolume;
    private final @Nullable Double backPressure;
    private double area;
    private double massFlow;

    /**
     * Data of the line.
     *
     * @param id name
     * @param path its valves
     * @param drop height of the donor's liquid outlet above the end of the line, m
     * @param outletVolume liquid volume in the donor below which the outlet draws gas, m3
     * @param backPressure pressure at the end of a line over the battery limit, Pa absolute, or null for the
     *     surroundings
     */
    public record Spec(
            String id,
            ValvePath path,
            double drop,
            double outletVolume,
            @Nullable Double backPressure) {}

    /**
     * Creates a line.
     *
     * @param to where it ends, or null when it leaves the battery limits
     */
    public LiquidLine(Spec spec, Holdup from, @Nullable Holdup to, Surroundings surroundings) {
        this.id = spec.id();
        this.from = from;
        this.to = to;
        this.surroundings = surroundings;
        this.path = spec.path();
        this.drop = spec.drop();
        this.outletVolume = spec.outletVolume();
        this.backPressure = spec.backPressure();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<StateBlock> blocks() {
        return to == null ? List.of(from) : List.of(from, to);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        area = path.area(inputs);
    }

    @Override
    public void flows(FlowSink sink) {
        massFlow = 0;
        if (area == 0) {
            return;
        }
        double density = FastMath.max(from.liquidDensity(), 1);
        double limit = backPressure == null ? surroundings.pressure() : backPressure;
        double back = to == null ? limit : to.pressure();
        double drive = from.pressure() - back + density * PhysicalConstants.GRAVITY * (drop + from.liquidHeight());
        double push = Smooth.ramp(drive, LINEAR_BELOW);
        double covered = Smooth.share(FastMath.max(from.liquidVolume(), 0), outletVolume);
        double volumeFlow = area * FastMath.sqrt(2 / density) * Smooth.root(push, LINEAR_BELOW) * covered;
        double moles = volumeFlow * from.liquidMolarDensity();
        massFlow = volumeFlow * density;
        if (to == null) {
            sink.liquidOut(from, moles);
        } else {
            sink.liquid(from, to, moles);
        }
    }

    /** kg/s. */
    public double massFlow() {
        return massFlow;
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id + ".m", "kg/s", this::massFlow);
        if (to == null && backPressure == null) {
            variables.put(id + Outflow.SPRAY, "kg/s", this::massFlow);
            variables.put(
                    id + Outflow.SPILL,
                    "m3/s",
                    () -> massFlow > 0 ? massFlow / FastMath.max(from.liquidDensity(), 1) : 0);
        }
    }
}
