package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.VariableSink;

/**
 * A liquid line between the bottoms of two holdups that runs whichever way pressures and heights push: an equalising line,
 * a transfer line. With a check valve it runs forwards only, once the spring's pressure is overcome; a failed one lets a share
 * of the area pass backwards.
 */
public final class TwoWayLine implements Link {
    /** Driving pressure below which the flow is linear: 20 Pa, 2 mm of water. */
    private static final double LINEAR_BELOW = 20;

    /** Density beyond any liquid's, kg/m3: the last trace in a dry vessel has none that means anything. */
    private static final double DENSEST = 5000;

    private final Spec spec;
    private final Holdup from;
    private final Holdup to;
    private double area;
    private double backArea;
    private double massFlow;

    /**
     * Data of the line.
     *
     * @param id name
     * @param path its valves
     * @param drop height of the first outlet above the second, m
     * @param outletVolume liquid volume below which an end draws gas, m3
     * @param crackingPressure pressure that opens the check valve, Pa; 0 without one
     * @param failedInput index of the share of a check valve that stays open, or {@link #NO_CHECK_VALVE}
     */
    public record Spec(
            String id, ValvePath path, double drop, double outletVolume, double crackingPressure, int failedInput) {}

    /** Index that says nothing stops the reverse direction. */
    public static final int NO_CHECK_VALVE = -1;

    /** Creates a line. */
    public TwoWayLine(Spec spec, Holdup from, Holdup to) {
        this.spec = spec;
        this.from = from;
        this.to = to;
    }

    @Override
    public String id() {
        return spec.id();
    }

    @Override
    public List<StateBlock> blocks() {
        return List.of(from, to);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        area = spec.path().area(inputs);
        backArea = spec.failedInput() == NO_CHECK_VALVE ? area : area * inputs.get(spec.failedInput());
    }

    @Override
    public void flows(FlowSink sink) {
        double drive = pressure(from, spec.drop()) - pressure(to, 0);
        double forward = flow(from, area, drive - spec.crackingPressure());
        double backward = flow(to, backArea, -drive);
        sink.liquid(from, to, forward * from.liquidMolarDensity());
        sink.liquid(to, from, backward * to.liquidMolarDensity());
        massFlow = forward * from.liquidDensity() - backward * to.liquidDensity();
    }

    /** Pressure at the end of the line in a holdup that stands so much higher, Pa; an empty one has no column there. */
    private double pressure(Holdup holdup, double above) {
        double density = FastMath.min(holdup.liquidDensity(), DENSEST);
        double covered = Smooth.share(FastMath.max(holdup.liquidVolume(), 0), spec.outletVolume());
        double column = density * PhysicalConstants.GRAVITY * (above + holdup.liquidHeight());
        return holdup.pressure() + covered * column;
    }

    /** m3/s. */
    private double flow(Holdup donor, double open, double drive) {
        double density = FastMath.max(donor.liquidDensity(), 1);
        double covered = Smooth.share(FastMath.max(donor.liquidVolume(), 0), spec.outletVolume());
        double push = Smooth.ramp(drive, LINEAR_BELOW);
        return open * FastMath.sqrt(2 / density) * Smooth.root(push, LINEAR_BELOW) * covered;
    }

    /** Forwards, kg/s; negative when it runs backwards. */
    public double massFlow() {
        return massFlow;
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".m", "kg/s", this::massFlow);
    }
}
