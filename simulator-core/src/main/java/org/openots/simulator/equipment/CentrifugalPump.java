package org.openots.simulator.equipment;

import java.util.ArrayList;
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
 * A centrifugal pump with its suction and discharge lines. Head dp = dp0 s^2 at zero flow; the line, the valves and
 * the impeller take the rest as resistances, so the flow follows explicitly. Flow through the suction side is limited
 * by the pressure at which the liquid would boil at the impeller eye (NPSH): a throttled or boiling suction cavitates.
 * A spring check valve stops reverse and siphon flow.
 */
public final class CentrifugalPump implements Link, RunningPump {
    private final Spec spec;
    private final Holdup from;
    private final Holdup to;
    private final List<StateBlock> attached = new ArrayList<>();
    private double speed;
    private double suctionArea;
    private double dischargeArea;
    private double suctionOpening;
    private double dischargeOpening;
    private double massFlow;
    private double dry;
    private double cavitation;
    private double deadHead;

    /**
     * Data of the pump and its lines.
     *
     * @param id name
     * @param speedInput index of the speed fraction
     * @param suction valves and line before the pump
     * @param discharge valves and line behind it
     * @param shutOffPressure pressure rise at full speed and no flow, Pa
     * @param impellerArea effective area that stands for the slope of the head curve, m2
     * @param suctionHeight height of the donor's outlet above the pump, m
     * @param staticLift height of the delivery point above the donor's outlet, m
     * @param requiredSuctionPressure NPSH required, Pa
     * @param checkValveOpening pressure at which the check valve opens, Pa
     * @param outletVolume liquid volume in the donor below which the suction draws gas, m3
     */
    public record Spec(
            String id,
            int speedInput,
            ValvePath suction,
            ValvePath discharge,
            double shutOffPressure,
            double impellerArea,
            double suctionHeight,
            double staticLift,
            double requiredSuctionPressure,
            double checkValveOpening,
            double outletVolume) {}

    public CentrifugalPump(Spec spec, Holdup from, Holdup to) {
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
        List<StateBlock> all = new ArrayList<>(List.of(from, to));
        all.addAll(attached);
        return List.copyOf(all);
    }

    @Override
    public void attach(StateBlock block) {
        attached.add(block);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        speed = inputs.get(spec.speedInput());
        suctionArea = spec.suction().area(inputs);
        dischargeArea = spec.discharge().area(inputs);
        suctionOpening = spec.suction().opening(inputs);
        dischargeOpening = spec.discharge().opening(inputs);
    }

    @Override
    public void flows(FlowSink sink) {
        massFlow = 0;
        dry = 0;
        cavitation = 0;
        deadHead = 0;
        if (speed <= 0) {
            return;
        }
        double covered = Smooth.share(FastMath.max(from.liquidVolume(), 0), spec.outletVolume());
        dry = suctionOpening < 0.02 ? 1 : 1 - covered;
        deadHead = dischargeOpening < 0.02 ? 1 - dry : 0;
        if (suctionArea == 0 || dischargeArea == 0) {
            return;
        }
        double density = FastMath.max(from.liquidDensity(), 1);
        double column = density * PhysicalConstants.GRAVITY;
        double gain = spec.shutOffPressure() * speed * speed;
        double drive = gain
                + from.pressure()
                - to.pressure()
                + column * (from.liquidHeight() - spec.staticLift())
                - spec.checkValveOpening();
        double area = 1
                / FastMath.sqrt(1 / (suctionArea * suctionArea)
                        + 1 / (dischargeArea * dischargeArea)
                        + 1 / (spec.impellerArea() * spec.impellerArea()));
        double perRoot = FastMath.sqrt(2 / density);
        double width = 0.02 * spec.shutOffPressure();
        double wanted = area * perRoot * Smooth.root(Smooth.ramp(drive, width), width) * covered;
        double margin = from.pressure()
                + column * (spec.suctionHeight() + from.liquidHeight())
                - from.boilingPressure()
                - spec.requiredSuctionPressure();
        double limit =
                suctionArea * perRoot * FastMath.sqrt(Smooth.positive(margin, 0.2 * spec.requiredSuctionPressure()));
        double volumeFlow = Smooth.smaller(wanted, 1.5 * limit);
        cavitation = wanted > 0 ? 1 - volumeFlow / wanted : 0;
        massFlow = volumeFlow * density;
        sink.liquid(from, to, volumeFlow * from.liquidMolarDensity());
    }

    @Override
    public double speed() {
        return speed;
    }

    @Override
    public Holdup source() {
        return from;
    }

    @Override
    public List<StateBlock> influences() {
        return List.of(from, to);
    }

    @Override
    public double massFlow() {
        return massFlow;
    }

    /** Share of the suction that is gas while the pump turns, 0..1. */
    public double dry() {
        return dry;
    }

    /** Share of the flow lost to boiling in the suction, 0..1. */
    public double cavitation() {
        return cavitation;
    }

    /** 1 while the pump turns full of liquid against a shut discharge. */
    public double deadHead() {
        return deadHead;
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".m", "kg/s", this::massFlow);
        variables.put(id() + ".dry", "1", this::dry);
        variables.put(id() + ".cavitation", "1", this::cavitation);
        variables.put(id() + ".deadhead", "1", this::deadHead);
    }
}
