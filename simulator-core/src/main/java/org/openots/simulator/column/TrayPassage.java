package org.openots.simulator.column;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;
import org.openots.common.unit.PhysicalConstants;
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
 * What passes between a tray and the stage below it: vapour up through holes and liquid, liquid down over the weir,
 * weeping and dumping through the holes, entrainment from the lower tray, and the tray's interphase transfer, which grows with
 * the vapour load so that the Murphree efficiency stays what the geometry says.
 *
 * <p>Sources: orifice and hydrostatic loss, Francis weir (L = 1.84 l_w h_ow^1.5, SI); weeping when the dry loss no longer carries the liquid head. Every
 * on/off term has a width proportional to the head it switches.
 */
public final class TrayPassage implements Link {
    /** Width of the weir's onset, share of weir height. */
    private static final double WEIR_WIDTH = 0.02;

    /** Share of the flood load above which the liquid visibly bubbles. */
    private static final double BUBBLING = 0.02;

    private final String id;
    private final Holdup lower;
    private final Holdup upper;
    private final TrayGeometry tray;
    private final @Nullable Carryover carryover;
    private final Carryover aboveUpper;
    private final Downcomer downcomer;
    private double vapourFlow;
    private double floodFraction;
    private double holeArea;
    private double transferUnits;

    public TrayPassage(String id, Holdup lower, Holdup upper, TrayGeometry tray, @Nullable Carryover carryover) {
        this.id = id;
        this.lower = lower;
        this.upper = upper;
        this.tray = tray;
        this.carryover = carryover;
        this.aboveUpper = new Carryover(upper, tray);
        this.downcomer = new Downcomer(tray.downcomerVoid(), tray.spacing(), tray.weirHeight());
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
        holeArea = tray.holeArea() * FastMath.max(inputs.get(tray.clearInput()), Downcomer.LEAST_CLEAR);
        transferUnits = tray.transferUnits() * inputs.get(tray.efficiencyInput());
    }

    @Override
    public void flows(FlowSink sink) {
        double dp = lower.pressure() - upper.pressure();
        double height = upper.liquidHeight();
        double head = upper.liquidDensity() * PhysicalConstants.GRAVITY * height;
        double width = tray.sealWidth() * head + tray.dryWidth();
        double drive = Smooth.positive(dp - head, width);
        double orifice = tray.orificeCoefficient() * holeArea;
        double up = GasFlow.orifice(lower, orifice, drive, width);
        double reverse = Smooth.positive(-dp - 2 * tray.sealWidth() * head, width);
        double down = GasFlow.orifice(upper, orifice * downcomer.dryHoles(height), reverse, width);
        sink.vapours(lower, upper, up, down);
        vapourFlow = up - down;
        double pressureRatio = upper.pressure() / PhysicalConstants.STANDARD_ATMOSPHERE;
        upper.transfer(sink, transferUnits * up / FastMath.max(pressureRatio, 0.1));
        floodFraction = aboveUpper.floodFraction(up);
        double carried = carryover == null ? 0 : carryover.moles(up);
        double falling = overflow(dp, height, floodFraction) + weep(height, drive / (head + width), reverse);
        sink.liquids(upper, lower, falling * upper.liquidMolarDensity(), carried);
    }

    /** Liquid over the weir as far as the downcomer takes it, m3/s. */
    private double overflow(double dp, double height, double flood) {
        double crest = Smooth.positive(height - tray.weirHeight(), WEIR_WIDTH * tray.weirHeight());
        double overflow = 1.84 * tray.weirLength() * crest * FastMath.sqrt(crest);
        double below = carryover == null ? 0 : FastMath.min(lower.liquidHeight(), tray.spacing());
        return overflow * downcomer.share(dp, liquidDensity(), below, tray.downcomerLoss(), flood);
    }

    /** Liquid through the holes, m3/s. */
    private double weep(double height, double dryRatio, double reverse) {
        double weeping = FastMath.min(1, Smooth.positive(1 - dryRatio / tray.weepRatio(), tray.weepWidth()));
        double velocity = Downcomer.dumping(height, liquidDensity(), reverse);
        return velocity * holeArea * weeping * downcomer.wetHoles(height);
    }

    private double liquidDensity() {
        return FastMath.max(upper.liquidDensity(), 1);
    }

    /** Net vapour, mol/s. */
    public double vapourFlow() {
        return vapourFlow;
    }

    /** Vapour load of the upper tray as a share of its flood load. */
    public double floodFraction() {
        return floodFraction;
    }

    /**
     * What one sees through a sight glass at the upper tray: 0 dry or at rest, 1 liquid bubbling, 2 flooded (vapour load
     * at its limit, or froth up to half the spacing).
     */
    public double regime() {
        if (floodFraction >= 1 || upper.liquidHeight() > 0.5 * tray.spacing()) {
            return 2;
        }
        boolean bubbling = floodFraction > BUBBLING && upper.liquidHeight() > 0.2 * tray.weirHeight();
        return bubbling ? 1 : 0;
    }

    /**
     * Height of the froth on the upper tray as a share of the tray spacing: clear liquid over the froth density of Bennett,
     * Agrawal and Cook ({@link TrayHydraulics#frothDensity}); 0 when nothing bubbles, 1 when flooded.
     */
    private double froth() {
        double regime = regime();
        if (regime != 1) {
            return regime == 0 ? 0 : 1;
        }
        double gas = FastMath.max(upper.bubbleDensity(), 1);
        double vapourDensity = gas * upper.vapourMolarMass();
        double velocity = FastMath.max(vapourFlow, 0) / (gas * tray.activeArea());
        double buoyancy = FastMath.max(liquidDensity() - vapourDensity, vapourDensity);
        double density = TrayHydraulics.frothDensity(velocity * FastMath.sqrt(vapourDensity / buoyancy));
        return FastMath.min(1, upper.liquidHeight() / density / tray.spacing());
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id + ".n", "mol/s", this::vapourFlow);
        variables.put(id + ".flood", "1", this::floodFraction);
        variables.put(id + ".regime", "1", this::regime);
        variables.put(id + Outflow.FROTH, "1", this::froth);
    }
}
