package org.openots.simulator.thermo;

/**
 * What corresponding-states methods and cubic equations of state need of a species.
 *
 * @param temperature critical temperature, K
 * @param pressure critical pressure, Pa
 * @param acentricFactor Pitzer's, dimensionless
 */
public record CriticalPoint(double temperature, double pressure, double acentricFactor) {}
