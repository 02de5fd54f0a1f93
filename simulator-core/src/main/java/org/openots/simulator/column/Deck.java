package org.openots.simulator.column;

/** The deck of a tray: how wide its holes are open to a given loss of pressure. */
public interface Deck {
    /**
     * Flow area that acts as {@code area sqrt(2 dp rho)}.
     *
     * @param dryLoss pressure loss of the vapour in the holes, Pa, above 0
     * @return m2
     */
    double area(double dryLoss);

    /**
     * Pressure that it takes to form bubbles at the holes.
     *
     * @param densityDifference liquid less vapour, kg/m3
     * @return Pa
     */
    double bubblePressure(double densityDifference);
}
