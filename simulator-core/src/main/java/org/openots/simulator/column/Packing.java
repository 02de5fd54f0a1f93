package org.openots.simulator.column;

/**
 * A packing, random or structured.
 *
 * @param specificArea m2/m3
 * @param voidage free share of the bed, dimensionless
 * @param nominalSize m; for a structured packing 4 voidage/specificArea
 * @param c1 Stichlmair's constant of laminar drag
 * @param c2 of the transition
 * @param c3 of turbulent drag
 * @param criticalTension surface tension that just wets the material, N/m
 */
public record Packing(
        double specificArea,
        double voidage,
        double nominalSize,
        double c1,
        double c2,
        double c3,
        double criticalTension) {
    /** Diameter of a sphere with the same surface per volume, 6 (1 - e)/a, m. */
    public double particleDiameter() {
        return 6 * (1 - voidage) / specificArea;
    }
}
