package org.openots.distillation.field3d.scene.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.openots.distillation.field3d.plan.Site;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.scene.model.Person;
import org.openots.simulator.plot.Equipment;
import org.openots.simulator.plot.Fixture;
import org.openots.simulator.plot.Point;
import org.openots.simulator.plot.Structure;

/** People of other crews, who stand in a yard and give it its scale. They have no name and do nothing. */
final class CrewWorks {
    /** No more of them on the ground. */
    private static final int MOST = 3;

    /** Between two of them, m. */
    private static final double APART = 5;

    /** From where one comes in to the nearest of them, m. */
    private static final double NEAREST = 4;

    /** Cosine of the angle off the view of who comes in. */
    private static final double IN_VIEW = 0.72;

    /** Around one of them, m. */
    private static final double ROOM = 0.9;

    /** Around things that one uses, m. */
    private static final double USED = 1.1;

    private static final double TALL = 1.8;

    private final Stage stage;
    private final Site site;
    private final List<Point> standing = new ArrayList<>();

    CrewWorks(Stage stage, Site site) {
        this.stage = stage;
        this.site = site;
    }

    void add() {
        if (!stage.outdoors) {
            return;
        }
        // the nearest before who comes in
        Point start = site.plan().views().get(0).eye();
        Point ahead = site.plan().views().get(0).target().minus(start).at(0).unit();
        site.plan().fixtures().stream()
                .filter(one -> one.kind() == Fixture.Kind.EXTINGUISHER
                        || one.kind() == Fixture.Kind.LAMP_POST
                        || one.kind() == Fixture.Kind.WARNING_SIGN)
                .filter(one -> one.mount() != Fixture.Mount.BRACKET && one.at().up() < 3)
                .filter(one -> one.at().distance(start) > NEAREST
                        && one.at().minus(start).at(0).unit().dot(ahead) > IN_VIEW)
                .sorted(Comparator.comparingDouble(one -> one.at().distance(start)))
                .forEach(this::beside);
        site.plan().structures().stream()
                .filter(Structure.Frame.class::isInstance)
                .map(Structure.Frame.class::cast)
                .flatMap(frame -> frame.floors().stream())
                .findFirst()
                .ifPresent(this::onFloor);
    }

    private void beside(Fixture fixture) {
        if (standing.size() >= MOST) {
            return;
        }
        Point floor = fixture.at().at(0);
        Vector3f ahead = Axes.heading(fixture.heading());
        for (int side = -1; side <= 1; side += 2) {
            Point at = floor.plus(new Point(-side * 1.3 * ahead.z, -side * 1.3 * ahead.x, 0));
            if (stand(at, fixture.heading() + 180 - side * 40)) {
                return;
            }
        }
    }

    /** At the railing of the lowest floor, looking out. */
    private void onFloor(Structure.Floor floor) {
        double in = 0.55;
        double[][] corners = {
            {floor.area().west() + in, floor.area().south() + in, 215},
            {floor.area().east() - in, floor.area().south() + in, 145},
            {floor.area().east() - in, floor.area().north() - in, 35},
            {floor.area().west() + in, floor.area().north() - in, 325}
        };
        for (double[] corner : corners) {
            if (stand(new Point(corner[0], corner[1], floor.elevation()), corner[2])) {
                return;
            }
        }
    }

    private boolean stand(Point at, double heading) {
        if (!free(at)) {
            return false;
        }
        standing.add(at);
        Vector3f foot = Axes.of(at);
        // the figure looks to -z, as one who faces the north
        Matrix4f place = new Matrix4f().translation(foot).rotateY((float) -Math.toRadians(heading));
        stage.part("crew", Person::standing, place, Part.WHITE, Stage.NO_ITEM);
        stage.post(foot, 0.24, TALL);
        return true;
    }

    private boolean free(Point at) {
        boolean apart = standing.stream().noneMatch(other -> other.distance(at) < APART);
        boolean inside = site.plan().ground().area().holds(at, -ROOM)
                && site.plan().ground().gates().stream()
                        .noneMatch(gate -> gate.at().distance(at) < gate.width() / 2 + ROOM);
        return apart && inside && besidePipes(at) && besideThings(at) && besideWays(at);
    }

    private boolean besidePipes(Point at) {
        Point head = at.plus(new Point(0, 0, TALL));
        for (Site.Route route : site.routes()) {
            for (int i = 0; i + 1 < route.points().size(); i++) {
                Point from = route.points().get(i);
                double length = from.distance(route.points().get(i + 1));
                int count = Math.max(1, (int) Math.ceil(length / 0.3));
                for (int k = 0; k <= count; k++) {
                    Point p = from.towards(route.points().get(i + 1), (double) k / count);
                    boolean level = p.up() > at.up() - 0.2 && p.up() < head.up() + 0.2;
                    if (level && p.at(0).distance(at.at(0)) < ROOM) {
                        return false;
                    }
                }
            }
        }
        return site.equipment().stream()
                .noneMatch(one -> Math.abs(one.plan().foot().up() - at.up()) < 2
                        && one.plan().foot().at(0).distance(at.at(0)) < widest(one.plan()) / 2 + ROOM);
    }

    private static double widest(Equipment e) {
        return switch (e.kind()) {
            case COLUMN, SUMP, VERTICAL_VESSEL, TANK, VERTICAL_EXCHANGER, FILTER, CABINET -> e.diameter();
            default -> Math.max(e.diameter(), e.length());
        };
    }

    private boolean besideThings(Point at) {
        for (Fixture fixture : site.plan().fixtures()) {
            boolean level = fixture.at().up() > at.up() - 0.5 && fixture.at().up() < at.up() + 2.2;
            if (level && fixture.at().at(0).distance(at.at(0)) < USED) {
                return false;
            }
        }
        return site.props().stream().noneMatch(prop -> prop.hold().at(0).distance(at.at(0)) < ROOM / 2);
    }

    private boolean besideWays(Point at) {
        for (Structure structure : site.plan().structures()) {
            if (structure instanceof Structure.Ladder ladder
                    && ladder.foot().at(0).distance(at.at(0)) < 1.6) {
                return false;
            }
            if (structure instanceof Structure.Stair stair
                    && (stair.foot().at(0).distance(at.at(0)) < 2
                            || stair.head().at(0).distance(at.at(0)) < 2)) {
                return false;
            }
        }
        return site.plan().views().stream().noneMatch(view -> view.eye().at(0).distance(at.at(0)) < 1.2);
    }
}
