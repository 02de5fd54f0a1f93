package org.openots.simulator.thermo;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/**
 * Vapour-liquid equilibria of a property package: bubble point, dew point, isothermal flash, azeotrope. One-dimensional
 * searches use a bracketing Brent method, so that they cannot leave the range in which the vapour pressures hold; the
 * flash solves Rachford and Rice's equation (J. Petroleum Technol. 4 (1952) 10, 19). For checks and displays; the
 * dynamic model does without it. Not for use by two threads at once.
 */
public final class Equilibrium {
    /** Accuracy of temperatures: 1e-9 K, far below any measurement, so that fractions are good to 1e-11. */
    private static final double TEMPERATURE_ACCURACY = 1e-9;

    /** Accuracy of fractions: 1e-12. */
    private static final double FRACTION_ACCURACY = 1e-12;

    /** Accuracy of the logarithm of a pressure ratio: 1e-13, a few roundings of its sum. */
    private static final double LOG_ACCURACY = 1e-13;

    /** How far given mole fractions may miss a sum of one: 1e-6, the rounding of printed tables with six digits. */
    private static final double SUM_TOLERANCE = 1e-6;

    /** Order of the inverse polynomial in the Brent method, the library's own choice. */
    private static final int ORDER = 5;

    /** Evaluations allowed to a one-dimensional search; bisection alone needs 40. */
    private static final int EVALUATIONS = 200;

    /** Substitutions allowed to dew point and flash; ethanol-water needs 60. */
    private static final int SUBSTITUTIONS = 2000;

    /** How far Raoult's law may miss a boiling point of hydrocarbons up to 20 bar: 20 K. */
    private static final double RAOULT_MISS = 20;

    /** Spacing of liquid fractions in the search for azeotropes: half a percent. */
    private static final double AZEOTROPE_STEP = 0.005;

    private static final LocalText BUBBLE_POINT = new LocalText("泡点", "bubble point");
    private static final LocalText DEW_POINT = new LocalText("露点", "dew point");
    private static final LocalText FLASH = new LocalText("闪蒸", "flash");
    private static final LocalText AZEOTROPE = new LocalText("共沸点", "azeotrope");

    private final PropertyPackage properties;
    private final int count;
    private final double lowest;
    private final double highest;
    private final double[] work;
    private final double[] partial;
    private final @Nullable PengRobinson equation;

    /**
     * Creates the calculator.
     *
     * @param properties the mixture
     */
    public Equilibrium(PropertyPackage properties) {
        this.properties = properties;
        this.count = properties.components().size();
        this.work = new double[properties.workLength()];
        this.partial = new double[count];
        this.equation = properties.equationOfState().orElse(null);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double latest = 0;
        for (Component component : properties.components()) {
            low = FastMath.max(low, component.vapourPressure().lowest());
            high = FastMath.min(high, component.vapourPressure().highest());
            latest = FastMath.max(latest, component.vapourPressure().highest());
        }
        this.lowest = low;
        // an equation of state takes the vapour pressures only as a first guess, light gases among them above critical
        this.highest = equation == null ? high : latest;
    }

    /**
     * The temperature at which a liquid starts to boil, and the vapour it gives off.
     *
     * @param pressure Pa absolute, positive
     * @param liquid mole fractions (nc), none negative, sum one
     * @return the equilibrium
     * @throws OtsException if an argument breaks its rule, or the mixture does not boil at this pressure within the
     *     range of the vapour pressures
     */
    public EquilibriumPoint bubblePoint(double pressure, double... liquid) {
        checkPressure(pressure);
        double[] x = normalised(liquid);
        double temperature = bubbleTemperature(pressure, x);
        return new EquilibriumPoint(temperature, pressure, x, vapourOver(temperature, x));
    }

