package org.openots.distillation.field3d.plan;

import org.openots.simulator.plot.Point;

/** Distances between straight pieces. */
final class Segments {
    private static final double PARALLEL = 1e-12;

    private Segments() {}

    /** Shortest distance between two straight pieces, m. */
    static double distance(Point a0, Point a1, Point b0, Point b1) {
        Point u = a1.minus(a0);
        Point v = b1.minus(b0);
        Point w = a0.minus(b0);
        double a = u.dot(u);
        double b = u.dot(v);
        double c = v.dot(v);
        double d = u.dot(w);
        double e = v.dot(w);
        double det = a * c - b * b;
        double s = det < PARALLEL ? 0 : clamp((b * e - c * d) / det);
        double t = c < PARALLEL ? 0 : clamp((b * s + e) / c);
        s = a < PARALLEL ? 0 : clamp((b * t - d) / a);
        t = c < PARALLEL ? 0 : clamp((b * s + e) / c);
        return a0.plus(u.times(s)).distance(b0.plus(v.times(t)));
    }

    /** Distance of a place from a straight piece, m. */
    static double distance(Point p, Point a, Point b) {
        return distance(p, p, a, b);
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
