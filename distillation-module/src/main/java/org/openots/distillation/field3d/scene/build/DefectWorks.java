package org.openots.distillation.field3d.scene.build;

import java.util.function.Consumer;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.distillation.field3d.plan.Site;
import org.openots.distillation.field3d.scene.Defect;
import org.openots.distillation.field3d.scene.Motion;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Solids;
import org.openots.distillation.field3d.scene.model.Fittings;
import org.openots.distillation.field3d.scene.model.Flaws;
import org.openots.distillation.field3d.scene.model.Valves;
import org.openots.simulator.field.InspectionDefect;
import org.openots.simulator.plot.Equipment;
import org.openots.simulator.plot.Fixture;
import org.openots.simulator.plot.Inline;
import org.openots.simulator.plot.Line;
import org.openots.simulator.plot.Point;

/**
 * What can be wrong at the check points. Each point shows every defect on the nearest thing that can have it, so that nothing in the
 * scene tells which defects a point may have.
 */
final class DefectWorks {
    /** Farther from its plate nobody looks for a defect, m. */
    private static final double LIMIT = 5;

    /** A pipe nearer than this to a plate has a cock or can lose its sheet, m. */
    private static final double NEAR = 3;

    /** Between two places that are tried along a pipe, m. */
    private static final double STEP = 0.1;

    /** What shows a defect less well counts so much farther off, m. */
    private static final double SECOND = 2;

    /** A cock that stands there for this alone counts so much farther off than a root valve, m. */
    private static final double COCK = 0.6;

    /** A cock is drawn so much larger than one of DN 15: a cock of DN 25. */
    private static final float COCK_SIZE = 1.8f;

    private static final Vector3f DOWN = new Vector3f(0, -1, 0);
    private static final Vector3f X = new Vector3f(1, 0, 0);

    private final Stage stage;
    private final Site site;

    DefectWorks(Stage stage, Site site) {
        this.stage = stage;
        this.site = site;
    }

    void add() {
        site.routes().forEach(this::flanges);
        site.routes().forEach(this::mouths);
        for (Site.Standing standing : site.equipment()) {
            earth(standing);
            manholes(standing.plan());
            shell(standing.plan());
        }
        for (Fixture fixture : site.plan().fixtures()) {
            if (fixture.kind() == Fixture.Kind.CHECK_POINT) {
                Fixed plate = Fixed.of(fixture, site);
                pipes(plate);
                junction(plate);
            } else if (fixture.kind() == Fixture.Kind.HOSE) {
                hydrant(Fixed.of(fixture, site));
            } else if (fixture.kind() == Fixture.Kind.EXTINGUISHER) {
                blocked(Fixed.of(fixture, site));
            }
        }
        for (Fixture fixture : site.plan().fixtures()) {
            if (fixture.kind() == Fixture.Kind.CHECK_POINT) {
                point(Fixed.of(fixture, site));
            }
        }
    }

    private void point(Fixed plate) {
        Vector3f eye = new Vector3f(plate.at()).fma(1, plate.facing());
        eye.y = (float) plate.floor() + 1.6f;
        for (InspectionDefect defect : InspectionDefect.values()) {
            String signal = new Defect(plate.tag(), defect.id()).signal();
            stage.hosts
                    .nearest(defect, plate.at(), LIMIT)
                    .ifPresent(host -> host.show().on(signal, eye));
        }
    }

    // ---- joints of pipes --------------------------------------------------------------------------------------

    private void flanges(Site.Route route) {
        double od = 2 * route.radius();
        int last = route.points().size() - 1;
        if (route.start() == Site.Joint.FLANGE) {
            flange(route.points().get(0), route.points().get(1), od);
        }
        if (route.finish() == Site.Joint.FLANGE) {
            flange(route.points().get(last), route.points().get(last - 1), od);
        }
        for (Site.Fitting fitting : route.fittings()) {
            switch (fitting.plan().kind()) {
                case REDUCER, NEEDLE_VALVE, RELIEF_VALVE -> {
                    // no flange that could be told from its body
                }
                default -> {
                    Vector3f along = Axes.of(fitting.along());
                    double half = fitting.plan().kind() == Inline.Kind.SPECTACLE_BLIND ? 0 : fitting.length() * 0.43;
                    joint(Axes.of(fitting.at()).fma((float) half, along), along, od);
                    joint(Axes.of(fitting.at()).fma((float) -half, along), along, od);
                }
            }
        }
    }

