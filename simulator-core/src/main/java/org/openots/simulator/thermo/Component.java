package org.openots.simulator.thermo;

import java.util.Optional;
import org.openots.common.text.LocalText;
import org.openots.common.unit.PhysicalConstants;

/**
 * A volatile component with everything the process model needs of it. Enthalpies count from the liquid at 298.15 K;
 * the vapour is an ideal gas.
 *
 * @param id identifier, for example {@code ethanol}
 * @param name name for people
 * @param molarMass kg/mol
 * @param vapourPressure saturation pressure
 * @param liquidHeatCapacity J/(mol K) over T in K
 * @param gasHeatCapacity ideal gas, J/(mol K) over T in K
 * @param vaporisationEnthalpy at 298.15 K, J/mol
 * @param liquidVolume quadratic in T, m3/mol, fitted to the density correlation over {@link #VOLUME_FIT_LOW} to
 *     {@link #VOLUME_FIT_HIGH}
 * @param critical critical point, if the file has it; an equation of state needs it
 * @param transport viscosity and surface tension of the liquid
 */
public record Component(
        String id,
        LocalText name,
        double molarMass,
        VapourPressure vapourPressure,
        Polynomial liquidHeatCapacity,
        Polynomial gasHeatCapacity,
        double vaporisationEnthalpy,
        Polynomial liquidVolume,
        Optional<CriticalPoint> critical,
        Transport transport) {
    /** Lower end of the fitted range of the liquid volume: 283 K, colder than any ambient the plants see. */
    public static final double VOLUME_FIT_LOW = 283.0;

    /** Upper end of the fitted range of the liquid volume: 383 K, above the hottest sump of an atmospheric column. */
    public static final double VOLUME_FIT_HIGH = 383.0;

    /**
     * Enthalpy of the liquid over T.
     *
     * @return J/mol, zero at 298.15 K
     */
    public Polynomial liquidEnthalpy() {
        return liquidHeatCapacity.integralFrom(PhysicalConstants.REFERENCE_TEMPERATURE);
    }

    /**
     * Enthalpy of the ideal-gas vapour over T.
     *
     * @return J/mol, counted from the liquid at 298.15 K
     */
    public Polynomial vapourEnthalpy() {
        return gasHeatCapacity
                .integralFrom(PhysicalConstants.REFERENCE_TEMPERATURE)
                .plus(vaporisationEnthalpy);
    }
}
