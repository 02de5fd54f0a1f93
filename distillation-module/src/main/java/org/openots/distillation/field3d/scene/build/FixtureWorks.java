package org.openots.distillation.field3d.scene.build;

import static org.openots.distillation.field3d.scene.build.Axes.at;

import java.util.List;
import java.util.function.Consumer;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.plan.Site;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Lamp;
import org.openots.distillation.field3d.scene.Motion;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;
import org.openots.distillation.field3d.scene.model.FieldPoints;
import org.openots.distillation.field3d.scene.model.Fittings;
import org.openots.distillation.field3d.scene.model.Furniture;
import org.openots.distillation.field3d.scene.model.Palette;
import org.openots.distillation.field3d.scene.model.Safety;
import org.openots.simulator.field.InspectionDefect;
import org.openots.simulator.plot.Fixture;

/** Devices, field points, safety things, light. */
final class FixtureWorks {
    /** How far a lamp lights, m: from below a deck to the floor and to the pumps beside it. */
    private static final float LAMP_REACH = 13;

    private static final Vector3f OUT = new Vector3f(0, 0, 1);
    private static final double[] ON = {0, 1};
    private static final double[] WAY = {0, 1};
    private static final int GREEN = 0x30C860FF;
    private static final int RED = 0xE03030FF;
    private static final int AMBER = 0xF0B020FF;
    private static final int LIGHT = 0xFFF0D0FF;

    /** Longest strap from a plate to a pipe, m. */
    private static final float STRAP = 0.45f;

    /** Arm of a plate to the vessel behind it, m. */
    private static final double ARM = 0.16;

    private final Stage stage;
    private final List<Site.Route> routes;
    private final InstrumentWorks instruments;

    FixtureWorks(Stage stage, Site site) {
        this.stage = stage;
        this.routes = site.routes();
        this.instruments = new InstrumentWorks(stage);
    }

    void add(Site site) {
        for (Fixture fixture : site.plan().fixtures()) {
            Fixed f = Fixed.of(fixture, site);
            switch (fixture.kind().group()) {
                case INSTRUMENTS -> instruments.add(f);
                case DEVICES -> device(f);
                case FIELD_POINTS -> point(f);
                default -> safety(f);
            }
        }
    }

    private int item(Fixed f, Item.Kind kind, double[] size, double[] handle) {
        double w = size[0] / 2;
        double[][] box = {{-w, size[1], size[3]}, {w, size[2], size[4]}, handle};
        return stage.item(f.tag(), kind, f.name(stage.facts), f.place(), box, f.facing());
    }

    /** A thing with a front at the origin, as wide and high as given, behind it so deep. */
    private int plain(Fixed f, Item.Kind kind, String name, Consumer<MeshBuilder> shape, double[] size) {
        int item = item(f, kind, size, new double[] {0, (size[1] + size[2]) / 2, size[4] * 0.8});
        stage.part(name, shape, f.place(), Part.WHITE, item);
        return item;
    }

    private void device(Fixed f) {
        switch (f.plan().kind()) {
            case SWITCH -> {
                int item = plain(f, Item.Kind.SWITCH, "switch-box", Furniture::switchBox, box(0.12, -0.08, 0.08, 0.07));
                Matrix4f hub = new Matrix4f(f.place()).translate(0, -0.01f, 0.002f);
                int knob = stage.part("knob", Furniture::knob, hub, Part.WHITE, item);
                stage.motion(knob, Motion.Kind.TURN, f.tag(), ON, OUT, new double[] {Math.PI / 2, 0});
                stage.label(f.tag(), new Matrix4f(f.place()).translate(0, 0.058f, 0.004f), 0.02, Stage.INK);
                instruments.mount(f, 0.09, 0);
            }
            case EMERGENCY_STOP -> {
                int item = plain(
                        f, Item.Kind.EMERGENCY_STOP, "stop-box", Furniture::stopBox, box(0.13, -0.075, 0.075, 0.08));
                Matrix4f hub = new Matrix4f(f.place()).translate(0, 0, 0.004f);
                int button = stage.part("mushroom", Furniture::mushroom, hub, Part.WHITE, item);
                stage.motion(button, Motion.Kind.SLIDE, f.tag(), ON, OUT, new double[] {0, -0.012});
                Matrix4f head = new Matrix4f(f.place()).translate(0, 0.105f, -0.02f);
                stage.plate(f.tag(), head, 0.032, Palette.SAFETY_RED, false);
                instruments.mount(f, 0.1, 0);
            }
            default -> panel(f);
        }
    }

    private static double[] box(double width, double low, double high, double depth) {
        return new double[] {width, low, high, -depth, 0.04};
    }

