package org.openots.simulator.equipment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openots.simulator.column.Entrainment;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.GasFlow;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.VariableSink;

/** A gas line between two holdups: orifice flow in both directions, with a smooth change of donor around zero. */
public final class VapourLine implements Link {
    private final String id;
    private final Holdup from;
    private final Holdup to;
    private final ValvePath path;
    private final double width;
    private final boolean forwardOnly;
    private final @Nullable Entrainment carryover;
    private double area;
    private double flow;

    /**
     * Creates a line.
     *
     * @param width pressure difference over which the direction changes, Pa: a few percent of the line's design loss
     * @param forwardOnly whether a check valve stops the reverse direction
     */
    public VapourLine(String id, Holdup from, Holdup to, ValvePath path, double width, boolean forwardOnly) {
        this(id, from, to, path, width, forwardOnly, null);
    }

    /**
     * Creates a line that takes the entrained liquid of a tray or of packing along.
     *
     * @param carryover entrainment of the stage below the line, or null
     */
    public VapourLine(
            String id,
            Holdup from,
            Holdup to,
            ValvePath path,
            double width,
            boolean forwardOnly,
            @Nullable Entrainment carryover) {
        this.carryover = carryover;
        this.id = id;
        this.from = from;
        this.to = to;
        this.path = path;
        this.width = width;
        this.forwardOnly = forwardOnly;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<StateBlock> blocks() {
        return List.of(from, to);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        area = path.area(inputs);
    }

    @Override
    public void flows(FlowSink sink) {
        flow = 0;
        if (area == 0) {
            return;
        }
        double dp = from.pressure() - to.pressure();
        double forward = GasFlow.orifice(from, area, Smooth.positive(dp, width), 5 * width);
        sink.vapour(from, to, forward);
        flow = forward;
        if (carryover != null) {
            sink.liquid(from, to, carryover.moles(forward));
        }
        if (!forwardOnly) {
            double reverse = GasFlow.orifice(to, area, Smooth.positive(-dp, width), 5 * width);
            sink.vapour(to, from, reverse);
            flow -= reverse;
        }
    }

    /** Net molar flow, mol/s. */
    public double flow() {
        return flow;
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id + ".n", "mol/s", this::flow);
    }
}
