package org.openots.distillation.field3d.scene.build;

import static org.openots.distillation.field3d.scene.build.Axes.at;

import java.util.function.Consumer;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.openots.common.signal.SignalRange;
import org.openots.distillation.field3d.plan.Site;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Motion;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.model.Actuated;
import org.openots.distillation.field3d.scene.model.Fittings;
import org.openots.distillation.field3d.scene.model.Flaws;
import org.openots.distillation.field3d.scene.model.Furniture;
import org.openots.distillation.field3d.scene.model.InlineDevices;
import org.openots.distillation.field3d.scene.model.Palette;
import org.openots.distillation.field3d.scene.model.Valves;
import org.openots.simulator.field.InspectionDefect;

/** Valves and what else sits in pipes. */
final class FittingWorks {
    private static final double[] PERCENT = {0, 100};
    private static final Vector3f UP = new Vector3f(0, 1, 0);
    private static final double QUARTER = Math.PI / 2;

    /** Turns of a handwheel from shut to open; gate valves of these bores have 8 to 14, what one can watch is enough. */
    private static final double TURNS = 6;

    /** A seal with its tag is drawn so large that it is seen from a ladder's head. */
    private static final float SEAL = 2;

    private final Stage stage;

    FittingWorks(Stage stage) {
        this.stage = stage;
    }

    /** How a shape drawn for {@link Valves#BORE} is fitted into its place. */
    private record Fit(Matrix4f place, Matrix4f bare, double size, Site.Fitting fitting, Site.Route route) {
        String tag() {
            return fitting.plan().tag().orElse("");
        }
    }

    void add(Site.Route route) {
        for (Site.Fitting fitting : route.fittings()) {
            switch (fitting.plan().kind()) {
                case BALL_VALVE -> ball(fit(fitting, route, 0.214));
                case GATE_VALVE -> gate(fit(fitting, route, 0.244));
                case GLOBE_VALVE -> globe(fit(fitting, route, 0.264));
                case NEEDLE_VALVE -> needle(fit(fitting, route, 0.2));
                case CONTROL_VALVE -> control(fit(fitting, route, 0.274));
                case SOLENOID_VALVE -> solenoid(fit(fitting, route, 0.204));
                case SHUTOFF_VALVE -> shutOff(fit(fitting, route, 0.214));
                case MOTOR_VALVE -> plain("valve-motor", Actuated::motor, fit(fitting, route, 0.244), 0.42);
                case CHECK_VALVE -> plain("valve-check", InlineDevices::check, fit(fitting, route, 0.234), 0.1);
                case RELIEF_VALVE -> relief(fitting, route);
                case STRAINER -> plain("strainer", InlineDevices::strainer, fit(fitting, route, 0.254), 0.06);
                case FLOW_ELEMENT -> flow(fitting, route);
                case ROTAMETER -> rotameter(fit(fitting, route, 0.534));
                case SIGHT_GLASS -> plain("sight-glass", InlineDevices::sight, fit(fitting, route, 0.204), 0.06);
                case SPECTACLE_BLIND -> still(fitting, route, b -> Fittings.spectacle(b, 2 * route.radius()));
                case FLAME_ARRESTER ->
                    plain("flame-arrester", InlineDevices::arrester, fit(fitting, route, 0.354), 0.12);
                case REDUCER ->
                    still(
                            fitting,
                            route,
                            b -> Fittings.reducer(b, 2 * route.radius(), 1.5 * route.radius(), fitting.length()));
                default -> throw new IllegalStateException("no shape for " + fitting.plan());
            }
        }
    }

    private Fit fit(Site.Fitting fitting, Site.Route route, double length) {
        double bore = 2 * route.radius() / Valves.BORE;
        double stretch = fitting.length() / length;
        double size = bore < 1 ? (bore + stretch) / 2 : Math.min(bore, Math.max(stretch, 1));
        Matrix4f bare = Axes.frame(Axes.of(fitting.at()), Axes.of(fitting.along()), Axes.of(fitting.spindle()));
        Matrix4f place = new Matrix4f(bare).scale((float) stretch, (float) size, (float) size);
        return new Fit(place, bare, size, fitting, route);
    }

