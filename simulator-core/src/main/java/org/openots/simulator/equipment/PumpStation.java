package org.openots.simulator.equipment;

import java.util.ArrayList;
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
 * Centrifugal pumps side by side between a vessel and a discharge header with branches. The one state is the header's
 * pressure; the little compliance of pipes and gas pockets makes every flow explicit: pumps push into the header as
 * their curves allow, branches draw from it as their valves allow, and the pressure settles within tenths of a second.
 *
 * <p>Curve: dp = dp0 s^2 - rho (Q/A)^2/2. A suction that boils cavitates (NPSH), a suction without liquid runs dry. Each
 * pump has a check valve that may fail; then liquid runs back from branches that allow it.
 */
public final class PumpStation extends StateBlock implements Link {
    /** The state is the header pressure in bar. */
    private static final double SCALE = 1e-5;

    /** Time in which the pumps' full flow would raise the header by their full head: 0.3 s, a few metres of pipe. */
    private static final double HEADER_TIME = 0.3;

    /** Share of the shut-off pressure below which flows are linear in it. */
    private static final double LINEAR_SHARE = 0.02;

    private final Spec spec;
    private final Holdup from;
    private final List<Pump> pumps = new ArrayList<>();
    private final List<Branch> branches = new ArrayList<>();
    private final List<Recirculation> recirculations = new ArrayList<>();
    private final List<StateBlock> attached = new ArrayList<>();
    private final Surroundings surroundings;
    private final double width;
    private double pressure;

    /**
     * Data of the station.
     *
     * @param id name
     * @param outletVolume liquid volume in the vessel below which the suction draws gas, m3
     */
    public record Spec(String id, double outletVolume) {}

    /**
     * Data of one pump.
     *
     * @param id name
     * @param speedInput index of the speed fraction
     * @param wearInput index of a factor on its head
     * @param checkFailedInput index of the share of the check valve that stays open
     * @param suction valves and line before it
     * @param discharge valves and line up to the header
     * @param shutOffPressure pressure rise at full speed without flow, Pa
     * @param impellerArea effective area that stands for the slope of the curve, m2
     * @param suctionHeight height of the vessel's outlet above the pump, m
     * @param requiredSuctionPressure NPSH required, Pa
     */
    public record PumpSpec(
            String id,
            int speedInput,
            int wearInput,
            int checkFailedInput,
            ValvePath suction,
            ValvePath discharge,
            double shutOffPressure,
            double impellerArea,
            double suctionHeight,
            double requiredSuctionPressure) {}

    /**
     * Data of one branch.
     *
     * @param id name
     * @param path its valves
     * @param lift height of its end above the pumps, m
     * @param backPressure pressure at its end, Pa absolute, if it leaves the battery limits; 0 for the surroundings'
     * @param reversible whether liquid may run back through it
     */
    public record BranchSpec(String id, ValvePath path, double lift, double backPressure, boolean reversible) {}

    /**
     * Line of minimum flow back to the vessel with a valve that opens as the flow of the branches falls below a limit.
     *
     * @param id name
     * @param path its valves
     * @param lift height of its end above the pumps, m
     * @param minimumFlow below which it begins to open; fully open at none, m3/s
     * @param availableInput index of the share of the valve that opens
     */
    public record RecirculationSpec(String id, ValvePath path, double lift, double minimumFlow, int availableInput) {}

    private static final class Recirculation {
        private final RecirculationSpec spec;
        private double area;
        private double opening;
        private double massFlow;

        Recirculation(RecirculationSpec spec) {
            this.spec = spec;
        }
    }

    /** A pump of a station, for what belongs to a single pump. */
    private record StationPump(PumpStation station, Pump pump) implements RunningPump {
        @Override
        public double speed() {
            return pump.speed;
        }

        @Override
        public double massFlow() {
            return pump.massFlow;
        }

        @Override
        public Holdup source() {
            return station.from;
        }

        @Override
        public List<StateBlock> influences() {
            return List.of(station, station.from);
        }

        @Override
        public void attach(StateBlock block) {
            station.attached.add(block);
        }
    }

    private static final class Pump {
        private final PumpSpec spec;
        private double speed;
        private double wear;
        private double checkFailed;
        private double suctionArea;
        private double area;
        private double suctionOpening;
        private double massFlow;
        private double dry;
        private double cavitation;
        private double deadHead;

        Pump(PumpSpec spec) {
            this.spec = spec;
        }
    }

    private static final class Branch {
        private final BranchSpec spec;
        private final @Nullable Holdup to;
        private double area;
        private double massFlow;

