package org.openots.simulator.consequence;

import java.util.OptionalDouble;
import org.hipparchus.util.FastMath;
import org.openots.simulator.thermo.Hazards;

/**
 * What a volume fraction in the air means: share of the lower explosion limit, of the fraction that is immediately
 * dangerous to life or health (NIOSH IDLH), and the toxic load of a varying exposure, the sum of C^n dt (W. F. ten Berge, A.
 * Zwart and L. M. Appelman, J. Hazard. Mater. 13 (1986) 301).
 */
public final class Exposure {
    private final Hazards hazards;

    /**
     * Describes the substance.
     *
     * @param hazards its limits
     */
    public Exposure(Hazards hazards) {
        this.hazards = hazards;
    }

    /**
     * Reading of a gas detector.
     *
     * @param fraction volume fraction in air
     * @return percent of the lower explosion limit, or nothing for a substance that does not burn
     */
    public OptionalDouble percentOfExplosionLimit(double fraction) {
        return share(100 * checked(fraction), hazards.lowerExplosionLimit());
    }

    /**
     * Multiple of the fraction that is immediately dangerous.
     *
     * @param fraction volume fraction in air
     * @return dimensionless, above 1 where nobody may stay; nothing if no such fraction is known
     */
    public OptionalDouble multipleOfDangerous(double fraction) {
        return share(checked(fraction), hazards.dangerousFraction());
    }

    private static OptionalDouble share(double value, OptionalDouble limit) {
        return limit.isPresent() ? OptionalDouble.of(value / limit.getAsDouble()) : OptionalDouble.empty();
    }

    private static double checked(double fraction) {
        return ConsequenceError.within("fraction", fraction, 0, 1);
    }

    /**
     * Toxic load of an exposure that varies.
     *
     * @param fractions volume fractions in air, one for each step
     * @param step length of a step, s
     * @param exponent n, 1 (Haber's rule) to 3.5
     * @return sum of C^n dt with C in parts per million and t in minutes, the units of published loads
     */
    public static double toxicLoad(double[] fractions, double step, double exponent) {
        ConsequenceError.positive("step", step);
        ConsequenceError.within("exponent", exponent, 0.5, 5);
        double load = 0;
        for (double fraction : fractions) {
            load += FastMath.pow(1e6 * checked(fraction), exponent) * step / 60;
        }
        return load;
    }
}
