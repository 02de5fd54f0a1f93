package org.openots.simulator.column;

import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.math.Powers;
import org.openots.simulator.process.Smooth;

/**
 * Pressure drop, liquid holdup and flooding of packed beds after J. Stichlmair, J. L. Bravo and J. R. Fair, Gas Sep. Purif. 3
 * (1989) 19 (secondary, validated by the worked figures of that paper): the packing as a bed of particles that the liquid
 * enlarges. SI units; everything per metre of bed and per empty cross-section.
 */
public final class PackedHydraulics {
    private static final double EXPONENT = 4.65;

    /** Holdup below the loading point: 0.555 Fr^(1/3). */
    private static final double HOLDUP = 0.555;

    /** Growth of the holdup above it: 1 + 20 (dp/(rho g H))^2. */
    private static final double LOADING = 20;

    /**
     * Share of the voidage below which more liquid no longer narrows the way of the gas: 60 %. Beds flood with 15 to 30 %
     * of liquid; a bed that is fuller is a column of bubbles, which weighs on the gas but does not throttle it.
     */
    private static final double LEAST_FREE = 0.6;

    private static final double LEAST_FREE_WIDTH = 0.05;

    /** Pressure drop beyond which no bed works, share of a column of liquid: 30 %; beds flood at 10 to 25 %. */
    private static final double MOST_DROP = 0.3;

    /** Rounds of the iteration for the mass flux; each gains a digit or more. */
    private static final int ROUNDS = 8;

    /** Thirds cut off in the search for the flood point: to 1e-4 of a column of liquid, where the velocity is flat. */
    private static final int SECTIONS = 24;

    private PackedHydraulics() {}

    /** Drag coefficient of one particle, C1/Re + C2/Re^0.5 + C3. */
    static double drag(Packing p, double reynolds) {
        return p.c1() / reynolds + p.c2() / FastMath.sqrt(reynolds) + p.c3();
    }

    /**
     * Pressure drop of the dry bed.
     *
     * @param p the packing
     * @param velocity of the gas in the empty column, m/s
     * @param density of the gas, kg/m3
     * @param viscosity of the gas, Pa s
     * @return Pa/m
     */
    public static double dryDrop(Packing p, double velocity, double density, double viscosity) {
        double reynolds = FastMath.max(velocity * density * p.particleDiameter() / viscosity, 1e-6);
        return drag(p, reynolds) * resistance(p) * density * velocity * velocity;
    }

    /** (3/4) (1 - e)/(e^4.65 d_p), 1/m. */
    static double resistance(Packing p) {
        return 0.75 * (1 - p.voidage()) / (Powers.power(p.voidage(), EXPONENT) * p.particleDiameter());
    }

    /**
     * How much a liquid holdup raises the pressure drop.
     *
     * @param p the packing
     * @param holdup liquid per volume of bed, dimensionless
     * @param reynolds of the gas
     * @return 1 for a dry bed
     */
    static double wetFactor(Packing p, double holdup, double reynolds) {
        double solid = 1 - p.voidage();
        double free = LEAST_FREE + Smooth.ramp(1 - holdup / p.voidage() - LEAST_FREE, LEAST_FREE_WIDTH);
        double slope = -(p.c1() / reynolds + 0.5 * p.c2() / FastMath.sqrt(reynolds)) / drag(p, reynolds);
        return Powers.power((solid + holdup) / solid, (2 + slope) / 3) * Powers.power(free, -EXPONENT);
    }

    /**
     * Mass flux of the gas that a pressure drop drives through the wet bed.
     *
     * @param p the packing
     * @param drop Pa/m, at least 0
     * @param density of the gas, kg/m3
     * @param viscosity of the gas, Pa s
     * @param holdup liquid per volume of bed
     * @return kg/(m2 s)
     */
    public static double massFlux(Packing p, double drop, double density, double viscosity, double holdup) {
        if (drop <= 0 || density <= 0) {
            return 0;
        }
        double scale = p.particleDiameter() / viscosity;
        double square = drop * density / resistance(p);
        double flux = FastMath.sqrt(square / (p.c3() + 1));
        for (int i = 0; i < ROUNDS; i++) {
            double reynolds = FastMath.max(flux * scale, 1e-6);
            flux = FastMath.sqrt(square / (drag(p, reynolds) * wetFactor(p, holdup, reynolds)));
        }
        return flux;
    }

