package org.openots.distillation.field3d.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openots.simulator.plot.Area;
import org.openots.simulator.plot.Equipment;
import org.openots.simulator.plot.Ground;
import org.openots.simulator.plot.PlotPlan;
import org.openots.simulator.plot.Point;
import org.openots.simulator.plot.Structure;

/** What a pipe can be held by: uprights with a side, and beams with a top and a bottom. */
final class Steel {
    /** Thickness of a hall's walls, m. */
    private static final double WALL = 0.24;

    /** Width of a rack's beams: m at least, at most, and times the rack's width. */
    private static final double RACK_LEAST = 0.12;

    private static final double RACK_MOST = 0.25;
    private static final double RACK_SHARE = 0.08;

    /** From the tier down to the beams along a rack, times their height. */
    private static final double LONGITUDINAL = 1.1;

    /** Height of a beam between two bents of a rack over that of a bent's. */
    private static final double BETWEEN = 0.7;

    /** Thickness of a post under a pipe, m. */
    private static final double POST = 0.14;

    /** Longest arm on such a post, m. */
    private static final double POST_ARM = 1.3;

    private Steel() {}

    /** Something upright: a column, a wall, the shell of a vessel. */
    interface Upright {
        /** The place on its side nearest to another of that elevation; nothing above and below it and inside it. */
        Optional<Point> face(Point from);

        /** Longest arm that it carries, m. */
        double arm();

        /** Whether an arm has to stand at right angles to its side: not of a round shell. */
        boolean flat();
    }

    /** A column or wall. */
    record Block(Area area, double foot, double top, double arm) implements Upright {
        @Override
        public Optional<Point> face(Point from) {
            if (from.up() < foot || from.up() > top) {
                return Optional.empty();
            }
            Point face = new Point(
                    Math.max(area.west(), Math.min(area.east(), from.east())),
                    Math.max(area.south(), Math.min(area.north(), from.north())),
                    from.up());
            return face.distance(from) < 1e-6 ? Optional.empty() : Optional.of(face);
        }

        @Override
        public boolean flat() {
            return true;
        }
    }

    /** The shell of an upright vessel. */
    record Shell(Point foot, double radius, double top, double arm) implements Upright {
        @Override
        public Optional<Point> face(Point from) {
            Point step = from.minus(foot).at(0);
            if (from.up() < foot.up() || from.up() > top || step.length() < radius) {
                return Optional.empty();
            }
            return Optional.of(foot.at(from.up()).plus(step.unit().times(radius)));
        }

        @Override
        public boolean flat() {
            return false;
        }
    }

    /**
     * A beam.
     *
     * @param from one end, at its top
     * @param to other end, at its top
     * @param height from top to bottom, m
     */
    record Beam(Point from, Point to, double height) {}

    static List<Upright> uprights(PlotPlan plan) {
        List<Upright> all = new ArrayList<>();
        for (Structure structure : plan.structures()) {
            if (structure instanceof Structure.Frame frame) {
                for (double east : frame.east()) {
                    for (double north : frame.north()) {
                        all.add(column(new Point(east, north, frame.foot()), frame.steel(), frame.top(), 1.1));
                    }
                }
            } else if (structure instanceof Structure.Rack rack) {
                for (Point foot : feet(rack)) {
                    all.add(column(foot, size(rack), top(rack) + 0.3, 0.9));
                }
            } else if (structure instanceof Structure.Wall wall) {
                double half = wall.thickness() / 2;
                all.add(new Block(
                        new Area(
                                Math.min(wall.from().east(), wall.to().east()) - half,
                                Math.min(wall.from().north(), wall.to().north()) - half,
                                Math.max(wall.from().east(), wall.to().east()) + half,
                                Math.max(wall.from().north(), wall.to().north()) + half),
                        0.3,
                        wall.height() - 0.1,
                        0.7));
            }
        }
        walls(plan.ground(), all);
        for (Equipment e : plan.equipment()) {
            shell(e, all);
        }
        return all;
    }

    /** A post under a pipe, from its foot to the pipe. */
    static Upright post(Point foot, double top) {
        return column(foot, POST, top, POST_ARM);
    }

    private static Block column(Point foot, double size, double top, double arm) {
        double half = size / 2;
        return new Block(
                new Area(foot.east() - half, foot.north() - half, foot.east() + half, foot.north() + half),
                foot.up() + 0.25,
                top - 0.05,
                arm);
    }

