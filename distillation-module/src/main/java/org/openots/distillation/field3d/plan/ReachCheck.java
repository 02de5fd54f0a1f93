package org.openots.distillation.field3d.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openots.simulator.plot.Fixture;
import org.openots.simulator.plot.Point;

/** Checks whether everything that is operated or read can be reached or seen by somebody on a floor. */
final class ReachCheck {
    /** From the shoulder to the hand, m. */
    private static final double ARM = 1.2;
    /** Height of the shoulder standing and crouching, m. */
    private static final double[] SHOULDERS = {1.4, 0.9};
    /** Room that a body needs about its middle, m. */
    private static final double BODY = 0.2;
    /** Heights at which a body is asked for obstacles, m. */
    private static final double[] HEIGHTS = {0.4, 1.0, 1.5};
    /** Grid on which places to stand are looked for, m. */
    private static final double STEP = 0.1;
    /** From how far a dial is read, m. */
    private static final double READING = 1.6;
    /** Tag plates are 0.1 m long. */
    private static final double PLATE = 0.1;
    /** Height at which what stands on the floor is used, m. */
    private static final double BREAST = 1.1;

    private final Site site;
    private final List<Problem> problems;
    private final List<Solid> solids;

    ReachCheck(Site site, List<Problem> problems) {
        this.site = site;
        this.problems = problems;
        this.solids = site.equipment().stream()
                .flatMap(standing -> Solid.of(standing).stream())
                .toList();
    }

    /** Something with a tag and a place. */
    private record Thing(String name, Point at) {}

    void check() {
        List<Thing> things = new ArrayList<>();
        for (Site.Route route : site.routes()) {
            for (Site.Fitting fitting : route.fittings()) {
                fitting.plan().tag().ifPresent(tag -> {
                    things.add(new Thing(tag, fitting.handle()));
                    if (fitting.plan().kind().handValve()) {
                        reach(tag, fitting.handle());
                    }
                });
            }
        }
        for (Fixture fixture : site.plan().fixtures()) {
            fixture(fixture, things);
        }
        apart(things);
    }

    private void fixture(Fixture fixture, List<Thing> things) {
        Point handle =
                fixture.mount() == Fixture.Mount.FLOOR ? fixture.at().plus(new Point(0, 0, BREAST)) : fixture.at();
        if (!site.plan().ground().area().holds(handle, 0)) {
            problems.add(new Problem(Problem.Rule.OFF_SITE, fixture.id(), handle, 0));
        }
        switch (fixture.kind()) {
            case PRESSURE_GAUGE, THERMOMETER -> sight(fixture, handle, 1.2, 1.9);
            case LEVEL_GLASS -> sight(fixture, handle, 0.2, 1.9);
            case WINDOW -> sight(fixture, handle, 0.2, 2.7);
            case SWITCH, EMERGENCY_STOP, LOCAL_PANEL, SAMPLE_POINT, PPE_CABINET, DESK, TELEPHONE, DETECTOR_TEST ->
                reach(fixture.id(), handle);
            case CHECK_POINT -> sight(fixture, handle, 0, 2.4);
            default -> {
                // looked at from afar
            }
        }
        if (fixture.tag().isPresent() && fixture.kind().group() != Fixture.Group.FIELD_POINTS) {
            things.add(new Thing(fixture.id(), handle));
        }
    }

    private void apart(List<Thing> things) {
        for (int i = 0; i < things.size(); i++) {
            for (int j = i + 1; j < things.size(); j++) {
                double distance = things.get(i).at().distance(things.get(j).at());
                if (distance < PLATE) {
                    problems.add(new Problem(
                            Problem.Rule.TOO_NEAR,
                            things.get(i).name() + " / " + things.get(j).name(),
                            things.get(i).at(),
                            distance));
                }
            }
        }
    }

    private void reach(String name, Point handle) {
        for (Site.Deck deck : site.decks()) {
            for (double shoulder : SHOULDERS) {
                double up = handle.up() - deck.elevation() - shoulder;
                if (Math.abs(up) < ARM && stand(deck, handle, Math.sqrt(ARM * ARM - up * up), null)) {
                    return;
                }
            }
        }
        problems.add(new Problem(Problem.Rule.OUT_OF_REACH, name, handle, ARM));
    }

    private void sight(Fixture fixture, Point at, double lowest, double highest) {
        for (Site.Deck deck : site.decks()) {
            double up = at.up() - deck.elevation();
            if (up >= lowest && up <= highest && stand(deck, at, READING, Axes.towards(fixture.heading()))) {
                return;
            }
        }
        problems.add(new Problem(Problem.Rule.OUT_OF_SIGHT, fixture.id(), at, at.up()));
    }

    /** Whether a body can stand on a deck within a distance, on the side of a direction if there is one. */
    private boolean stand(Site.Deck deck, Point at, double distance, @Nullable Point side) {
        int reach = (int) Math.floor(distance / STEP);
        for (int i = -reach; i <= reach; i++) {
            for (int j = -reach; j <= reach; j++) {
                Point step = new Point(i * STEP, j * STEP, 0);
                boolean there = step.length() <= distance
                        && (side == null || (step.length() > 0 && step.unit().dot(side) > 0.5));
                Point foot = at.plus(step).at(deck.elevation());
                if (there && free(deck, foot)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean free(Site.Deck deck, Point foot) {
        if (!Ground.on(deck, foot, -BODY, site.plan())) {
            return false;
        }
        for (double height : HEIGHTS) {
            Point body = foot.plus(new Point(0, 0, height));
            if (solids.stream().anyMatch(solid -> solid.distance(body) < BODY)) {
                return false;
            }
        }
        return true;
    }
}
