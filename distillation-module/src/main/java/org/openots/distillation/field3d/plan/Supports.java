package org.openots.distillation.field3d.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.simulator.plot.Area;
import org.openots.simulator.plot.Line;
import org.openots.simulator.plot.PlotPlan;
import org.openots.simulator.plot.Point;

/**
 * What carries the pipes. Along every pipe the places are looked for where something near could hold it: a floor or beam below or
 * above, a column, wall or vessel beside. Of these the cheapest are taken so that no span is longer than usual. Spans are counted in
 * shares of {@link Sizes#span}, of what is upright in shares of {@link Sizes#riser}: it only has to be guided.
 */
final class Supports {
    /** What sticks out freely counts as so many metres. */
    static final double OVERHANG = 2;

    /** Pipes whose lower side is higher above the floor than this stand on no short post, m. */
    private static final double LOW = 1.6;
    /** Tallest post, m. */
    private static final double TALLEST = 9;
    /** A rod is no longer than this and no shorter than that, m. */
    private static final double LONGEST_ROD = 1.8;

    private static final double SHORTEST_ROD = 0.12;
    /** Pipes nearer to the floor than this lie on it, m. */
    private static final double LYING = 0.05;
    /** A shoe is no higher than this, m; above it is a stool. */
    private static final double SHOE = 0.45;

    private static final double STOOL = 1.3;
    /** Low pipes have a post at least so often, m. */
    private static final double OFTEN = 2.2;
    /** Level pieces shorter than this need no post of their own, m. */
    private static final double SHORT = 0.7;
    /** Room that a support needs beside a fitting and a bend, m. */
    private static final double BESIDE = 0.06;
    /** Between two places that are tried, m. */
    private static final double STEP = 0.1;
    /** An arm is as square to its pipe as this, sine. */
    private static final double SQUARE = 0.12;
    /** Half of the thickness of posts and arms, m. */
    private static final double HALF = 0.05;

    private static final double ROD = 0.012;
    /** Spans are chosen a little shorter than they might be. */
    private static final double USED = 0.98;
    /** So much worse than any number of supports is a span that is too long. */
    private static final double TOO_LONG = 1e4;

    /** From the eaves' line up to the sheet of a roof, m. */
    private static final double ROOFING = 0.2;

    private final PlotPlan plan;
    private final List<Site.Deck> decks;
    private final List<Steel.Upright> uprights;
    private final List<Steel.Beam> beams;
    private final Elbowroom room;

    private Supports(PlotPlan plan, List<Site.Standing> equipment, List<Site.Route> routes, List<Site.Deck> decks) {
        this.plan = plan;
        this.decks = decks;
        this.uprights = Steel.uprights(plan);
        this.beams = Steel.beams(plan);
        this.room = new Elbowroom(plan, equipment, routes, decks);
    }

    static List<Site.Prop> place(
            PlotPlan plan, List<Site.Standing> equipment, List<Site.Route> routes, List<Site.Deck> decks) {
        Supports supports = new Supports(plan, equipment, routes, decks);
        // the highest pipes first: the posts under them carry what runs lower beside them
        List<Site.Route> order = new ArrayList<>(routes);
        order.sort(Comparator.comparingDouble(Supports::highest).reversed());
        IdentityHashMap<Site.Route, List<Site.Prop>> found = new IdentityHashMap<>();
        for (Site.Route route : order) {
            List<Site.Prop> props = supports.along(route);
            props.forEach(supports::stands);
            found.put(route, props);
        }
        return routes.stream()
                .flatMap(route -> found.getOrDefault(route, List.of()).stream())
                .toList();
    }

    private static double highest(Site.Route route) {
        return route.points().stream().mapToDouble(Point::up).max().orElse(0);
    }

    /** A post that stands carries arms for other pipes. */
    private void stands(Site.Prop prop) {
        if (prop.kind() == Site.Hold.TALL_POST) {
            Point top = prop.under().at(prop.under().up() - prop.radius());
            uprights.add(Steel.post(prop.hold(), top.up()));
        }
    }

