package org.openots.simulator.thermo;

import java.util.Optional;

/**
 * Transport properties of a pure liquid, as far as its file has them.
 *
 * @param liquidViscosity Pa s over T in K
 * @param surfaceTension N/m over T in K
 */
public record Transport(Optional<PropertyCurve> liquidViscosity, Optional<PropertyCurve> surfaceTension) {}