        Branch(BranchSpec spec, @Nullable Holdup to) {
            this.spec = spec;
            this.to = to;
        }
    }

    /** Creates a station without pumps and branches. */
    public PumpStation(Spec spec, Holdup from, Surroundings surroundings, double largestShutOffPressure) {
        super(spec.id(), 1);
        this.spec = spec;
        this.from = from;
        this.surroundings = surroundings;
        this.width = LINEAR_SHARE * largestShutOffPressure;
    }

    /** Adds a pump. */
    public RunningPump add(PumpSpec spec) {
        Pump pump = new Pump(spec);
        pumps.add(pump);
        return new StationPump(this, pump);
    }

    /** Adds a line of minimum flow. */
    public void add(RecirculationSpec recirculation) {
        recirculations.add(new Recirculation(recirculation));
    }

    /** Adds a branch to a holdup, or over the battery limit. */
    public void add(BranchSpec branch, @Nullable Holdup to) {
        branches.add(new Branch(branch, to));
    }

    @Override
    public List<StateBlock> blocks() {
        List<StateBlock> all = new ArrayList<>(List.of(this, from));
        for (Branch b : branches) {
            if (b.to != null) {
                all.add(b.to);
            }
        }
        all.addAll(attached);
        return List.copyOf(all);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        for (int i = 0; i < pumps.size(); i++) {
            Pump p = pumps.get(i);
            p.speed = inputs.get(p.spec.speedInput());
            p.wear = inputs.get(p.spec.wearInput());
            p.checkFailed = inputs.get(p.spec.checkFailedInput());
            p.suctionArea = p.spec.suction().area(inputs);
            p.suctionOpening = p.spec.suction().opening(inputs);
            double discharge = p.spec.discharge().area(inputs);
            double impeller = p.spec.impellerArea();
            p.area = p.suctionArea == 0 || discharge == 0
                    ? 0
                    : 1
                            / FastMath.sqrt(1 / (p.suctionArea * p.suctionArea)
                                    + 1 / (discharge * discharge)
                                    + 1 / (impeller * impeller));
        }
        for (int i = 0; i < branches.size(); i++) {
            Branch b = branches.get(i);
            b.area = b.spec.path().area(inputs);
        }
        for (int i = 0; i < recirculations.size(); i++) {
            Recirculation r = recirculations.get(i);
            r.area = r.spec.path().area(inputs) * inputs.get(r.spec.availableInput());
        }
    }

    @Override
    public void evaluate(double[] y) {
        pressure = y[offset()] / SCALE;
    }

    @Override
    public void ownRates(FlowSink sink) {
        // everything happens between the header and its neighbours
    }

    @Override
    public void flows(FlowSink sink) {
        double density = FastMath.max(from.liquidDensity(), 1);
        double covered = Smooth.share(FastMath.max(from.liquidVolume(), 0), spec.outletVolume());
        double inflow = 0;
        double compliance = 0;
        for (int i = 0; i < pumps.size(); i++) {
            Pump p = pumps.get(i);
            inflow += pump(p, density, covered);
            compliance += p.spec.impellerArea() / FastMath.sqrt(p.spec.shutOffPressure());
        }
        double outflow = 0;
        for (int i = 0; i < branches.size(); i++) {
            outflow += branch(sink, branches.get(i), density, covered);
        }
        double forward = outflow;
        for (int i = 0; i < recirculations.size(); i++) {
            outflow += back(recirculations.get(i), forward, density, covered);
        }
        compliance *= HEADER_TIME * FastMath.sqrt(2 / density);
        sink.other(offset(), SCALE * (inflow - outflow) / compliance);
    }

    /** Volume flow of a pump into the header, m3/s; negative through a failed check valve. */
    private double pump(Pump p, double density, double covered) {
        PumpSpec s = p.spec;
        p.massFlow = 0;
        p.cavitation = 0;
        boolean turning = p.speed > 0;
        p.dry = !turning ? 0 : p.suctionOpening < 0.02 ? 1 : 1 - covered;
        p.deadHead = turning && p.area == 0 ? 1 - p.dry : 0;
        if (p.area == 0) {
            return 0;
        }
        double column = density * PhysicalConstants.GRAVITY;
        double suction = from.pressure() + column * (s.suctionHeight() + from.liquidHeight());
        double head = s.shutOffPressure() * p.speed * p.speed * p.wear;
        double drive = suction + head - pressure;
        double perRoot = FastMath.sqrt(2 / density);
        if (!turning) {
            return p.checkFailed == 0
                    ? 0
                    : -p.checkFailed * p.area * perRoot * Smooth.root(Smooth.ramp(-drive, width), width);
        }
        double wanted = p.area * perRoot * Smooth.root(Smooth.ramp(drive, width), width) * covered;
        double margin = suction - from.boilingPressure() - s.requiredSuctionPressure();
        double limit =
                p.suctionArea * perRoot * FastMath.sqrt(Smooth.positive(margin, 0.2 * s.requiredSuctionPressure()));
        double flow = Smooth.smaller(wanted, 1.5 * limit);
        p.cavitation = wanted > 0 ? 1 - flow / wanted : 0;
        p.massFlow = flow * density;
        double full = s.impellerArea() * perRoot * FastMath.sqrt(s.shutOffPressure());
        p.deadHead = flow < 0.01 * full ? 1 - p.dry : 0;
        return flow;
    }

