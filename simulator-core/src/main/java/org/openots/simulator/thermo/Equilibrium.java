package org.openots.simulator.thermo;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.util.FastMath;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.simulator.thermo.FlashSearch.Split;
import org.openots.simulator.thermo.SaturationSearch.Saturation;

/**
 * Vapour-liquid equilibria of a property package with any number of components: bubble point, dew point, flash at given
 * temperature, enthalpy or vapour fraction, azeotrope. Searches use bracketing methods, so that they cannot leave the
 * package's {@link PropertyPackage#limits}; results outside of its {@link PropertyPackage#validity} are marked as
 * extrapolated. For checks, displays and feeds; the dynamic model of a stage does without it.
 */
public final class Equilibrium {
    /** How far given mole fractions may miss a sum of one: 1e-6, the rounding of printed tables with six digits. */
    private static final double SUM_TOLERANCE = 1e-6;

    /** Spacing of liquid fractions in the search for azeotropes: half a percent. */
    private static final double AZEOTROPE_STEP = 0.005;

    /** Distance from the pure components, where ln(K1/K2) still has a meaning: 1e-6. */
    private static final double NEARLY_PURE = 1e-6;

    /** A mixture boils at one temperature when bubble and dew point differ by less: 1e-7 K, a few accuracies of both. */
    private static final double ONE_TEMPERATURE = 1e-7;

    /** Hottest vapour, 1000 K: the end of the ideal-gas heat capacities. */
    private static final double HOTTEST_VAPOUR = 1000;

    private static final LocalText FLASH = new LocalText("闪蒸", "flash");
    private static final LocalText AZEOTROPE = new LocalText("共沸点", "azeotrope");

    private final PropertyPackage properties;
    private final int count;

    /**
     * Creates the calculator.
     *
     * @param properties the mixture
     */
    public Equilibrium(PropertyPackage properties) {
        this.properties = properties;
        this.count = properties.components().size();
    }

    /**
     * The temperature at which a liquid starts to boil, and the vapour it gives off.
     *
     * @param pressure Pa absolute, positive
     * @param liquid mole fractions (nc), none negative, sum one
     * @return the equilibrium
     * @throws OtsException if an argument breaks its rule, or the mixture does not boil at this pressure within the
     *     limits of the package
     */
    public EquilibriumPoint bubblePoint(double pressure, double... liquid) {
        checkPressure(pressure);
        double[] x = normalised(liquid);
        Saturation found = SaturationSearch.bubble(properties, pressure, x);
        return point(found.temperature(), pressure, x, found.trace());
    }

    /**
     * The temperature at which a vapour starts to condense, and the liquid it gives off.
     *
     * @param pressure Pa absolute, positive
     * @param vapour mole fractions (nc), none negative, sum one
     * @return the equilibrium
     * @throws OtsException if an argument breaks its rule, or the mixture does not boil at this pressure within the
     *     limits of the package
     */
    public EquilibriumPoint dewPoint(double pressure, double... vapour) {
        checkPressure(pressure);
        double[] y = normalised(vapour);
        Saturation found = SaturationSearch.dew(properties, pressure, y);
        return point(found.temperature(), pressure, found.trace(), y);
    }

    /**
     * How a mixture splits into liquid and vapour.
     *
     * @param temperature K, within the limits of the package
     * @param pressure Pa absolute, positive
     * @param mixture mole fractions of the whole (nc), none negative, sum one
     * @return the split
     * @throws OtsException if an argument breaks its rule
     */
    public FlashResult flash(double temperature, double pressure, double... mixture) {
        checkPressure(pressure);
        if (!properties.limits().covers(temperature)) {
            throw new OtsException(
                    PropertyError.TEMPERATURE_RANGE,
                    temperature,
                    properties.limits().lowest(),
                    properties.limits().highest());
        }
        return split(temperature, pressure, normalised(mixture));
    }

