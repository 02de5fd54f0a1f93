package org.openots.simulator.thermo;

import java.util.List;
import java.util.Optional;
import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;

/**
 * The phase behaviour of a plant's mixture. Implementations are immutable and may be shared by any number of runs;
 * scratch space comes from the caller.
 *
 * <p>Two families stand behind it: an ideal vapour over a liquid with activity coefficients, and one equation of state for
 * both phases. {@link #logFugacityCoefficients} is what they have in common and all that {@link Equilibrium} asks for.
 * {@link #partialPressures} is for kernels that know no pressure and take the vapour as ideal.
 */
public interface PropertyPackage {
    /**
     * The volatile components, in the order of all composition arrays.
     *
     * @return the components
     */
    List<Component> components();

    /**
     * The non-condensable gas.
     *
     * @return the inert
     */
    Inert inert();

    /**
     * How many doubles {@link #partialPressures} needs as scratch space.
     *
     * @return the length
     */
    int workLength();

    /**
     * Partial pressures in equilibrium with a liquid film.
     *
     * @param temperature K
     * @param x liquid mole fractions (nc); on a film that is drying out they may sum to less than one
     * @param dryness small number that keeps the mixture rules finite on a dry film; 0 for a real liquid
     * @param result receives x_i gamma_i Psat_i, Pa (nc)
     * @param work scratch space of {@link #workLength}
     */
    void partialPressures(double temperature, double[] x, double dryness, double[] result, double[] work);

    /**
     * The equation of state of both phases, components first, the inert last.
     *
     * @return the equation, or nothing for an ideal vapour over a liquid with activity coefficients
     */
    default Optional<PengRobinson> equationOfState() {
        return Optional.empty();
    }

    /**
     * Temperatures outside of which equilibria are refused, because a figure has no value there.
     *
     * @return the range
     */
    TemperatureRange limits();

    /**
     * Conditions outside of which equilibria are extrapolations.
     *
     * @return the conditions, within {@link #limits}
     */
    Validity validity();

    /**
     * Fugacities of a phase: f_i = z_i phi_i P.
     *
     * @param phase which phase
     * @param temperature K, within {@link #limits}
     * @param pressure Pa absolute
     * @param z mole fractions of the phase (nc), sum one; zeros are allowed and give the limit of infinite dilution
     * @param result receives ln phi_i, dimensionless (nc); for a liquid with activity coefficients phi_i = gamma_i
     *     Psat_i/P
     */
    void logFugacityCoefficients(Phase phase, double temperature, double pressure, double[] z, double[] result);

    /**
     * Equilibrium ratios of two given phases.
     *
     * @param temperature K, within {@link #limits}
     * @param pressure Pa absolute
     * @param x mole fractions of the liquid (nc)
     * @param y mole fractions of the vapour (nc)
     * @return K_i = phi_i(liquid)/phi_i(vapour), equal to y_i/x_i at equilibrium (nc)
     */
    default double[] equilibriumRatios(double temperature, double pressure, double[] x, double[] y) {
        double[] liquid = new double[x.length];
        double[] vapour = new double[x.length];
        logFugacityCoefficients(Phase.LIQUID, temperature, pressure, x, liquid);
        logFugacityCoefficients(Phase.VAPOUR, temperature, pressure, y, vapour);
        for (int i = 0; i < liquid.length; i++) {
            liquid[i] = FastMath.exp(liquid[i] - vapour[i]);
        }
        return liquid;
    }

    /**
     * Whether liquid and vapour have become the same, as they do above critical.
     *
     * @param temperature K
     * @param pressure Pa absolute
     * @param z mole fractions (nc), sum one
     * @return the phase that the only state resembles, or nothing if there are two different ones
     */
    default Optional<Phase> merged(double temperature, double pressure, double[] z) {
        return Optional.empty();
    }

    /**
     * Whether a phase can exist. Fugacities of one that cannot are those at the border of its stability.
     *
     * @param phase which phase
     * @param temperature K
     * @param pressure Pa absolute
     * @param z mole fractions of the phase (nc), sum one
     * @return true if it can, stable or metastable
     */
    default boolean exists(Phase phase, double temperature, double pressure, double[] z) {
        return true;
    }

    /**
     * Enthalpy of a phase, counted from the pure liquids at 298.15 K. Here: ideal mixing, liquids by their heat
     * capacities, vapour as an ideal gas.
     *
     * @param phase which phase
     * @param temperature K
     * @param pressure Pa absolute
     * @param z mole fractions of the phase (nc), sum one
     * @return J/mol
     */
    default double molarEnthalpy(Phase phase, double temperature, double pressure, double[] z) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            Component component = components().get(i);
            Polynomial enthalpy = phase == Phase.LIQUID ? component.liquidEnthalpy() : component.vapourEnthalpy();
            sum += z[i] * enthalpy.value(temperature);
        }
        return sum;
    }

    /**
     * Molar volume of a phase. Here: density correlations of the liquids with ideal mixing, ideal gas.
     *
     * @param phase which phase
     * @param temperature K
     * @param pressure Pa absolute
     * @param z mole fractions of the phase (nc), sum one
     * @return m3/mol
     */
    default double molarVolume(Phase phase, double temperature, double pressure, double[] z) {
        if (phase == Phase.VAPOUR) {
            return PhysicalConstants.GAS_CONSTANT * temperature / pressure;
        }
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += z[i] * components().get(i).liquidVolume().value(temperature);
        }
        return sum;
    }
}
