package org.openots.distillation.field3d.plan;

import java.util.ArrayList;
import java.util.List;
import org.openots.simulator.plot.Line;
import org.openots.simulator.plot.Point;

/** The course of a pipe while it is laid: legs along the axes of the site, each from where the last one ended. */
final class Course {
    /** Places nearer than this are the same, m: a tenth of a millimetre is finer than any pipe is laid. */
    static final double SAME = 1e-4;

    private static final int[][] ORDERS = {{2, 0, 1}, {2, 1, 0}, {0, 1, 2}, {1, 0, 2}, {0, 2, 1}, {1, 2, 0}};

    private final List<Point> points = new ArrayList<>();

    Course(Point start) {
        points.add(start);
    }

    private Point last() {
        return points.get(points.size() - 1);
    }

    /** Straight on to a place, wherever it is. */
    void to(Point point) {
        if (point.distance(last()) > SAME) {
            points.add(point);
        }
    }

    /** A move of the plan: up first when it goes up, down last when it goes down. */
    void move(Line.Move move) {
        double up = move.up().orElse(last().up());
        boolean rises = up > last().up();
        if (rises) {
            to(last().at(up));
        }
        to(new Point(move.east().orElse(last().east()), last().north(), last().up()));
        to(new Point(last().east(), move.north().orElse(last().north()), last().up()));
        to(last().at(up));
    }

    /** Direction of the last leg; nothing there yet gives no length. */
    private Point direction() {
        return points.size() < 2
                ? new Point(0, 0, 0)
                : last().minus(points.get(points.size() - 2)).unit();
    }

    /**
     * Along the axes to a place, in the order with the fewest corners: never back on itself where that can be helped, then up first
     * and down last.
     *
     * @param target the place
     * @param arrival direction in which the pipe goes on there; no length when it does not matter
     * @param start direction which the first leg must not have nor be against; no length when it does not matter
     * @param avoid the same of the last leg
     */
    void along(Point target, Point arrival, Point start, Point avoid) {
        List<Point> best = List.of();
        double least = Double.POSITIVE_INFINITY;
        for (int[] order : ORDERS) {
            List<Point> legs = legs(last(), target, order);
            double cost = cost(legs, arrival, start, avoid);
            if (cost < least) {
                least = cost;
                best = legs;
            }
        }
        best.forEach(this::to);
    }

    private static List<Point> legs(Point from, Point target, int[] order) {
        List<Point> legs = new ArrayList<>();
        Point at = from;
        for (int axis : order) {
            Point next = switch (axis) {
                case 0 -> new Point(target.east(), at.north(), at.up());
                case 1 -> new Point(at.east(), target.north(), at.up());
                default -> at.at(target.up());
            };
            if (next.distance(at) > SAME) {
                legs.add(next);
                at = next;
            }
        }
        return legs;
    }

    /** Corners count one each, turning back a hundred; of two with as many corners the one that is high for longer is cheaper. */
    private double cost(List<Point> legs, Point arrival, Point start, Point avoid) {
        double cost = 0;
        Point before = direction();
        Point from = last();
        double height = 0;
        double length = 0;
        for (int i = 0; i < legs.size(); i++) {
            Point leg = legs.get(i).minus(from);
            Point way = leg.unit();
            cost += turn(before, way);
            boolean onHost = i == 0 && Math.abs(way.dot(start)) > 0.5;
            boolean ontoHost = i == legs.size() - 1 && Math.abs(way.dot(avoid)) > 0.5;
            if (onHost || ontoHost) {
                cost += 100;
            }
            height += leg.length() * (from.up() + legs.get(i).up()) / 2;
            length += leg.length();
            before = way;
            from = legs.get(i);
        }
        cost += turn(before, arrival);
        return cost - (length > 0 ? 1e-3 * height / length : 0);
    }

    private static double turn(Point before, Point way) {
        double same = before.dot(way);
        if (before.length() == 0 || way.length() == 0 || same > 0.5) {
            return 0;
        }
        return same < -0.5 ? 100 : 1;
    }

    /** The corners and ends, without places in the middle of a straight piece. */
    List<Point> corners() {
        List<Point> corners = new ArrayList<>();
        for (Point point : points) {
            int size = corners.size();
            if (size >= 2) {
                Point before =
                        corners.get(size - 1).minus(corners.get(size - 2)).unit();
                if (before.dot(point.minus(corners.get(size - 1)).unit()) > 1 - 1e-9) {
                    corners.remove(size - 1);
                }
            }
            corners.add(point);
        }
        return corners;
    }
}