    private void still(Site.Fitting fitting, Site.Route route, Consumer<MeshBuilder> shape) {
        Fit fit = fit(fitting, route, fitting.length());
        stage.still.push().place(fit.bare()).paint(PipeWorks.paint(route.line()));
        shape.accept(stage.still);
        stage.still.pop();
        if (!fit.tag().isEmpty()) {
            item(fit, Item.Kind.EQUIPMENT, fitting.reach(), route.radius() * 2);
        }
    }

    /** An item whose handle is what one takes or reads, with its tag plate. */
    private int item(Fit fit, Item.Kind kind, double top, double side) {
        double half = fit.fitting().length() / 2;
        double[][] box = {
            {-half, -side, -side},
            {half, Math.max(side, top), side},
            {0, Math.min(fit.fitting().reach(), top), 0}
        };
        Vector3f facing = Axes.of(fit.fitting().spindle());
        if (Math.abs(facing.y) > 0.9f) {
            facing = Axes.of(fit.fitting().along()).cross(0, 1, 0);
            if (facing.length() < 0.5f) {
                facing = at(0, 0, 1);
            }
        }
        tagPlate(fit, side);
        return stage.item(fit.tag(), kind, stage.facts.name(fit.tag()), fit.bare(), box, facing);
    }

    private int part(Fit fit, Item.Kind kind, String name, Consumer<MeshBuilder> shape, double top) {
        int item = fit.tag().isEmpty() ? Stage.NO_ITEM : item(fit, kind, top, 0.075 * fit.size());
        stage.part(name, shape, fit.place(), Part.WHITE, item);
        return item;
    }

    /** The body of a valve turned by hand, whose box reaches a little over what the hand takes. */
    private int hand(Fit fit, String name, Consumer<MeshBuilder> shape, double over) {
        return part(fit, Item.Kind.HAND_VALVE, name, shape, fit.fitting().reach() + over);
    }

    private void plain(String name, Consumer<MeshBuilder> shape, Fit fit, double top) {
        part(fit, Item.Kind.EQUIPMENT, name, shape, top * fit.size());
    }

    /** Under a valve in a level pipe, beside one in an upright pipe. */
    private void tagPlate(Fit fit, double side) {
        Vector3f along = Axes.of(fit.fitting().along());
        Vector3f spindle = Axes.of(fit.fitting().spindle());
        double height = Math.max(0.02, Math.min(0.06, 0.012 + fit.route().radius() * 0.7));
        Vector3f place = Axes.of(fit.fitting().at());
        Vector3f facing;
        if (Math.abs(along.y) > 0.9f) {
            facing = spindle;
            Vector3f right = new Vector3f(0, 1, 0).cross(spindle);
            double shift = side + Stage.width(fit.tag(), height) / 2 + height;
            place.fma((float) shift, right).fma((float) (fit.route().radius() * 0.6), spindle);
            strap(place, new Vector3f(right).mul((float) -shift));
        } else {
            facing = Math.abs(spindle.y) > 0.9f
                    ? new Vector3f(along).cross(0, 1, 0).normalize()
                    : spindle;
            place.add(0, (float) -(side + height * 1.3), 0);
            strap(place, at(0, side * 0.8 + height, 0));
        }
        stage.plate(fit.tag(), Axes.facing(place, facing), height, Palette.PLATE, true);
    }

    private void strap(Vector3f from, Vector3f step) {
        stage.still.paint(Palette.STAINLESS);
        Rounds.rod(stage.still, from, new Vector3f(from).add(step), 0.0025, 5);
    }

    private void ball(Fit fit) {
        double reach = fit.fitting().reach();
        int item = hand(fit, "valve-ball", Valves::ball, 0.02);
        double size = Math.max(0.42, fit.size());
        double neck = 0.078 * fit.size();
        Matrix4f spindle = new Matrix4f(fit.bare()).translate(0, (float) neck, 0);
        spindle.scale((float) (0.014 * size), (float) Math.max(0.004, reach - neck), (float) (0.014 * size));
        stage.part("spindle", Valves::spindle, spindle, Part.WHITE, item);
        Matrix4f top = new Matrix4f(fit.bare()).translate(0, (float) reach, 0).scale((float) size);
        turning(fit, item, "lever", Valves::lever, top, QUARTER, 0);
    }

