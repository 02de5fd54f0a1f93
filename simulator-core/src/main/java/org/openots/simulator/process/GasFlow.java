package org.openots.simulator.process;

import org.hipparchus.util.FastMath;

/** Flow of gas through openings. */
public final class GasFlow {
    /** Molar density below which a gas no longer flows like one: 0.3 mol/m3, 1 % of air's. */
    private static final double THIN_GAS = 0.3;

    private GasFlow() {}

    /**
     * Gas through an effective area: A sqrt(2 dp rho)/M, linear in the density of a vanishing gas space.
     *
     * @param donor where the gas comes from
     * @param area m2
     * @param drive pressure difference, Pa, at least 0
     * @param threshold pressure below which the flow is linear, Pa
     * @return mol/s
     */
    public static double orifice(Holdup donor, double area, double drive, double threshold) {
        return area
                * FastMath.sqrt(2 / donor.vapourMolarMass())
                * Smooth.root(FastMath.max(donor.gasDensity(), 0), THIN_GAS)
                * Smooth.root(drive, threshold);
    }
}
