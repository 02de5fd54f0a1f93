package org.openots.distillation.field3d.plan;

import java.util.List;
import org.openots.simulator.plot.Point;

/** Checks that no pipe spans farther from support to support than is usual for its size. */
final class SupportCheck {
    private final Site site;
    private final List<Problem> problems;

    SupportCheck(Site site, List<Problem> problems) {
        this.site = site;
        this.problems = problems;
    }

    void check() {
        for (Site.Route route : site.routes()) {
            double since = Supports.free(route.start(), route.line().from()) ? 1 / Supports.OVERHANG : 0;
            for (int leg = 0; leg + 1 < route.points().size(); leg++) {
                Point from = route.points().get(leg);
                Point to = route.points().get(leg + 1);
                double weight = 1 / Supports.longest(route, from, to);
                double last = 0;
                for (double at : held(from, to)) {
                    span(route, from.towards(to, at / from.distance(to)), since + (at - last) * weight);
                    since = 0;
                    last = at;
                }
                since += (from.distance(to) - last) * weight;
            }
            double end = Supports.free(route.finish(), route.line().to()) ? 1 / Supports.OVERHANG : 0;
            span(route, route.points().get(route.points().size() - 1), since + end);
        }
    }

    /** Where a leg is held, m from its beginning. */
    private double[] held(Point from, Point to) {
        return site.props().stream()
                .filter(prop -> Segments.distance(prop.under(), from, to) < Course.SAME)
                .mapToDouble(prop -> prop.under().distance(from))
                .sorted()
                .toArray();
    }

    private void span(Site.Route route, Point at, double share) {
        if (share > 1 + Course.SAME) {
            problems.add(new Problem(Problem.Rule.UNSUPPORTED, route.line().id(), at, share));
        }
    }
}