    /** A plate without a post hangs on the pipe beside it, else on an arm from what stands behind it. */
    private void strap(Fixed f) {
        if (f.plan().mount() != Fixture.Mount.TAP) {
            return;
        }
        Vector3f back = f.place().transformPosition(at(0, 0, -0.01));
        Vector3f end = f.place().transformPosition(at(0, 0, -ARM));
        float nearest = STRAP;
        for (Site.Route route : routes) {
            for (int leg = 0; leg + 1 < route.points().size(); leg++) {
                Vector3f foot = foot(
                        back,
                        Axes.of(route.points().get(leg)),
                        Axes.of(route.points().get(leg + 1)));
                float away = foot.distance(back);
                if (away < nearest && away > route.outside()) {
                    nearest = away;
                    end = foot;
                }
            }
        }
        stage.still.paint(Palette.STAINLESS);
        Rounds.rod(stage.still, back, end, 0.006, 6);
    }

    private static Vector3f foot(Vector3f of, Vector3f from, Vector3f to) {
        Vector3f way = new Vector3f(to).sub(from);
        float share = new Vector3f(of).sub(from).dot(way) / way.lengthSquared();
        return way.mul(Math.max(0, Math.min(1, share))).add(from);
    }

    /** Start and stop, lamps for running and trip. */
    private void panel(Fixed f) {
        int item = plain(f, Item.Kind.LOCAL_PANEL, "panel", Furniture::panel, box(0.22, -0.15, 0.16, 0.1));
        button(f, item, new double[] {-0.042, -0.03, 0.018}, GREEN);
        button(f, item, new double[] {0.042, -0.03, 0.018}, RED);
        int run = button(f, item, new double[] {-0.042, 0.052, 0.013}, GREEN);
        stage.motion(run, Motion.Kind.SHINE, f.tag(), ON, OUT, WAY);
        int trip = button(f, item, new double[] {0.042, 0.052, 0.013}, AMBER);
        if (stage.facts.names().containsKey(f.tag() + ".TRIP")) {
            stage.motion(trip, Motion.Kind.BLINK, f.tag() + ".TRIP", ON, OUT, WAY);
        }
        stage.label(f.tag(), new Matrix4f(f.place()).translate(0, 0.118f, 0.0045f), 0.024, Stage.INK);
        small(f, new LocalText("启动", "START"), -0.042, -0.066);
        small(f, new LocalText("停止", "STOP"), 0.042, -0.066);
        small(f, new LocalText("运行", "RUN"), -0.042, 0.083);
        small(f, new LocalText("故障", "TRIP"), 0.042, 0.083);
        instruments.mount(f, 0.13, 0);
    }

    private void small(Fixed f, LocalText text, double x, double y) {
        Matrix4f spot = new Matrix4f(f.place()).translate((float) x, (float) y, 0.004f);
        stage.label(stage.words(text), spot, 0.013, Stage.INK);
    }

    private int button(Fixed f, int item, double[] spot, int tint) {
        Matrix4f place = new Matrix4f(f.place())
                .translate((float) spot[0], (float) spot[1], 0.012f)
                .scale((float) spot[2]);
        return stage.part("button", Furniture::button, place, tint, item);
    }

    private void point(Fixed f) {
        switch (f.plan().kind()) {
            case CHECK_POINT -> {
                plain(f, Item.Kind.CHECK_POINT, "check-plate", FieldPoints::checkPlate, box(0.12, -0.045, 0.045, 0.02));
                stage.label(f.plan().id(), new Matrix4f(f.place()).translate(0, -0.027f, 0.007f), 0.02, Stage.CHALK);
                instruments.mount(f, 0.05, 0);
                strap(f);
            }
            case SAMPLE_POINT -> {
                plain(f, Item.Kind.SAMPLE_POINT, "sample-point", FieldPoints::sample, box(0.24, -0.26, 0.16, 0.2));
                stage.plate(f.plan().id(), new Matrix4f(f.place()).translate(0, 0.19f, 0), 0.028, Palette.PLATE, false);
                sampleLeg(f);
            }
            case PPE_CABINET -> {
                plain(f, Item.Kind.PPE_CABINET, "ppe-cabinet", Furniture::protective, new double[] {
                    1.2, 0, 2, -0.21, 0.22
                });
                Matrix4f head = new Matrix4f(f.place()).translate(0, 2.06f, -0.16f);
                stage.label(stage.words(f.name(stage.facts)), head, 0.1, Stage.CHALK);
                stage.block(f.place(), new double[] {-0.6, 0, -0.21}, new double[] {0.6, 2, 0.21});
            }
            case DESK -> {
                plain(f, Item.Kind.DESK, "desk", Furniture::desk, new double[] {1.4, 0, 1.25, -0.35, 0.36});
                stage.block(f.place(), new double[] {-0.7, 0, -0.35}, new double[] {0.7, 1.2, 0.35});
            }
            case TELEPHONE -> {
                plain(f, Item.Kind.DESK, "telephone", Furniture::telephone, box(0.24, -0.16, 0.16, 0.1));
                Matrix4f head = new Matrix4f(f.place()).translate(0, 0.2f, -0.04f);
                stage.plate(stage.words(f.name(stage.facts)), head, 0.035, Palette.SAFETY_BLUE, false);
                instruments.mount(f, 0.12, 0);
            }
            default -> {
                plain(f, Item.Kind.DETECTOR, "detector-test", FieldPoints::testGas, box(0.3, -0.3, 0.2, 0.15));
                Matrix4f head = new Matrix4f(f.place()).translate(0, 0.23f, -0.02f);
                stage.plate(stage.words(f.name(stage.facts)), head, 0.026, Palette.SAFETY_YELLOW, false);
                instruments.mount(f, 0.16, 0);
            }
        }
    }

