package org.openots.instructor.headless.trend;

import java.util.ArrayList;
import java.util.List;

/**
 * The way of a pen over the paper, in tenths of a pixel. Of each column of three pixels the lowest and the highest
 * sample stay, so that no spike is lost; of these as many go as lie within a fraction of a pixel of the line drawn.
 */
final class PenPath {
    /** How far a sample that is left out may lie off the line, tenths of a pixel: half of the thinnest line. */
    private static final int TOLERANCE = 6;

    private static final int TENTHS = 10;

    /** Width of a column, tenths of a pixel: less than one place a pixel is left, which keeps the files small. */
    private static final int COLUMN = 30;

    /**
     * A place on the paper.
     *
     * @param x from the left, tenths of a pixel
     * @param y from the top, tenths of a pixel
     */
    record Point(int x, int y) {}

    private PenPath() {}

    /**
     * Samples as places; a missing value lifts the pen.
     *
     * @param values at equal distances
     * @param frame where they are drawn
     * @return one list for each stretch without a gap
     */
    static List<List<Point>> strokes(double[] values, Frame frame) {
        List<List<Point>> strokes = new ArrayList<>();
        List<Point> stroke = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                stroke.add(new Point(frame.x(i / (double) Math.max(1, values.length - 1)), frame.y(values[i])));
            }
            boolean ends = i == values.length - 1 || !Double.isFinite(values[i]);
            if (ends && !stroke.isEmpty()) {
                strokes.add(thinned(extremes(stroke)));
                stroke = new ArrayList<>();
            }
        }
        return strokes;
    }

    /** Lowest and highest of each column, in order, and both ends. */
    static List<Point> extremes(List<Point> points) {
        List<Point> kept = new ArrayList<>();
        int last = points.size() - 1;
        int from = 0;
        while (from <= last) {
            int column = points.get(from).x() / COLUMN;
            int to = from;
            int low = from;
            int high = from;
            while (to <= last && points.get(to).x() / COLUMN == column) {
                low = points.get(to).y() > points.get(low).y() ? to : low;
                high = points.get(to).y() < points.get(high).y() ? to : high;
                to++;
            }
            boolean first = from == 0 && Math.min(low, high) > 0;
            boolean end = to > last && Math.max(low, high) < last;
            kept.addAll(first ? points.subList(0, 1) : List.of());
            kept.add(points.get(Math.min(low, high)));
            kept.addAll(low == high ? List.of() : points.subList(Math.max(low, high), Math.max(low, high) + 1));
            kept.addAll(end ? points.subList(last, last + 1) : List.of());
            from = to;
        }
        return kept;
    }

    /** Leaves out what lies within the tolerance of the line from the last place kept to the next one kept. */
    static List<Point> thinned(List<Point> points) {
        List<Point> kept = new ArrayList<>(points.subList(0, 1));
        Cone cone = new Cone(points.get(0));
        for (int i = 1; i < points.size(); i++) {
            if (!cone.holds(points.get(i))) {
                kept.add(points.get(i - 1));
                cone = new Cone(points.get(i - 1));
            }
            cone.narrow(points.get(i));
        }
        kept.addAll(points.size() > 1 ? points.subList(points.size() - 1, points.size()) : List.of());
        return kept;
    }

    /** Slopes of the lines from a place that pass near enough to all places since; every place passed narrows them. */
    private static final class Cone {
        private final Point tip;
        private boolean fresh = true;
        private double low = Double.NEGATIVE_INFINITY;
        private double high = Double.POSITIVE_INFINITY;

        Cone(Point tip) {
            this.tip = tip;
        }

        boolean holds(Point point) {
            double slope = slope(point.x() - tip.x(), point.y() - tip.y());
            return fresh || (slope >= low && slope <= high);
        }

        /** Straight above or below the tip there is no slope, and the next place begins another cone. */
        private static double slope(int dx, int dy) {
            return dx == 0 ? Double.NaN : dy / (double) dx;
        }

        void narrow(Point point) {
            int dx = point.x() - tip.x();
            int dy = point.y() - tip.y();
            low = dx == 0 ? Double.POSITIVE_INFINITY : Math.max(low, slope(dx, dy - TOLERANCE));
            high = dx == 0 ? Double.NEGATIVE_INFINITY : Math.min(high, slope(dx, dy + TOLERANCE));
            fresh = false;
        }
    }

    /** The strokes as path data: an absolute start each, then steps, all in pixels with one decimal. */
    static String data(List<List<Point>> strokes) {
        StringBuilder text = new StringBuilder();
        for (List<Point> stroke : strokes) {
            Point at = stroke.get(0);
            text.append('M').append(pixels(at.x())).append(' ').append(pixels(at.y()));
            char command = 'l';
            for (Point next : stroke.subList(1, stroke.size())) {
                step(text, command, next.x() - at.x());
                step(text, ' ', next.y() - at.y());
                command = ' ';
                at = next;
            }
            if (stroke.size() == 1) {
                text.append("h.5");
            }
        }
        return text.toString();
    }

    private static void step(StringBuilder text, char before, int tenths) {
        if (before != ' ' || tenths >= 0) { // a minus sign parts numbers too
            text.append(before);
        }
        text.append(pixels(tenths));
    }

    /** Tenths of a pixel as the shortest decimal number. */
    static String pixels(int tenths) {
        int whole = Math.abs(tenths) / TENTHS;
        int rest = Math.abs(tenths) % TENTHS;
        String digits = (whole == 0 && rest != 0 ? "" : Integer.toString(whole)) + (rest == 0 ? "" : "." + rest);
        return tenths < 0 ? "-" + digits : digits;
    }
}
