package org.openots.simulator.thermo;

import java.util.Arrays;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.util.FastMath;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/**
 * The split of a mixture at a temperature and pressure: equilibrium ratios substituted around the equation of H. H.
 * Rachford and J. D. Rice (J. Petroleum Technol. 4 (1952) 10, 19).
 */
final class FlashSearch {
    private static final LocalText FLASH = new LocalText("闪蒸", "flash");

    /** Substitutions allowed; ethanol-water needs 60. */
    private static final int SUBSTITUTIONS = 2000;

    private final PropertyPackage properties;
    private final double temperature;
    private final double pressure;
    private final double[] z;
    private final double[] x;
    private final double[] y;
    private final double[] k;
    private final double[] logLiquid;
    private final double[] logVapour;

    private FlashSearch(PropertyPackage properties, double temperature, double pressure, double[] z) {
        this.properties = properties;
        this.temperature = temperature;
        this.pressure = pressure;
        this.z = z;
        this.x = z.clone();
        this.y = z.clone();
        this.k = new double[z.length];
        this.logLiquid = new double[z.length];
        this.logVapour = new double[z.length];
    }

    /** Vapour fraction and phases; of a single phase, the other is the one that would form first. */
    record Split(double vapourFraction, double[] liquid, double[] vapour) {}

    static Split split(PropertyPackage properties, double temperature, double pressure, double[] z) {
        return new FlashSearch(properties, temperature, pressure, z).solve();
    }

    private Split solve() {
        firstRatios();
        for (int turn = 0; turn < SUBSTITUTIONS; turn++) {
            double v = vapourFraction(z, k);
            double miss = spread(v);
            if (miss < Searches.FRACTION_ACCURACY && turn > 0) {
                return new Split(Searches.alike(logLiquid, logVapour) ? merged(v) : v, x, y);
            }
            ratios();
        }
        throw new OtsException(PropertyError.NOT_CONVERGED, FLASH, pressure, Arrays.toString(z));
    }

    /** Above critical the equations cannot tell; the volume does. */
    private double merged(double v) {
        return properties
                .merged(temperature, pressure, z)
                .map(phase -> phase == Phase.VAPOUR ? 1.0 : 0.0)
                .orElse(v);
    }

    /** From the liquid of the mixture's own composition and the vapour over it by Raoult's law. */
    private void firstRatios() {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            y[i] = z[i] * properties.components().get(i).vapourPressure().pressure(temperature);
            sum += y[i];
        }
        for (int i = 0; i < z.length; i++) {
            y[i] /= sum;
        }
        ratios();
    }

    private void ratios() {
        properties.logFugacityCoefficients(Phase.LIQUID, temperature, pressure, x, logLiquid);
        properties.logFugacityCoefficients(Phase.VAPOUR, temperature, pressure, y, logVapour);
        for (int i = 0; i < z.length; i++) {
            k[i] = FastMath.exp(logLiquid[i] - logVapour[i]);
        }
    }

    /** New compositions from a vapour fraction; the largest move of a fraction. */
    private double spread(double v) {
        double liquid = 0;
        double vapour = 0;
        double[] nextLiquid = new double[z.length];
        double[] nextVapour = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            nextLiquid[i] = z[i] / (1 + v * (k[i] - 1));
            nextVapour[i] = k[i] * nextLiquid[i];
            liquid += nextLiquid[i];
            vapour += nextVapour[i];
        }
        double miss = 0;
        for (int i = 0; i < z.length; i++) {
            nextLiquid[i] /= liquid;
            nextVapour[i] /= vapour;
            miss = FastMath.max(miss, FastMath.abs(nextLiquid[i] - x[i]));
            miss = FastMath.max(miss, FastMath.abs(nextVapour[i] - y[i]));
            x[i] = nextLiquid[i];
            y[i] = nextVapour[i];
        }
        return miss;
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
        return balance.value(1) >= 0 ? 1 : Searches.root(balance, 0, 1, Searches.FRACTION_ACCURACY, FLASH);
    }
}