    /** A sampling station stands on a leg of its own unless something else holds it. */
    private void sampleLeg(Fixed f) {
        if (f.plan().mount() != Fixture.Mount.TAP || f.at().y - f.floor() > 1.6) {
            instruments.mount(f, 0.22, 0.05);
            return;
        }
        Vector3f foot = f.place().transformPosition(at(0, 0, -0.21));
        foot.y = (float) f.floor();
        stage.still.paint(Palette.STAINLESS);
        Rounds.rod(stage.still, foot, new Vector3f(foot.x, f.at().y + 0.1f, foot.z), 0.018, 10);
        stage.still.push().move(foot.x, foot.y, foot.z);
        Solids.box(stage.still, 0, 0.004, 0, 0.14, 0.008, 0.14);
        stage.still.pop();
    }

    private void safety(Fixed f) {
        switch (f.plan().kind()) {
            case EXTINGUISHER -> {
                int item =
                        plain(f, Item.Kind.EXTINGUISHER, "extinguisher-stand", Safety::extinguisherStand, new double[] {
                            0.6, 0, 1, -0.17, 0.18
                        });
                extinguishers(f, item);
                Matrix4f head = new Matrix4f(f.place()).translate(0, 0.84f, -0.143f);
                stage.label(stage.words(new LocalText("灭火器", "FIRE")), head, 0.12, Stage.CHALK);
                stage.block(f.place(), new double[] {-0.3, 0, -0.17}, new double[] {0.3, 1, 0.17});
            }
            case EYEWASH -> {
                plain(f, Item.Kind.EYEWASH, "eyewash", Safety::eyewash, new double[] {0.5, 0, 2.2, -0.1, 0.6});
                stage.label(
                        stage.words(new LocalText("洗眼器", "EYEWASH")),
                        new Matrix4f(f.place()).translate(0, 1.63f, 0.037f),
                        0.05,
                        Stage.CHALK);
                stage.post(new Vector3f(f.at()), 0.12, 2.2);
            }
            case HOSE -> {
                plain(f, Item.Kind.HOSE, "hose", Safety::hose, new double[] {0.75, 0, 1.05, -0.22, 0.1});
                stage.label(
                        stage.words(new LocalText("消防软管", "FIRE HOSE")),
                        new Matrix4f(f.place()).translate(0, 0.95f, 0.022f),
                        0.08,
                        Stage.CHALK);
                stage.block(f.place(), new double[] {-0.38, 0, -0.22}, new double[] {0.38, 1.05, 0.08});
            }
            case FIRST_AID -> still(f, Safety::firstAid);
            case FIRE_ALARM -> {
                still(f, Furniture::fireAlarm);
                Matrix4f head = new Matrix4f(f.place()).translate(0, 0.09f, 0);
                stage.plate(stage.words(new LocalText("火警", "FIRE ALARM")), head, 0.03, Palette.SAFETY_RED, false);
                instruments.mount(f, 0.06, 0);
            }
            case WARNING_SIGN -> sign(f, 0, Palette.SAFETY_YELLOW);
            case MANDATORY_SIGN -> sign(f, 1, Palette.SAFETY_BLUE);
            case PROHIBITION_SIGN -> sign(f, 2, Palette.WHITE);
            case SAFE_SIGN -> sign(f, 3, Palette.SAFETY_GREEN);
            case BOARD -> board(f);
            case LAMP_POST -> lampPost(f);
            case LAMP -> lamp(f);
            case WIND_SOCK ->
                still(
                        f,
                        b -> Safety.windSock(b, f.plan().height() > 0 ? f.plan().height() : 6));
            case DRUM -> {
                still(f, b -> Furniture.drum(b, Palette.SAFETY_BLUE));
                stage.post(new Vector3f(f.at()), 0.3, 0.9);
            }
            default -> {
                still(f, Furniture::bench);
                stage.block(f.place(), new double[] {-0.75, 0, -0.33}, new double[] {0.75, 0.9, 0.33});
            }
        }
    }