    /** Volume flow of a branch out of the header, m3/s; negative when liquid runs back. */
    private double branch(FlowSink sink, Branch b, double density, double covered) {
        b.massFlow = 0;
        if (b.area == 0) {
            return 0;
        }
        Holdup to = b.to;
        double fixed = b.spec.backPressure() > 0 ? b.spec.backPressure() : surroundings.pressure();
        double end = to == null ? fixed : to.pressure();
        double drive = pressure - end - density * PhysicalConstants.GRAVITY * b.spec.lift();
        double flow = b.area * FastMath.sqrt(2 / density) * Smooth.root(Smooth.ramp(drive, width), width) * covered;
        double moles = flow * from.liquidMolarDensity();
        if (to == null) {
            sink.liquidOut(from, moles);
        } else {
            sink.liquid(from, to, moles);
        }
        b.massFlow = flow * density;
        if (to != null && b.spec.reversible() && drive < width) {
            flow -= back(sink, b, to, drive);
        }
        return flow;
    }

    /** Flow of a line of minimum flow, m3/s. What it takes out of the vessel it brings back, so nothing is booked. */
    private double back(Recirculation r, double forward, double density, double covered) {
        double lacking = Smooth.ramp(1 - forward / r.spec.minimumFlow(), 0.1);
        r.opening = lacking - Smooth.ramp(lacking - 1, 0.1);
        double drive = pressure - from.pressure() - density * PhysicalConstants.GRAVITY * r.spec.lift();
        double perRoot = FastMath.sqrt(2 / density);
        double flow = r.area * r.opening * perRoot * Smooth.root(Smooth.ramp(drive, width), width) * covered;
        r.massFlow = flow * density;
        return flow;
    }

    private double back(FlowSink sink, Branch b, Holdup to, double drive) {
        double density = FastMath.max(to.liquidDensity(), 1);
        double there = Smooth.share(FastMath.max(to.liquidVolume(), 0), spec.outletVolume());
        double flow = b.area * FastMath.sqrt(2 / density) * Smooth.root(Smooth.ramp(-drive, width), width) * there;
        sink.liquid(to, from, flow * to.liquidMolarDensity());
        b.massFlow -= flow * density;
        return flow;
    }

    @Override
    public void errorScale(double[] y, double[] scale) {
        scale[offset()] = 10 * RELATIVE_TOLERANCE * SCALE * (width / LINEAR_SHARE + pressure);
    }

    @Override
    public boolean admissible(double[] y) {
        return y[offset()] > -1 && y[offset()] < 1e3;
    }

    @Override
    public double perturbation(int state, double value) {
        return 1e-7 * (FastMath.abs(value) + 0.1);
    }

    @Override
    public void startCold(double[] y, Surroundings around) {
        y[offset()] = around.pressure() * SCALE;
    }

    @Override
    public void addInventory(double[] y, double[] sum) {
        // the header stores pressure, no matter
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".P", "Pa", () -> pressure);
        for (Pump p : pumps) {
            String name = p.spec.id();
            variables.put(name + ".m", "kg/s", () -> p.massFlow);
            variables.put(name + ".dry", "1", () -> p.dry);
            variables.put(name + ".cavitation", "1", () -> p.cavitation);
            variables.put(name + ".deadhead", "1", () -> p.deadHead);
        }
        for (Branch b : branches) {
            variables.put(b.spec.id() + ".m", "kg/s", () -> b.massFlow);
        }
        for (Recirculation r : recirculations) {
            variables.put(r.spec.id() + ".m", "kg/s", () -> r.massFlow);
            variables.put(r.spec.id() + ".open", "1", () -> r.opening);
        }
    }
}
