package org.openots.common.assessment;

/** Points as people read them. */
final class Points {
    /** Shown to a hundredth of a point, the resolution of a score list. */
    private static final double HUNDREDTHS = 100;

    private Points() {}

    static double shown(double points) {
        return Math.rint(points * HUNDREDTHS) / HUNDREDTHS;
    }
}
