package org.openots.simulator.thermo;

import org.openots.common.unit.PhysicalConstants;

/**
 * The one non-condensable gas of a plant, for example air.
 *
 * @param id identifier
 * @param molarMass kg/mol
 * @param gasHeatCapacity ideal gas, J/(mol K) over T in K
 */
public record Inert(String id, double molarMass, Polynomial gasHeatCapacity) {
    /**
     * Enthalpy over T.
     *
     * @return J/mol, zero at 298.15 K
     */
    public Polynomial enthalpy() {
        return gasHeatCapacity.integralFrom(PhysicalConstants.REFERENCE_TEMPERATURE);
    }
}
