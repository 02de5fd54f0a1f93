package org.openots.simulator.thermo;

import java.util.List;
import java.util.Optional;

/**
 * The phase behaviour of a plant's mixture. Implementations are immutable and may be shared by any number of runs;
 * scratch space comes from the caller.
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
}
