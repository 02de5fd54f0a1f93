package org.openots.simulator.column;

import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.process.Smooth;

/**
 * Movable valves over holes. Up to the closed balance point the vapour passes the slits of shut valves; from there on it
 * carries the valves at nearly the pressure of their weight, more of them the more it flows; beyond the open balance
 * point all are open (G. F. Klein, Chem. Eng., May 3, 1982, 81; W. L. Bolles, Chem. Eng. Prog. 72 (1976) 43). Losses are
 * zeta rho u^2/2 with u the velocity in the holes.
 *
 * @param holeArea total area of the holes under the valves, m2
 * @param weight pressure that carries the valves, Pa: leg factor times thickness, density and gravity
 * @param shutLoss zeta of shut valves
 * @param liftedLoss zeta that adds to the weight while they lift
 * @param openLoss zeta of open valves
 */
public record ValveDeck(double holeArea, double weight, double shutLoss, double liftedLoss, double openLoss)
        implements Deck {
    /** Share of the weight over which the valves begin to lift: 10 %, the spread of their weights and of the froth. */
    private static final double ONSET = 0.3;

    /**
     * Pressure that carries valves.
     *
     * @param thickness of the valve, m
     * @param density of its metal, kg/m3
     * @param legFactor weight with legs over weight without, times the eddy loss coefficient
     * @return Pa
     */
    public static double weight(double thickness, double density, double legFactor) {
        return legFactor * thickness * density * PhysicalConstants.GRAVITY;
    }

    @Override
    public double area(double dryLoss) {
        double shut = 1 / shutLoss;
        double lifting = Smooth.ramp(dryLoss - weight, ONSET * weight) / (liftedLoss * FastMath.max(dryLoss, 1e-3));
        return holeArea * FastMath.sqrt(shut + Smooth.smaller(lifting, 1 / openLoss - shut));
    }

    /** Slits under valves are wide; no pressure of bubbles is counted. */
    @Override
    public double bubblePressure(double densityDifference) {
        return 0;
    }
}
