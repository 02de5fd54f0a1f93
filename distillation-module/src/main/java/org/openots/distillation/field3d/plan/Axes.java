package org.openots.distillation.field3d.plan;

import org.openots.simulator.plot.Equipment;
import org.openots.simulator.plot.Point;

/** Headings of a compass and axes of equipment. */
public final class Axes {
    private static final int QUARTER = 90;
    private static final int ROUND = 360;

    private Axes() {}

    /**
     * A level direction.
     *
     * @param heading degrees clockwise from north
     * @return length 1; exactly along an axis for quarters
     */
    public static Point towards(double heading) {
        double turned = heading % ROUND;
        double positive = turned < 0 ? turned + ROUND : turned;
        if (positive % QUARTER == 0) {
            return switch ((int) positive / QUARTER) {
                case 0 -> new Point(0, 1, 0);
                case 1 -> new Point(1, 0, 0);
                case 2 -> new Point(0, -1, 0);
                default -> new Point(-1, 0, 0);
            };
        }
        double angle = StrictMath.toRadians(positive);
        return new Point(StrictMath.sin(angle), StrictMath.cos(angle), 0);
    }

    /**
     * The heading of a direction.
     *
     * @param direction not straight up or down
     * @return degrees clockwise from north, 0 to 360
     */
    public static double heading(Point direction) {
        double degrees = StrictMath.toDegrees(StrictMath.atan2(direction.east(), direction.north()));
        return degrees < 0 ? degrees + ROUND : degrees;
    }

    /**
     * A quarter to the left of a level direction.
     *
     * @param ahead level direction
     * @return the direction to its left
     */
    public static Point left(Point ahead) {
        return new Point(-ahead.north(), ahead.east(), 0);
    }

    /** A piece of equipment in its place. */
    static Site.Standing standing(Equipment equipment) {
        Point ahead = towards(equipment.heading());
        Point left = left(ahead);
        return new Site.Standing(
                equipment,
                ahead,
                left,
                equipment.nozzles().stream()
                        .map(n -> new Site.Port(
                                n.id(),
                                equipment
                                        .foot()
                                        .plus(ahead.times(n.at().east()))
                                        .plus(left.times(n.at().north()))
                                        .plus(new Point(0, 0, n.at().up())),
                                side(n.outwards(), ahead, left),
                                n.dn()))
                        .toList());
    }

    private static Point side(Equipment.Side side, Point ahead, Point left) {
        return switch (side) {
            case AHEAD -> ahead;
            case BACK -> ahead.times(-1);
            case LEFT -> left;
            case RIGHT -> left.times(-1);
            case UP -> new Point(0, 0, 1);
            default -> new Point(0, 0, -1);
        };
    }
}
