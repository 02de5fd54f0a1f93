package org.openots.distillation.field3d.plan;

import java.util.ArrayList;
import java.util.List;
import org.openots.simulator.plot.Fixture;
import org.openots.simulator.plot.PlotPlan;
import org.openots.simulator.plot.Point;
import org.openots.simulator.plot.Structure;

/** Whether a slim thing can stand between what is there already: pipes, equipment, handles, instruments, ways. */
final class Elbowroom {
    /** Between a support and another pipe, m. */
    private static final double PIPE = 0.03;
    /** Between a support and equipment, m. */
    private static final double EQUIPMENT = 0.02;
    /** Between a support and a handle or what is read, m. */
    private static final double HAND = 0.14;
    /** Around a ladder, at the ends of stairs, before gates, m. */
    private static final double WAY = 0.8;
    /** Beside the handrail of stairs, m. */
    private static final double HANDRAIL = 0.15;
    /** Between two places that are asked along a support, m. */
    private static final double STEP = 0.1;
    /** What stands on the floor is taken so high, m. */
    private static final double STANDING = 1.5;

    private final PlotPlan plan;
    private final List<Leg> legs = new ArrayList<>();
    private final List<Solid> solids;
    private final List<Point[]> things = new ArrayList<>();

    private record Leg(String line, int index, Point from, Point to, double radius) {
        boolean far(Point a, Point b, double room) {
            double r = radius + room;
            return Math.max(a.east(), b.east()) < Math.min(from.east(), to.east()) - r
                    || Math.min(a.east(), b.east()) > Math.max(from.east(), to.east()) + r
                    || Math.max(a.north(), b.north()) < Math.min(from.north(), to.north()) - r
                    || Math.min(a.north(), b.north()) > Math.max(from.north(), to.north()) + r
                    || Math.max(a.up(), b.up()) < Math.min(from.up(), to.up()) - r
                    || Math.min(a.up(), b.up()) > Math.max(from.up(), to.up()) + r;
        }
    }

    Elbowroom(PlotPlan plan, List<Site.Standing> equipment, List<Site.Route> routes, List<Site.Deck> decks) {
        this.plan = plan;
        this.solids = equipment.stream()
                .flatMap(standing -> Solid.of(standing).stream())
                .toList();
        for (Site.Route route : routes) {
            for (int i = 0; i + 1 < route.points().size(); i++) {
                Point from = route.points().get(i);
                Point to = route.points().get(i + 1);
                legs.add(new Leg(route.line().id(), i, from, to, route.outside()));
            }
            route.fittings().forEach(fitting -> things.add(new Point[] {fitting.at(), fitting.handle()}));
        }
        for (Fixture fixture : plan.fixtures()) {
            Point at = fixture.at();
            Point other = switch (fixture.mount()) {
                case FLOOR -> at.plus(new Point(0, 0, STANDING));
                case POST -> at.at(Ground.below(decks, at, plan).elevation());
                default -> at;
            };
            things.add(new Point[] {at, other});
        }
    }

    /**
     * Whether a straight piece is free.
     *
     * @param a its end at the pipe
     * @param b its other end
     * @param half of its thickness, m
     * @param line whose pipe it holds
     * @param leg which of its legs
     * @param skip so much from b may lie in equipment: what it is fixed to, m
     */
    boolean free(Point a, Point b, double half, String line, int leg, double skip) {
        for (Leg one : legs) {
            boolean own = one.line().equals(line) && one.index() == leg;
            double room = half + (one.line().equals(line) ? 0 : PIPE);
            if (!own && !one.far(a, b, room) && Segments.distance(a, b, one.from(), one.to()) < one.radius() + room) {
                return false;
            }
        }
        for (Point[] thing : things) {
            if (Segments.distance(a, b, thing[0], thing[1]) < HAND + half) {
                return false;
            }
        }
        double length = a.distance(b);
        int count = Math.max(1, (int) Math.ceil(length / STEP));
        for (int i = 0; i <= count; i++) {
            Point at = a.towards(b, (double) i / count);
            if (at.distance(b) >= skip && solids.stream().anyMatch(solid -> solid.distance(at) < half + EQUIPMENT)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a post from the floor of a deck up to a height stands in nobody's way. */
    boolean besideWays(Point foot, double top) {
        for (Structure structure : plan.structures()) {
            if (structure instanceof Structure.Ladder ladder) {
                boolean high = ladder.foot().up() < top && ladder.top() + 2 > foot.up();
                if (high && ladder.foot().at(0).distance(foot.at(0)) < WAY) {
                    return false;
                }
            } else if (structure instanceof Structure.Stair stair && inStair(stair, foot, top)) {
                return false;
            }
        }
        return plan.ground().gates().stream()
                .noneMatch(gate -> gate.at().at(0).distance(foot.at(0)) < gate.width() / 2 + WAY);
    }

    private static boolean inStair(Structure.Stair stair, Point foot, double top) {
        Point run = stair.head().minus(stair.foot());
        double length = run.at(0).length();
        Point along = run.at(0).unit();
        Point step = foot.minus(stair.foot()).at(0);
        double s = step.dot(along);
        boolean beside = Math.abs(step.dot(Axes.left(along))) < stair.width() / 2 + HANDRAIL;
        boolean reaches =
                top > stair.foot().up() - 0.1 && foot.up() < stair.head().up() + 2;
        // a short post may stand under the upper half of a flight
        boolean under = s > 0 && s < length && top < stair.foot().up() + run.up() * s / length - 0.35;
        return beside && reaches && !under && s > -WAY && s < length + WAY;
    }
}
