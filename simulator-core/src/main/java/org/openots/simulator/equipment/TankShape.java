package org.openots.simulator.equipment;

import org.hipparchus.util.FastMath;

/**
 * A cylindrical tank, standing or lying, with flat ends.
 *
 * @param lying whether its axis is level
 * @param diameter m
 * @param length height of a standing one, length of a lying one, m
 */
public record TankShape(boolean lying, double diameter, double length) {
    /** Halvings of the search for the height in a lying tank: to 1e-9 of the diameter. */
    private static final int HALVINGS = 30;

    /** m3. */
    public double volume() {
        return 0.25 * FastMath.PI * diameter * diameter * length;
    }

    /** Height of a full tank, m. */
    public double fullHeight() {
        return lying ? diameter : length;
    }

    /** Mean area on which the liquid stands, m2: volume over height. */
    public double meanArea() {
        return volume() / fullHeight();
    }

    /**
     * Liquid that stands to a height.
     *
     * @param height m, from empty to full
     * @return m3
     */
    public double liquid(double height) {
        double h = FastMath.max(0, FastMath.min(fullHeight(), height));
        if (!lying) {
            return meanArea() * h;
        }
        double r = 0.5 * diameter;
        double segment = r * r * FastMath.acos((r - h) / r) - (r - h) * FastMath.sqrt(2 * r * h - h * h);
        return segment * length;
    }

    /**
     * Height at which a liquid stands.
     *
     * @param liquid m3
     * @return m, from empty to full
     */
    public double height(double liquid) {
        if (!lying) {
            return FastMath.max(0, FastMath.min(fullHeight(), liquid / meanArea()));
        }
        double low = 0;
        double high = fullHeight();
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            if (liquid(middle) < liquid) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