    /** A support that could be: how far along the pipe in shares of spans, and how dear. */
    private record Choice(double share, double cost, Site.@Nullable Prop prop) {}

    private List<Site.Prop> along(Site.Route route) {
        List<Choice> choices = new ArrayList<>();
        double share = free(route.start(), route.line().from()) ? 0.5 : 0;
        choices.add(new Choice(0, 0, null));
        double before = 0;
        for (int leg = 0; leg + 1 < route.points().size(); leg++) {
            Point from = route.points().get(leg);
            Point to = route.points().get(leg + 1);
            double weight = 1 / longest(route, from, to);
            choices(route, leg, before, weight, choices);
            before += from.distance(to) * weight;
        }
        List<Choice> sorted = new ArrayList<>(choices);
        sorted.sort(Comparator.comparingDouble(Choice::share));
        double last = free(route.finish(), route.line().to()) ? 1 - 1 / OVERHANG : 0;
        sorted.add(new Choice(before + last, 0, null));
        return cheapest(sorted, share);
    }

    /** Whether a pipe ends in the air. */
    static boolean free(Site.Joint joint, Line.End end) {
        return joint == Site.Joint.BORDER
                && end instanceof Line.End.Border border
                && border.kind() != Line.Mouth.THROUGH;
    }

    /** Longest stretch of a leg without support, m. */
    static double longest(Site.Route route, Point from, Point to) {
        return level(from, to)
                ? Sizes.span(route.line().dn())
                : Sizes.riser(route.line().dn());
    }

    private static boolean level(Point from, Point to) {
        return Math.abs(from.up() - to.up()) < Course.SAME;
    }

    /** The cheapest way from one end to the other. */
    private static List<Site.Prop> cheapest(List<Choice> choices, double free) {
        int count = choices.size();
        double[] cost = new double[count];
        int[] from = new int[count];
        for (int i = 1; i < count; i++) {
            cost[i] = Double.POSITIVE_INFINITY;
            for (int k = i - 1; k >= 0; k--) {
                double gap = choices.get(i).share() - choices.get(k).share() + (k == 0 ? free : 0);
                if (gap > 3 && cost[i] < Double.POSITIVE_INFINITY) {
                    break;
                }
                double one = cost[k] + choices.get(i).cost() + gap * gap * 0.3 + TOO_LONG * Math.max(0, gap - USED);
                if (one < cost[i]) {
                    cost[i] = one;
                    from[i] = k;
                }
            }
        }
        List<Site.Prop> props = new ArrayList<>();
        for (int i = from[count - 1]; i > 0; i = from[i]) {
            Site.Prop prop = choices.get(i).prop();
            if (prop != null) {
                props.add(0, prop);
            }
        }
        return props;
    }

    private void choices(Site.Route route, int leg, double before, double weight, List<Choice> choices) {
        Point from = route.points().get(leg);
        Point to = route.points().get(leg + 1);
        double length = from.distance(to);
        Point along = to.minus(from).unit();
        boolean level = level(from, to);
        if (level && length >= SHORT) {
            wanted(route, leg, before, weight, choices);
        }
        double margin = Math.min(route.bend() + BESIDE, length * 0.4);
        for (double s = margin; s <= length - margin; s += STEP) {
            Point at = from.plus(along.times(s));
            if (besideFittings(route, leg, at)) {
                double share = before + s * weight;
                if (level) {
                    fromFloors(route, leg, at, along).ifPresent(it -> choices.add(new Choice(share, 2, it)));
                    tall(route, leg, at, along)
                            .ifPresent(it -> choices.add(new Choice(
                                    share, 4 + 0.5 * (at.up() - it.hold().up()), it)));
                }
                sideways(route, leg, at, along)
                        .ifPresent(it ->
                                choices.add(new Choice(share, 2.2 + it.hold().distance(at) + (level ? 0 : 0.5), it)));
            }
        }
        if (level) {
            beams(route, leg, before, weight, choices);
        } else {
            floors(route, leg, before, weight, choices);
        }
    }

