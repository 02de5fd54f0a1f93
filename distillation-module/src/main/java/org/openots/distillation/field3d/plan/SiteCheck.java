package org.openots.distillation.field3d.plan;

import java.util.ArrayList;
import java.util.List;

/** Checks whether a site can be built and used. A sound site has no problem. */
public final class SiteCheck {
    private SiteCheck() {}

    /**
     * All problems of a site.
     *
     * @param site the site
     * @return problems in the order of the rules' checks: pipes, fittings, supports, reach
     */
    public static List<Problem> check(Site site) {
        List<Problem> problems = new ArrayList<>();
        new PipeCheck(site, problems).check();
        new FittingCheck(site, problems).check();
        new SupportCheck(site, problems).check();
        new ReachCheck(site, problems).check();
        return List.copyOf(problems);
    }
}
