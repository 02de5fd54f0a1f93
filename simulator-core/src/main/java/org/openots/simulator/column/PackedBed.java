package org.openots.simulator.column;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.math.Elementary;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.VariableSink;

/**
 * What passes between a slice of a packed bed and the stage below it. The liquid in the slice is a state, so Stichlmair's
 * equations turn around: the pressure drop and the holdup give the gas, the holdup and the pressure drop give the liquid,
 * without iteration over the column. Loading, flooding and its hysteresis follow: gas that is pressed through holds liquid
 * up, which narrows the way of the gas.
 */
public final class PackedBed implements Link, Entrainment {
    /** Share of the voidage from which a flooded slice weighs on the gas and liquid goes up with it: 50 %. */
    private static final double FLOODED = 0.5;

    private static final double FLOODED_WIDTH = 0.1;

    /** Liquid that a fully flooded slice throws up, volume per volume of gas: 0.005, an assumption. */
    private static final double THROWN = 0.005;

    /** Overall transfer units that a slice may count: 3 (95 % of one stage); slices should be shorter than that. */
    private static final double MOST_UNITS = 3;

    /** Molar density below which a gas no longer flows like one, mol/m3: 1 % of air's. */
    private static final double THIN_GAS = 0.3;

    /** Share of the cross-section that no dirt closes: 2 %. */
    private static final double LEAST_CLEAR = 0.02;

    private final Spec spec;
    private final Holdup lower;
    private final Holdup upper;
    private final @Nullable Entrainment below;
    private double area;
    private double efficiency;
    private double vapourFlow;
    private double gasVelocity;
    private double liquidVelocity;
    private double overallHeight;

    /**
     * Data of a slice.
     *
     * @param id name
     * @param packing what it is filled with
     * @param area cross-section, m2
     * @param height of the slice, m
     * @param fluids properties at design conditions
     * @param strippingFactor slope of the equilibrium line times vapour over liquid flow
     * @param reversalWidth pressure difference over which the gas turns round, Pa
     * @param clearInput index of the share of the cross-section that is open
     * @param efficiencyInput index of a factor on the transfer units: maldistribution lowers it
     */
    public record Spec(
            String id,
            Packing packing,
            double area,
            double height,
            PackedTransfer.Fluids fluids,
            double strippingFactor,
            double reversalWidth,
            int clearInput,
            int efficiencyInput) {}

    /**
     * Creates the passage.
     *
     * @param below entrainment of the stage below, or null if it has none
     */
    public PackedBed(Spec spec, Holdup lower, Holdup upper, @Nullable Entrainment below) {
        this.spec = spec;
        this.lower = lower;
        this.upper = upper;
        this.below = below;
    }

    @Override
    public String id() {
        return spec.id();
    }

    @Override
    public List<StateBlock> blocks() {
        return List.of(lower, upper);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        area = spec.area() * FastMath.max(inputs.get(spec.clearInput()), LEAST_CLEAR);
        efficiency = inputs.get(spec.efficiencyInput());
    }

    /** Liquid of the slice per volume of bed. */
    private double holdup() {
        return FastMath.max(upper.liquidVolume(), 0) / (spec.area() * spec.height());
    }

    /** How far the slice is flooded, 0 to a little above 1. */
    private double flooded() {
        return Smooth.ramp(holdup() / spec.packing().voidage() - FLOODED, FLOODED_WIDTH) / (1 - FLOODED);
    }

