package org.openots.simulator.equipment;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.VariableSink;

/**
 * A positive-displacement pump that feeds one or more branches. Its flow is set by the speed; it divides between the
 * branches by their openings and falls back through the pump's relief valve when every branch is shut or pressed up.
 * Part of the suction may come over the battery limit (another batch of raw material); dissolved gas comes along.
 */
public final class GearPump implements Link {
    /** Pressure difference between branches at which the weaker one takes half: 2 kPa, the header's own loss. */
    private static final double HEADER_PRESSURE = 2e3;

    private final Spec spec;
    private final Holdup from;
    private final List<Branch> branches;
    private final double[] freshComposition;
    private final double[] area;
    private final double[] weight;
    private double displacement;
    private double freshShare;
    private double suctionOpening;
    private double openArea;
    private boolean turning;
    private double massFlow;
    private final double[] branchMassFlow;
    private double dry;
    private double deadHead;

    /**
     * Data of the pump.
     *
     * @param id name
     * @param speedInput index of the speed fraction
     * @param suction valves before the pump
     * @param fullFlow volume flow at full speed, m3/s
     * @param reliefPressure pressure rise at which the relief valve returns all flow, Pa
     * @param outletVolume liquid volume in the donor below which the suction draws gas, m3
     * @param dissolvedGas inert carried per mole of liquid, mol/mol
     * @param freshShareInput index of the share drawn over the battery limit
     * @param freshInputs indices of the mass fractions of that liquid (nc)
     */
    public record Spec(
            String id,
            int speedInput,
            ValvePath suction,
            double fullFlow,
            double reliefPressure,
            double outletVolume,
            double dissolvedGas,
            int freshShareInput,
            int[] freshInputs) {}

    /**
     * A branch behind the pump.
     *
     * @param to where it ends
     * @param path its valves
     */
    public record Branch(Holdup to, ValvePath path) {}

    public GearPump(Spec spec, Holdup from, List<Branch> branches) {
        this.spec = spec;
        this.from = from;
        this.branches = List.copyOf(branches);
        this.freshComposition = new double[spec.freshInputs().length];
        this.area = new double[branches.size()];
        this.weight = new double[branches.size()];
        this.branchMassFlow = new double[branches.size()];
    }

    @Override
    public String id() {
        return spec.id();
    }

    @Override
    public List<StateBlock> blocks() {
        List<StateBlock> all = new ArrayList<>(List.of(from));
        branches.forEach(b -> all.add(b.to()));
        return List.copyOf(all);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        displacement = inputs.get(spec.speedInput()) * spec.fullFlow();
        freshShare = inputs.get(spec.freshShareInput());
        suctionOpening = spec.suction().opening(inputs);
        displacement *= suctionOpening < 0.02 ? 0 : 1.05 * Smooth.share(suctionOpening, 0.05);
        openArea = 0;
        for (int b = 0; b < weight.length; b++) {
            area[b] = branches.get(b).path().area(inputs);
            openArea += area[b];
        }
        double moles = 0;
        for (int i = 0; i < freshComposition.length; i++) {
            freshComposition[i] =
                    inputs.get(spec.freshInputs()[i]) / from.caloric().molarMass(i);
            moles += freshComposition[i];
        }
        for (int i = 0; i < freshComposition.length; i++) {
            freshComposition[i] /= moles;
        }
        turning = inputs.get(spec.speedInput()) > 0;
    }

    @Override
    public void flows(FlowSink sink) {
        massFlow = 0;
        double covered =
                freshShare + (1 - freshShare) * Smooth.share(FastMath.max(from.liquidVolume(), 0), spec.outletVolume());
        dry = !turning ? 0 : suctionOpening < 0.02 ? 1 : 1 - covered;
        double returned = 0;
        double total = weigh();
        for (int b = 0; b < weight.length; b++) {
            branchMassFlow[b] = 0;
            if (displacement > 0 && weight[b] > 0) {
                returned += branch(sink, b, displacement * covered * weight[b] / total);
            }
        }
        boolean shut = openArea == 0 || returned > 0.9 * displacement * covered;
        deadHead = turning && shut ? 1 - dry : 0;
    }

    /** All branches hang on one header: a branch under higher pressure than the easiest one takes less, soon nothing. */
    private double weigh() {
        double easiest = Double.POSITIVE_INFINITY;
        for (int b = 0; b < weight.length; b++) {
            double pressure = branches.get(b).to().pressure();
            easiest = area[b] > 0 ? FastMath.min(easiest, pressure) : easiest;
        }
        double total = 0;
        for (int b = 0; b < weight.length; b++) {
            double r = (branches.get(b).to().pressure() - easiest) / HEADER_PRESSURE;
            weight[b] = area[b] > 0 ? area[b] / (1 + r * r * r * r) : 0;
            total += weight[b];
        }
        return total;
    }

    /** Books the flow into a branch and returns what the relief valve takes back, m3/s. */
    private double branch(FlowSink sink, int b, double volumeFlow) {
        Holdup to = branches.get(b).to();
        double back = (to.pressure() - from.pressure()) / spec.reliefPressure();
        double kept = 1 - Smooth.step(back - 1, 0.1);
        double old = volumeFlow * kept * (1 - freshShare);
        double molesOld = old * from.liquidMolarDensity();
        sink.liquid(from, to, molesOld);
        sink.inert(from, to, molesOld * spec.dissolvedGas() * from.inertFraction(), from.inertEnthalpy());
        double mass = old * from.liquidDensity();
        if (freshShare > 0) {
            double t = from.temperature();
            double molarVolume = 0;
            double enthalpy = 0;
            double molarMass = 0;
            for (int i = 0; i < freshComposition.length; i++) {
                molarVolume += freshComposition[i] * from.caloric().liquidVolume(i, t);
                enthalpy += freshComposition[i] * from.caloric().enthalpy(i, t);
                molarMass += freshComposition[i] * from.caloric().molarMass(i);
            }
            double molesFresh = volumeFlow * kept * freshShare / molarVolume;
            sink.liquidIn(to, freshComposition, molesFresh, enthalpy);
            mass += molesFresh * molarMass;
        }
        branchMassFlow[b] = mass;
        massFlow += mass;
        return volumeFlow * (1 - kept);
    }

    /** kg/s of all branches. */
    public double massFlow() {
        return massFlow;
    }

    /** kg/s of one branch. */
    public double branchMassFlow(int branch) {
        return branchMassFlow[branch];
    }

    /** Share of the suction that is gas while the pump turns, 0..1. */
    public double dry() {
        return dry;
    }

    /** 1 while the pump turns full of liquid with every branch shut. */
    public double deadHead() {
        return deadHead;
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".m", "kg/s", this::massFlow);
        for (int b = 0; b < branches.size(); b++) {
            int branch = b;
            variables.put(id() + ".branch-" + (b + 1) + ".m", "kg/s", () -> branchMassFlow(branch));
        }
        variables.put(id() + ".dry", "1", this::dry);
        variables.put(id() + ".cavitation", "1", () -> 0);
        variables.put(id() + ".deadhead", "1", this::deadHead);
    }
}