    /** Low pipes get posts at the usual places, whatever the span could be. */
    private void wanted(Site.Route route, int leg, double before, double weight, List<Choice> choices) {
        Point from = route.points().get(leg);
        Point to = route.points().get(leg + 1);
        double length = from.distance(to);
        int count = (int) Math.ceil(length / OFTEN);
        for (int i = 0; i < count; i++) {
            double middle = length * (i + 0.5) / count;
            for (int k = 0; k < 12; k++) {
                double s = middle + (k % 2 == 0 ? 1 : -1) * ((k + 1) / 2) * 0.04;
                Point at = from.towards(to, s / length);
                Optional<Site.Prop> prop = besideFittings(route, leg, at)
                        ? fromFloors(route, leg, at, to.minus(from).unit())
                        : Optional.empty();
                if (prop.isPresent()) {
                    choices.add(new Choice(before + s * weight, -1, prop.get()));
                    break;
                }
            }
        }
    }

    private static boolean besideFittings(Site.Route route, int leg, Point at) {
        return route.fittings().stream()
                .noneMatch(f -> f.leg() == leg && f.at().distance(at) < f.length() / 2 + BESIDE);
    }

    /** A short post, or a rod from a floor above. */
    private Optional<Site.Prop> fromFloors(Site.Route route, int leg, Point at, Point along) {
        double r = route.outside();
        double below = Ground.below(decks, at, plan).elevation();
        double clear = at.up() - r - below;
        if (clear < LYING) {
            return Optional.empty();
        }
        if (clear <= LOW) {
            Point foot = at.at(below);
            boolean stands = room.free(
                    at.at(at.up() - r - ROD),
                    foot,
                    Math.min(HALF, r),
                    route.line().id(),
                    leg,
                    0);
            return stands && room.besideWays(foot, at.up())
                    ? Optional.of(new Site.Prop(Site.Hold.POST, at, foot, r, along))
                    : Optional.empty();
        }
        return Ground.above(decks, at, plan)
                .map(deck -> at.at(deck.elevation()))
                .filter(top -> top.up() - at.up() - r >= SHORTEST_ROD && top.up() - at.up() - r <= LONGEST_ROD)
                .filter(top ->
                        room.free(at.at(at.up() + r), top, ROD, route.line().id(), leg, 0))
                .map(top -> new Site.Prop(Site.Hold.HANGER, at, top, r, along));
    }

    private Optional<Site.Prop> tall(Site.Route route, int leg, Point at, Point along) {
        double r = route.outside();
        Point foot = at.at(Ground.below(decks, at, plan).elevation());
        double clear = at.up() - r - foot.up();
        boolean stands = clear > LOW
                && clear < TALLEST
                && room.besideWays(foot, at.up())
                && room.free(
                        at.at(at.up() - r - ROD), foot, HALF * 1.6, route.line().id(), leg, 0);
        return stands ? Optional.of(new Site.Prop(Site.Hold.TALL_POST, at, foot, r, along)) : Optional.empty();
    }

