package org.openots.distillation.field3d.plan;

import java.util.ArrayList;
import java.util.List;
import org.openots.simulator.plot.Equipment;
import org.openots.simulator.plot.Point;

/** A simple body that stands for equipment when distances are asked for. */
sealed interface Solid {
    /** Height of a pump set over its width: the motor's terminal box included. */
    double PUMP_HEIGHT = 1.1;

    /** Depth of a cabinet over its width, at most {@link #DEEPEST}. */
    double DEPTH = 0.6;

    /** Deepest cabinet, m. */
    double DEEPEST = 0.5;

    /** Distance of a place from the surface, m; negative inside. */
    double distance(Point point);

    /** Its middle, m. */
    Point middle();

    /** Radius of a ball around the middle that holds it, m. */
    double size();

    /** An upright cylinder. */
    record Upright(Point foot, double radius, double height) implements Solid {
        @Override
        public Point middle() {
            return foot.plus(new Point(0, 0, height / 2));
        }

        @Override
        public double size() {
            return Math.hypot(radius, height / 2);
        }

        @Override
        public double distance(Point point) {
            double aside = Math.hypot(point.east() - foot.east(), point.north() - foot.north()) - radius;
            double along = Math.max(foot.up() - point.up(), point.up() - foot.up() - height);
            return aside > 0 && along > 0 ? Math.hypot(aside, along) : Math.max(aside, along);
        }
    }

    /** A lying cylinder. */
    record Lying(Point from, Point to, double radius) implements Solid {
        @Override
        public Point middle() {
            return from.towards(to, 0.5);
        }

        @Override
        public double size() {
            return Math.hypot(radius, from.distance(to) / 2);
        }

        @Override
        public double distance(Point point) {
            Point axis = to.minus(from);
            double length = axis.length();
            Point along = axis.unit();
            double s = point.minus(from).dot(along);
            double aside = point.minus(from).minus(along.times(s)).length() - radius;
            double beyond = Math.max(-s, s - length);
            return aside > 0 && beyond > 0 ? Math.hypot(aside, beyond) : Math.max(aside, beyond);
        }
    }

    /** A box, turned about the vertical. */
    record Box(Point foot, Point ahead, double halfLength, double halfWidth, double height) implements Solid {
        @Override
        public Point middle() {
            return foot.plus(new Point(0, 0, height / 2));
        }

        @Override
        public double size() {
            return Math.hypot(Math.hypot(halfLength, halfWidth), height / 2);
        }

        @Override
        public double distance(Point point) {
            Point step = point.minus(foot);
            double x = Math.abs(step.dot(ahead)) - halfLength;
            double y = Math.abs(step.dot(Axes.left(ahead))) - halfWidth;
            double z = Math.max(-step.up(), step.up() - height);
            double outside = Math.sqrt(sq(x) + sq(y) + sq(z));
            return outside > 0 ? outside : Math.max(x, Math.max(y, z));
        }

        private static double sq(double d) {
            return d > 0 ? d * d : 0;
        }
    }

    /** The bodies of a piece of equipment, with its insulation. */
    static List<Solid> of(Site.Standing standing) {
        Equipment e = standing.plan();
        double radius = e.diameter() / 2 + e.insulation();
        double bottom = e.foot().up() + e.clearance();
        return switch (e.kind()) {
            case COLUMN, SUMP, VERTICAL_VESSEL, TANK, VERTICAL_EXCHANGER, FILTER -> upright(e, radius, bottom);
            case HORIZONTAL_VESSEL, EXCHANGER, KETTLE, ELECTRIC_HEATER -> {
                Point middle = e.foot().at(bottom + e.diameter() / 2);
                Point half = standing.ahead().times(e.length() / 2);
                yield List.of(new Lying(middle.minus(half), middle.plus(half), radius));
            }
            case CENTRIFUGAL_PUMP, GEAR_PUMP ->
                List.of(box(standing, e.foot().up(), e.clearance() + PUMP_HEIGHT * e.diameter(), e.diameter() / 2));
            case FAN -> List.of(box(standing, bottom, e.diameter(), e.diameter() / 2));
            case CABINET ->
                List.of(new Box(
                        e.foot(),
                        standing.ahead(),
                        Math.min(DEEPEST, DEPTH * e.diameter()) / 2,
                        e.diameter() / 2,
                        e.clearance() + e.length()));
            case AIR_COOLER -> List.of(box(standing, bottom, 1.2, e.diameter() / 2));
            default -> List.of(box(standing, e.foot().up(), Math.max(0.05, e.clearance()), e.diameter() / 2));
        };
    }

    private static Box box(Site.Standing standing, double foot, double height, double halfWidth) {
        Equipment e = standing.plan();
        return new Box(e.foot().at(foot), standing.ahead(), e.length() / 2, halfWidth, height);
    }

    private static List<Solid> upright(Equipment e, double radius, double bottom) {
        List<Solid> solids = new ArrayList<>();
        if (e.sections().isEmpty()) {
            solids.add(new Upright(e.foot().at(bottom), radius, e.length()));
        }
        for (Equipment.Section s : e.sections()) {
            solids.add(
                    new Upright(e.foot().at(bottom + s.from()), s.diameter() / 2 + e.insulation(), s.to() - s.from()));
        }
        boolean skirt = e.support() == Equipment.Support.SKIRT || e.support() == Equipment.Support.PLINTH;
        if (skirt && e.clearance() > 0) {
            solids.add(new Upright(e.foot(), radius, e.clearance()));
        }
        return solids;
    }
}
