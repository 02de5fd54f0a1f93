package org.openots.simulator.consequence;

import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;

/**
 * A burning pool: how fast it burns, how high the flame stands, what heat it throws.
 *
 * <p>Burning rate of large pools: D. S. Burgess and M. Hertzberg, Radiation from pool flames, in Heat Transfer in Flames,
 * Scripta, Washington 1974: m = 0.001 dHc/(dHv + cp (Tb - Ta)) kg/(m2 s). Flame height: P. H. Thomas, The size of flames
 * from natural fires, 9th Symposium (International) on Combustion, 1963, p. 844: H/D = 42 (m/(rho_a sqrt(g D)))^0.61. Heat
 * at a distance: point source in the middle of the flame, F m A dHc tau/(4 pi x^2), and the moisture of the air by tau =
 * 2.02 (p_w x)^-0.09 (CPR 14E, 3rd ed. 1997, chapter 6). Valid for pools of 0.5 to 30 m in still air and targets more than
 * two diameters away; smaller pools burn slower.
 */
public final class PoolFire {
    /** Burgess and Hertzberg's constant, kg/(m2 s). */
    private static final double BURGESS = 1e-3;

    /** Range of p_w x in which tau was fitted, Pa m. */
    private static final double DRIEST = 1e4;

    private static final double WETTEST = 1e5;

    private final double diameter;
    private final double flux;
    private final double combustionHeat;
    private final double radiantShare;

    /**
     * Describes a fire.
     *
     * @param diameter of the pool, m
     * @param flux burning rate, kg/(m2 s)
     * @param combustionHeat net, J/kg
     * @param radiantShare share of the heat that is radiated, 0.1 to 0.4: 0.2 for methanol, up to 0.4 for hydrocarbons in
     *     small pools
     */
    public PoolFire(double diameter, double flux, double combustionHeat, double radiantShare) {
        this.diameter = ConsequenceError.positive("diameter", diameter);
        this.flux = ConsequenceError.positive("flux", flux);
        this.combustionHeat = ConsequenceError.positive("combustionHeat", combustionHeat);
        this.radiantShare = ConsequenceError.within("radiantShare", radiantShare, 0.01, 0.6);
    }

    /**
     * Burning rate of a large pool.
     *
     * @param combustionHeat net, J/kg
     * @param latentHeat J/kg
     * @param heatCapacity of the liquid, J/(kg K)
     * @param heating boiling point less temperature of the pool, K; 0 for a boiling liquid
     * @return kg/(m2 s)
     */
    public static double burningRate(double combustionHeat, double latentHeat, double heatCapacity, double heating) {
        ConsequenceError.positive("combustionHeat", combustionHeat);
        ConsequenceError.positive("latentHeat", latentHeat);
        ConsequenceError.positive("heatCapacity", heatCapacity);
        return BURGESS * combustionHeat / (latentHeat + heatCapacity * FastMath.max(0, heating));
    }

    /**
     * Heat set free.
     *
     * @return W
     */
    public double power() {
        return flux * 0.25 * FastMath.PI * diameter * diameter * combustionHeat;
    }

    /**
     * Mean height of the visible flame in still air.
     *
     * @param airDensity kg/m3
     * @return m
     */
    public double flameHeight(double airDensity) {
        double scale = ConsequenceError.positive("airDensity", airDensity)
                * FastMath.sqrt(PhysicalConstants.GRAVITY * diameter);
        return 42 * diameter * FastMath.pow(flux / scale, 0.61);
    }

    /**
     * Heat that falls on a surface that faces the flame, at the height of the pool.
     *
     * @param distance from the middle of the pool, m, more than its radius
     * @param airDensity kg/m3
     * @param waterPressure partial pressure of water in the air, Pa
     * @return W/m2
     */
    public double radiation(double distance, double airDensity, double waterPressure) {
        ConsequenceError.within("distance", distance, 0.5 * diameter, 1e5);
        double half = 0.5 * flameHeight(airDensity);
        double square = distance * distance + half * half;
        double path = FastMath.sqrt(square) - 0.5 * diameter;
        return radiantShare * power() * transmissivity(waterPressure, path) / (4 * FastMath.PI * square);
    }

    /**
     * Share of radiation that passes through moist air.
     *
     * @param waterPressure partial pressure of water, Pa
     * @param path m
     * @return dimensionless; outside of the fitted range its value at the end of it
     */
    public static double transmissivity(double waterPressure, double path) {
        double humid = ConsequenceError.notNegative("waterPressure", waterPressure) * FastMath.max(0, path);
        double limited = FastMath.max(DRIEST, FastMath.min(WETTEST, humid));
        return FastMath.min(1, 2.02 * FastMath.pow(limited, -0.09));
    }
}