    /**
     * Holdup of a liquid that falls freely.
     *
     * @param p the packing
     * @param velocity of the liquid in the empty column, m/s
     * @return m3/m3
     */
    public static double holdup(Packing p, double velocity) {
        double froude = velocity
                * velocity
                * p.specificArea()
                / (PhysicalConstants.GRAVITY * Powers.power(p.voidage(), EXPONENT));
        return HOLDUP * Powers.cubeRoot(froude);
    }

    /**
     * Velocity with which a holdup falls against a pressure drop; the inverse of {@link #holdup} with the loading of the gas.
     *
     * @param p the packing
     * @param holdup m3/m3
     * @param relativeDrop pressure drop over that of a column of liquid, dp/(rho g H), at least 0
     * @return m/s
     */
    public static double liquidVelocity(Packing p, double holdup, double relativeDrop) {
        double free = FastMath.max(holdup, 0) / (HOLDUP * (1 + LOADING * relativeDrop * relativeDrop));
        double cube = free * free * free;
        return FastMath.sqrt(cube * PhysicalConstants.GRAVITY * Powers.power(p.voidage(), EXPONENT) / p.specificArea());
    }

    /** Fluids of a bed: densities kg/m3, gas viscosity Pa s. */
    public record Fluids(double gasDensity, double liquidDensity, double gasViscosity) {}

    /**
     * Pressure drop of an irrigated bed in steady state.
     *
     * @param p the packing
     * @param gasVelocity m/s
     * @param liquidVelocity m/s
     * @param f the fluids
     * @return Pa/m, or infinity when the bed floods
     */
    public static double wetDrop(Packing p, double gasVelocity, double liquidVelocity, Fluids f) {
        double dry = dryDrop(p, gasVelocity, f.gasDensity(), f.gasViscosity());
        double reynolds = gasVelocity * f.gasDensity() * p.particleDiameter() / f.gasViscosity();
        double weight = f.liquidDensity() * PhysicalConstants.GRAVITY;
        double free = holdup(p, liquidVelocity);
        double drop = dry;
        for (int i = 0; i < 200; i++) {
            double relative = drop / weight;
            double next = dry * wetFactor(p, free * (1 + LOADING * relative * relative), reynolds);
            if (next > MOST_DROP * weight) {
                return Double.POSITIVE_INFINITY;
            }
            drop = next;
        }
        return drop;
    }

    /**
     * Gas velocity at which the bed floods: the largest that any pressure drop can drive against the holdup that goes with
     * it.
     *
     * @param p the packing
     * @param liquidVelocity m/s
     * @param f the fluids
     * @return m/s
     */
    public static double floodVelocity(Packing p, double liquidVelocity, Fluids f) {
        double free = holdup(p, liquidVelocity);
        double low = 0;
        double high = MOST_DROP;
        for (int i = 0; i < SECTIONS; i++) {
            double third = (high - low) / 3;
            if (velocity(p, free, low + third, f) < velocity(p, free, high - third, f)) {
                low += third;
            } else {
                high -= third;
            }
        }
        return velocity(p, free, 0.5 * (low + high), f);
    }

    /** Gas velocity at a relative pressure drop and the holdup that it makes of a free one. */
    private static double velocity(Packing p, double free, double relative, Fluids f) {
        double holdup = free * (1 + LOADING * relative * relative);
        double drop = relative * f.liquidDensity() * PhysicalConstants.GRAVITY;
        return massFlux(p, drop, f.gasDensity(), f.gasViscosity(), holdup) / f.gasDensity();
    }
}