    private FlashResult split(double temperature, double pressure, double[] z) {
        Split found = FlashSearch.split(properties, temperature, pressure, z);
        return new FlashResult(found.vapourFraction(), point(temperature, pressure, found.liquid(), found.vapour()));
    }

    /**
     * The temperature at which a given share of a mixture is vapour.
     *
     * @param pressure Pa absolute, positive
     * @param vapourFraction moles of vapour per mole of mixture, 0 (bubble point) to 1 (dew point)
     * @param mixture mole fractions of the whole (nc), none negative, sum one
     * @return the split
     * @throws OtsException if an argument breaks its rule, or the mixture does not boil at this pressure within the
     *     limits of the package
     */
    public FlashResult flashAtVapourFraction(double pressure, double vapourFraction, double... mixture) {
        if (!(vapourFraction >= 0 && vapourFraction <= 1)) {
            throw new OtsException(PropertyError.NOT_A_SHARE, vapourFraction);
        }
        EquilibriumPoint bubble = bubblePoint(pressure, mixture);
        EquilibriumPoint dew = dewPoint(pressure, mixture);
        if (vapourFraction == 0 || dew.temperature() - bubble.temperature() < ONE_TEMPERATURE) {
            return new FlashResult(vapourFraction, bubble);
        }
        if (vapourFraction == 1) {
            return new FlashResult(1, dew);
        }
        double[] z = normalised(mixture);
        double temperature = between(
                bubble, dew, t -> FlashSearch.split(properties, t, pressure, z).vapourFraction() - vapourFraction);
        return split(temperature, pressure, z);
    }

    /**
     * The temperature and split of a mixture of given enthalpy.
     *
     * @param pressure Pa absolute, positive
     * @param enthalpy J/mol, counted as by {@link PropertyPackage#molarEnthalpy}
     * @param mixture mole fractions of the whole (nc), none negative, sum one
     * @return the split
     * @throws OtsException if an argument breaks its rule, the mixture does not boil at this pressure within the limits
     *     of the package, or the enthalpy is that of a liquid colder than these limits or a vapour hotter than 1000 K
     */
    public FlashResult flashAtEnthalpy(double pressure, double enthalpy, double... mixture) {
        EquilibriumPoint bubble = bubblePoint(pressure, mixture);
        EquilibriumPoint dew = dewPoint(pressure, mixture);
        double[] z = normalised(mixture);
        double boiling = properties.molarEnthalpy(Phase.LIQUID, bubble.temperature(), pressure, z);
        double dry = properties.molarEnthalpy(Phase.VAPOUR, dew.temperature(), pressure, z);
        if (enthalpy <= boiling) {
            double t = single(
                    Phase.LIQUID, pressure, enthalpy, z, properties.limits().lowest(), bubble.temperature());
            return new FlashResult(0, point(t, pressure, z, bubble.vapour()));
        }
        if (enthalpy >= dry) {
            double t = single(Phase.VAPOUR, pressure, enthalpy, z, dew.temperature(), HOTTEST_VAPOUR);
            return new FlashResult(1, point(t, pressure, dew.liquid(), z));
        }
        if (dew.temperature() - bubble.temperature() < ONE_TEMPERATURE) {
            return new FlashResult((enthalpy - boiling) / (dry - boiling), bubble);
        }
        double temperature = between(
                bubble, dew, t -> enthalpy(split(t, pressure, z)) / (dry - boiling) - enthalpy / (dry - boiling));
        return split(temperature, pressure, z);
    }

    private double single(Phase phase, double pressure, double enthalpy, double[] z, double from, double to) {
        double low = properties.molarEnthalpy(phase, from, pressure, z);
        double high = properties.molarEnthalpy(phase, to, pressure, z);
        if (!(enthalpy >= low && enthalpy <= high)) {
            throw new OtsException(PropertyError.ENTHALPY_RANGE, enthalpy, low, high);
        }
        if (high == low) {
            return from;
        }
        return Searches.root(
                t -> (properties.molarEnthalpy(phase, t, pressure, z) - enthalpy) / (high - low),
                from,
                to,
                Searches.TEMPERATURE_ACCURACY,
                FLASH);
    }

