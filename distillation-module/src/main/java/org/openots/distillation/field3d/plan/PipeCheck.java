package org.openots.distillation.field3d.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.openots.simulator.plot.Line;
import org.openots.simulator.plot.Point;
import org.openots.simulator.plot.Structure;

/** Checks how pipes run. */
final class PipeCheck {
    /** Distance between two places that are asked along a pipe, m: finer than the thinnest vessel. */
    private static final double STEP = 0.02;
    /** What two surfaces may share before it shows, m. */
    private static final double SKIN = 0.002;
    /** A direction counts as along an axis to this, length. */
    private static final double STRAIGHT = 1e-6;
    /** Head room over stairs, m: a person with a helmet. */
    private static final double HEAD_ROOM = 1.9;

    private final Site site;
    private final List<Problem> problems;

    PipeCheck(Site site, List<Problem> problems) {
        this.site = site;
        this.problems = problems;
    }

    void check() {
        Set<String> taken = new HashSet<>();
        List<Site.Route> routes = site.routes();
        for (int i = 0; i < routes.size(); i++) {
            Site.Route route = routes.get(i);
            nozzle(route, route.line().from(), taken);
            nozzle(route, route.line().to(), taken);
            course(route);
            equipment(route);
            steel(route);
            stairs(route);
            itself(route);
            for (int j = i + 1; j < routes.size(); j++) {
                pipes(route, routes.get(j));
            }
        }
    }

    private void report(Problem.Rule rule, String subject, Point at, double amount) {
        problems.add(new Problem(rule, subject, at, amount));
    }

    private void nozzle(Site.Route route, Line.End end, Set<String> taken) {
        if (!(end instanceof Line.End.OnNozzle on)) {
            return;
        }
        String name = on.equipment() + "." + on.nozzle();
        for (Site.Standing standing : site.equipment()) {
            for (Site.Port port : standing.ports()) {
                if (standing.plan().id().equals(on.equipment()) && port.id().equals(on.nozzle())) {
                    if (port.dn() != route.line().dn()) {
                        report(
                                Problem.Rule.NOZZLE_SIZE,
                                route.line().id() + " " + name,
                                port.face(),
                                route.line().dn());
                    }
                    if (!taken.add(name)) {
                        report(Problem.Rule.NOZZLE_TAKEN, route.line().id() + " " + name, port.face(), 0);
                    }
                }
            }
        }
    }

    private void course(Site.Route route) {
        List<Point> points = route.points();
        for (int i = 0; i + 1 < points.size(); i++) {
            Point leg = points.get(i + 1).minus(points.get(i));
            Point way = leg.unit();
            double off = 1 - Math.max(Math.abs(way.east()), Math.max(Math.abs(way.north()), Math.abs(way.up())));
            if (off > STRAIGHT) {
                report(Problem.Rule.OFF_AXIS, route.line().id(), points.get(i), off);
            }
            double needed = (i > 0 ? route.bend() : 0) + (i + 2 < points.size() ? route.bend() : 0);
            if (leg.length() < needed - SKIN) {
                report(Problem.Rule.SHORT_LEG, route.line().id(), points.get(i), needed - leg.length());
            }
            if (i > 0 && way.dot(points.get(i).minus(points.get(i - 1)).unit()) < -0.5) {
                report(Problem.Rule.TURNS_BACK, route.line().id(), points.get(i), 0);
            }
        }
        Point first = points.get(0);
        Point last = points.get(points.size() - 1);
        for (Point end : List.of(first, last)) {
            if (!site.plan().ground().area().holds(end, 0.5)) {
                report(Problem.Rule.OFF_SITE, route.line().id(), end, 0);
            }
        }
    }

    private void equipment(Site.Route route) {
        for (Site.Standing standing : site.equipment()) {
            Depth deepest = new Depth(0, route.points().get(0));
            for (Solid solid : Solid.of(standing)) {
                deepest = deepest.or(depth(route, solid, at -> ends(route, standing, at)));
            }
            if (deepest.amount() > SKIN) {
                report(
                        Problem.Rule.IN_EQUIPMENT,
                        route.line().id() + " / " + standing.plan().id(),
                        deepest.at(),
                        deepest.amount());
            }
        }
    }

    /** How deep a pipe is in something, and where. */
    private record Depth(double amount, Point at) {
        Depth or(Depth other) {
            return other.amount > amount ? other : this;
        }
    }

