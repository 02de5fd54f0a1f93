package org.openots.simulator.thermo;

/**
 * How a mixture splits at given temperature and pressure. Below the bubble point the vapour is the one that would form
 * first, above the dew point the liquid is.
 *
 * @param vapourFraction moles of vapour per mole of mixture, 0..1
 * @param phases temperature, pressure and the compositions of both phases
 */
public record FlashResult(double vapourFraction, EquilibriumPoint phases) {}