    private void flange(Point at, Point from, double od) {
        Vector3f end = Axes.of(at);
        joint(end, Axes.of(from).sub(end).normalize(), od);
    }

    /** A pair of flanges: it can leak, come loose, or hold a blind. */
    private void joint(Vector3f at, Vector3f along, double od) {
        double outer = Math.min(Fittings.flange(od), Fittings.flange(Valves.BORE) * od / Valves.BORE) / 2;
        stage.hosts.add(InspectionDefect.LEAK, at, (signal, eye) -> leak(at, along, outer, signal, eye));
        double circle = (outer + od / 2 * 1.15) / 2;
        float size = (float) Math.max(1.5, Math.min(2.2, od / Valves.BORE));
        stage.hosts.add(
                InspectionDefect.LOOSE,
                at,
                (signal, eye) -> shown(
                        "loose-studs",
                        Flaws::loose,
                        rim(at, along, circle, eye, false).scale(size),
                        signal));
        stage.hosts.add(
                InspectionDefect.BLIND,
                at,
                (signal, eye) -> shown(
                        "paddle",
                        Flaws::paddle,
                        rim(at, along, outer, eye, true).scale(size),
                        signal));
    }

    /** Axes on the rim of a flange where an eye sees it: x along the pipe, y outwards. */
    private static Matrix4f rim(Vector3fc at, Vector3fc along, double radius, Vector3fc eye, boolean upwards) {
        Vector3f out = new Vector3f(eye).sub(at).normalize();
        if (upwards && Math.abs(along.y()) < 0.5f) {
            out.add(0, 1.5f, 0);
        }
        out.fma(-out.dot(along), along);
        if (out.length() < 0.05f) {
            out = Math.abs(along.y()) > 0.5f ? new Vector3f(0, 0, 1) : new Vector3f(0, 1, 0);
        }
        out.normalize();
        return Axes.frame(new Vector3f(at).fma((float) radius, out), along, out);
    }

    /** Beads at the lowest point of a joint, drops that fall from it, a wet floor below. */
    private void leak(Vector3fc at, Vector3fc along, double outer, String signal, Vector3fc eye) {
        Vector3f low = new Vector3f(DOWN).fma(-DOWN.dot(along), along);
        if (low.length() < 0.5f) {
            // an upright pipe: at the edge that one sees
            low = new Vector3f(eye).sub(at);
            low.y = 0;
            low.normalize().add(0, -0.15f, 0);
        } else {
            low.normalize();
        }
        Vector3f spot = new Vector3f(at).fma((float) outer, low);
        float size = (float) Math.max(1.1, Math.min(1.9, outer / 0.07));
        shown("drip", Flaws::drip, new Matrix4f().translation(spot).scale(size), signal);
        double floor = Fixed.floor(site, new Point(spot.x, -spot.z, spot.y));
        Matrix4f from = new Matrix4f().translation(spot.x, spot.y - 0.05f * size, spot.z);
        int drop = shown("drop", Flaws::drop, from, signal);
        double height = Math.max(0.05, spot.y - 0.05 * size - floor);
        stage.motion(drop, Motion.Kind.DRIP, signal, new double[] {0, 1}, DOWN, new double[] {0, height});
        shown("puddle", Flaws::puddle, new Matrix4f().translation(spot.x, (float) floor + 0.002f, spot.z), signal);
    }

    private int shown(String name, Consumer<MeshBuilder> shape, Matrix4f place, String signal) {
        int part = stage.part(name, shape, place, Part.WHITE, Stage.NO_ITEM);
        stage.showOn(part, signal);
        return part;
    }

    private void manholes(Equipment e) {
        for (Equipment.Manhole manhole : e.manholes()) {
            Vector3f out = Axes.heading(manhole.heading());
            Vector3f at = Axes.of(e.foot())
                    .add(0, (float) manhole.up(), 0)
                    .fma((float) (Bodies.radius(e) + e.insulation() + 0.12), out);
            joint(at, out, manhole.diameter());
        }
    }

    // ---- what should let something through --------------------------------------------------------------------

