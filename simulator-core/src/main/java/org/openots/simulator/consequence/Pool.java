package org.openots.simulator.consequence;

import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;

/**
 * Size of a pool on flat ground (CPR 14E, 3rd ed. 1997, chapter 3): a round slick that spreads under its own weight until
 * it meets a dike or is as thin as the ground is rough.
 *
 * @param leastDepth m, thinnest the pool can become: the roughness of the ground
 * @param dikedArea m2 that a dike encloses; infinite on open ground
 */
public record Pool(double leastDepth, double dikedArea) {
    /** Checks the figures. */
    public Pool {
        ConsequenceError.within("leastDepth", leastDepth, 1e-4, 10);
        ConsequenceError.within("dikedArea", dikedArea, Double.MIN_VALUE, Double.POSITIVE_INFINITY);
    }

    /**
     * Largest area of a spilt volume.
     *
     * @param volume m3
     * @return m2
     */
    public double area(double volume) {
        return FastMath.min(ConsequenceError.notNegative("volume", volume) / leastDepth, dikedArea);
    }

    /**
     * Radius of a volume that is set free at once: dr/dt = sqrt(2 g h) with h the depth (P. Shaw and F. Briscoe,
     * Evaporation from Spills of Hazardous Liquids on Land and Water, UKAEA SRD R100, 1978).
     *
     * @param volume m3
     * @param firstRadius m, of the vessel
     * @param time s since the release
     * @return m
     */
    public double radius(double volume, double firstRadius, double time) {
        ConsequenceError.notNegative("firstRadius", firstRadius);
        ConsequenceError.notNegative("time", time);
        double spread = FastMath.sqrt(8 * PhysicalConstants.GRAVITY * volume / FastMath.PI) * time;
        double limit = FastMath.sqrt(area(volume) / FastMath.PI);
        return FastMath.min(FastMath.sqrt(firstRadius * firstRadius + spread), FastMath.max(limit, firstRadius));
    }

    /**
     * Area at which a lasting release burns or evaporates as fast as it flows out.
     *
     * @param release kg/s
     * @param flux what leaves a square metre, kg/(m2 s)
     * @return m2, at most the diked area
     */
    public double steadyArea(double release, double flux) {
        ConsequenceError.notNegative("release", release);
        return FastMath.min(release / ConsequenceError.positive("flux", flux), dikedArea);
    }

    /**
     * Evaporation by wind from a pool below its boiling point: the mass transfer coefficient of the U.S. Environmental
     * Protection Agency (Risk Management Program Guidance for Offsite Consequence Analysis, EPA 550-B-99-009, 1999,
     * equation D-1: QR = 0.284 U^0.78 M^(2/3) A P/(82.05 T) in lb/min, m/s, g/mol, ft2, mmHg, K), with the correction for
     * the vapour's own flow, -ln(1 - p/p_a)/(p/p_a), from Stefan's law. Valid from calm air of about 1 m/s to a gale and
     * for vapour pressures up to 0.8 of the atmosphere's.
     *
     * @param air wind and pressure
     * @param temperature of the liquid, K
     * @param vapourPressure Pa
     * @param molarMass kg/mol
     * @return kg/(m2 s)
     */
    public static double evaporation(Air air, double temperature, double vapourPressure, double molarMass) {
        ConsequenceError.positive("temperature", temperature);
        ConsequenceError.positive("molarMass", molarMass);
        double share = ConsequenceError.within("vapourPressure/pressure", vapourPressure / air.pressure(), 0, 0.8);
        double stefan = share > 0 ? -FastMath.log(1 - share) / share : 1;
        double poundsPerMinute = 0.284
                * FastMath.pow(air.wind(), 0.78)
                * FastMath.pow(1000 * molarMass, 2.0 / 3)
                * (vapourPressure / MERCURY)
                / (82.05 * temperature)
                / SQUARE_FOOT;
        return poundsPerMinute * POUND / 60 * stefan;
    }

    /** A millimetre of mercury: 133.322 Pa (SI brochure, 8th ed., table 8). */
    private static final double MERCURY = 133.322;

    /** A square foot: 0.3048^2 m2, exact. */
    private static final double SQUARE_FOOT = 0.3048 * 0.3048;

    /** A pound: 0.45359237 kg, exact. */
    private static final double POUND = 0.45359237;

    /**
     * The air over a pool.
     *
     * @param wind m/s at 10 m height
     * @param pressure Pa absolute
     */
    public record Air(double wind, double pressure) {
        /** Checks the figures. */
        public Air {
            ConsequenceError.within("wind", wind, 0.1, 60);
            ConsequenceError.within("pressure", pressure, 5e4, 2e5);
        }
    }
}
