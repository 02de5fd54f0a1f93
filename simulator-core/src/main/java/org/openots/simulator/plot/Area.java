package org.openots.simulator.plot;

/**
 * A rectangle along the axes of the site, seen from above.
 *
 * @param west m
 * @param south m
 * @param east m, more than {@code west}
 * @param north m, more than {@code south}
 */
public record Area(double west, double south, double east, double north) {
    /**
     * Whether a place lies in it.
     *
     * @param point the place; its elevation does not matter
     * @param margin how far outside it may lie, m
     */
    public boolean holds(Point point, double margin) {
        return point.east() >= west - margin
                && point.east() <= east + margin
                && point.north() >= south - margin
                && point.north() <= north + margin;
    }

    /**
     * Its length from west to east.
     *
     * @return m
     */
    public double width() {
        return east - west;
    }

    /**
     * Its length from south to north.
     *
     * @return m
     */
    public double depth() {
        return north - south;
    }

    /**
     * Its middle.
     *
     * @param elevation m
     * @return the place
     */
    public Point middle(double elevation) {
        return new Point((west + east) / 2, (south + north) / 2, elevation);
    }
}
