package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.math.Powers;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.Surroundings;
import org.openots.simulator.process.VariableSink;

/**
 * Natural circulation between a sump and a vertical reboiler. One state, the circulation: it is driven by the column of
 * liquid in the sump against the lighter mixture in the tubes and the riser (homogeneous, vapour rising linearly with
 * height), and held back by friction and acceleration. The process side of the reboiler follows it with its power 0.8.
 *
 * <p>Source: density-head balance of a homogeneous mixture, e.g. R. K. Sinnott, Coulson and Richardson vol. 6, section
 * 12.11.5; exponent of turbulent convection (F. W. Dittus and L. M. K. Boelter 1930).
 */
public final class ThermosyphonLoop extends StateBlock implements Link {
    /** Share of the design circulation that pool boiling is worth when nothing circulates, squared: (1 %)^2. */
    private static final double AT_REST = 1e-4;

    /** Half of the exponent of convection, 0.8, for a squared flow. */
    private static final double HALF_EXPONENT = 0.4;

    /** Heat of evaporation below which nothing is counted as a vapour, J/kg: a tenth of a hydrocarbon's is never met. */
    private static final double LEAST_LATENT_HEAT = 5e4;

    /** Share of the height over which the return gets under liquid: 2 %. */
    private static final double RETURN_WIDTH = 0.02;

    /** Driving pressure below which the loop comes to rest, Pa: 5 mm of water. */
    private static final double ONSET = 50;

    private final Spec spec;
    private final SteamHeater heater;
    private final Holdup sump;
    private double ratio;
    private double outletVapour;

    /**
     * Data of the loop.
     *
     * @param id name
     * @param height of tubes and riser, from the bottom of the reboiler to the return, m
     * @param sumpElevation bottom of the sump above the bottom of the reboiler, m
     * @param downArea effective flow area of the way down, m2
     * @param riseArea effective flow area of tubes and riser, m2
     * @param length of the loop, m
     * @param designCirculation kg/s at which the reboiler has its clean conductance
     * @param processShare share of the thermal resistance that is on the process side at design
     */
    public record Spec(
            String id,
            double height,
            double sumpElevation,
            double downArea,
            double riseArea,
            double length,
            double designCirculation,
            double processShare) {}

    /** Creates the loop of a heater. */
    ThermosyphonLoop(Spec spec, SteamHeater heater, Holdup sump) {
        super(spec.id(), 1);
        this.spec = spec;
        this.heater = heater;
        this.sump = sump;
    }

    @Override
    public List<StateBlock> blocks() {
        return List.of(this, heater, sump);
    }

    @Override
    public void evaluate(double[] y) {
        ratio = y[offset()];
    }

    /** Conductance of the reboiler at the present circulation as a share of that at design. */
    double share() {
        double convection = Powers.power(ratio * ratio + AT_REST, HALF_EXPONENT);
        return convection / ((1 - spec.processShare()) * convection + spec.processShare());
    }

    @Override
    public void ownRates(FlowSink sink) {
        // the circulation depends on sump and heater; see flows
    }

    /** After the heater, whose duty makes the vapour. */
    @Override
    public void flows(FlowSink sink) {
        double liquid = FastMath.max(sump.liquidDensity(), 1);
        double gas = FastMath.max(sump.gasDensity() * sump.vapourMolarMass(), 0.01);
        double flow = ratio * spec.designCirculation();
        double latent = (sump.vapourEnthalpy() - sump.liquidEnthalpy()) / sump.liquidMolarMass();
        double evaporated = FastMath.max(heater.duty(), 0) / FastMath.max(latent, LEAST_LATENT_HEAT);
        double passing = FastMath.abs(flow) + 0.02 * spec.designCirculation();
        outletVapour = Smooth.smaller(evaporated / passing, 1);
        double swelling = outletVapour * FastMath.max(liquid / gas - 1, 0);
        double mixture = liquid * Powers.reciprocalMean(swelling);
        // liquid above the return stands on both legs and drives nothing
        double below = spec.height() - spec.sumpElevation() - sump.liquidHeight();
        double standing = spec.height() - Smooth.ramp(below, RETURN_WIDTH * spec.height());
        double head = liquid * standing - mixture * spec.height();
        double wet = Smooth.share(
                FastMath.max(sump.liquidVolume(), 0), 0.01 * sump.spec().volume());
        double drive = wet * Smooth.ramp(PhysicalConstants.GRAVITY * head, ONSET);
        double down = 1 / (spec.downArea() * spec.downArea());
        double rise = (1 + swelling) / (spec.riseArea() * spec.riseArea());
        double friction = flow * FastMath.abs(flow) / (2 * liquid) * (down + rise);
        double inertance = spec.length() / spec.riseArea();
        sink.other(offset(), (drive - friction) / (inertance * spec.designCirculation()));
    }

    /** kg/s. */
    public double circulation() {
        return ratio * spec.designCirculation();
    }

    @Override
    public void errorScale(double[] y, double[] scale) {
        scale[offset()] = RELATIVE_TOLERANCE * (FastMath.abs(y[offset()]) + 0.5);
    }

    @Override
    public boolean admissible(double[] y) {
        return FastMath.abs(y[offset()]) < 100;
    }

    @Override
    public double perturbation(int state, double value) {
        return 1e-7 * (FastMath.abs(value) + 0.01);
    }

    @Override
    public void startCold(double[] y, Surroundings surroundings) {
        y[offset()] = 0;
    }

    @Override
    public void addInventory(double[] y, double[] sum) {
        // what circulates belongs to the sump
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".m", "kg/s", this::circulation);
        variables.put(id() + ".x", "1", () -> outletVapour);
    }
}
