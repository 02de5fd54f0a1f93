package org.openots.simulator.column;

import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.math.Elementary;
import org.openots.simulator.math.Powers;

/**
 * Mass transfer in packed beds after K. Onda, H. Takeuchi and Y. Okumoto, J. Chem. Eng. Jpn. 1 (1968) 56 (secondary; three
 * independent statements of the equations agree). SI units. Made for random packings of 6 to 50 mm; for structured ones it
 * is an estimate.
 */
public final class PackedTransfer {
    /** Constant of the gas film for packings above and up to 15 mm. */
    private static final double LARGE = 5.23;

    private static final double SMALL = 2.0;
    private static final double SMALL_SIZE = 0.015;

    private PackedTransfer() {}

    /**
     * Properties that mass transfer needs.
     *
     * @param gasViscosity Pa s
     * @param gasDiffusivity m2/s
     * @param liquidViscosity Pa s
     * @param liquidDiffusivity m2/s
     * @param tension N/m
     */
    public record Fluids(
            double gasViscosity,
            double gasDiffusivity,
            double liquidViscosity,
            double liquidDiffusivity,
            double tension) {}

    /**
     * Wetted area.
     *
     * @param p the packing
     * @param flux of the liquid, kg/(m2 s)
     * @param density of the liquid, kg/m3
     * @param f properties
     * @return m2/m3
     */
    public static double wettedArea(Packing p, double flux, double density, Fluids f) {
        double a = p.specificArea();
        double reynolds = flux / (a * f.liquidViscosity());
        double froude = flux * flux * a / (density * density * PhysicalConstants.GRAVITY);
        double weber = flux * flux / (density * f.tension() * a);
        double exponent = 1.45
                * Powers.power(p.criticalTension() / f.tension(), 0.75)
                * Powers.power(reynolds, 0.1)
                * Powers.power(froude, -0.05)
                * Powers.power(weber, 0.2);
        return a * (1 - Elementary.exp(-exponent));
    }

    /**
     * Coefficient of the gas film on concentrations.
     *
     * @param p the packing
     * @param flux of the gas, kg/(m2 s)
     * @param density of the gas, kg/m3
     * @param f properties
     * @return m/s
     */
    public static double gasCoefficient(Packing p, double flux, double density, Fluids f) {
        double a = p.specificArea();
        double c = p.nominalSize() > SMALL_SIZE ? LARGE : SMALL;
        double schmidt = f.gasViscosity() / (density * f.gasDiffusivity());
        double size = a * p.nominalSize();
        return c
                * a
                * f.gasDiffusivity()
                * Powers.power(flux / (a * f.gasViscosity()), 0.7)
                * Powers.cubeRoot(schmidt)
                / (size * size);
    }

    /**
     * Coefficient of the liquid film on concentrations.
     *
     * @param p the packing
     * @param flux of the liquid, kg/(m2 s)
     * @param density of the liquid, kg/m3
     * @param wettedArea m2/m3
     * @param f properties
     * @return m/s
     */
    public static double liquidCoefficient(Packing p, double flux, double density, double wettedArea, Fluids f) {
        double reynolds = flux / (wettedArea * f.liquidViscosity());
        double schmidt = f.liquidViscosity() / (density * f.liquidDiffusivity());
        return 0.0051
                * Powers.cubeRoot(f.liquidViscosity() * PhysicalConstants.GRAVITY / density)
                * Powers.power(reynolds, 2.0 / 3)
                / FastMath.sqrt(schmidt)
                * Powers.power(p.specificArea() * p.nominalSize(), 0.4);
    }

    /**
     * Height of a bed that works like one equilibrium stage: H_OG ln(l)/(l - 1).
     *
     * @param overallHeight height of an overall gas-side transfer unit, m
     * @param strippingFactor l, slope of the equilibrium line times vapour over liquid flow
     * @return m
     */
    public static double heightOfPlate(double overallHeight, double strippingFactor) {
        double l = strippingFactor;
        return FastMath.abs(l - 1) < 1e-6 ? overallHeight : overallHeight * Elementary.log(l) / (l - 1);
    }
}
