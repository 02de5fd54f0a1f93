package org.openots.simulator.consequence;

import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;

/**
 * The cloud downwind of a lasting release, as a Gaussian plume that the ground reflects (D. B. Turner, Workbook of
 * Atmospheric Dispersion Estimates, U.S. EPA AP-26, 1970, equation 3.1). For gases about as heavy as air over open, flat
 * ground and averages of ten minutes; dense clouds stay lower and are wider, and near the source, below 100 m, the
 * coefficients are extrapolations. A source of some width is put upwind so that the plume is as wide when it passes it.
 */
public final class GaussianPlume {
    private final double rate;
    private final double height;
    private final double wind;
    private final Stability stability;
    private final double upwind;

    /**
     * Describes a plume.
     *
     * @param rate of release, kg/s
     * @param height of the source, m
     * @param wind m/s
     * @param stability of the air
     * @param width of the source across the wind, m; 0 for a point
     */
    public GaussianPlume(double rate, double height, double wind, Stability stability, double width) {
        this.rate = ConsequenceError.notNegative("rate", rate);
        this.height = ConsequenceError.notNegative("height", height);
        this.wind = ConsequenceError.within("wind", wind, 0.5, 60);
        this.stability = stability;
        this.upwind = virtualDistance(stability, ConsequenceError.notNegative("width", width) / SIGMAS);
    }

    /** Width of a plume in standard deviations, to a tenth of the middle's concentration: 4.3 (Turner 1970, chapter 5). */
    private static final double SIGMAS = 4.3;

    /** Distance at which a point's plume has a given deviation: the inverse of sigma_y, a x/sqrt(1 + 0.0001 x). */
    private static double virtualDistance(Stability stability, double sigma) {
        double low = 0;
        double high = 1;
        while (stability.sigmaY(high) < sigma) {
            high *= 2;
        }
        for (int i = 0; i < 60; i++) { // halvings, to rounding
            double middle = 0.5 * (low + high);
            if (stability.sigmaY(middle) < sigma) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return sigma > 0 ? high : 0;
    }

    /**
     * Concentration at a place.
     *
     * @param x downwind of the source, m; upwind there is none
     * @param y across the wind, m
     * @param z above ground, m
     * @return kg/m3
     */
    public double concentration(double x, double y, double z) {
        ConsequenceError.notNegative("z", z);
        if (!(x > 0)) {
            return 0;
        }
        double sy = stability.sigmaY(x + upwind);
        double sz = stability.sigmaZ(x + upwind);
        double across = FastMath.exp(-0.5 * (y / sy) * (y / sy));
        double below = (z - height) / sz;
        double mirrored = (z + height) / sz;
        double vertical = FastMath.exp(-0.5 * below * below) + FastMath.exp(-0.5 * mirrored * mirrored);
        return rate / (2 * FastMath.PI * wind * sy * sz) * across * vertical;
    }

    /**
     * Volume fraction at a place.
     *
     * @param place x, y, z as in {@link #concentration}
     * @param air temperature (K) and pressure (Pa absolute)
     * @param molarMass of the released gas, kg/mol
     * @return m3/m3, at most 1
     */
    public double volumeFraction(Place place, Surroundings air, double molarMass) {
        double moles =
                concentration(place.x(), place.y(), place.z()) / ConsequenceError.positive("molarMass", molarMass);
        return FastMath.min(1, moles * PhysicalConstants.GAS_CONSTANT * air.temperature() / air.pressure());
    }

    /**
     * Whether a distance lies where the coefficients were measured.
     *
     * @param x downwind of the source, m
     * @return true from 100 m to 10 km
     */
    public static boolean compared(double x) {
        return x >= Stability.NEAREST && x <= Stability.FARTHEST;
    }

    /**
     * A place, for example that of a gas detector.
     *
     * @param x downwind of the source, m
     * @param y across the wind, m
     * @param z above ground, m
     */
    public record Place(double x, double y, double z) {}

    /**
     * The air.
     *
     * @param temperature K
     * @param pressure Pa absolute
     */
    public record Surroundings(double temperature, double pressure) {
        /** Checks the figures. */
        public Surroundings {
            ConsequenceError.within("temperature", temperature, 200, 350);
            ConsequenceError.within("pressure", pressure, 5e4, 2e5);
        }
    }
}
