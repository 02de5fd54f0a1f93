package org.openots.simulator.column;

import org.hipparchus.util.FastMath;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Smooth;

/**
 * Liquid that the vapour leaving a tray carries up, in the manner of Fair (Petro/Chem Eng. 33 (1961) 10, 45): it grows
 * steeply with the approach to the Souders-Brown flood velocity, and the flood velocity falls when the tray's liquid
 * takes room from the disengagement space. The second effect gives flooding its hysteresis.
 */
public final class Carryover implements Entrainment {
    /** Entrained moles per mole of vapour at the flood point: 0.25, the order of Fair's chart at 100 % flood. */
    private static final double AT_FLOOD = 0.25;

    private final Holdup tray;
    private final TrayGeometry geometry;

    public Carryover(Holdup tray, TrayGeometry geometry) {
        this.tray = tray;
        this.geometry = geometry;
    }

    @Override
    public double moles(double vapour) {
        double flood = floodFraction(vapour);
        double square = flood * flood;
        double sixth = AT_FLOOD * square * square * square;
        double wet = Smooth.share(tray.liquidHeight(), 0.1 * geometry.weirHeight());
        return wet * vapour * sixth / (1 + sixth);
    }

    /**
     * Vapour load as a share of the load at which the tray floods.
     *
     * @param vapour vapour through the tray, mol/s
     * @return 1 at the flood point
     */
    public double floodFraction(double vapour) {
        double height = tray.liquidHeight();
        double gasDensity = tray.vapourMolarMass() * tray.bubbleDensity();
        double liquidDensity = FastMath.max(tray.liquidDensity(), 500);
        double velocity = vapour / (FastMath.max(tray.bubbleDensity(), 1) * geometry.activeArea());
        double load = velocity * FastMath.sqrt(gasDensity / (liquidDensity - gasDensity));
        double crowding = Smooth.ramp(height - 1.5 * geometry.weirHeight(), 0.2 * geometry.weirHeight());
        double room = 1 / (1 + 1.5 * crowding / geometry.spacing());
        return load / (geometry.floodCapacity() * room);
    }
}
