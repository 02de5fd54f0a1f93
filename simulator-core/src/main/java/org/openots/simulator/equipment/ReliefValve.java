package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.GasFlow;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.Outflow;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.VariableSink;

/**
 * A spring-loaded safety valve or a rupture disc. The valve pops open at its set pressure and closes at the reseating
 * pressure below it (blowdown, API 520-1, section 4); a disc stays open. Whether it is open is decided between ticks and
 * kept among the inputs, so that it is saved with the run. A vessel full of liquid relieves liquid.
 */
public final class ReliefValve implements Link {
    /** Share of the vessel's volume above which liquid leaves as well: the nozzle sits at the top. */
    private static final double LIQUID_FROM = 0.95;

    private final Spec spec;
    private final Holdup holdup;
    private double area;
    private double massFlow;
    private double liquidFlow;

    /**
     * Data of the device.
     *
     * @param id name
     * @param setPressure pressure at which it opens, Pa absolute
     * @param reseatPressure pressure at which it closes again, Pa absolute; not above 0 for a rupture disc
     * @param area effective discharge area, m2: that of API 526 times the coefficient of discharge
     * @param backPressure pressure of the header it leads to, Pa absolute
     * @param liftInput index of the lift: 0 shut, 1 open
     * @param leakInput index of the share of the area that leaks when shut
     * @param availableInput index of the share of the area that opens: a blocked inlet has none
     */
    public record Spec(
            String id,
            double setPressure,
            double reseatPressure,
            double area,
            double backPressure,
            int liftInput,
            int leakInput,
            int availableInput) {}

    /** Creates the device on a holdup. */
    public ReliefValve(Spec spec, Holdup holdup) {
        this.spec = spec;
        this.holdup = holdup;
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
    public void decide(ProcessInputs inputs) {
        if (holdup.pressure() >= spec.setPressure()) {
            inputs.set(spec.liftInput(), 1);
        } else if (holdup.pressure() <= spec.reseatPressure()) {
            inputs.set(spec.liftInput(), 0);
        }
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        double lift = inputs.get(spec.liftInput()) * inputs.get(spec.availableInput());
        area = spec.area() * FastMath.min(1, lift + inputs.get(spec.leakInput()));
    }

    @Override
    public void flows(FlowSink sink) {
        massFlow = 0;
        liquidFlow = 0;
        if (area == 0) {
            return;
        }
        double wet = Smooth.step(holdup.liquidVolume() / holdup.spec().volume() - LIQUID_FROM, 0.01);
        double width = 1e-3 * spec.setPressure();
        double gas = GasFlow.nozzle(holdup, area * (1 - wet), spec.backPressure(), width);
        sink.vapourOut(holdup, gas);
        double density = FastMath.max(holdup.liquidDensity(), 1);
        double drive = Smooth.ramp(holdup.pressure() - spec.backPressure(), width);
        double volume = area * wet * FastMath.sqrt(2 / density) * Smooth.root(drive, width);
        sink.liquidOut(holdup, volume * holdup.liquidMolarDensity());
        liquidFlow = volume * holdup.liquidDensity();
        massFlow = gas * holdup.vapourMolarMass() + liquidFlow;
    }

    /** kg/s. */
    public double massFlow() {
        return massFlow;
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".m", "kg/s", this::massFlow);
        variables.put(id() + Outflow.SPRAY, "kg/s", () -> liquidFlow);
        variables.put(id() + Outflow.GAS, "kg/s", () -> massFlow - liquidFlow);
        variables.put(id() + ".open", "1", () -> area / spec.area());
    }
}
