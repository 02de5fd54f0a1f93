package org.openots.distillation.field3d.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openots.simulator.plot.PlotPlan;
import org.openots.simulator.plot.Point;
import org.openots.simulator.plot.Structure;

/** What is under a place. */
final class Ground {
    private static final double ROUND = 360;

    private Ground() {}

    /** Whether a place lies on a deck, whatever its elevation; beyond the edge by a margin counts too, m. */
    static boolean on(Site.Deck deck, Point point, double margin, PlotPlan plan) {
        if (!deck.area().holds(point, margin)
                || deck.holes().stream().anyMatch(hole -> hole.holds(point, -Math.max(0, margin)))) {
            return false;
        }
        return deck.ring().map(ring -> onRing(ring, point, margin, plan)).orElse(true);
    }

    private static boolean onRing(Structure.Ring ring, Point point, double margin, PlotPlan plan) {
        Point centre = plan.equipment().stream()
                .filter(e -> e.id().equals(ring.around()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no equipment " + ring.around()))
                .foot()
                .at(point.up());
        Point step = point.minus(centre);
        double radius = step.length();
        if (radius < ring.inner() - margin || radius > ring.outer() + margin) {
            return false;
        }
        double turned = (Axes.heading(step) - ring.from()) % ROUND;
        return (turned < 0 ? turned + ROUND : turned) <= ring.to() - ring.from();
    }

    /** The deck one would fall on from a place, the highest below it; the ground if there is none. */
    static Site.Deck below(List<Site.Deck> decks, Point point, PlotPlan plan) {
        Site.Deck best = decks.get(0);
        for (Site.Deck deck : decks) {
            if (deck.elevation() < point.up() && deck.elevation() > best.elevation() && on(deck, point, 0, plan)) {
                best = deck;
            }
        }
        return best;
    }

    /** The lowest deck over a place, if there is one. */
    static Optional<Site.Deck> above(List<Site.Deck> decks, Point point, PlotPlan plan) {
        return decks.stream()
                .filter(deck -> deck.elevation() > point.up() && on(deck, point, 0, plan))
                .min(Comparator.comparingDouble(Site.Deck::elevation));
    }
}