    /** Two; when they are not as they should be, one is missing. */
    private void extinguishers(Fixed f, int item) {
        for (int side = -1; side <= 1; side += 2) {
            Matrix4f place = new Matrix4f(f.place()).translate(side * 0.14f, 0.06f, 0);
            int one = stage.part("extinguisher", Safety::extinguisher, place, Part.WHITE, item);
            if (side > 0) {
                stage.hosts.add(InspectionDefect.EXPIRED, f.at(), (signal, eye) -> stage.hideOn(one, signal));
            }
        }
    }

    private void still(Fixed f, Consumer<MeshBuilder> shape) {
        stage.still.push().place(f.place());
        shape.accept(stage.still);
        stage.still.pop();
    }

    private void sign(Fixed f, int kind, Paint paint) {
        String text = stage.words(f.name(stage.facts));
        // in a hall one stands nearer
        double scale = stage.outdoors ? 1 : 0.55;
        double height = 0.1 * scale;
        double words = Stage.width(text, height);
        double wide = words + 0.5 * scale;
        MeshBuilder b = stage.still;
        b.push().place(f.place());
        Safety.sign(b, wide, 0.36 * scale, paint);
        b.push().move(-wide / 2 + 0.2 * scale, 0, 0.0065);
        Safety.pictogram(b, 0.28 * scale, kind);
        b.pop();
        b.pop();
        Matrix4f spot = new Matrix4f(f.place()).translate((float) (0.15 * scale), 0, 0.0085f);
        int colour = kind == 0 || kind == 2 ? Stage.INK : Stage.CHALK;
        stage.label(text, spot, height, colour);
        if (f.plan().mount() == Fixture.Mount.POST) {
            posts(f, wide);
        }
    }

    private void posts(Fixed f, double wide) {
        Vector3f foot = f.place().transformPosition(at(0, 0, -0.035));
        foot.y = (float) f.floor();
        stage.still.paint(Palette.GALVANISED);
        Rounds.rod(stage.still, foot, new Vector3f(foot.x, f.at().y + 0.16f, foot.z), 0.025, 10);
        stage.still.push().move(foot.x, foot.y, foot.z);
        Solids.box(stage.still, 0, 0.008, 0, Math.min(0.3, wide * 0.5), 0.016, 0.3);
        stage.still.pop();
        stage.post(foot, 0.05, f.at().y - f.floor());
    }

    private void board(Fixed f) {
        String text = stage.words(f.name(stage.facts));
        double wide = Math.max(0.8, Stage.width(text, 0.14) + 0.2);
        still(f, b -> Furniture.board(b, wide, 0.4, Palette.SAFETY_BLUE));
        stage.label(text, new Matrix4f(f.place()).translate(0, 0, 0.005f), 0.14, Stage.CHALK);
        if (f.plan().mount() == Fixture.Mount.POST) {
            posts(f, wide);
        }
    }

    /** A lamp near a floor hangs on a pole of its own, one on a wall on an arm. */
    private void arm(Fixed f) {
        MeshBuilder b = stage.still;
        double height = f.at().y - f.floor();
        if (f.plan().mount() == Fixture.Mount.WALL || height > 4.5) {
            b.push().place(f.place()).paint(Palette.DARK_STEEL);
            Solids.box(b, 0, 0.09, -0.12, 0.04, 0.03, 0.26);
            b.pop();
            return;
        }
        b.push().place(f.place()).paint(Palette.SAFETY_YELLOW);
        Fittings.tube(b, 0.021, 0, -height, -0.28, 0, 0.12, -0.28, 0, 0.12, -0.02, 0, 0.08, 0);
        Solids.box(b, 0, -height + 0.005, -0.28, 0.12, 0.01, 0.12);
        b.pop();
        Vector3f foot = f.place().transformPosition(at(0, -height, -0.28));
        stage.post(foot, 0.03, height);
    }

    private void lampPost(Fixed f) {
        double height = f.plan().height() > 0 ? f.plan().height() : 6;
        still(f, b -> Safety.lampPost(b, height));
        Vector3f light = f.place().transformPosition(at(0, height - 0.05, 1.3));
        stage.lamps.add(new Lamp(light, LIGHT, (float) (height * 2.6)));
        stage.post(new Vector3f(f.at()), 0.12, height);
    }

    private void lamp(Fixed f) {
        still(f, Safety::lamp);
        if (f.plan().mount() == Fixture.Mount.CEILING) {
            stage.still.paint(Palette.GALVANISED);
            Rounds.rod(
                    stage.still, new Vector3f(f.at()).add(0, 0.09f, 0), new Vector3f(f.at()).add(0, 0.7f, 0), 0.008, 6);
        } else {
            arm(f);
        }
        stage.lamps.add(new Lamp(new Vector3f(f.at()).add(0, -0.1f, 0), LIGHT, LAMP_REACH));
    }
}
