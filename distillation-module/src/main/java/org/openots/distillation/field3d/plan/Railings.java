package org.openots.distillation.field3d.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openots.simulator.plot.Area;
import org.openots.simulator.plot.PlotPlan;
import org.openots.simulator.plot.Point;
import org.openots.simulator.plot.Structure;

/** Decks of a plan and the railings around them. */
final class Railings {
    /** A ladder's opening in a railing, m. */
    private static final double LADDER = 0.7;
    /** How far from an edge a way may end and still open its railing, m. */
    private static final double NEAR = 0.65;
    /** Decks whose surfaces differ by less meet without a step, m. */
    private static final double LEVEL = 0.3;
    /** Shorter pieces of railing are left out, m. */
    private static final double SHORTEST = 0.12;
    /** Holes narrower than this let nobody fall, m. */
    private static final double NARROW = 0.5;
    /** Angle between two posts of a round railing, degrees. */
    private static final double STEP = 7.5;
    /** Railings stand this far inside the edge, m. */
    private static final double INSIDE = 0.04;

    private static final double ROUND = 360;

    private final PlotPlan plan;
    private final List<Site.Deck> decks;
    private final List<Site.Railing> railings = new ArrayList<>();

    private Railings(PlotPlan plan, List<Site.Deck> decks) {
        this.plan = plan;
        this.decks = decks;
    }

    /** All that can be walked on, the ground first. */
    static List<Site.Deck> decks(PlotPlan plan) {
        List<Site.Deck> decks = new ArrayList<>();
        decks.add(deck("ground", 0, plan.ground().area(), List.of(), Structure.Cover.CONCRETE));
        for (Structure structure : plan.structures()) {
            if (structure instanceof Structure.Frame frame) {
                frame.floors()
                        .forEach(f -> decks.add(deck(frame.id(), f.elevation(), f.area(), f.openings(), f.cover())));
            } else if (structure instanceof Structure.Ring ring) {
                decks.add(ring(ring, plan));
            } else if (structure instanceof Structure.Passage passage) {
                decks.add(deck(passage.id(), passage.elevation(), passage.area(), List.of(), passage.cover()));
            } else if (structure instanceof Structure.Plinth plinth && plinth.height() <= LEVEL) {
                decks.add(deck(plinth.id(), plinth.height(), plinth.area(), List.of(), Structure.Cover.CONCRETE));
            }
        }
        return decks;
    }

    private static Site.Deck deck(String id, double elevation, Area area, List<Area> holes, Structure.Cover cover) {
        return new Site.Deck(id, elevation, area, holes, Optional.empty(), cover);
    }

    private static Site.Deck ring(Structure.Ring ring, PlotPlan plan) {
        Point centre = centre(ring, plan);
        Area area = new Area(
                centre.east() - ring.outer(),
                centre.north() - ring.outer(),
                centre.east() + ring.outer(),
                centre.north() + ring.outer());
        return new Site.Deck(ring.id(), ring.elevation(), area, List.of(), Optional.of(ring), Structure.Cover.GRATING);
    }

