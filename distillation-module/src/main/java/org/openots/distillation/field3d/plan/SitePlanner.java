package org.openots.distillation.field3d.plan;

import java.util.List;
import org.openots.simulator.plot.PlotPlan;

/** Makes a site of a plot plan. The same plan gives the same site. */
public final class SitePlanner {
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
        List<Site.Prop> props = Supports.place(plan, equipment, routes, decks);
        return new Site(plan, equipment, routes, props, decks, Railings.railings(plan, decks));
    }
}