    private static void walls(Ground ground, List<Upright> all) {
        if (ground.kind() != Ground.Kind.HALL) {
            return;
        }
        Area a = ground.area();
        double top = ground.height() - 0.3;
        all.add(new Block(new Area(a.west() - WALL, a.south(), a.west(), a.north()), 0.2, top, 0.8));
        all.add(new Block(new Area(a.east(), a.south(), a.east() + WALL, a.north()), 0.2, top, 0.8));
        all.add(new Block(new Area(a.west(), a.south() - WALL, a.east(), a.south()), 0.2, top, 0.8));
        all.add(new Block(new Area(a.west(), a.north(), a.east(), a.north() + WALL), 0.2, top, 0.8));
    }

    /** Glass carries nothing, nor does what is slim or hangs. */
    private static void shell(Equipment e, List<Upright> all) {
        boolean carries = switch (e.kind()) {
            case COLUMN, VERTICAL_VESSEL, VERTICAL_EXCHANGER, TANK -> e.support() != Equipment.Support.HUNG;
            default -> false;
        };
        if (!carries) {
            return;
        }
        double bottom = e.foot().up() + e.clearance();
        if (e.sections().isEmpty()) {
            double low = bottom + 0.15;
            double arm = e.kind() == Equipment.Kind.COLUMN ? 2.4 : 1.3;
            double top = bottom + e.length() - 0.3 * e.diameter();
            all.add(new Shell(e.foot().at(low), e.diameter() / 2 + e.insulation(), top, arm));
        }
        for (Equipment.Section s : e.sections()) {
            if (!s.glass()) {
                all.add(new Shell(
                        e.foot().at(bottom + s.from() + 0.02),
                        s.diameter() / 2 + e.insulation(),
                        bottom + s.to() - 0.02,
                        0.9));
            }
        }
    }

    static double size(Structure.Rack rack) {
        return Math.max(RACK_LEAST, Math.min(RACK_MOST, rack.width() * RACK_SHARE));
    }

    private static double top(Structure.Rack rack) {
        return rack.tiers().stream().mapToDouble(d -> d).max().orElse(4);
    }

    private static List<Point> feet(Structure.Rack rack) {
        List<Point> feet = new ArrayList<>();
        Point across = across(rack);
        int bents = Math.max(2, rack.bents());
        for (int i = 0; i < bents; i++) {
            Point middle = rack.from().towards(rack.to(), (double) i / (bents - 1));
            feet.add(middle.plus(across));
            feet.add(middle.minus(across));
        }
        return feet;
    }

    /** From the middle of a rack to its side. */
    private static Point across(Structure.Rack rack) {
        return Axes.left(rack.to().minus(rack.from()).unit()).times(rack.width() / 2);
    }

    static List<Beam> beams(PlotPlan plan) {
        List<Beam> all = new ArrayList<>();
        for (Structure structure : plan.structures()) {
            if (structure instanceof Structure.Frame frame) {
                for (Structure.Floor floor : frame.floors()) {
                    grid(frame, floor.elevation() - 0.03, all);
                }
                if (frame.floors().stream().noneMatch(floor -> frame.top() - floor.elevation() < 0.3)) {
                    grid(frame, frame.top(), all);
                }
            } else if (structure instanceof Structure.Rack rack) {
                rack(rack, all);
            }
        }
        return all;
    }

    private static void grid(Structure.Frame frame, double top, List<Beam> all) {
        List<Double> east = frame.east();
        List<Double> north = frame.north();
        double last = east.get(east.size() - 1);
        double far = north.get(north.size() - 1);
        for (double n : north) {
            all.add(new Beam(new Point(east.get(0), n, top), new Point(last, n, top), frame.steel()));
        }
        for (double e : east) {
            all.add(new Beam(new Point(e, north.get(0), top), new Point(e, far, top), frame.steel()));
        }
    }

    private static void rack(Structure.Rack rack, List<Beam> all) {
        double size = size(rack);
        List<Point> feet = feet(rack);
        Point across = across(rack);
        for (double tier : rack.tiers()) {
            for (int i = 0; i < feet.size(); i += 2) {
                all.add(new Beam(feet.get(i).at(tier), feet.get(i + 1).at(tier), size));
                if (i + 2 < feet.size()) {
                    Point left = feet.get(i).towards(feet.get(i + 2), 0.5).at(tier);
                    all.add(new Beam(left, left.minus(across.times(2)), size * BETWEEN));
                }
            }
            for (int side = -1; side <= 1; side += 2) {
                Point off = across.times(side);
                double top = tier - size * LONGITUDINAL;
                all.add(new Beam(
                        rack.from().plus(off).at(top), rack.to().plus(off).at(top), size));
            }
        }
    }
}