    /**
     * The temperature at which a vapour starts to condense, and the liquid it gives off.
     *
     * @param pressure Pa absolute, positive
     * @param vapour mole fractions (nc), none negative, sum one
     * @return the equilibrium
     * @throws OtsException if an argument breaks its rule, or the mixture does not boil at this pressure within the
     *     range of the vapour pressures
     */
    public EquilibriumPoint dewPoint(double pressure, double... vapour) {
        checkPressure(pressure);
        double[] y = normalised(vapour);
        double[] x = y.clone();
        for (int turn = 0; turn < SUBSTITUTIONS; turn++) {
            double temperature = bubbleTemperature(pressure, x);
            double[] over = vapourOver(temperature, x);
            double miss = 0;
            double sum = 0;
            for (int i = 0; i < count; i++) {
                miss = FastMath.max(miss, FastMath.abs(over[i] - y[i]));
                x[i] = y[i] > 0 ? x[i] * y[i] / over[i] : 0;
                sum += x[i];
            }
            for (int i = 0; i < count; i++) {
                x[i] /= sum;
            }
            if (miss < FRACTION_ACCURACY) {
                return new EquilibriumPoint(temperature, pressure, x, y);
            }
        }
        throw new OtsException(PropertyError.NOT_CONVERGED, DEW_POINT, pressure, Arrays.toString(y));
    }

    /**
     * How a mixture splits into liquid and vapour.
     *
     * @param temperature K, within the range of the vapour pressures
     * @param pressure Pa absolute, positive
     * @param mixture mole fractions of the whole (nc), none negative, sum one
     * @return the split
     * @throws OtsException if an argument breaks its rule
     */
    public FlashResult flash(double temperature, double pressure, double... mixture) {
        checkPressure(pressure);
        if (!(temperature >= lowest && temperature <= highest)) {
            throw new OtsException(PropertyError.TEMPERATURE_RANGE, temperature, lowest, highest);
        }
        double[] z = normalised(mixture);
        double[] x = z.clone();
        double[] y = vapourOver(temperature, z);
        double[] k = new double[count];
        for (int turn = 0; turn < SUBSTITUTIONS; turn++) {
            flashRatios(temperature, pressure, x, y, k);
            double v = vapourFraction(z, k);
            double miss = 0;
            double sum = 0;
            for (int i = 0; i < count; i++) {
                double next = z[i] / (1 + v * (k[i] - 1));
                partial[i] = next;
                sum += next;
            }
            for (int i = 0; i < count; i++) {
                double next = partial[i] / sum;
                miss = FastMath.max(miss, FastMath.abs(next - x[i]));
                x[i] = next;
                y[i] = k[i] * next;
            }
            if (miss < FRACTION_ACCURACY) {
                double[] over = v >= 1 ? z : equation == null ? vapourOver(temperature, x) : share(y);
                return new FlashResult(v, new EquilibriumPoint(temperature, pressure, x, over));
            }
        }
        throw new OtsException(PropertyError.NOT_CONVERGED, FLASH, pressure, Arrays.toString(z));
    }

    /**
     * The azeotrope of a binary mixture.
     *
     * @param pressure Pa absolute, positive
     * @return the azeotrope with the lowest fraction of the first component, or nothing if there is none
     * @throws OtsException if the mixture is not binary, or does not boil at this pressure within the range of the
     *     vapour pressures
     */
    public Optional<EquilibriumPoint> azeotrope(double pressure) {
        checkPressure(pressure);
        if (count != 2) {
            throw new OtsException(PropertyError.NOT_BINARY, count);
        }
        UnivariateFunction volatility = fraction -> logVolatility(pressure, fraction);
        double left = 1e-6;
        double before = volatility.value(left);
        for (int step = 1; step * AZEOTROPE_STEP < 1 + 0.5 * AZEOTROPE_STEP; step++) {
            double right = FastMath.min(step * AZEOTROPE_STEP, 1 - 1e-6);
            double after = volatility.value(right);
            if (before * after <= 0) {
                double fraction = root(volatility, left, right, FRACTION_ACCURACY, AZEOTROPE);
                return Optional.of(bubblePoint(pressure, fraction, 1 - fraction));
            }
            left = right;
            before = after;
        }
        return Optional.empty();
    }

