package org.openots.simulator.plot;

/**
 * A place of the site, or a step between two.
 *
 * @param east m
 * @param north m
 * @param up m above the ground of the site
 */
public record Point(double east, double north, double up) {
    /**
     * A step from here.
     *
     * @param step the step, m
     * @return the place, m
     */
    public Point plus(Point step) {
        return new Point(east + step.east, north + step.north, up + step.up);
    }

    /**
     * The step that leads here.
     *
     * @param from where it begins, m
     * @return the step, m
     */
    public Point minus(Point from) {
        return new Point(east - from.east, north - from.north, up - from.up);
    }

    /**
     * A longer or shorter step.
     *
     * @param factor times as long
     * @return the step, m
     */
    public Point times(double factor) {
        return new Point(east * factor, north * factor, up * factor);
    }

    /**
     * How far two steps go the same way.
     *
     * @param other the other step, m
     * @return scalar product, m²
     */
    public double dot(Point other) {
        return east * other.east + north * other.north + up * other.up;
    }

    /**
     * A step at right angles to two.
     *
     * @param other the other step, m
     * @return vector product, m²
     */
    public Point cross(Point other) {
        return new Point(
                north * other.up - up * other.north,
                up * other.east - east * other.up,
                east * other.north - north * other.east);
    }

    /**
     * How long this step is.
     *
     * @return m
     */
    public double length() {
        return Math.sqrt(dot(this));
    }

    /**
     * How far it is to another place.
     *
     * @param other the other place
     * @return m
     */
    public double distance(Point other) {
        return minus(other).length();
    }

    /**
     * The direction of this step.
     *
     * @return of length 1
     * @throws IllegalStateException if the step is nowhere
     */
    public Point unit() {
        double length = length();
        if (length == 0) {
            throw new IllegalStateException("a step of no length has no direction");
        }
        return times(1 / length);
    }

    /**
     * Somewhere between here and there.
     *
     * @param other there
     * @param share 0 here to 1 there
     * @return the place
     */
    public Point towards(Point other, double share) {
        return plus(other.minus(this).times(share));
    }

    /**
     * The same place at another elevation.
     *
     * @param elevation m
     * @return the place
     */
    public Point at(double elevation) {
        return new Point(east, north, elevation);
    }
}
