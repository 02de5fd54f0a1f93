package org.openots.distillation.field3d.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openots.simulator.plot.Inline;
import org.openots.simulator.plot.Line;
import org.openots.simulator.plot.PlotPlan;
import org.openots.simulator.plot.Point;

/**
 * Lays the pipes: out of a nozzle straight, through the moves of the plan, and along the axes to the other end, into a nozzle
 * straight.
 */
final class Router {
    private static final Point NOWHERE = new Point(0, 0, 0);

    private final Map<String, Site.Port> ports = new HashMap<>();
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Site.Route> laid = new HashMap<>();

    private Router(PlotPlan plan, List<Site.Standing> equipment) {
        for (Site.Standing standing : equipment) {
            standing.ports().forEach(port -> ports.put(standing.plan().id() + "." + port.id(), port));
        }
        plan.lines().forEach(line -> lines.put(line.id(), line));
    }

    /** All pipes in the order of the plan. */
    static List<Site.Route> lay(PlotPlan plan, List<Site.Standing> equipment) {
        Router router = new Router(plan, equipment);
        return plan.lines().stream()
                .map(line -> router.route(line.id(), new ArrayList<>()))
                .toList();
    }

    /** A pipe; those on which it ends are laid before it. */
    private Site.Route route(String id, List<String> waiting) {
        Site.Route done = laid.get(id);
        if (done != null) {
            return done;
        }
        Line line = lines.get(id);
        if (line == null) {
            throw new IllegalArgumentException("no line " + id);
        }
        if (waiting.contains(id)) {
            throw new IllegalArgumentException("lines branch off each other in a circle: " + waiting);
        }
        waiting.add(id);
        Tip from = tip(line.from(), line.dn(), waiting);
        Tip to = tip(line.to(), line.dn(), waiting);
        Course course = new Course(from.at());
        course.to(from.beyond());
        line.via().forEach(course::move);
        course.along(to.beyond(), to.outwards().times(-1), line.via().isEmpty() ? from.host() : NOWHERE, to.host());
        course.to(to.at());
        Site.Route bare = new Site.Route(
                line,
                course.corners(),
                Sizes.radius(line.dn()),
                Sizes.bend(line.dn()),
                from.joint(),
                to.joint(),
                List.of());
        Site.Route route = new Site.Route(
                line,
                bare.points(),
                bare.radius(),
                bare.bend(),
                bare.start(),
                bare.finish(),
                line.inline().stream().map(i -> fitting(i, bare)).toList());
        laid.put(id, route);
        return route;
    }

    /** An end of a pipe: its place, how far it goes straight, its direction outwards, the direction of the pipe it sits on. */
    private record Tip(Site.Joint joint, Point at, double straight, Point outwards, Point host) {
        Point beyond() {
            return at.plus(outwards.times(straight));
        }
    }

    private Tip tip(Line.End end, int dn, List<String> waiting) {
        if (end instanceof Line.End.OnNozzle on) {
            Site.Port port = ports.get(on.equipment() + "." + on.nozzle());
            if (port == null) {
                throw new IllegalArgumentException("no nozzle " + on.equipment() + "." + on.nozzle());
            }
            return new Tip(Site.Joint.FLANGE, port.face(), Sizes.stub(dn), port.outwards(), NOWHERE);
        }
        if (end instanceof Line.End.Tee tee) {
            Site.Route host = route(tee.line(), waiting);
            Spot spot = Spot.nearest(host.points(), tee.near());
            return new Tip(Site.Joint.TEE, spot.at(), 0, NOWHERE, spot.along());
        }
        Line.End.Border border = (Line.End.Border) end;
        return new Tip(
                Site.Joint.BORDER, border.at(), 0, border.outwards().step().times(-1), NOWHERE);
    }

    private static Site.Fitting fitting(Inline inline, Site.Route route) {
        int dn = route.line().dn();
        double length = Sizes.length(inline.kind(), dn);
        double reach = Sizes.reach(inline.kind(), dn);
        Spot spot = Spot.nearest(route.points(), inline.near());
        if (inline.kind() != Inline.Kind.RELIEF_VALVE) {
            return new Site.Fitting(
                    inline, spot.at(), spot.along(), inline.spindle().step(), length, reach, spot.leg());
        }
        // an angle valve sits in a corner, its spring goes on where the pipe came from
        int corner = Math.max(1, Math.min(route.points().size() - 2, Spot.corner(route.points(), inline.near())));
        Point at = route.points().get(corner);
        Point along = at.minus(route.points().get(corner - 1)).unit();
        return new Site.Fitting(inline, at, along, along, length, reach, corner - 1);
    }

    /** A place on a course. */
    record Spot(Point at, Point along, int leg, double station) {
        /** The nearest place of a course. */
        static Spot nearest(List<Point> points, Point near) {
            Spot best = null;
            double least = Double.POSITIVE_INFINITY;
            double before = 0;
            for (int i = 0; i + 1 < points.size(); i++) {
                Point leg = points.get(i + 1).minus(points.get(i));
                double length = leg.length();
                Point along = leg.unit();
                double s =
                        Math.max(0, Math.min(length, near.minus(points.get(i)).dot(along)));
                Point at = points.get(i).plus(along.times(s));
                if (best == null || at.distance(near) < least) {
                    least = at.distance(near);
                    best = new Spot(at, along, i, before + s);
                }
                before += length;
            }
            if (best == null) {
                throw new IllegalArgumentException("a course of one place");
            }
            return best;
        }

        /** Index of the nearest place of the list. */
        static int corner(List<Point> points, Point near) {
            int best = 0;
            for (int i = 1; i < points.size(); i++) {
                if (points.get(i).distance(near) < points.get(best).distance(near)) {
                    best = i;
                }
            }
            return best;
        }
    }
}
