package org.openots.distillation.field3d.scene.build;

import static org.openots.distillation.field3d.scene.build.Axes.at;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Consumer;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.openots.common.signal.SignalRange;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Motion;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;
import org.openots.distillation.field3d.scene.model.Flaws;
import org.openots.distillation.field3d.scene.model.Instruments;
import org.openots.distillation.field3d.scene.model.Palette;
import org.openots.distillation.field3d.scene.model.Vessels;
import org.openots.simulator.field.InspectionDefect;
import org.openots.simulator.plot.Fixture;

/** Gauges, glasses, transmitters, detectors with their lines to the process. */
final class InstrumentWorks {
    /** Dials are drawn larger than their 100 mm so that one reads them from a step away on a small screen. */
    private static final float DIAL_SIZE = 1.25f;

    /** Level glasses of large plants are wider than those of rigs by this. */
    private static final float OUTDOORS = 1.6f;

    private static final float INDOORS = 1.3f;

    /** A dial counts so much farther off than a level glass when one is looked for, m. */
    private static final double DIAL_BIAS = 2;

    private static final Vector3f OUT = new Vector3f(0, 0, 1);
    private static final Vector3f UP = new Vector3f(0, 1, 0);

    private final Stage stage;

    InstrumentWorks(Stage stage) {
        this.stage = stage;
    }

    void add(Fixed f) {
        switch (f.plan().kind()) {
            case PRESSURE_GAUGE -> dial(f, "gauge", Instruments::gauge, 5);
            case THERMOMETER -> dial(f, "thermometer", Instruments::thermometer, 7);
            case LEVEL_GLASS -> glass(f);
            case WINDOW -> window(f);
            case PRESSURE_TRANSMITTER -> transmitter(f, "transmitter-p", Instruments::pressure, -0.2);
            case DIFFERENTIAL_TRANSMITTER -> transmitter(f, "transmitter-d", Instruments::differential, -0.13);
            case TEMPERATURE_ELEMENT, LEVEL_TRANSMITTER -> element(f);
            case ANALYSER -> analyser(f);
            case PANEL_METER -> meter(f);
            default -> detector(f);
        }
    }

    private int item(Fixed f, Item.Kind kind, double[] low, double[] high, double[] handle) {
        return stage.item(
                f.tag(), kind, f.name(stage.facts), f.place(), new double[][] {low, high, handle}, f.facing());
    }

    private void tag(Fixed f, double below) {
        Matrix4f place = new Matrix4f(f.place()).translate(0, (float) -below, 0.02f);
        stage.plate(f.tag(), place, 0.022, Palette.PLATE, false);
    }

    private void dial(Fixed f, String name, Consumer<MeshBuilder> shape, int numbers) {
        double r = 0.056 * DIAL_SIZE;
        int item = item(
                f, Item.Kind.GAUGE, new double[] {-r, -r, -0.06}, new double[] {r, r, 0.025}, new double[] {0, 0, 0.01
                });
        Matrix4f place = new Matrix4f(f.place()).scale(DIAL_SIZE);
        stage.part(name, shape, place, Part.WHITE, item);
        SignalRange range = stage.facts.range(f.tag());
        Matrix4f zero = new Matrix4f(place).rotateZ((float) Instruments.DIAL_FROM);
        int needle = stage.part("needle", Instruments::needle, zero, Part.WHITE, item);
        stage.motion(needle, Motion.Kind.TURN, f.tag(), new double[] {range.low(), range.high()}, OUT, new double[] {
            0, -Instruments.DIAL_SWEEP
        });
        for (int i = 0; i < numbers; i++) {
            double angle = Instruments.DIAL_FROM - Instruments.DIAL_SWEEP * i / (numbers - 1);
            double value = range.low() + (range.high() - range.low()) * i / (numbers - 1);
            Matrix4f spot = new Matrix4f(place)
                    .translate((float) (0.0315 * Math.cos(angle)), (float) (0.0315 * Math.sin(angle)), 0.0055f);
            stage.label(number(value), spot, 0.0082 * DIAL_SIZE, Stage.INK);
        }
        stage.hosts.add(InspectionDefect.GLASS, f.at(), DIAL_BIAS, (signal, eye) -> {
            stage.hideOn(needle, signal);
            int broken = stage.part("dial-broken", Flaws::brokenDial, place, Part.WHITE, item);
            stage.showOn(broken, signal);
        });
        String unit = stage.facts.units().getOrDefault(f.tag(), "");
        if (!unit.isEmpty()) {
            stage.label(unit, new Matrix4f(place).translate(0, -0.0155f, 0.0055f), 0.0068 * DIAL_SIZE, Stage.INK);
        }
        tag(f, r + 0.028);
        boolean behind = f.plan().kind() == Fixture.Kind.THERMOMETER;
        line(f, behind ? at(0, 0, -0.14 * DIAL_SIZE) : at(0, -0.2 * DIAL_SIZE, -0.02 * DIAL_SIZE), 0.0075);
    }

