package org.openots.distillation.field3d.scene.build;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.openots.distillation.field3d.scene.Motion;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.scene.model.Flaws;
import org.openots.distillation.field3d.scene.model.Instruments;
import org.openots.distillation.field3d.scene.model.Machines;
import org.openots.simulator.field.InspectionDefect;
import org.openots.simulator.plot.Equipment;

/** Coupling guard and oiler of a pump: what an inspection looks at. */
final class DriveWorks {
    /** Height of the oil in its glass, m. */
    private static final float OIL = 0.058f;

    /** What of it is left when it is low. */
    private static final double LOW = 0.1;

    /** Oilers are drawn as those for half a litre. */
    private static final float OILER = 1.6f;

    private static final Vector3f UP = new Vector3f(0, 1, 0);

    private final Stage stage;

    DriveWorks(Stage stage) {
        this.stage = stage;
    }

    void add(Equipment e, Matrix4f place, Machines.Frame frame) {
        Machines.Drive drive =
                e.kind() == Equipment.Kind.GEAR_PUMP ? Machines.Drive.gear(frame) : Machines.Drive.centrifugal(frame);
        Matrix4f axis = new Matrix4f(place).translate(0, (float) (Bodies.base(e) + frame.shaft()), 0);
        guard(axis, drive, place, e.diameter() / 2);
        oiler(axis, drive);
        Matrix4f bearing = new Matrix4f(axis)
                .translate((float) drive.bearingFrom(), 0, 0)
                .scale(
                        (float) Math.max(0.03, drive.bearingTo() - drive.bearingFrom()),
                        (float) drive.bearing() * 1.06f,
                        (float) drive.bearing() * 1.06f);
        stage.hosts.add(InspectionDefect.NOISE, at(bearing), (signal, eye) -> {
            stage.showOn(stage.part("burnt", Flaws::burnt, bearing, Part.WHITE, Stage.NO_ITEM), signal);
            Matrix4f splash = new Matrix4f(axis)
                    .translate((float) drive.bearingFrom(), (float) -drive.drop() + 0.004f, 0)
                    .scale((float) Math.min(1, drive.bearing() * 3.2));
            stage.showOn(stage.part("puddle", Flaws::puddle, splash, Part.WHITE, Stage.NO_ITEM), signal);
        });
    }

    private static Vector3f at(Matrix4f place) {
        return place.transformPosition(new Vector3f());
    }

    /** When it is not in its place it lies on the floor on the side where one stands. */
    private void guard(Matrix4f axis, Machines.Drive drive, Matrix4f foot, double half) {
        Matrix4f from = new Matrix4f(axis).translate((float) drive.from(), 0, 0);
        float length = (float) (drive.to() - drive.from());
        float r = (float) drive.radius();
        int top = stage.part(
                "guard-top", Flaws::guardTop, new Matrix4f(from).scale(length, r, r), Part.WHITE, Stage.NO_ITEM);
        Matrix4f sides = new Matrix4f(from).scale(length, (float) drive.drop(), r);
        int low = stage.part("guard-sides", Flaws::guardSides, sides, Part.WHITE, Stage.NO_ITEM);
        stage.hosts.add(InspectionDefect.GUARD, at(from), (signal, eye) -> {
            stage.hideOn(top, signal);
            stage.hideOn(low, signal);
            Vector3f local = new Matrix4f(foot).invert().transformPosition(new Vector3f(eye));
            float side = local.z < 0 ? -1 : 1;
            Matrix4f lying = new Matrix4f(foot)
                    .translate((float) drive.from() + length * 0.3f, 0.004f, side * (float) (half + 0.2 + r))
                    .rotateY(side * 0.5f)
                    .scale(length, r, r);
            stage.showOn(stage.part("guard-top", Flaws::guardTop, lying, Part.WHITE, Stage.NO_ITEM), signal);
        });
    }

    private void oiler(Matrix4f axis, Machines.Drive drive) {
        float x = (float) (drive.bearingFrom() + drive.bearingTo()) / 2;
        int[] levels = new int[2];
        Matrix4f[] feet = new Matrix4f[2];
        for (int i = 0; i < 2; i++) {
            int side = 1 - 2 * i;
            Matrix4f foot = new Matrix4f(axis)
                    .rotateY(side < 0 ? (float) Math.PI : 0)
                    .translate(side * x, -0.01f, (float) drive.bearing() * 0.95f);
            feet[i] = foot;
            stage.part("oiler", Machines::oiler, new Matrix4f(foot).scale(OILER), Part.WHITE, Stage.NO_ITEM);
            Matrix4f oil = foot.translate(0, -0.001f * OILER, 0.035f * OILER, new Matrix4f())
                    .scale(2.35f * OILER, OIL * OILER, 2.35f * OILER);
            levels[i] = stage.part("liquid", Instruments::liquid, oil, Part.WHITE, Stage.NO_ITEM);
        }
        stage.hosts.add(InspectionDefect.OIL, at(axis), (signal, eye) -> {
            for (int level : levels) {
                stage.motion(level, Motion.Kind.STRETCH, signal, new double[] {0, 1}, UP, new double[] {1, LOW});
            }
            for (Matrix4f foot : feet) {
                run(foot, drive, signal);
            }
        });
    }

    /** What has run out of an oiler: down the bearing and on the base. */
    private void run(Matrix4f foot, Machines.Drive drive, String signal) {
        float down = (float) (drive.drop() - 0.01);
        Matrix4f streak =
                new Matrix4f(foot).translate(0, -0.02f * OILER, 0.035f * OILER).scale(OILER, down * 0.95f, 1);
        stage.showOn(stage.part("oil-run", Flaws::oilRun, streak, Part.WHITE, Stage.NO_ITEM), signal);
        Matrix4f spot = new Matrix4f(foot).translate(0, -down + 0.014f, 0.05f);
        stage.showOn(stage.part("oil-spot", Flaws::oilSpot, spot, Part.WHITE, Stage.NO_ITEM), signal);
    }
}