    /** A part of a valve that turns about its spindle with it. */
    private int turning(
            Fit fit, int item, String name, Consumer<MeshBuilder> shape, Matrix4f place, double from, double to) {
        int part = stage.part(name, shape, place, Part.WHITE, item);
        follow(part, fit, Motion.Kind.TURN, from, to);
        return part;
    }

    /** A part of a valve that moves along its spindle with it. */
    private void sliding(Fit fit, int item, String name, Consumer<MeshBuilder> shape, Matrix4f place, double way) {
        follow(stage.part(name, shape, place, Part.WHITE, item), fit, Motion.Kind.SLIDE, 0, way);
    }

    private void follow(int part, Fit fit, Motion.Kind kind, double from, double to) {
        if (!fit.tag().isEmpty()) {
            stage.motion(part, kind, fit.tag(), PERCENT, UP, new double[] {from, to});
        }
    }

    /** Stretched along the spindle so that the handwheel is where the plan has it. */
    private Fit tall(Fit fit, double wheel) {
        double stretch = Math.max(
                fit.size() * 0.8, Math.min(fit.size() * 1.7, fit.fitting().reach() / wheel));
        Vector3f scale = fit.place().getScale(new Vector3f());
        Matrix4f place = new Matrix4f(fit.bare()).scale(scale.x, (float) stretch, scale.z);
        return new Fit(place, fit.bare(), fit.size(), fit.fitting(), fit.route());
    }

    private void wheel(Fit fit, int item, double height, double radius, double rise) {
        float stretch = fit.place().getScale(new Vector3f()).y;
        double size = Math.max(0.5, fit.size());
        Matrix4f top = new Matrix4f(fit.bare())
                .translate(0, (float) (height * stretch), 0)
                .scale((float) size);
        Matrix4f rim = top.scale((float) (radius / 0.1));
        int wheel = turning(fit, item, "wheel", b -> Valves.wheel(b, 0.1, 5), rim, 0, 2 * Math.PI * TURNS);
        if (rise > 0) {
            follow(wheel, fit, Motion.Kind.SLIDE, 0, rise);
        }
        Matrix4f stem = new Matrix4f(fit.place()).translate(0, (float) (height - 0.16), 0);
        sliding(fit, item, "stem", b -> Valves.stem(b, 0.185), stem, rise > 0 ? rise : 0.055);
    }

    private void gate(Fit small) {
        Fit fit = tall(small, 0.29);
        int item = hand(fit, "valve-gate", Valves::gate, 0.05);
        wheel(fit, item, 0.29, 0.1, 0);
    }

    private void globe(Fit small) {
        Fit fit = tall(small, 0.25);
        int item = hand(fit, "valve-globe", Valves::globe, 0.05);
        wheel(fit, item, 0.25, 0.09, 0.025);
    }

    private void needle(Fit small) {
        Fit fit = tall(small, 0.13);
        int item = hand(fit, "valve-needle", Valves::needle, 0.02);
        float stretch = fit.place().getScale(new Vector3f()).y;
        Matrix4f top =
                new Matrix4f(fit.bare()).translate(0, 0.135f * stretch, 0).scale((float) Math.max(0.45, fit.size()));
        int bar = turning(fit, item, "bar", Valves::bar, top, 0, 2 * Math.PI * TURNS);
        follow(bar, fit, Motion.Kind.SLIDE, 0, 0.015);
    }

    private void control(Fit small) {
        Fit fit = tall(small, 0.43);
        int item = part(fit, Item.Kind.CONTROL_VALVE, "valve-control", Actuated::control, 0.43 * fit.size());
        sliding(fit, item, "pointer", Actuated::pointer, fit.place(), 0.065);
    }

    private void solenoid(Fit fit) {
        int item = part(fit, Item.Kind.CONTROL_VALVE, "valve-solenoid", Actuated::solenoid, 0.2 * fit.size());
        Matrix4f eye = new Matrix4f(fit.place()).translate(0, 0.145f, 0.086f).scale(0.012f);
        int lamp = stage.part("button", Furniture::button, eye, 0x40E060FF, item);
        follow(lamp, fit, Motion.Kind.SHINE, 0, 1);
    }

    private void shutOff(Fit fit) {
        int item = part(fit, Item.Kind.CONTROL_VALVE, "valve-shutoff", Actuated::shutOff, 0.31 * fit.size());
        Matrix4f top = new Matrix4f(fit.place()).translate(0, 0.272f, 0);
        turning(fit, item, "drum", Actuated::drum, top, QUARTER, 0);
    }

