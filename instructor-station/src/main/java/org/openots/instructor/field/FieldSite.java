package org.openots.instructor.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openots.distillation.field3d.plan.Site;
import org.openots.distillation.field3d.plan.SitePlanner;
import org.openots.instructor.session.FieldPose;
import org.openots.simulator.field.FieldEffect;
import org.openots.simulator.plot.Fixture;
import org.openots.simulator.plot.Inline;
import org.openots.simulator.plot.Leak;
import org.openots.simulator.plot.PlotPlan;
import org.openots.simulator.plot.Point;

/**
 * Where the things of a plant stand: what somebody reaches and sees from where he stands. The student's computer decides
 * finely what can be used; this decides roughly, with slack for the way of the messages, what the station believes of it.
 */
public final class FieldSite {
    /** An outstretched arm with a lean of the body, m; as the field station has it. */
    private static final double ARM = 1.2;

    /** The operator walks on while messages are on their way: half a second at 1.6 m/s, m. */
    private static final double SLACK = 0.8;

    /** Farthest at which a check point is judged, m. */
    private static final double CHECKED = 6;

    /** Farthest that fire, smoke and clouds are seen in a plant with pipes and vessels in between, m. */
    private static final double SEEN_FAR = 60;

    /** Farthest that a leak, a pool or what is behind a window is seen, m. */
    private static final double SEEN_NEAR = 25;

    /**
     * Farthest that a defect of a thing is seen, m: what shows one is 0.1 m large or more, and 0.1 m at 60 m is a pixel of a picture
     * of 1080 lines that spans 62 degrees. Nearer than that none appears all of a sudden.
     */
    private static final double SEEN_DEFECT = 60;

    /** From the eyes up to what a standing person reaches, and down to what is at the feet, m: 1.62 m of eyes, 2.6 m of reach. */
    private static final double UP = 1.1;

    private static final double DOWN = 2.0;

    /** Height at which what stands on the floor is used, m. */
    private static final double BREAST = 1.1;

    /** Groups of targets whose place is that of the thing after the dot. */
    private static final List<String> AT_THE_THING = List.of("CHECK.", "SAMPLE.", "LOTO.");

    private static final String CHECK = "CHECK.";

    /** What in a pipe is only read; a controller of the same tag stands in the control room. */
    private static final List<Inline.Kind> READ =
            List.of(Inline.Kind.FLOW_ELEMENT, Inline.Kind.ROTAMETER, Inline.Kind.SIGHT_GLASS);

    /** What is operated in the plant, by tag. */
    private final Map<String, List<Point>> places = new HashMap<>();

    /** What is only read, by tag. */
    private final Map<String, List<Point>> things = new HashMap<>();

    /** Leaks and windows, by their names in the plan. */
    private final Map<String, Point> spots = new HashMap<>();

    /**
     * Places the things of a plan.
     *
     * @param plan of a sound pack
     */
    public FieldSite(PlotPlan plan) {
        Site site = SitePlanner.resolve(plan);
        for (Site.Route route : site.routes()) {
            for (Site.Fitting fitting : route.fittings()) {
                boolean read = READ.contains(fitting.plan().kind());
                fitting.plan().tag().ifPresent(tag -> add(read ? things : places, tag, fitting.handle()));
            }
        }
        for (Fixture fixture : plan.fixtures()) {
            Point at =
                    fixture.mount() == Fixture.Mount.FLOOR ? fixture.at().plus(new Point(0, 0, BREAST)) : fixture.at();
            boolean read = fixture.kind().group() == Fixture.Group.INSTRUMENTS;
            fixture.tag().ifPresent(tag -> add(read ? things : places, tag, at));
            spots.put(fixture.id(), at);
        }
        for (Leak leak : plan.leaks()) {
            spots.put(leak.id(), leak.at());
        }
    }

    private static void add(Map<String, List<Point>> to, String tag, Point at) {
        to.computeIfAbsent(tag, key -> new ArrayList<>()).add(at);
    }

    /**
     * How far off something is.
     *
     * @param metres from the operator; level, or in space for what is only looked at
     * @param limit up to which it can be used, m
     * @param near whether it can be used
     */
    public record Distance(double metres, double limit, boolean near) {}

    /**
     * Whether something has a place in the plant.
     *
     * @param target of an operation
     * @return false for what is done anywhere, such as a radio call
     */
    public boolean stands(String target) {
        return places.containsKey(thing(target));
    }

    /**
     * How far the operator is from what he operates.
     *
     * @param target of the operation
     * @param pose where he stands
     * @return the nearest of its places; nothing for what has no place in the plant
     */
    public Optional<Distance> distance(String target, FieldPose pose) {
        List<Point> all = places.getOrDefault(thing(target), List.of());
        boolean looked = target.startsWith(CHECK);
        Distance best = null;
        for (Point at : all) {
            Distance one = looked ? sight(at, pose) : arm(at, pose);
            boolean better = best == null
                    || (one.near() && !best.near())
                    || (one.near() == best.near() && one.metres() < best.metres());
            best = better ? one : best;
        }
        return Optional.ofNullable(best);
    }

    private String thing(String target) {
        for (String group : AT_THE_THING) {
            if (target.startsWith(group)) {
                return target.substring(group.length());
            }
        }
        return target;
    }

    private static Distance arm(Point at, FieldPose pose) {
        double level = Math.hypot(at.east() - pose.x(), -at.north() - pose.z());
        double up = at.up() - pose.y();
        boolean floor = up <= UP && up >= -DOWN;
        return new Distance(floor ? level : Math.hypot(level, up), ARM + SLACK, floor && level <= ARM + SLACK);
    }

    private static Distance sight(Point at, FieldPose pose) {
        double far = space(at, pose);
        return new Distance(far, CHECKED, far <= CHECKED);
    }

    private static double space(Point at, FieldPose pose) {
        return Math.hypot(Math.hypot(at.east() - pose.x(), -at.north() - pose.z()), at.up() - pose.y());
    }

    /**
     * Whether somebody can see what goes on.
     *
     * @param effect what goes on
     * @param pose where he stands
     * @return false also for a place that the plan does not know
     */
    public boolean sees(FieldEffect effect, FieldPose pose) {
        double far = switch (effect.kind()) {
            case FIRE, SMOKE, GAS, STEAM -> SEEN_FAR;
            case LIQUID, POOL, FLOODING -> SEEN_NEAR;
        };
        Point at = spots.get(effect.place());
        return at != null && space(at, pose) <= far;
    }

    /**
     * Whether somebody can see a defect of a thing.
     *
     * @param point its tag, or that of a check point
     * @param pose where he stands
     * @return false also for a thing that the plan does not know
     */
    public boolean seesDefect(String point, FieldPose pose) {
        String tag = thing(point);
        return Stream.of(places, things)
                .flatMap(all -> all.getOrDefault(tag, List.of()).stream())
                .anyMatch(at -> space(at, pose) <= SEEN_DEFECT);
    }
}