    private static Point centre(Structure.Ring ring, PlotPlan plan) {
        return plan.equipment().stream()
                .filter(e -> e.id().equals(ring.around()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no equipment " + ring.around()))
                .foot()
                .at(ring.elevation());
    }

    /** Railings at all edges one could fall over. */
    static List<Site.Railing> railings(PlotPlan plan, List<Site.Deck> decks) {
        Railings railings = new Railings(plan, decks);
        for (Site.Deck deck : decks) {
            if (deck.elevation() > LEVEL) {
                railings.around(deck);
            }
        }
        return railings.railings;
    }

    private void around(Site.Deck deck) {
        if (deck.ring().isPresent()) {
            Structure.Ring ring = deck.ring().get();
            round(deck, ring, centre(ring, plan));
            return;
        }
        boolean gangway =
                plan.structures().stream().anyMatch(s -> s instanceof Structure.Passage && s.id().equals(deck.id()));
        Area a = deck.area();
        edge(deck, inset(a, INSIDE), gangway);
        for (Area hole : deck.holes()) {
            if (Math.min(hole.width(), hole.depth()) > NARROW && !filled(hole, deck.elevation())) {
                edge(deck, inset(hole, -INSIDE), false);
            }
        }
    }

    /** Whether a vessel fills the hole so that nobody falls through. */
    private boolean filled(Area hole, double elevation) {
        return plan.equipment().stream()
                .anyMatch(e -> hole.holds(e.foot(), 0)
                        && e.foot().up() < elevation
                        && e.foot().up() + e.clearance() + e.length() > elevation + 1
                        && Math.min(hole.width(), hole.depth()) - e.diameter() < 2 * NARROW);
    }

    private static Area inset(Area a, double by) {
        return new Area(a.west() + by, a.south() + by, a.east() - by, a.north() - by);
    }

    private void edge(Site.Deck deck, Area a, boolean gangway) {
        double up = deck.elevation();
        List<Point> corners = List.of(
                new Point(a.west(), a.south(), up),
                new Point(a.east(), a.south(), up),
                new Point(a.east(), a.north(), up),
                new Point(a.west(), a.north(), up),
                new Point(a.west(), a.south(), up));
        List<Point> open = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Point from = corners.get(i);
            Point to = corners.get(i + 1);
            boolean end = gangway && (i % 2 == 0) == (a.width() < a.depth());
            List<double[]> kept = end ? List.of() : kept(deck, from, to);
            double length = from.distance(to);
            for (double[] piece : kept) {
                if (piece[0] > 1e-6 && open.size() > 1) {
                    finish(deck, open);
                }
                if (piece[0] > 1e-6) {
                    open = new ArrayList<>();
                }
                if (open.isEmpty()) {
                    open.add(from.towards(to, piece[0] / length));
                }
                open.add(from.towards(to, piece[1] / length));
            }
            boolean goesOn = !kept.isEmpty() && kept.get(kept.size() - 1)[1] > length - 1e-6;
            if (!goesOn) {
                finish(deck, open);
                open = new ArrayList<>();
            }
        }
        finish(deck, open);
    }

    private void finish(Site.Deck deck, List<Point> course) {
        if (course.size() > 1 && course.get(0).distance(course.get(course.size() - 1)) + course.size() > 2 + SHORTEST) {
            railings.add(new Site.Railing(deck.id(), course));
        } else if (course.size() > 1 && course.get(0).distance(course.get(1)) > SHORTEST) {
            railings.add(new Site.Railing(deck.id(), course));
        }
    }

    /** Pieces of an edge that keep their railing: from and to along the edge, m. */
    private List<double[]> kept(Site.Deck deck, Point from, Point to) {
        double length = from.distance(to);
        Point along = to.minus(from).unit();
        List<double[]> pieces = new ArrayList<>();
        pieces.add(new double[] {0, length});
        for (Gap gap : gaps(deck)) {
            Point step = gap.at().minus(from);
            double s = step.dot(along);
            double aside = step.minus(along.times(s)).length();
            if (aside <= NEAR && s > -gap.width() / 2 && s < length + gap.width() / 2) {
                cut(pieces, s - gap.width() / 2, s + gap.width() / 2);
            }
        }
        for (Site.Deck other : decks) {
            touching(deck, other, from, to).forEach(piece -> cut(pieces, piece[0], piece[1]));
        }
        pieces.removeIf(piece -> piece[1] - piece[0] < SHORTEST);
        return pieces;
    }

    private static void cut(List<double[]> pieces, double low, double high) {
        List<double[]> left = new ArrayList<>();
        for (double[] piece : pieces) {
            if (piece[1] <= low || piece[0] >= high) {
                left.add(piece);
                continue;
            }
            if (piece[0] < low) {
                left.add(new double[] {piece[0], low});
            }
            if (piece[1] > high) {
                left.add(new double[] {high, piece[1]});
            }
        }
        pieces.clear();
        pieces.addAll(left);
    }

    /** Where a way arrives. */
    private record Gap(Point at, double width) {}

    private List<Gap> gaps(Site.Deck deck) {
        List<Gap> gaps = new ArrayList<>();
        for (Structure structure : plan.structures()) {
            if (structure instanceof Structure.Stair stair) {
                for (Point end : List.of(stair.foot(), stair.head())) {
                    if (Math.abs(end.up() - deck.elevation()) < LEVEL) {
                        gaps.add(new Gap(end.at(deck.elevation()), stair.width() + 2 * INSIDE));
                    }
                }
            } else if (structure instanceof Structure.Ladder ladder
                    && Math.abs(ladder.top() - deck.elevation()) < LEVEL) {
                gaps.add(new Gap(ladder.foot().at(deck.elevation()), LADDER));
            }
        }
        return gaps;
    }

    /** Parts of an edge beyond which another deck of the same level goes on, m along the edge. */
    private List<double[]> touching(Site.Deck deck, Site.Deck other, Point from, Point to) {
        boolean same = other.id().equals(deck.id())
                && other.elevation() == deck.elevation()
                && other.area().equals(deck.area());
        if (same || Math.abs(other.elevation() - deck.elevation()) > LEVEL) {
            return List.of();
        }
        double length = from.distance(to);
        Point along = to.minus(from).unit();
        Point outwards = new Point(along.north(), -along.east(), 0);
        List<double[]> parts = new ArrayList<>();
        int count = (int) Math.ceil(length / 0.05);
        double begin = Double.NaN;
        for (int i = 0; i <= count; i++) {
            double s = length * i / count;
            Point beyond = from.plus(along.times(s)).plus(outwards.times(0.12));
            boolean on = on(other, beyond);
            if (on && Double.isNaN(begin)) {
                begin = s;
            } else if (!on && !Double.isNaN(begin)) {
                parts.add(new double[] {begin, s});
                begin = Double.NaN;
            }
        }
        if (!Double.isNaN(begin)) {
            parts.add(new double[] {begin, length});
        }
        return parts;
    }

    private boolean on(Site.Deck deck, Point point) {
        return Ground.on(deck, point, 0, plan);
    }

    /** The outer edge of a ring and its two ends. */
    private void round(Site.Deck deck, Structure.Ring ring, Point centre) {
        double radius = ring.outer() - INSIDE;
        boolean whole = ring.to() - ring.from() >= ROUND;
        int steps = (int) Math.ceil((ring.to() - ring.from()) / STEP);
        List<Point> open = new ArrayList<>();
        if (!whole && free(deck, end(centre, ring, ring.from()))) {
            open.add(centre.plus(Axes.towards(ring.from()).times(ring.inner())));
        }
        for (int i = 0; i <= steps; i++) {
            double heading = ring.from() + (ring.to() - ring.from()) * i / steps;
            Point at = centre.plus(Axes.towards(heading).times(radius));
            if (free(deck, at)) {
                open.add(at);
            } else {
                finish(deck, open);
                open = new ArrayList<>();
            }
        }
        if (!whole && free(deck, end(centre, ring, ring.to()))) {
            open.add(centre.plus(Axes.towards(ring.to()).times(ring.inner())));
        }
        finish(deck, open);
    }

    private static Point end(Point centre, Structure.Ring ring, double heading) {
        return centre.plus(Axes.towards(heading).times((ring.inner() + ring.outer()) / 2));
    }

    /** Whether no way arrives at a place of a round edge. */
    private boolean free(Site.Deck deck, Point at) {
        boolean arrives = gaps(deck).stream().anyMatch(gap -> gap.at().distance(at) < gap.width() / 2 + 0.15);
        boolean goesOn = decks.stream()
                .filter(other ->
                        !other.id().equals(deck.id()) && Math.abs(other.elevation() - deck.elevation()) <= LEVEL)
                .anyMatch(other -> Ground.on(other, at, 0.05, plan));
        return !arrives && !goesOn;
    }
}
