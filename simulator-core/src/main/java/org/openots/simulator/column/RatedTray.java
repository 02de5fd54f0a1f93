package org.openots.simulator.column;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.GasFlow;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.VariableSink;

/**
 * What passes between a sieve or valve tray that is given by its geometry and the stage below it: vapour through the deck,
 * froth over the weir, downcomer backup, weeping and dumping, entrainment from the stage below, and the interphase transfer of
 * the tray by its transfer coefficients. Correlations: {@link TrayHydraulics}, {@link TrayTransfer}.
 */
public final class RatedTray implements Link {
    /** Width of the vapour's onset, share of the liquid head, and the same on a dry tray, Pa. */
    private static final double SEAL_WIDTH = 0.1;

    private static final double DRY_WIDTH = 8;

    private final String id;
    private final Holdup lower;
    private final Holdup upper;
    private final TrayDesign design;
    private final @Nullable Entrainment carryover;
    private final TrayLoad load;
    private final Downcomer downcomer;
    private double clear;
    private double efficiency;
    private double vapourFlow;
    private double weep;
    private double murphree;

    /**
     * Creates the passage.
     *
     * @param carryover entrainment of the stage below, or null if it has none
     */
    public RatedTray(String id, Holdup lower, Holdup upper, TrayDesign design, @Nullable Entrainment carryover) {
        this.id = id;
        this.lower = lower;
        this.upper = upper;
        this.design = design;
        this.carryover = carryover;
        this.load = new TrayLoad(upper, design);
        this.downcomer = new Downcomer(design.downcomerVoid(), design.spacing(), design.weirHeight());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<StateBlock> blocks() {
        return List.of(lower, upper);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        clear = FastMath.max(inputs.get(design.clearInput()), Downcomer.LEAST_CLEAR);
        efficiency = inputs.get(design.efficiencyInput());
    }

    @Override
    public void flows(FlowSink sink) {
        double dp = lower.pressure() - upper.pressure();
        double height = upper.liquidHeight();
        double bubbles =
                downcomer.wetHoles(height) * design.deck().bubblePressure(FastMath.max(upper.liquidDensity(), 100));
        double head = upper.liquidDensity() * PhysicalConstants.GRAVITY * height + bubbles;
        double width = SEAL_WIDTH * head + DRY_WIDTH;
        double drive = Smooth.positive(dp - head, width);
        double up = GasFlow.orifice(lower, clear * design.deck().area(drive), drive, width);
        double reverse = Smooth.positive(-dp - 2 * SEAL_WIDTH * head, width);
        double open = clear * design.deck().area(reverse) * downcomer.dryHoles(height);
        double down = GasFlow.orifice(upper, open, reverse, width);
        sink.vapours(lower, upper, up, down);
        vapourFlow = up - down;
        load.update(up);
        murphree = load.murphree();
        double units = efficiency * load.transferUnits();
        double pressureRatio = upper.pressure() / PhysicalConstants.STANDARD_ATMOSPHERE;
        upper.transfer(sink, units * up / FastMath.max(pressureRatio, 0.1));
        double falling = (limited(dp) + weeping(up, height, reverse)) * upper.liquidMolarDensity();
        sink.liquids(upper, lower, falling, carryover == null ? 0 : carryover.moles(up));
    }

    /** Liquid over the weir as far as the downcomer takes it, m3/s. */
    private double limited(double dp) {
        double overflow = load.overflow();
        double below = carryover == null ? 0 : FastMath.min(lower.liquidHeight(), design.spacing());
        double apron = TrayHydraulics.apronLoss(overflow / design.apronArea());
        return overflow * downcomer.share(dp, load.liquidDensity(), below, apron, load.flood());
    }

    /** Liquid through the holes, m3/s: weeping, and dumping when there is no vapour. */
    private double weeping(double up, double height, double reverse) {
        double holes = clear * design.holeArea();
        double velocity = up / (FastMath.max(lower.gasDensity(), 1) * holes);
        double difference = load.liquidDensity() - load.vapourDensity();
        double still = FastMath.sqrt(PhysicalConstants.GRAVITY * height * difference / load.vapourDensity());
        double weeps = Smooth.ramp(TrayHydraulics.weeping(still / (velocity + 1e-3)), 0.003);
        double dumping = Downcomer.dumping(height, load.liquidDensity(), reverse);
        weep = holes * Smooth.smaller(weeps, dumping) * downcomer.wetHoles(height);
        return weep;
    }

    /** Net vapour, mol/s. */
    public double vapourFlow() {
        return vapourFlow;
    }

    /** Vapour load of the tray as a share of its flood load. */
    public double floodFraction() {
        return load.flood();
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id + ".n", "mol/s", this::vapourFlow);
        variables.put(id + ".flood", "1", this::floodFraction);
        variables.put(id + ".weep", "m3/s", () -> weep);
        variables.put(id + ".efficiency", "1", () -> murphree);
    }
}
