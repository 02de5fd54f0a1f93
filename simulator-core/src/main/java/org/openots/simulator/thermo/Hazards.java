package org.openots.simulator.thermo;

import java.util.OptionalDouble;

/**
 * What makes a substance dangerous, as far as its file says.
 *
 * @param lowerExplosionLimit volume fraction in air; nothing for a substance that does not burn
 * @param dangerousFraction volume fraction in air that is immediately dangerous to life or health (IDLH)
 * @param combustionEnthalpy heat that one mole of the liquid at 298.15 K gives off when it burns to carbon dioxide and
 *     water vapour (net heating value), J/mol
 */
public record Hazards(
        OptionalDouble lowerExplosionLimit, OptionalDouble dangerousFraction, OptionalDouble combustionEnthalpy) {}