    /** A number as printed: at most three digits. */
    private static String number(double value) {
        if (Math.abs(value) < 1e-9) {
            return "0";
        }
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The line from a connection in the axes of the thing to its tap, with a root valve. */
    private void line(Fixed f, Vector3f connection, double radius) {
        if (f.plan().tap().isEmpty()) {
            return;
        }
        Vector3f from = f.place().transformPosition(connection);
        Vector3f to = Axes.of(f.plan().tap().get());
        if (from.distance(to) < 0.02) {
            return;
        }
        MeshBuilder b = stage.still;
        b.paint(Palette.STAINLESS);
        Vector3f corner = new Vector3f(from.x, to.y, from.z);
        List<Vector3f> line = corner.distance(from) < 0.02 || corner.distance(to) < 0.02
                ? List.of(from, to)
                : List.of(from, corner, to);
        Rounds.sweep(b, line, radius, radius * 4, 8);
        Vector3f last = new Vector3f(to).sub(line.get(line.size() - 2));
        if (last.length() > 0.09) {
            Vector3f valve = new Vector3f(to).fma(-0.04f / last.length(), last);
            Matrix4f place = Axes.along(valve, last.normalize());
            b.push().place(place);
            Solids.bevelled(b, 0.045, 0.028, 0.028, 0.005);
            b.pop();
            // x of the lever is its pin and z its length: across and along the line
            Matrix4f pin = place.translate(-0.01f, 0.022f, 0, new Matrix4f())
                    .rotateZ((float) (Math.PI / 2))
                    .rotateX((float) (Math.PI / 2))
                    .scale(1, 0.86f, 0.7f);
            rootValve(valve, stage.part("root-lever", Flaws::rootLever, pin, Part.WHITE, Stage.NO_ITEM));
        }
    }

    /** A root valve stands open; in the defect its lever lies across. */
    private void rootValve(Vector3f at, int lever) {
        stage.hosts.add(
                InspectionDefect.POSITION,
                at,
                (signal, eye) -> stage.motion(
                        lever, Motion.Kind.TURN, signal, new double[] {0, 1}, at(1, 0, 0), new double[] {0, -Math.PI / 2
                        }));
    }

    private void glass(Fixed f) {
        double height = f.plan().height() > 0 ? f.plan().height() : 0.4;
        double visible = Math.max(0.1, height - 0.05);
        float wide = stage.outdoors ? OUTDOORS : INDOORS;
        double[] low = {-0.045 * wide, -height / 2 - 0.02, -0.03 * wide};
        double[] high = {0.055 * wide, height / 2 + 0.02, 0.03 * wide};
        int item = item(f, Item.Kind.LEVEL_GLASS, low, high, new double[] {0, 0, 0.02});
        Matrix4f place = new Matrix4f(f.place()).scale(wide, 1, wide);
        String name = "level-glass-" + Math.round(visible * 1000);
        stage.part(name, b -> Instruments.levelGlass(b, visible), place, Part.WHITE, item);
        Matrix4f column =
                new Matrix4f(place).translate(0, (float) (-visible / 2), 0.002f).scale(1, (float) visible, 1);
        int liquid = stage.part("liquid", Instruments::liquid, column, Part.WHITE, item);
        SignalRange range = stage.facts.range(f.tag());
        stage.motion(liquid, Motion.Kind.STRETCH, f.tag(), new double[] {range.low(), range.high()}, UP, new double[] {
            0.002, 1
        });
        roots(f, height, wide);
        for (int side = -1; side <= 1; side += 2) {
            Matrix4f pin = new Matrix4f(place).translate(0.044f, (float) (side * (visible / 2 + 0.025)), -0.075f);
            int lever = stage.part("root-lever", Flaws::rootLever, pin, Part.WHITE, item);
            rootValve(pin.transformPosition(new Vector3f()), lever);
        }
        stage.hosts.add(InspectionDefect.GLASS, f.at(), (signal, eye) -> {
            stage.hideOn(liquid, signal);
            Matrix4f dirt = new Matrix4f(place).scale(1, (float) visible, 1);
            stage.showOn(stage.part("glass-blind", Flaws::blindGlass, dirt, Part.WHITE, item), signal);
        });
        for (int i = 0; i <= 2; i++) {
            double value = range.low() + (range.high() - range.low()) * i / 2;
            Matrix4f spot = new Matrix4f(place).translate(0.044f, (float) (visible * (i * 0.94 + 0.03 - 0.5)), 0.0085f);
            stage.label(number(value), spot, 0.013, Stage.INK);
        }
        tag(f, height / 2 + 0.06);
    }

    /** From the root valves to the vessel. */
    private void roots(Fixed f, double height, float wide) {
        if (f.plan().tap().isEmpty()) {
            return;
        }
        double depth = -Axes.of(f.plan().tap().get()).sub(f.at()).dot(f.facing());
        double stub = 0.15 * wide;
        for (int side = -1; side <= 1 && depth > stub + 0.005; side += 2) {
            Vector3f from = f.place().transformPosition(at(0, side * height / 2, -stub));
            Vector3f to = f.place().transformPosition(at(0, side * height / 2, -depth));
            stage.still.paint(Palette.STAINLESS);
            Rounds.rod(stage.still, from, to, 0.009 * wide, 8);
        }
    }

    private void window(Fixed f) {
        MeshBuilder b = stage.still;
        Vector3f side = at(0, 1, 0).cross(f.facing());
        b.push().place(Axes.frame(f.at(), f.facing(), at(0, 1, 0))).move(-0.055, 0, 0);
        Vessels.window(b, 0.09, 0.05);
        b.pop();
        if (f.plan().tag().isPresent()) {
            item(
                    f,
                    Item.Kind.EQUIPMENT,
                    new double[] {-0.07, -0.07, -0.05},
                    new double[] {0.07, 0.07, 0.03},
                    new double[] {0, 0, 0});
            Matrix4f place = Axes.facing(new Vector3f(f.at()).fma(0.14f, side), f.facing());
            stage.plate(f.tag(), place, 0.022, Palette.PLATE, false);
        }
    }

    private void transmitter(Fixed f, String name, Consumer<MeshBuilder> shape, double low) {
        int item = item(
                f,
                Item.Kind.TRANSMITTER,
                new double[] {-0.06, low, -0.07},
                new double[] {0.06, 0.05, 0.075},
                new double[] {0, 0, 0.07});
        stage.part(name, shape, f.place(), Part.WHITE, item);
        mount(f, 0.11, low * 0.6);
        tag(f, -low + 0.03);
        line(f, at(0, low, 0), 0.006);
    }

    /** What holds a thing by its back, z behind it, at a height in its axes. */
    void mount(Fixed f, double behind, double height) {
        MeshBuilder b = stage.still;
        switch (f.plan().mount()) {
            case POST -> {
                Vector3f foot = f.place().transformPosition(at(0, 0, -behind));
                foot.y = (float) f.floor();
                b.paint(Palette.STEEL);
                Rounds.rod(b, foot, new Vector3f(foot.x, f.at().y + (float) height + 0.1f, foot.z), 0.024, 10);
                b.push().move(foot.x, foot.y, foot.z);
                Solids.box(b, 0, 0.006, 0, 0.16, 0.012, 0.16);
                b.pop();
                b.push().place(f.place()).paint(Palette.DARK_STEEL);
                Solids.box(b, 0, height, -behind * 0.55, 0.06, 0.05, behind * 0.9);
                b.pop();
                stage.post(foot, 0.04, f.at().y - f.floor());
            }
            case BRACKET, WALL -> {
                b.push().place(f.place()).paint(Palette.DARK_STEEL);
                Solids.box(b, 0, height, -behind * 0.5, 0.05, 0.04, behind);
                b.pop();
            }
            case CEILING -> {
                b.paint(Palette.GALVANISED);
                Rounds.rod(b, f.at(), new Vector3f(f.at()).add(0, 0.6f, 0), 0.012, 8);
            }
            default -> {
                // held by its own connection or by the floor
            }
        }
    }

    private void element(Fixed f) {
        Vector3f up = at(0, 1, 0);
        Vector3f out = f.plan()
                .tap()
                .map(tap -> new Vector3f(f.at()).sub(Axes.of(tap)))
                .orElse(up);
        double length = out.length();
        if (length < 1e-3) {
            out = up;
        }
        out.normalize();
        Vector3f z = new Vector3f(f.facing()).fma(-f.facing().dot(out), out);
        if (z.length() < 0.1f) {
            z = Math.abs(out.y) > 0.9f ? at(0, 0, 1) : at(0, 1, 0);
            z.fma(-z.dot(out), out);
        }
        z.normalize();
        Matrix4f place = Axes.frame(f.at(), new Vector3f(out).cross(z), out);
        double[][] box = {{-0.06, -0.12, -0.05}, {0.06, 0.045, 0.05}, {0, 0, 0}};
        int item = stage.item(f.tag(), Item.Kind.TRANSMITTER, f.name(stage.facts), place, box, f.facing());
        if (f.plan().kind() == Fixture.Kind.TEMPERATURE_ELEMENT) {
            stage.part("rtd", Instruments::rtd, place, Part.WHITE, item);
        } else {
            stage.part("transmitter-p", Instruments::pressure, place, Part.WHITE, item);
        }
        if (length > 0.13) {
            stage.still.paint(Palette.STAINLESS);
            Vector3f to = new Vector3f(f.at()).fma((float) -length, out);
            Rounds.rod(stage.still, new Vector3f(f.at()).fma(-0.12f, out), to, 0.0085, 8);
        }
        Vector3f beside = f.place().transformPosition(at(0.075 + Stage.width(f.tag(), 0.018) / 2, 0, 0));
        stage.plate(f.tag(), Axes.facing(beside, f.facing()), 0.018, Palette.PLATE, true);
    }

    private void analyser(Fixed f) {
        MeshBuilder b = stage.still;
        b.push().place(f.place());
        b.push().move(0, 0, -0.1).paint(Palette.CABINET);
        Solids.bevelled(b, 0.32, 0.4, 0.2, 0.012);
        b.pop();
        b.paint(Palette.DARK_GLASS);
        Solids.box(b, 0, 0.1, 0, 0.22, 0.11, 0.006);
        b.paint(Paint.of(0x7FD0A0, 0.3, 0).shining(0.5));
        Solids.box(b, -0.02, 0.108, 0.003, 0.13, 0.035, 0.004);
        b.paint(Palette.BLACK);
        for (int i = 0; i < 4; i++) {
            Solids.box(b, -0.075 + 0.05 * i, 0.015, 0, 0.024, 0.024, 0.008);
        }
        b.paint(Palette.STAINLESS);
        for (int i = 0; i < 2; i++) {
            Rounds.rod(b, at(-0.07 + 0.14 * i, -0.2, -0.1), at(-0.07 + 0.14 * i, -0.32, -0.1), 0.005, 6);
        }
        b.pop();
        double[] low = {-0.16, -0.2, -0.2};
        item(f, Item.Kind.TRANSMITTER, low, new double[] {0.16, 0.2, 0.02}, new double[] {0, 0.1, 0.005});
        Matrix4f spot = new Matrix4f(f.place()).translate(0, -0.08f, 0.003f);
        stage.plate(f.tag(), spot, 0.03, Palette.PLATE, false);
        mount(f, 0.24, 0);
        line(f, at(-0.07, -0.32, -0.1), 0.005);
    }

    private void meter(Fixed f) {
        MeshBuilder b = stage.still;
        b.push().place(f.place()).paint(Palette.BLACK);
        Solids.bevelled(b, 0.12, 0.1, 0.03, 0.006);
        b.paint(Paint.of(0xC03028, 0.3, 0).shining(0.55));
        Solids.box(b, 0, 0.01, 0.0155, 0.09, 0.035, 0.002);
        b.pop();
        item(f, Item.Kind.GAUGE, new double[] {-0.06, -0.05, -0.02}, new double[] {0.06, 0.05, 0.02}, new double[] {
            0, 0, 0.015
        });
        stage.plate(f.tag(), new Matrix4f(f.place()).translate(0, -0.07f, 0), 0.02, Palette.PLATE, false);
    }

    private void detector(Fixed f) {
        int item = item(
                f,
                Item.Kind.DETECTOR,
                new double[] {-0.07, -0.16, -0.06},
                new double[] {0.07, 0.14, 0.05},
                new double[] {0, 0, 0.045});
        stage.part("detector", Instruments::detector, f.place(), Part.WHITE, item);
        Matrix4f top = new Matrix4f(f.place()).translate(0, 0.085f, 0);
        int lamp = stage.part("beacon", Instruments::beacon, top, Part.WHITE, item);
        // flashes from 25 % of the lower explosion limit on, the first alarm of GB/T 50493: half of this range
        stage.motion(lamp, Motion.Kind.BLINK, f.tag(), new double[] {0, 50}, UP, new double[] {0, 1});
        mount(f, 0.1, 0);
        Matrix4f spot = new Matrix4f(f.place()).translate(0, -0.2f, 0.0f);
        stage.plate(f.tag(), spot, 0.035, Palette.SAFETY_YELLOW, false);
    }
}
