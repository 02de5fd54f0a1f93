package org.openots.simulator.process;

import org.hipparchus.util.FastMath;

/** Flow of gas through openings. */
public final class GasFlow {
    /** Molar density below which a gas no longer flows like one: 0.3 mol/m3, 1 % of air's. */
    private static final double THIN_GAS = 0.3;

    /** x_T: 0.7, the pressure differential ratio of globe valves and orifices at choked flow (IEC 60534-2-1, Table 2). */
    private static final double CRITICAL_RATIO = 0.7;

    /**
     * The same for the converging nozzle of a safety valve: 0.444, with which the choked flow, 2/3 sqrt(2 x_T), is that of
     * API 520-1:2014, section 5.6, sqrt(k) (2/(k + 1))^((k + 1)/(2 (k - 1))) = 0.628 at k = 1.1, the ratio of heat
     * capacities of the vapours of ethanol, water and butane within 0.03 (1 % of the flow).
     */
    private static final double NOZZLE_RATIO = 0.444;

    private GasFlow() {}

    /**
     * What a gas brings to its own flow through an opening: sqrt(2 c/M), less for one so thin that it no longer flows.
     *
     * @param density c, mol/m3; below 0 counts as 0
     * @param molarMass M, kg/mol
     * @return mol/(s m2 Pa^0.5)
     */
    static double readiness(double density, double molarMass) {
        double dense = FastMath.max(density, 0);
        return dense * FastMath.sqrt(2 / (molarMass * (dense + THIN_GAS)));
    }

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
        return area * donor.gasReadiness() * Smooth.root(drive, threshold);
    }

    /**
     * Gas from a holdup to a place at a fixed pressure through valves, with expansion up to choked flow.
     *
     * @param donor where the gas comes from
     * @param area m2
     * @param back pressure of the place, Pa
     * @param width pressure difference of the linear beginning, Pa
     * @return mol/s, at least 0
     */
    public static double valve(Holdup donor, double area, double back, double width) {
        return area * donor.gasReadiness() * expansion(donor.pressure(), back, width);
    }

    /**
     * Gas from a holdup to a place at a fixed pressure through the nozzle of a safety valve.
     *
     * @param donor where the gas comes from
     * @param area effective discharge area, m2: that of API 526 times the coefficient of discharge
     * @param back pressure of the place, Pa
     * @param width pressure difference of the linear beginning, Pa
     * @return mol/s, at least 0
     */
    public static double nozzle(Holdup donor, double area, double back, double width) {
        return area * donor.gasReadiness() * expansion(donor.pressure(), back, width, NOZZLE_RATIO);
    }

    /**
     * Square root of the pressure drop that acts, times the expansion factor: Y sqrt(x p1) with x = (p1 - p2)/p1, not
     * above x_T, and Y = 1 - x/(3 x_T) (IEC 60534-2-1:2011, section 7, for air-like gases).
     *
     * @param upstream p1, Pa
     * @param downstream p2, Pa
     * @param width pressure difference of the linear beginning, Pa
     * @return Pa^0.5, 0 without a drop
     */
    public static double expansion(double upstream, double downstream, double width) {
        return expansion(upstream, downstream, width, CRITICAL_RATIO);
    }

    private static double expansion(double upstream, double downstream, double width, double critical) {
        double drop = Smooth.ramp(upstream - downstream, width);
        if (drop <= 0) {
            return 0;
        }
        double x = drop / FastMath.max(upstream, 1);
        double acting = x - Smooth.ramp(x - critical, 0.2 * critical);
        double y = 1 - acting / (3 * critical);
        return y * Smooth.root(acting * FastMath.max(upstream, 1), 15 * width);
    }
}
