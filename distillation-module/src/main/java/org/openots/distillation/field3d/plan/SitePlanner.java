package org.openots.distillation.field3d.plan;

import java.util.ArrayList;
import java.util.List;
import org.openots.simulator.plot.PlotPlan;
import org.openots.simulator.plot.Point;

/** Makes a site of a plot plan. The same plan gives the same site. */
public final class SitePlanner {
    /** Pipes whose lower side is higher above the floor than this hang from the steel, m. */
    private static final double LOW = 1.6;
    /** A rod is no longer than this and no shorter than that, m. */
    private static final double LONGEST_ROD = 1.8;

    private static final double SHORTEST_ROD = 0.12;
    /** Pipes nearer to the floor than this lie on it, m. */
    private static final double LYING = 0.05;
    /** Longest span between supports of small pipes, m. */
    private static final double SPAN = 2.2;
    /** Level pieces shorter than this need no support, m. */
    private static final double SHORT = 0.7;
    /** Room that a support needs beside a fitting, m. */
    private static final double BESIDE = 0.06;

    private static final double SEARCH = 0.04;

    private SitePlanner() {}

    /**
     * Resolves a plan.
     *
     * @param plan a plan that was read without mistakes
     * @return the site
     */
    public static Site resolve(PlotPlan plan) {
        List<Site.Standing> equipment =
                plan.equipment().stream().map(Axes::standing).toList();
        List<Site.Route> routes = Router.lay(plan, equipment);
        List<Site.Deck> decks = Railings.decks(plan);
        List<Site.Prop> props = new ArrayList<>();
        routes.forEach(route -> props(route, decks, plan, props));
        return new Site(plan, equipment, routes, props, decks, Railings.railings(plan, decks));
    }

    private static void props(Site.Route route, List<Site.Deck> decks, PlotPlan plan, List<Site.Prop> props) {
        for (int leg = 0; leg + 1 < route.points().size(); leg++) {
            Point from = route.points().get(leg);
            Point to = route.points().get(leg + 1);
            double length = from.distance(to);
            if (Math.abs(from.up() - to.up()) > Course.SAME || length < SHORT) {
                continue;
            }
            int count = (int) Math.ceil(length / SPAN);
            for (int i = 0; i < count; i++) {
                Point wanted = from.towards(to, (i + 0.5) / count);
                prop(route, leg, wanted, decks, plan, props);
            }
        }
    }

    private static void prop(
            Site.Route route, int leg, Point wanted, List<Site.Deck> decks, PlotPlan plan, List<Site.Prop> props) {
        Point from = route.points().get(leg);
        Point along = route.points().get(leg + 1).minus(from).unit();
        double below = Ground.below(decks, wanted, plan).elevation();
        double clear = wanted.up() - route.outside() - below;
        if (clear < LYING) {
            return;
        }
        double floor = below;
        if (clear > LOW) {
            double rod = Ground.above(decks, wanted, plan)
                    .map(deck -> deck.elevation() - wanted.up() - route.outside())
                    .orElse(0.0);
            if (rod < SHORTEST_ROD || rod > LONGEST_ROD) {
                return;
            }
            floor = wanted.up() + route.outside() + rod;
        }
        for (int i = 0; i < 12; i++) {
            int steps = (i + 1) / 2;
            double shift = (i % 2 == 0 ? 1 : -1) * SEARCH * steps;
            Point at = wanted.plus(along.times(shift));
            boolean free = route.fittings().stream()
                    .noneMatch(f -> f.leg() == leg && f.at().distance(at) < f.length() / 2 + BESIDE);
            if (free) {
                props.add(new Site.Prop(at, floor, route.outside(), along));
                return;
            }
        }
    }
}
