package org.openots.simulator.thermo;

import org.hipparchus.util.FastMath;

/** Real roots of the cubic equation of an equation of state, by the trigonometric and Cardano's formulas. */
final class CubicRoots {
    private CubicRoots() {}

    /**
     * Compressibility factors of Peng and Robinson's equation, Z^3 - (1 - B) Z^2 + (A - 2 B - 3 B^2) Z - (A B - B^2 -
     * B^3) = 0 (Ind. Eng. Chem. Fundam. 15 (1976) 59, eq. 5).
     *
     * @param a A = a P/(R T)^2
     * @param b B = b P/(R T)
     * @return the smallest and the largest root above B; twice the same if there is only one
     */
    static double[] ofPengRobinson(double a, double b) {
        double c2 = -(1 - b);
        double c1 = a - b * (2 + 3 * b);
        double c0 = -b * (a - b - b * b);
        double shift = -c2 / 3;
        double m = c1 - c2 * c2 / 3;
        double n = c0 + c2 * (2 * c2 * c2 / 27 - c1 / 3);
        double discriminant = n * n / 4 + m * m * m / 27;
        if (discriminant > 0) {
            double s = FastMath.sqrt(discriminant);
            // the sum that does not cancel, and the other from the product of both, -m/3
            double far = FastMath.cbrt(n > 0 ? -n / 2 - s : -n / 2 + s);
            double one = far + (far == 0 ? 0 : -m / (3 * far)) + shift;
            return new double[] {one, one};
        }
        double radius = 2 * FastMath.sqrt(-m / 3);
        double cosine = radius == 0 ? 1 : FastMath.max(-1, FastMath.min(1, 3 * n / (m * radius)));
        double angle = FastMath.acos(cosine) / 3;
        double largest = radius * FastMath.cos(angle) + shift;
        double smallest = radius * FastMath.cos(angle + 2 * FastMath.PI / 3) + shift;
        double middle = radius * FastMath.cos(angle - 2 * FastMath.PI / 3) + shift;
        double least = smallest > b ? smallest : middle > b ? middle : largest;
        return new double[] {least, largest};
    }
}