    /** Between bubble and dew point, at which the function is not positive and not negative. */
    private static double between(EquilibriumPoint bubble, EquilibriumPoint dew, UnivariateFunction f) {
        double low = bubble.temperature();
        double high = dew.temperature();
        if (f.value(low) >= 0) {
            return low;
        }
        return f.value(high) <= 0 ? high : Searches.root(f, low, high, Searches.TEMPERATURE_ACCURACY, FLASH);
    }

    /**
     * Enthalpy of a split mixture.
     *
     * @param split a result of this calculator
     * @return J per mole of mixture
     */
    public double enthalpy(FlashResult split) {
        EquilibriumPoint phases = split.phases();
        double v = split.vapourFraction();
        double t = phases.temperature();
        double p = phases.pressure();
        double liquid = v < 1 ? (1 - v) * properties.molarEnthalpy(Phase.LIQUID, t, p, phases.liquid()) : 0;
        return v > 0 ? liquid + v * properties.molarEnthalpy(Phase.VAPOUR, t, p, phases.vapour()) : liquid;
    }

    /**
     * The azeotrope of a binary mixture.
     *
     * @param pressure Pa absolute, positive
     * @return the azeotrope with the lowest fraction of the first component, or nothing if there is none among the mixtures
     *     that boil at this pressure
     * @throws OtsException if the mixture is not binary
     */
    public Optional<EquilibriumPoint> azeotrope(double pressure) {
        checkPressure(pressure);
        if (count != 2) {
            throw new OtsException(PropertyError.NOT_BINARY, count);
        }
        UnivariateFunction volatility = fraction -> logVolatility(pressure, fraction);
        double left = NEARLY_PURE;
        double before = volatility.value(left);
        for (int step = 1; step * AZEOTROPE_STEP < 1 + 0.5 * AZEOTROPE_STEP; step++) {
            double right = FastMath.min(step * AZEOTROPE_STEP, 1 - NEARLY_PURE);
            double after = volatility.value(right);
            if (before * after <= 0) {
                double fraction = Searches.root(volatility, left, right, Searches.FRACTION_ACCURACY, AZEOTROPE);
                return Optional.of(bubblePoint(pressure, fraction, 1 - fraction));
            }
            left = right;
            before = after;
        }
        return Optional.empty();
    }

    /** ln(K1/K2) of a boiling liquid; NaN, which has no sign, if it does not boil. */
    private double logVolatility(double pressure, double fraction) {
        double[] x = {fraction, 1 - fraction};
        return SaturationSearch.bubbleIfAny(properties, pressure, x)
                .map(Saturation::trace)
                .map(y -> FastMath.log(y[0] * x[1] / (y[1] * x[0])))
                .orElse(Double.NaN);
    }

    private EquilibriumPoint point(double temperature, double pressure, double[] x, double[] y) {
        boolean extrapolated = !properties.validity().covers(temperature, pressure);
        return new EquilibriumPoint(temperature, pressure, x, y, extrapolated);
    }

    private static void checkPressure(double pressure) {
        if (!(pressure > 0 && Double.isFinite(pressure))) {
            throw new OtsException(PropertyError.NOT_A_PRESSURE, pressure);
        }
    }

    private double[] normalised(double[] fractions) {
        double sum = 0;
        boolean sound = fractions.length == count;
        for (double f : fractions) {
            sound &= f >= 0;
            sum += f;
        }
        if (!sound || !(FastMath.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new OtsException(PropertyError.NOT_FRACTIONS, Arrays.toString(fractions), count);
        }
        double[] result = fractions.clone();
        for (int i = 0; i < count; i++) {
            result[i] /= sum;
        }
        return result;
    }
}
