package org.openots.simulator.column;

import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.process.Smooth;

/**
 * What all trays with holes and a downcomer have in common, whatever their correlations.
 *
 * @param voidage share of liquid in the downcomer's froth
 * @param spacing of trays, m
 * @param weir height, m
 */
record Downcomer(double voidage, double spacing, double weir) {
    /** Share of the holes that no dirt closes: 2 %; a column that is shut is a shut valve. */
    static final double LEAST_CLEAR = 0.02;

    /** Width of the downcomer limit, share of tray spacing. */
    private static final double LIMIT_WIDTH = 0.07;

    /** Width of the loss of downflow at the flood point, share of the flood load. */
    private static final double FLOOD_WIDTH = 0.05;

    /** Discharge coefficient of holes through which liquid falls: 0.6, a sharp-edged orifice. */
    private static final double DUMP_COEFFICIENT = 0.6;

    /**
     * Share of the overflow that the downcomer takes: its froth may not stand above the weir, and at the flood point nothing
     * comes down.
     *
     * @param dp pressure of the stage below less that of the tray, Pa
     * @param density of the clear liquid, kg/m3, above 0
     * @param below clear liquid that stands on the stage below, m
     * @param loss head lost under the apron, m
     * @param flood vapour load as a share of the flood load
     * @return between 0 and 1
     */
    double share(double dp, double density, double below, double loss, double flood) {
        double backup = (dp / (density * PhysicalConstants.GRAVITY) + below + loss) / voidage;
        double room = spacing + weir - backup;
        return Smooth.step(room, LIMIT_WIDTH * spacing) * Smooth.step(1 - flood, FLOOD_WIDTH);
    }

    /**
     * Velocity at which liquid falls through holes that no vapour holds up.
     *
     * @param height clear liquid on the tray, m
     * @param density of that liquid, kg/m3, above 0
     * @param reverse pressure that drives downwards besides the liquid's weight, Pa, at least 0
     * @return m/s of hole area
     */
    static double dumping(double height, double density, double reverse) {
        double drive = PhysicalConstants.GRAVITY * height + reverse / density;
        return DUMP_COEFFICIENT * FastMath.sqrt(2 * drive + 1e-6);
    }

    /**
     * Share of the holes that a gas pressed downwards finds: through holes that liquid covers it drives the liquid.
     *
     * @param height clear liquid on the tray, m
     * @return 1 on a dry tray, to 0
     */
    double dryHoles(double height) {
        return 1 - wetHoles(height);
    }

    /**
     * Share of the holes that liquid covers.
     *
     * @param height clear liquid on the tray, m
     * @return 0 on a dry tray, 0.5 at a tenth of the weir, to 1
     */
    double wetHoles(double height) {
        return Smooth.share(height, 0.1 * weir);
    }
}