    private void mouths(Site.Route route) {
        int last = route.points().size() - 1;
        float size = (float) Math.max(0.7, 2 * route.radius() / Valves.BORE);
        mouth(route.line().from(), route.points().get(0), route.points().get(1), size);
        mouth(route.line().to(), route.points().get(last), route.points().get(last - 1), size);
        for (Site.Fitting fitting : route.fittings()) {
            Vector3f at = Axes.of(fitting.at());
            switch (fitting.plan().kind()) {
                case FLAME_ARRESTER, STRAINER, CHECK_VALVE ->
                    stage.hosts.add(
                            InspectionDefect.BLOCKED,
                            at,
                            (signal, eye) -> shown(
                                    "bag",
                                    Flaws::bag,
                                    Axes.along(at, Axes.of(fitting.along())).scale(size * 1.1f),
                                    signal));
                case SIGHT_GLASS, BALL_VALVE, GATE_VALVE ->
                    stage.hosts.add(
                            InspectionDefect.BLOCKED,
                            at,
                            SECOND,
                            (signal, eye) -> shown(
                                    "bag",
                                    Flaws::bag,
                                    Axes.along(
                                                    new Vector3f(at)
                                                            .fma((float) -fitting.length(), Axes.of(fitting.along())),
                                                    Axes.of(fitting.along()))
                                            .scale(size),
                                    signal));
                default -> {
                    // shows nothing when it is blocked
                }
            }
        }
    }

    private void mouth(Line.End end, Point point, Point before, float size) {
        if (end instanceof Line.End.Border border
                && (border.kind() == Line.Mouth.VENT || border.kind() == Line.Mouth.DRAIN)) {
            Vector3f at = Axes.of(point);
            Vector3f out = Axes.of(point).sub(Axes.of(before)).normalize();
            stage.hosts.add(
                    InspectionDefect.BLOCKED,
                    at,
                    (signal, eye) ->
                            shown("bag", Flaws::bag, Axes.along(at, out).scale(size), signal));
        }
    }

    /** Cartons in front of extinguishers. */
    private void blocked(Fixed f) {
        Matrix4f place = new Matrix4f(f.place()).translate(0, 0, 0.5f);
        stage.hosts.add(
                InspectionDefect.BLOCKED, f.at(), (signal, eye) -> shown("cartons", Flaws::cartons, place, signal));
    }

    // ---- beside a plate ---------------------------------------------------------------------------------------

    /** The pipe beside a plate has a cock, and can have lost its sheet. */
    private void pipes(Fixed plate) {
        Spot bare = null;
        Spot sheet = null;
        for (Site.Route route : site.routes()) {
            for (int leg = 0; leg + 1 < route.points().size(); leg++) {
                Vector3f from = Axes.of(route.points().get(leg));
                Vector3f to = Axes.of(route.points().get(leg + 1));
                Vector3f way = new Vector3f(to).sub(from);
                double length = way.length();
                way.normalize();
                for (double s = 0.3; s <= length - 0.3; s += STEP) {
                    Vector3f at = new Vector3f(from).fma((float) s, way);
                    double far = at.distance(plate.at());
                    if (far < NEAR && free(route, at)) {
                        Spot spot = new Spot(route, at, way, far);
                        bare = bare == null || far < bare.far() ? spot : bare;
                        boolean covered = route.line().insulation() > 0;
                        sheet = covered && (sheet == null || far < sheet.far()) ? spot : sheet;
                    }
                }
            }
        }
        if (bare != null) {
            Spot spot = bare;
            int[] lever = {Stage.NO_ITEM};
            stage.hosts.add(
                    InspectionDefect.POSITION,
                    spot.at(),
                    COCK,
                    (signal, eye) -> cock(
                            rim(spot.at(), spot.along(), spot.route().outside(), eye, false)
                                    .scale(COCK_SIZE),
                            lever,
                            signal));
        }
        if (sheet != null) {
            Spot spot = sheet;
            float r = (float) spot.route().outside();
            Matrix4f place = Axes.along(spot.at(), spot.along()).scale(0.42f, r, r);
            stage.hosts.add(
                    InspectionDefect.INSULATION,
                    spot.at(),
                    (signal, eye) -> shown("bare-wool", Flaws::bareWool, place, signal));
        }
    }

