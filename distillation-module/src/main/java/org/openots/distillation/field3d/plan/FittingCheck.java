package org.openots.distillation.field3d.plan;

import java.util.ArrayList;
import java.util.List;
import org.openots.simulator.plot.Inline;
import org.openots.simulator.plot.Line;
import org.openots.simulator.plot.Point;

/** Checks what is built into pipes. */
final class FittingCheck {
    /** What two surfaces may share before it shows, m. */
    private static final double SKIN = 0.002;
    /** A fitting may be this far from the place of the plan, m: half a valve. */
    private static final double FAR = 0.08;
    /** Radius of a handwheel or actuator about its spindle: m and times the nominal diameter. */
    private static final double WHEEL = 0.02;

    private static final double WHEEL_SHARE = 0.8;

    private final Site site;
    private final List<Problem> problems;

    FittingCheck(Site site, List<Problem> problems) {
        this.site = site;
        this.problems = problems;
    }

    void check() {
        for (Site.Route route : site.routes()) {
            for (int i = 0; i < route.fittings().size(); i++) {
                Site.Fitting fitting = route.fittings().get(i);
                place(route, fitting);
                if (i > 0) {
                    order(route, route.fittings().get(i - 1), fitting);
                }
                if (fitting.plan().kind() != Inline.Kind.RELIEF_VALVE) {
                    room(route, fitting, i);
                    spindle(route, fitting);
                }
            }
        }
    }

    private static String name(Site.Route route, Site.Fitting fitting) {
        return route.line().id() + " "
                + fitting.plan().tag().orElse(fitting.plan().kind().word());
    }

    private void report(Problem.Rule rule, String subject, Point at, double amount) {
        problems.add(new Problem(rule, subject, at, amount));
    }

    private void place(Site.Route route, Site.Fitting fitting) {
        double far = fitting.at().distance(fitting.plan().near());
        if (far > FAR) {
            report(Problem.Rule.FITTING_FAR, name(route, fitting), fitting.at(), far);
        }
        if (fitting.plan().kind() != Inline.Kind.RELIEF_VALVE
                && Math.abs(fitting.spindle().dot(fitting.along())) > SKIN) {
            report(Problem.Rule.SPINDLE, name(route, fitting), fitting.at(), 0);
        }
    }

    private void order(Site.Route route, Site.Fitting before, Site.Fitting fitting) {
        boolean further = fitting.at().minus(before.at()).dot(fitting.along()) > 0;
        boolean right = before.leg() < fitting.leg() || (before.leg() == fitting.leg() && further);
        if (!right) {
            report(Problem.Rule.FITTING_ORDER, name(route, fitting), fitting.at(), 0);
        }
    }

    /** Room to the bends or ends of its leg, to other fittings of the leg and to branches. */
    private void room(Site.Route route, Site.Fitting fitting, int index) {
        List<Point> points = route.points();
        int leg = fitting.leg();
        double half = fitting.length() / 2;
        double before = fitting.at().distance(points.get(leg)) - half - (leg > 0 ? route.bend() : 0);
        double after = fitting.at().distance(points.get(leg + 1)) - half - (leg + 2 < points.size() ? route.bend() : 0);
        double least = Math.min(before, after);
        for (int i = 0; i < index; i++) {
            Site.Fitting other = route.fittings().get(i);
            if (other.leg() == leg) {
                least = Math.min(least, other.at().distance(fitting.at()) - half - other.length() / 2);
            }
        }
        for (Site.Route branch : site.routes()) {
            for (Point end : branches(branch, route)) {
                least = Math.min(least, end.distance(fitting.at()) - half - branch.radius());
            }
        }
        if (least < -SKIN) {
            report(Problem.Rule.FITTING_ROOM, name(route, fitting), fitting.at(), -least);
        }
    }

    /** Where a pipe branches off another. */
    private static List<Point> branches(Site.Route branch, Site.Route host) {
        List<Point> ends = new ArrayList<>();
        if (branch.line().from() instanceof Line.End.Tee tee
                && tee.line().equals(host.line().id())) {
            ends.add(branch.points().get(0));
        }
        if (branch.line().to() instanceof Line.End.Tee tee
                && tee.line().equals(host.line().id())) {
            ends.add(branch.points().get(branch.points().size() - 1));
        }
        return ends;
    }

    /** A spindle with its wheel or head against other pipes and all equipment. */
    private void spindle(Site.Route route, Site.Fitting fitting) {
        double dn = route.line().dn() * 1e-3;
        double wheel = WHEEL + WHEEL_SHARE * dn;
        Point from = fitting.at().plus(fitting.spindle().times(route.radius()));
        Point to = fitting.handle();
        for (Site.Route other : site.routes()) {
            if (other.line().id().equals(route.line().id())) {
                continue;
            }
            for (int i = 0; i + 1 < other.points().size(); i++) {
                double free = Segments.distance(
                                to, to, other.points().get(i), other.points().get(i + 1))
                        - wheel
                        - other.outside();
                if (free < -SKIN) {
                    report(
                            Problem.Rule.SPINDLE_CLASH,
                            name(route, fitting) + " / " + other.line().id(),
                            to,
                            -free);
                }
            }
        }
        for (Site.Standing standing : site.equipment()) {
            double free = Solid.of(standing).stream()
                    .mapToDouble(s -> Math.min(s.distance(from), s.distance(to) - wheel / 2))
                    .min()
                    .orElse(1);
            if (free < -SKIN) {
                report(
                        Problem.Rule.SPINDLE_CLASH,
                        name(route, fitting) + " / " + standing.plan().id(),
                        to,
                        -free);
            }
        }
    }
}
