package org.openots.simulator.process;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;

/** A gas line between two holdups: orifice flow in both directions, with a smooth change of donor around zero. */
final class VapourLine implements Link {
    /** Molar density below which a gas no longer flows like one: 0.3 mol/m3, 1 % of air's. */
    private static final double THIN_GAS = 0.3;

    private final String id;
    private final Holdup from;
    private final Holdup to;
    private final ValvePath path;
    private final double width;
    private final boolean forwardOnly;
    private final @Nullable Carryover carryover;
    private double area;
    private double flow;

    /**
     * Creates a line.
     *
     * @param width pressure difference over which the direction changes, Pa: a few percent of the line's design loss
     * @param forwardOnly whether a check valve stops the reverse direction
     */
    VapourLine(String id, Holdup from, Holdup to, ValvePath path, double width, boolean forwardOnly) {
        this(id, from, to, path, width, forwardOnly, null);
    }

    /**
     * Creates a line that takes the entrained liquid of a tray along.
     *
     * @param carryover entrainment of the tray below the line, or null
     */
    VapourLine(
            String id,
            Holdup from,
            Holdup to,
            ValvePath path,
            double width,
            boolean forwardOnly,
            @Nullable Carryover carryover) {
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
        double forward = orifice(from, area, Smooth.positive(dp, width), 5 * width);
        sink.vapour(from, to, forward);
        flow = forward;
        if (carryover != null) {
            sink.liquid(from, to, carryover.moles(forward));
        }
        if (!forwardOnly) {
            double reverse = orifice(to, area, Smooth.positive(-dp, width), 5 * width);
            sink.vapour(to, from, reverse);
            flow -= reverse;
        }
    }

    /** Gas through an effective area: mol/s = A sqrt(2 dp rho/M), linear in the density of a vanishing gas space. */
    static double orifice(Holdup donor, double area, double drive, double threshold) {
        return area
                * FastMath.sqrt(2 / donor.vapourMolarMass())
                * Smooth.root(FastMath.max(donor.gasDensity(), 0), THIN_GAS)
                * Smooth.root(drive, threshold);
    }

    /** Net molar flow, mol/s. */
    double flow() {
        return flow;
    }
}