    private static Depth depth(Site.Route route, Solid solid, Predicate<Point> left) {
        Depth deepest = new Depth(0, route.points().get(0));
        for (int i = 0; i + 1 < route.points().size(); i++) {
            Point from = route.points().get(i);
            Point to = route.points().get(i + 1);
            if (Segments.distance(solid.middle(), from, to) > solid.size() + route.outside()) {
                continue;
            }
            int count = Math.max(1, (int) Math.ceil(from.distance(to) / STEP));
            for (int k = 0; k <= count; k++) {
                Point at = from.towards(to, (double) k / count);
                double in = route.outside() - solid.distance(at);
                if (in > deepest.amount() && !left.test(at)) {
                    deepest = new Depth(in, at);
                }
            }
        }
        return deepest;
    }

    /** Whether a place is where the pipe leaves its own nozzle. */
    private static boolean ends(Site.Route route, Site.Standing standing, Point at) {
        double room = Sizes.stub(route.line().dn());
        Point first = route.points().get(0);
        Point last = route.points().get(route.points().size() - 1);
        return standing.ports().stream()
                .map(Site.Port::face)
                .filter(face -> face.distance(first) < Course.SAME || face.distance(last) < Course.SAME)
                .anyMatch(face -> face.distance(at) <= room);
    }

    private void steel(Site.Route route) {
        for (Structure structure : site.plan().structures()) {
            if (structure instanceof Structure.Frame frame) {
                for (double east : frame.east()) {
                    for (double north : frame.north()) {
                        column(route, frame, east, north);
                    }
                }
            }
        }
    }

    private void column(Site.Route route, Structure.Frame frame, double east, double north) {
        Solid column = new Solid.Box(
                new Point(east, north, frame.foot()),
                new Point(1, 0, 0),
                frame.steel() / 2,
                frame.steel() / 2,
                frame.top() - frame.foot());
        Depth deepest = depth(route, column, at -> false);
        if (deepest.amount() > SKIN) {
            report(Problem.Rule.IN_STEEL, route.line().id() + " / " + frame.id(), deepest.at(), deepest.amount());
        }
    }

    private void stairs(Site.Route route) {
        for (Structure structure : site.plan().structures()) {
            if (structure instanceof Structure.Stair stair) {
                Point run = stair.head().minus(stair.foot());
                Point along = run.at(0).unit();
                double length = run.at(0).length();
                for (int i = 0; i + 1 < route.points().size(); i++) {
                    Point from = route.points().get(i);
                    Point to = route.points().get(i + 1);
                    int count = Math.max(1, (int) Math.ceil(from.distance(to) / STEP));
                    for (int k = 0; k <= count; k++) {
                        Point step = from.towards(to, (double) k / count).minus(stair.foot());
                        double s = step.at(0).dot(along);
                        double aside = Math.abs(step.at(0).dot(Axes.left(along)));
                        double above = step.up() - run.up() * s / length;
                        boolean inside = s > 0 && s < length && aside < stair.width() / 2 + route.outside();
                        if (inside && above > -0.1 && above < HEAD_ROOM) {
                            report(Problem.Rule.IN_STAIRS, route.line().id() + " / " + stair.id(), from, above);
                            return;
                        }
                    }
                }
            }
        }
    }

    /** Legs of one pipe that do not follow each other. */
    private void itself(Site.Route route) {
        List<Point> p = route.points();
        for (int i = 0; i + 1 < p.size(); i++) {
            for (int j = i + 2; j + 1 < p.size(); j++) {
                double free = Segments.distance(p.get(i), p.get(i + 1), p.get(j), p.get(j + 1)) - 2 * route.outside();
                if (free < -SKIN) {
                    report(
                            Problem.Rule.IN_PIPE,
                            route.line().id() + " / " + route.line().id(),
                            p.get(j),
                            -free);
                }
            }
        }
    }

    private void pipes(Site.Route a, Site.Route b) {
        double deepest = 0;
        Point where = a.points().get(0);
        for (int i = 0; i + 1 < a.points().size(); i++) {
            for (int j = 0; j + 1 < b.points().size(); j++) {
                if (joined(a, i, b) || joined(b, j, a)) {
                    continue;
                }
                double free = Segments.distance(
                                a.points().get(i),
                                a.points().get(i + 1),
                                b.points().get(j),
                                b.points().get(j + 1))
                        - a.outside()
                        - b.outside();
                if (free < -deepest) {
                    deepest = -free;
                    where = a.points().get(i);
                }
            }
        }
        if (deepest > SKIN) {
            report(Problem.Rule.IN_PIPE, a.line().id() + " / " + b.line().id(), where, deepest);
        }
    }

    /** Whether a leg of a pipe is the one with which it branches off another. */
    private static boolean joined(Site.Route pipe, int leg, Site.Route host) {
        boolean from = leg == 0
                && pipe.line().from() instanceof Line.End.Tee tee
                && tee.line().equals(host.line().id());
        boolean to = leg == pipe.points().size() - 2
                && pipe.line().to() instanceof Line.End.Tee tee
                && tee.line().equals(host.line().id());
        return from || to;
    }
}