    @Override
    public void flows(FlowSink sink) {
        double holdup = holdup();
        double dp = lower.pressure() - upper.pressure();
        double weight = FastMath.max(upper.liquidDensity(), 1) * PhysicalConstants.GRAVITY * spec.height();
        double head = flooded() * upper.liquidDensity() * PhysicalConstants.GRAVITY * spec.height();
        double width = spec.reversalWidth() + 0.05 * head;
        double up = moles(lower, Smooth.positive(dp - head, width), holdup);
        double down = moles(upper, Smooth.positive(-dp - 2 * width, width), holdup);
        sink.vapour(lower, upper, up);
        sink.vapour(upper, lower, down);
        vapourFlow = up - down;
        gasVelocity = up / (FastMath.max(lower.gasDensity(), 1) * area);
        double relative = FastMath.min(Smooth.ramp(dp / weight, 0.01), 1);
        liquidVelocity = PackedHydraulics.liquidVelocity(spec.packing(), holdup, relative);
        double full = lower.liquidVolume() / lower.spec().volume();
        double room = 1 - Smooth.step(full - 0.95, 0.02);
        sink.liquid(upper, lower, liquidVelocity * area * room * upper.liquidMolarDensity());
        transfer(sink, up);
        if (below != null) {
            sink.liquid(lower, upper, below.moles(up));
        }
    }

    /** Gas out of a holdup into the bed, mol/s. */
    private double moles(Holdup donor, double drive, double holdup) {
        double gas = FastMath.max(donor.gasDensity(), 0);
        double molar = donor.vapourMolarMass();
        double thin = Smooth.share(gas, THIN_GAS);
        double flux = PackedHydraulics.massFlux(
                spec.packing(),
                drive / spec.height(),
                gas * molar * thin,
                spec.fluids().gasViscosity(),
                holdup);
        return area * flux / molar;
    }

    private void transfer(FlowSink sink, double up) {
        double liquidDensity = FastMath.max(upper.liquidDensity(), 100);
        double liquidFlux = FastMath.max(liquidVelocity * liquidDensity, 1e-6);
        double gas = FastMath.max(upper.gasDensity(), 1);
        double gasFlux = FastMath.max(up * upper.vapourMolarMass() / area, 1e-6);
        double gasDensity = gas * upper.vapourMolarMass();
        Packing packing = spec.packing();
        double wetted = PackedTransfer.wettedArea(packing, liquidFlux, liquidDensity, spec.fluids());
        double inGas = PackedTransfer.gasCoefficient(packing, gasFlux, gasDensity, spec.fluids());
        double inLiquid = PackedTransfer.liquidCoefficient(packing, liquidFlux, liquidDensity, wetted, spec.fluids());
        overallHeight = gasFlux / (gasDensity * inGas * wetted)
                + spec.strippingFactor() * liquidFlux / (liquidDensity * inLiquid * wetted);
        double units = Smooth.smaller(efficiency * spec.height() / overallHeight, MOST_UNITS);
        double mixed = Elementary.exp(units) - 1;
        double pressureRatio = upper.pressure() / PhysicalConstants.STANDARD_ATMOSPHERE;
        upper.transfer(sink, mixed * up / FastMath.max(pressureRatio, 0.1));
    }

    /** Liquid that a flooded slice throws up with the gas that leaves it. */
    @Override
    public double moles(double vapour) {
        double volume = vapour / FastMath.max(upper.gasDensity(), 1);
        return flooded() * THROWN * volume * upper.liquidMolarDensity();
    }

    /** Net vapour, mol/s. */
    public double vapourFlow() {
        return vapourFlow;
    }

    /** Gas velocity as a share of that at which the bed floods with this liquid; for reading, not for the equations. */
    public double floodFraction() {
        double density = FastMath.max(lower.gasDensity() * lower.vapourMolarMass(), 1e-3);
        double flood = PackedHydraulics.floodVelocity(
                spec.packing(),
                liquidVelocity,
                new PackedHydraulics.Fluids(
                        density,
                        FastMath.max(upper.liquidDensity(), 300),
                        spec.fluids().gasViscosity()));
        return gasVelocity / FastMath.max(flood, 1e-3);
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".n", "mol/s", this::vapourFlow);
        variables.put(id() + ".flood", "1", this::floodFraction);
        variables.put(id() + ".hetp", "m", () -> PackedTransfer.heightOfPlate(overallHeight, spec.strippingFactor()));
        variables.put(id() + ".holdup", "1", this::holdup);
    }
}
