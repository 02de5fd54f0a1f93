package org.openots.simulator.thermo;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.util.FastMath;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/**
 * Temperatures at which a given phase is in equilibrium with a first trace of the other. The other phase's composition is
 * substituted at each temperature until it repeats; around that, the temperature is bracketed from Raoult's law outwards
 * and found by Brent's method.
 */
final class SaturationSearch {
    private static final LocalText BUBBLE_POINT = new LocalText("泡点", "bubble point");
    private static final LocalText DEW_POINT = new LocalText("露点", "dew point");

    /** Substitutions at one temperature; ethanol-water near its azeotrope needs 60. */
    private static final int SUBSTITUTIONS = 2000;

    /** A trace phase has converged when no fraction moves by more: 1e-14, some roundings. */
    private static final double REPEATS = 1e-14;

    /** First step away from Raoult's law, K, and its growth: seven steps span 100 K. */
    private static final double FIRST_STEP = 1;

    private static final double GROWTH = 2;

    /** What is said of a temperature at which both phases are the same: too hot. */
    private static final double ABOVE_CRITICAL = 1;

    /** A search that ends at a larger excess has met a jump, not a root. */
    private static final double JUMP = 1e-6;

    private final PropertyPackage properties;
    private final TemperatureRange limits;
    private final boolean bubble;
    private final double pressure;
    private final double[] given;
    private final double[] trace;
    private final double[] logGiven;
    private final double[] logTrace;

    private SaturationSearch(PropertyPackage properties, boolean bubble, double pressure, double[] given) {
        this.properties = properties;
        this.limits = properties.limits();
        this.bubble = bubble;
        this.pressure = pressure;
        this.given = given;
        this.trace = given.clone();
        this.logGiven = new double[given.length];
        this.logTrace = new double[given.length];
    }

    /** A phase and the first trace of the other. */
    record Saturation(double temperature, double[] trace) {}

    static Saturation bubble(PropertyPackage properties, double pressure, double[] liquid) {
        SaturationSearch search = new SaturationSearch(properties, true, pressure, liquid);
        return search.solve().orElseThrow(search::outside);
    }

    /** As {@link #bubble}, but nothing where the liquid does not boil. */
    static Optional<Saturation> bubbleIfAny(PropertyPackage properties, double pressure, double[] liquid) {
        return new SaturationSearch(properties, true, pressure, liquid).solve();
    }

    static Saturation dew(PropertyPackage properties, double pressure, double[] vapour) {
        SaturationSearch search = new SaturationSearch(properties, false, pressure, vapour);
        return search.solve().orElseThrow(search::outside);
    }

    private Optional<Saturation> solve() {
        double middle = raoult();
        double value = excess(middle);
        double other = middle;
        double step = value > 0 ? -FIRST_STEP : FIRST_STEP;
        double beyond = value;
        while (beyond * value > 0) {
            double next = FastMath.max(limits.lowest(), FastMath.min(limits.highest(), other + step));
            if (next == other) {
                return Optional.empty();
            }
            other = next;
            beyond = excess(other);
            step *= GROWTH;
        }
        double temperature = value == 0
                ? middle
                : beyond == 0
                        ? other
                        : Searches.root(
                                this::excess,
                                FastMath.min(middle, other),
                                FastMath.max(middle, other),
                                Searches.TEMPERATURE_ACCURACY,
                                bubble ? BUBBLE_POINT : DEW_POINT);
        double[] liquid = bubble ? given : trace;
        double[] vapour = bubble ? trace : given;
        if (FastMath.abs(excess(temperature)) > JUMP
                || !properties.exists(Phase.LIQUID, temperature, pressure, liquid)
                || !properties.exists(Phase.VAPOUR, temperature, pressure, vapour)) {
            return Optional.empty();
        }
        return Optional.of(new Saturation(temperature, trace));
    }

    /** Boiling or dew temperature by Raoult's law, at the end of the range if it lies beyond; sets the first trace. */
    private double raoult() {
        UnivariateFunction ideal = t -> {
            double sum = 0;
            for (int i = 0; i < given.length; i++) {
                double ratio = properties.components().get(i).vapourPressure().pressure(t) / pressure;
                trace[i] = bubble ? given[i] * ratio : given[i] / ratio;
                sum += trace[i];
            }
            for (int i = 0; i < given.length; i++) {
                trace[i] /= sum;
            }
            return bubble ? FastMath.log(sum) : -FastMath.log(sum);
        };
        double lowest = limits.lowest();
        double highest = limits.highest();
        double t = ideal.value(lowest) >= 0
                ? lowest
                : ideal.value(highest) <= 0
                        ? highest
                        : Searches.root(ideal, lowest, highest, Searches.TEMPERATURE_ACCURACY, BUBBLE_POINT);
        ideal.value(t);
        return t;
    }

    /** ln(boiling pressure/pressure) or ln(dew pressure/pressure) of an ideal vapour; in general a function that rises. */
    private double excess(double temperature) {
        Phase phase = bubble ? Phase.LIQUID : Phase.VAPOUR;
        Phase second = bubble ? Phase.VAPOUR : Phase.LIQUID;
        properties.logFugacityCoefficients(phase, temperature, pressure, given, logGiven);
        double sum = 0;
        for (int turn = 0; turn < SUBSTITUTIONS; turn++) {
            properties.logFugacityCoefficients(second, temperature, pressure, trace, logTrace);
            sum = 0;
            double[] next = new double[given.length];
            for (int i = 0; i < given.length; i++) {
                next[i] = given[i] * FastMath.exp(logGiven[i] - logTrace[i]);
                sum += next[i];
            }
            double miss = 0;
            for (int i = 0; i < given.length; i++) {
                next[i] /= sum;
                miss = FastMath.max(miss, FastMath.abs(next[i] - trace[i]));
                trace[i] = next[i];
            }
            if (miss <= REPEATS) {
                break;
            }
        }
        if (Searches.alike(logGiven, logTrace)
                && properties.merged(temperature, pressure, given).isPresent()) {
            return ABOVE_CRITICAL;
        }
        return bubble ? FastMath.log(sum) : -FastMath.log(sum);
    }

    private OtsException outside() {
        String fractions = Arrays.toString(given);
        if (properties.equationOfState().isPresent()) {
            return new OtsException(
                    PropertyError.NO_SATURATION, pressure, fractions, limits.lowest(), limits.highest());
        }
        return new OtsException(
                PropertyError.PRESSURE_RANGE,
                pressure,
                fractions,
                pressure * FastMath.exp(excess(limits.lowest())),
                pressure * FastMath.exp(excess(limits.highest())));
    }
}
