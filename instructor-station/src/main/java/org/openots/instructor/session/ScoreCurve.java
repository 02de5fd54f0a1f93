package org.openots.instructor.session;

import java.util.ArrayList;
import java.util.List;

/** The score of a run as it went, one point in ten seconds of model time. Used by one thread at a time. */
final class ScoreCurve {
    /** Model time between two points, s. */
    static final double SECONDS = 10;

    private final List<Point> points = new ArrayList<>();

    /**
     * The score at a time.
     *
     * @param time model time, s
     * @param total points, 0..100
     */
    record Point(double time, double total) {}

    void add(double time, double total) {
        points.add(new Point(time, total));
    }

    /** Forgets everything after a time, s. */
    void truncate(double time) {
        points.removeIf(point -> point.time() > time);
    }

    /** The same points up to a time, s. */
    ScoreCurve until(double time) {
        ScoreCurve copy = new ScoreCurve();
        copy.points.addAll(points);
        copy.truncate(time);
        return copy;
    }

    /** Puts the points of an earlier past in front. */
    void precede(ScoreCurve past) {
        double first =
                points.isEmpty() ? Double.POSITIVE_INFINITY : points.get(0).time();
        points.addAll(
                0, past.points.stream().filter(point -> point.time() < first).toList());
    }

    List<Point> points() {
        return List.copyOf(points);
    }
}