    private void relief(Site.Fitting fitting, Site.Route route) {
        Vector3f inlet = Axes.of(fitting.along());
        Vector3f outlet = Axes.of(route.points().get(fitting.leg() + 2))
                .sub(Axes.of(route.points().get(fitting.leg() + 1)))
                .normalize();
        Vector3f across = new Vector3f(inlet).cross(outlet).normalize();
        Matrix4f bare = Axes.frame(Axes.of(fitting.at()), across, inlet);
        double size = fitting.length() / 2 / 0.105;
        Matrix4f place = new Matrix4f(bare).scale((float) size);
        Fit fit = new Fit(place, bare, size, fitting, route);
        int item = Stage.NO_ITEM;
        if (!fit.tag().isEmpty()) {
            double side = 0.08 * size;
            double[][] box = {
                {-side, -fitting.length() / 2, -side}, {side, 0.3 * size, fitting.length() / 2}, {0, 0.2 * size, 0}
            };
            Vector3f facing = Math.abs(outlet.y) > 0.9f ? at(0, 0, 1) : outlet;
            item = stage.item(fit.tag(), Item.Kind.EQUIPMENT, stage.facts.name(fit.tag()), bare, box, facing);
            Vector3f plate = Axes.of(fitting.at()).add(0, (float) (0.34 * size), 0);
            stage.plate(fit.tag(), Axes.facing(plate, facing), 0.03, Palette.PLATE, true);
        }
        stage.part("valve-relief", InlineDevices::relief, place, Part.WHITE, item);
        seal(place, item);
    }

    /** The seal on the lever of a relief valve; when it is not as it should be, a cut wire is left. */
    private void seal(Matrix4f valve, int item) {
        Vector3f hook = valve.transformPosition(at(0.075, 0.285, 0.012));
        Vector3f out = valve.transformDirection(at(0, 0, 1)).normalize();
        Matrix4f place = Math.abs(out.y) > 0.5f ? new Matrix4f().translation(hook) : Axes.facing(hook, out);
        place.scale(SEAL);
        int whole = stage.part("seal", Flaws::seal, place, Part.WHITE, item);
        stage.hosts.add(InspectionDefect.EXPIRED, hook, (signal, eye) -> {
            stage.hideOn(whole, signal);
            stage.showOn(stage.part("seal-broken", Flaws::sealBroken, place, Part.WHITE, item), signal);
        });
    }

    private void flow(Site.Fitting fitting, Site.Route route) {
        if (route.line().dn() < 80) {
            Fit fit = fit(fitting, route, 0.254);
            part(fit, Item.Kind.TRANSMITTER, "flow-tube", InlineDevices::flowTube, 0.22 * fit.size());
            return;
        }
        Fit fit = fit(fitting, route, fitting.length());
        stage.still.push().place(fit.bare()).paint(PipeWorks.paint(route.line()));
        double r = route.radius();
        Rounds.rod(stage.still, at(-fitting.length() / 2, 0, 0), at(fitting.length() / 2, 0, 0), r, 16);
        stage.still.pop();
        int item =
                fit.tag().isEmpty() ? Stage.NO_ITEM : item(fit, Item.Kind.TRANSMITTER, fitting.reach() + 0.1, 0.06 + r);
        Matrix4f place = new Matrix4f(fit.bare()).scale((float) Math.min(1.6, 2 * r / Valves.BORE));
        stage.part("orifice", InlineDevices::orifice, place, Part.WHITE, item);
    }

    private void rotameter(Fit fit) {
        int item = part(fit, Item.Kind.GAUGE, "rotameter", InlineDevices::rotameter, 0.05 * fit.size());
        Matrix4f low = new Matrix4f(fit.place()).translate(-0.15f, 0, 0);
        int body = stage.part("float", InlineDevices::floating, low, Part.WHITE, item);
        if (!fit.tag().isEmpty()) {
            SignalRange range = stage.facts.range(fit.tag());
            stage.motion(
                    body,
                    Motion.Kind.SLIDE,
                    fit.tag(),
                    new double[] {range.low(), range.high()},
                    at(1, 0, 0),
                    new double[] {0, 0.3});
        }
    }
}
