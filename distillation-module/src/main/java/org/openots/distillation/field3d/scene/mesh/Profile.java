package org.openots.distillation.field3d.scene.mesh;

import java.util.Arrays;

/** The line that a lathe turns about the vertical: radius and height in turn, from the bottom up so that the outside is right. */
public final class Profile {
    private float[] points = new float[32];
    private int size;

    private Profile() {}

    /**
     * Begins a line.
     *
     * @param radius m
     * @param height m
     * @return a new profile
     */
    public static Profile from(double radius, double height) {
        return new Profile().to(radius, height);
    }

    /**
     * A straight piece.
     *
     * @param radius m
     * @param height m
     * @return this
     */
    public Profile to(double radius, double height) {
        if (size + 2 > points.length) {
            points = Arrays.copyOf(points, 2 * points.length);
        }
        points[size++] = (float) radius;
        points[size++] = (float) height;
        return this;
    }

    /**
     * A quarter of an ellipse to a point; it leaves the last point upright or flat.
     *
     * @param radius of the end, m
     * @param height of the end, m
     * @param steps pieces
     * @param upright true if it leaves the last point straight up or down, false if level
     * @return this
     */
    public Profile curve(double radius, double height, int steps, boolean upright) {
        double r0 = points[size - 2];
        double y0 = points[size - 1];
        for (int i = 1; i <= steps; i++) {
            double angle = Math.PI / 2 * i / steps;
            double s = Math.sin(angle);
            double c = 1 - Math.cos(angle);
            boolean last = i == steps;
            double r = last ? radius : r0 + (radius - r0) * (upright ? c : s);
            double y = last ? height : y0 + (height - y0) * (upright ? s : c);
            to(r, y);
        }
        return this;
    }

    /**
     * What was drawn.
     *
     * @return radius and height in turn
     */
    public float[] points() {
        return Arrays.copyOf(points, size);
    }

    /**
     * A cylinder with flat ends.
     *
     * @param radius m
     * @param low height of the lower end, m
     * @param high height of the upper end, m
     * @return a new profile
     */
    public static Profile cylinder(double radius, double low, double high) {
        return from(0, low).to(radius, low).to(radius, high).to(0, high);
    }

    /**
     * A cylinder with elliptical heads.
     *
     * @param radius m
     * @param low tangent line of the lower head, m
     * @param high tangent line of the upper head, m
     * @param depth of the heads, m
     * @param steps pieces of a head
     * @return a new profile
     */
    public static Profile shell(double radius, double low, double high, double depth, int steps) {
        return from(0, low - depth)
                .curve(radius, low, steps, false)
                .to(radius, high)
                .curve(0, high + depth, steps, true);
    }

    /**
     * A ball.
     *
     * @param radius m
     * @param centre height of its middle, m
     * @param steps pieces of a quarter
     * @return a new profile
     */
    public static Profile ball(double radius, double centre, int steps) {
        return from(0, centre - radius).curve(radius, centre, steps, false).curve(0, centre + radius, steps, true);
    }
}