    private record Spot(Site.Route route, Vector3f at, Vector3f along, double far) {}

    private static boolean free(Site.Route route, Vector3f at) {
        return route.fittings().stream()
                .noneMatch(fitting -> Axes.of(fitting.at()).distance(at) < fitting.length() / 2 + 0.25);
    }

    /** A cock that is shut, or in the defect open. */
    private void cock(Matrix4f place, int[] lever, String signal) {
        if (lever[0] < 0) {
            stage.still.push().place(place);
            Flaws.cock(stage.still);
            stage.still.pop();
            Matrix4f plug = new Matrix4f(place).translate(0.044f, 0.06f, 0);
            lever[0] = stage.part("root-lever", Flaws::rootLever, plug, Part.WHITE, Stage.NO_ITEM);
        }
        stage.motion(lever[0], Motion.Kind.TURN, signal, new double[] {0, 1}, X, new double[] {0, -Math.PI / 2});
    }

    /** A hose box has a cock at its side. */
    private void hydrant(Fixed f) {
        Matrix4f side = new Matrix4f(f.place())
                .translate(0.375f, 0.75f, 0)
                .rotateZ((float) (-Math.PI / 2))
                .scale(COCK_SIZE);
        Vector3f at = side.transformPosition(new Vector3f());
        int[] lever = {Stage.NO_ITEM};
        stage.hosts.add(InspectionDefect.POSITION, at, (signal, eye) -> cock(side, lever, signal));
    }

    /** A junction box beside a plate, where there is no insulation to be damaged. */
    private void junction(Fixed plate) {
        Matrix4f place = new Matrix4f(plate.place()).translate(0.26f, 0, -0.03f).scale(1.5f);
        stage.hosts.add(InspectionDefect.INSULATION, plate.at(), SECOND, (signal, eye) -> {
            stage.still.push().place(place);
            Flaws.junction(stage.still);
            Solids.box(stage.still, -0.1, 0, 0.004, 0.2, 0.025, 0.008);
            stage.still.pop();
            int lid = stage.part("junction-lid", Flaws::lid, place, Part.WHITE, Stage.NO_ITEM);
            stage.hideOn(lid, signal);
            shown("junction-open", Flaws::lidOff, place, signal);
        });
    }

    // ---- vessels ----------------------------------------------------------------------------------------------

    /** The sheet of a clad shell. */
    private void shell(Equipment e) {
        boolean upright = e.kind() == Equipment.Kind.COLUMN || e.kind() == Equipment.Kind.VERTICAL_VESSEL;
        if (!upright || e.insulation() <= 0) {
            return;
        }
        float r = (float) (Bodies.radius(e) + e.insulation());
        for (double up = e.clearance() + 0.6; up < e.clearance() + e.length() - 0.6; up += 0.8) {
            Vector3f axis = Axes.of(e.foot()).add(0, (float) up, 0);
            stage.hosts.add(InspectionDefect.INSULATION, axis, SECOND / 2, (signal, eye) -> {
                Vector3f out = new Vector3f(eye).sub(axis);
                out.y = 0;
                out.normalize();
                Matrix4f place =
                        Axes.facing(new Vector3f(axis).fma(r, out), out).scale(0.5f, 0.24f, 0.06f);
                shown("bare-wool", Flaws::bareWool, place, signal);
            });
        }
    }

    /** What is connected to earth: from its foot to a lug in the floor, on the side where one stands. */
    private void earth(Site.Standing standing) {
        Equipment e = standing.plan();
        boolean stands = switch (e.kind()) {
            case SKID, CABINET, AIR_COOLER -> false;
            default -> e.support() != Equipment.Support.HUNG;
        };
        if (!stands) {
            return;
        }
        Vector3f foot = Axes.of(e.foot());
        int[] strap = {Stage.NO_ITEM};
        Matrix4f place = new Matrix4f();
        stage.hosts.add(InspectionDefect.EARTHING, foot, (signal, eye) -> {
            if (strap[0] < 0) {
                place.set(Straps.place(standing, eye));
                strap[0] = stage.part("earth-strap", Flaws::earthed, place, Part.WHITE, Stage.NO_ITEM);
            }
            stage.hideOn(strap[0], signal);
            shown("earth-strap-off", Flaws::unearthed, place, signal);
        });
    }
}