    private double logVolatility(double pressure, double fraction) {
        double[] x = {fraction, 1 - fraction};
        double[] k = new double[2];
        ratios(bubbleTemperature(pressure, x), pressure, x, k);
        return FastMath.log(k[0] / k[1]);
    }

    private double bubbleTemperature(double pressure, double[] x) {
        UnivariateFunction excess = t -> FastMath.log(boilingPressure(t, x) / pressure);
        if (equation != null) {
            return nearRaoult(excess, pressure, x);
        }
        if (excess.value(lowest) > 0 || excess.value(highest) < 0) {
            throw new OtsException(
                    PropertyError.PRESSURE_RANGE,
                    pressure,
                    Arrays.toString(x),
                    boilingPressure(lowest, x),
                    boilingPressure(highest, x));
        }
        return root(excess, lowest, highest, TEMPERATURE_ACCURACY, BUBBLE_POINT);
    }

    /** Around the boiling point of Raoult's law, because far from it an equation of state has only one phase. */
    private double nearRaoult(UnivariateFunction excess, double pressure, double[] x) {
        UnivariateFunction raoult = t -> {
            properties.partialPressures(t, x, 0, partial, work);
            double sum = 0;
            for (double p : partial) {
                sum += p;
            }
            return FastMath.log(sum / pressure);
        };
        double guess = root(raoult, lowest, highest, TEMPERATURE_ACCURACY, BUBBLE_POINT);
        return root(
                excess,
                FastMath.max(lowest, guess - RAOULT_MISS),
                FastMath.min(highest, guess + RAOULT_MISS),
                TEMPERATURE_ACCURACY,
                BUBBLE_POINT);
    }

    /** Leaves what each component presses with in {@code partial}; its sum is the pressure at which the liquid boils. */
    private double boilingPressure(double temperature, double[] x) {
        properties.partialPressures(temperature, x, 0, partial, work);
        double sum = 0;
        for (double p : partial) {
            sum += p;
        }
        return equation == null ? sum : new CubicRatios(equation, count).boil(temperature, x, partial, sum);
    }

    private double[] vapourOver(double temperature, double[] x) {
        double sum = boilingPressure(temperature, x);
        double[] y = partial.clone();
        for (int i = 0; i < count; i++) {
            y[i] /= sum;
        }
        return y;
    }

    private void flashRatios(double temperature, double pressure, double[] x, double[] y, double[] k) {
        if (equation == null) {
            ratios(temperature, pressure, x, k);
        } else {
            new CubicRatios(equation, count).ratios(temperature, pressure, x, share(y), k);
        }
    }

    private static double[] share(double[] amounts) {
        double sum = 0;
        for (double a : amounts) {
            sum += a;
        }
        double[] result = amounts.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    /** K_i = gamma_i Psat_i / P; 1 for a component that is absent. */
    private void ratios(double temperature, double pressure, double[] x, double[] k) {
        properties.partialPressures(temperature, x, 0, partial, work);
        for (int i = 0; i < count; i++) {
            k[i] = x[i] > 0 ? partial[i] / (x[i] * pressure) : 1;
        }
    }

    /** Root of sum z (K - 1)/(1 + V (K - 1)), which falls with V; 0 or 1 if it lies outside. */
    private static double vapourFraction(double[] z, double[] k) {
        UnivariateFunction balance = v -> {
            double sum = 0;
            for (int i = 0; i < z.length; i++) {
                sum += z[i] * (k[i] - 1) / (1 + v * (k[i] - 1));
            }
            return sum;
        };
        if (balance.value(0) <= 0) {
            return 0;
        }
        return balance.value(1) >= 0 ? 1 : root(balance, 0, 1, FRACTION_ACCURACY, FLASH);
    }

    private static double root(UnivariateFunction f, double from, double to, double accuracy, LocalText what) {
        try {
            return new BracketingNthOrderBrentSolver(LOG_ACCURACY, accuracy, LOG_ACCURACY, ORDER)
                    .solve(EVALUATIONS, f, from, to);
        } catch (MathIllegalStateException e) {
            throw (OtsException) new OtsException(PropertyError.NOT_CONVERGED, what, from, to).initCause(e);
        }
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
