package org.openots.simulator.thermo;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.simulator.math.Elementary;

/**
 * Modified Raoult's law with NRTL activity coefficients (Renon and Prausnitz, AIChE J. 14 (1968) 135, eqs. 19-21) and
 * an ideal vapour: p_i = x_i gamma_i Psat_i. Binary parameters tau_ij = a_ij + b_ij/T. Valid at low pressure, where
 * vapour non-ideality and Poynting corrections stay below the scatter of the equilibrium data.
 */
public final class NrtlPackage implements PropertyPackage {
    private final List<Component> components;
    private final Inert inert;
    private final int count;
    private final double[] a;
    private final double[] b;
    private final double[] alpha;
    private final VapourPressure[] vapourPressures;
    private final TemperatureRange limits;
    private final Validity validity;

    /**
     * Creates the package.
     *
     * @param components volatile components (nc)
     * @param inert the non-condensable gas
     * @param interaction binary parameters (nc x nc)
     */
    public NrtlPackage(List<Component> components, Inert inert, Interaction interaction) {
        this(components, inert, interaction, TemperatureRange.ofVapourPressures(components));
    }

    /**
     * Creates the package.
     *
     * @param components volatile components (nc)
     * @param inert the non-condensable gas
     * @param interaction binary parameters (nc x nc)
     * @param fitted temperatures of the equilibria to which the parameters were fitted
     */
    public NrtlPackage(List<Component> components, Inert inert, Interaction interaction, TemperatureRange fitted) {
        this.limits = TemperatureRange.ofVapourPressures(components);
        this.validity = new Validity(fitted.and(limits), Validity.IDEAL_VAPOUR_PRESSURE);
        this.components = List.copyOf(components);
        this.inert = inert;
        this.count = components.size();
        this.a = flat(interaction.a());
        this.b = flat(interaction.b());
        this.alpha = flat(interaction.alpha());
        this.vapourPressures =
                components.stream().map(Component::vapourPressure).toArray(VapourPressure[]::new);
    }

    /**
     * NRTL parameters of all pairs; the diagonals are zero.
     *
     * @param a constant part of tau, dimensionless
     * @param b temperature part of tau, K
     * @param alpha non-randomness, dimensionless, symmetric
     */
    public record Interaction(double[][] a, double[][] b, double[][] alpha) {}

    private double[] flat(double[][] square) {
        double[] result = new double[count * count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(square[i], 0, result, i * count, count);
        }
        return result;
    }

    @Override
    public List<Component> components() {
        return components;
    }

    @Override
    public Inert inert() {
        return inert;
    }

    @Override
    public int workLength() {
        return 2 * count * count + 2 * count;
    }

    @Override
    public void partialPressures(double temperature, double[] x, double dryness, double[] result, double[] work) {
        int n = count;
        double inverse = 1 / temperature;
        double logT = Elementary.log(temperature);
        if (n == 2) {
            binary(x, dryness, inverse, result);
            for (int i = 0; i < 2; i++) {
                double log = result[i] + vapourPressures[i].logPressure(temperature, inverse, logT);
                result[i] = x[i] * Elementary.exp(log);
            }
            return;
        }
        fillWork(inverse, x, dryness, work);
        for (int i = 0; i < n; i++) {
            double log = logGamma(i, x, work) + vapourPressures[i].logPressure(temperature, inverse, logT);
            result[i] = x[i] * Elementary.exp(log);
        }
    }

    /** ln gamma of two components written out; the same terms as the general form. */
    private void binary(double[] x, double dryness, double inverse, double[] result) {
        double tau12 = a[1] + b[1] * inverse;
        double tau21 = a[2] + b[2] * inverse;
        double g12 = Elementary.exp(-alpha[1] * tau12);
        double g21 = Elementary.exp(-alpha[2] * tau21);
        double s1 = 1 / (x[0] + g21 * x[1] + dryness);
        double s2 = 1 / (g12 * x[0] + x[1] + dryness);
        double c1 = tau21 * g21 * x[1] * s1;
        double c2 = tau12 * g12 * x[0] * s2;
        result[0] = c1 - x[0] * s1 * c1 + x[1] * g12 * s2 * (tau12 - c2);
        result[1] = c2 - x[1] * s2 * c2 + x[0] * g21 * s1 * (tau21 - c1);
    }

    @Override
    public TemperatureRange limits() {
        return limits;
    }

    @Override
    public Validity validity() {
        return validity;
    }

    @Override
    public void logFugacityCoefficients(Phase phase, double temperature, double pressure, double[] z, double[] result) {
        if (phase == Phase.VAPOUR) {
            Arrays.fill(result, 0);
            return;
        }
        logGammas(temperature, z, result);
        double inverse = 1 / temperature;
        double logT = FastMath.log(temperature);
        double logP = FastMath.log(pressure);
        for (int i = 0; i < count; i++) {
            result[i] += vapourPressures[i].logPressure(temperature, inverse, logT) - logP;
        }
    }

    /** ln gamma of a liquid, also of components that are absent. */
    private void logGammas(double temperature, double[] x, double[] result) {
        double[] work = new double[workLength()];
        fillWork(1 / temperature, x, 0, work);
        for (int i = 0; i < count; i++) {
            result[i] = logGamma(i, x, work);
        }
    }

    private void fillWork(double inverse, double[] x, double dryness, double[] work) {
        int g = count * count;
        for (int k = 0; k < g; k++) {
            double tau = a[k] + b[k] * inverse;
            work[k] = tau;
            work[g + k] = tau == 0 ? 1 : Elementary.exp(-alpha[k] * tau);
        }
        sums(x, dryness, work);
    }

    /** Per component j: s_j = sum_k G_kj x_k and c_j = sum_k tau_kj G_kj x_k / s_j. */
    private void sums(double[] x, double dryness, double[] work) {
        int n = count;
        int g = n * n;
        int s = 2 * g;
        for (int j = 0; j < n; j++) {
            double sum = dryness;
            double weighted = 0;
            for (int k = 0; k < n; k++) {
                double gx = work[g + k * n + j] * x[k];
                sum += gx;
                weighted += work[k * n + j] * gx;
            }
            work[s + j] = 1 / sum;
            work[s + n + j] = weighted / sum;
        }
    }

    private double logGamma(int i, double[] x, double[] work) {
        int n = count;
        int g = n * n;
        int s = 2 * g;
        double result = work[s + n + i];
        for (int j = 0; j < n; j++) {
            result += x[j] * work[g + i * n + j] * work[s + j] * (work[i * n + j] - work[s + n + j]);
        }
        return result;
    }

    /**
     * Activity coefficients.
     *
     * @param temperature K
     * @param x liquid mole fractions (nc), summing to one
     * @return gamma (nc), dimensionless
     */
    public double[] activityCoefficients(double temperature, double[] x) {
        double[] gamma = new double[count];
        logGammas(temperature, x, gamma);
        for (int i = 0; i < count; i++) {
            gamma[i] = FastMath.exp(gamma[i]);
        }
        return gamma;
    }
}
