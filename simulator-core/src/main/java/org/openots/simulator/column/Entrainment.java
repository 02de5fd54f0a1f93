package org.openots.simulator.column;

/** Liquid that the vapour leaving a stage at its top takes along. */
public interface Entrainment {
    /**
     * Liquid carried up.
     *
     * @param vapour vapour that leaves the stage upwards, mol/s
     * @return mol/s
     */
    double moles(double vapour);
}