    /** An arm from what stands beside. */
    private Optional<Site.Prop> sideways(Site.Route route, int leg, Point at, Point along) {
        boolean level = Math.abs(along.up()) < 0.5;
        double r = route.outside();
        Site.Prop best = null;
        double least = Double.POSITIVE_INFINITY;
        Point carried = level ? at.at(at.up() - r - HALF * 0.6) : at;
        for (Steel.Upright upright : uprights) {
            Optional<Point> face = upright.face(carried);
            if (face.isPresent()) {
                Point arm = face.get().minus(carried);
                double length = arm.length();
                boolean square = !level || Math.abs(arm.dot(along)) <= SQUARE * length;
                boolean straight = !level
                        || !upright.flat()
                        || Math.min(Math.abs(arm.east()), Math.abs(arm.north())) <= SQUARE * length;
                if (square
                        && straight
                        && length < least
                        && length > (level ? ROD : r + ROD)
                        && length - r <= upright.arm()
                        && room.free(
                                carried, face.get(), HALF * 0.6, route.line().id(), leg, length * 0.5)) {
                    least = length;
                    best = new Site.Prop(level ? Site.Hold.BRACKET : Site.Hold.GUIDE, at, face.get(), r, along);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Shoes on beams that the pipe crosses, rods from beams under which it goes. */
    private void beams(Site.Route route, int leg, double before, double weight, List<Choice> choices) {
        Point from = route.points().get(leg);
        Point along = route.points().get(leg + 1).minus(from).unit();
        double length = from.distance(route.points().get(leg + 1));
        Point left = Axes.left(along);
        double r = route.outside();
        for (Steel.Beam beam : beams) {
            double a = beam.from().minus(from).dot(left);
            double z = beam.to().minus(from).dot(left);
            if (a * z > 0 || Math.abs(a - z) < 0.1) {
                continue;
            }
            Point top = beam.from().towards(beam.to(), a / (a - z));
            double s = top.minus(from).dot(along);
            Point at = from.plus(along.times(s));
            if (s < BESIDE || s > length - BESIDE || !besideFittings(route, leg, at)) {
                continue;
            }
            double over = at.up() - r - top.up();
            double under = top.up() - beam.height() - at.up() - r;
            if (over > -ROD && over <= STOOL) {
                Site.Hold kind = over <= SHOE ? Site.Hold.SHOE : Site.Hold.POST;
                choices.add(new Choice(before + s * weight, 1 + over, new Site.Prop(kind, at, top, r, along)));
            } else if (under >= 0 && under <= LONGEST_ROD) {
                Point hold = top.at(top.up() - beam.height());
                if (room.free(at.at(at.up() + r), hold, ROD, route.line().id(), leg, 0)) {
                    choices.add(
                            new Choice(before + s * weight, 1.5, new Site.Prop(Site.Hold.HANGER, at, hold, r, along)));
                }
            }
        }
    }

    /** A collar where an upright pipe goes through a floor. */
    private void floors(Site.Route route, int leg, double before, double weight, List<Choice> choices) {
        Point from = route.points().get(leg);
        Point to = route.points().get(leg + 1);
        for (Site.Deck deck : decks) {
            double share = (deck.elevation() - from.up()) / (to.up() - from.up());
            if (share > 0.02 && share < 0.98) {
                Point at = from.towards(to, share);
                if (Ground.on(deck, at, -route.outside(), plan)) {
                    choices.add(new Choice(
                            before + share * from.distance(to) * weight,
                            1,
                            new Site.Prop(
                                    Site.Hold.COLLAR,
                                    at,
                                    at,
                                    route.outside(),
                                    to.minus(from).unit())));
                }
            }
        }
        roof(from, to)
                .ifPresent(at -> choices.add(new Choice(
                        before + at.distance(from) * weight,
                        1,
                        new Site.Prop(
                                Site.Hold.COLLAR,
                                at,
                                at,
                                route.outside(),
                                to.minus(from).unit()))));
    }

    /** Where an upright pipe goes through the roof of a hall. */
    private Optional<Point> roof(Point from, Point to) {
        var ground = plan.ground();
        Area area = ground.area();
        if (ground.height() <= 0 || !area.holds(from, 0)) {
            return Optional.empty();
        }
        boolean wide = area.width() >= area.depth();
        double across = wide ? from.north() - area.south() : from.east() - area.west();
        double half = (wide ? area.depth() : area.width()) / 2;
        double share = 1 - Math.abs(across - half) / half;
        double up = ground.height() + share * (ground.ridge() - ground.height()) + ROOFING;
        boolean through = Math.min(from.up(), to.up()) < up && Math.max(from.up(), to.up()) > up;
        return through ? Optional.of(from.at(up)) : Optional.empty();
    }
}
