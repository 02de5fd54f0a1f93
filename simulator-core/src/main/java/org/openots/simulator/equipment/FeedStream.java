package org.openots.simulator.equipment;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.simulator.process.FeedState;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.VariableSink;

/**
 * A stream from another unit: composition, temperature and pressure are given, the flow follows from the pressure
 * difference and the valves. It enters as liquid and vapour in the shares of an equilibrium at the given temperature and
 * a reference pressure, with the enthalpy of both; what the stage makes of it is the stage's own affair. A check valve
 * keeps it from running backwards.
 */
public final class FeedStream implements Link {
    /** Width of the linear beginning when the header is lost: 20 Pa, 2 mm of water. */
    private static final double LEAST_WIDTH = 20;

    private final Spec spec;
    private final Holdup to;
    private final FeedState state;
    private final double[] given;
    private final double[] last;
    private double area;
    private double headerPressure;
    private double moles;

    /**
     * Data of the stream.
     *
     * @param id name
     * @param path its valves
     * @param pressureInput index of the pressure before the valves, Pa absolute
     * @param temperatureInput index of the temperature, K
     * @param fractionInputs indices of the mass fractions (nc)
     * @param referencePressure pressure at which vapour and liquid are told apart, Pa absolute
     */
    public record Spec(
            String id,
            ValvePath path,
            int pressureInput,
            int temperatureInput,
            int[] fractionInputs,
            double referencePressure) {}

    /**
     * Creates the stream.
     *
     * @param state computes its phases
     */
    public FeedStream(Spec spec, Holdup to, FeedState state) {
        this.spec = spec;
        this.to = to;
        this.state = state;
        this.given = new double[spec.fractionInputs().length + 1];
        this.last = new double[given.length];
    }

    @Override
    public String id() {
        return spec.id();
    }

    @Override
    public List<StateBlock> blocks() {
        return List.of(to);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        headerPressure = inputs.get(spec.pressureInput());
        area = spec.path().area(inputs);
        for (int i = 0; i < spec.fractionInputs().length; i++) {
            given[i] = inputs.get(spec.fractionInputs()[i]);
        }
        given[given.length - 1] = inputs.get(spec.temperatureInput());
        if (!Arrays.equals(given, last)) {
            state.update(given, given[given.length - 1], spec.referencePressure());
            System.arraycopy(given, 0, last, 0, given.length);
        }
    }

    @Override
    public void flows(FlowSink sink) {
        moles = 0;
        if (area == 0) {
            return;
        }
        double width = 2e-3 * headerPressure + LEAST_WIDTH;
        double drive = Smooth.ramp(headerPressure - to.pressure(), width);
        double mass = area * FastMath.sqrt(2 * state.liquidDensity()) * Smooth.root(drive, width);
        moles = mass / state.molarMass();
        sink.feed(to, state, moles);
    }

    /** kg/s. */
    public double massFlow() {
        return moles * state.molarMass();
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".m", "kg/s", this::massFlow);
        variables.put(id() + ".T", "K", () -> given[given.length - 1]);
        variables.put(id() + ".P", "Pa", () -> headerPressure);
        variables.put(id() + ".vapour", "1", state::vapourFraction);
    }
}
