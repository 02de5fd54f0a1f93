package org.openots.distillation.field3d.scene.build;

import org.joml.Vector3f;
import org.openots.distillation.field3d.plan.Site;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Solids;
import org.openots.distillation.field3d.scene.model.Fittings;
import org.openots.distillation.field3d.scene.model.Palette;
import org.openots.distillation.field3d.scene.model.Steelwork;

/** Posts, rods, shoes, arms and collars of pipes. */
final class SupportWorks {
    /** From the surface of a deck to the underside of its grating, m. */
    private static final double DECKING = 0.04;

    private final Stage stage;

    SupportWorks(Stage stage) {
        this.stage = stage;
    }

    void add(Site.Prop prop) {
        MeshBuilder b = stage.still;
        Vector3f at = Axes.of(prop.under());
        Vector3f hold = Axes.of(prop.hold());
        double od = 2 * prop.radius();
        double high = Math.abs(at.y - hold.y);
        b.push().place(Axes.along(at, Axes.of(prop.along())));
        switch (prop.kind()) {
            case POST -> {
                Fittings.post(b, od, high);
                stage.post(hold, 0.05, Math.max(0.05, high));
            }
            case TALL_POST -> Fittings.tee(b, od, size(prop));
            case HANGER -> Fittings.hanger(b, od, high - DECKING);
            case SHOE -> {
                Fittings.shoe(b, od, Math.max(high, od / 2 + 0.012));
                clamp(b, od);
            }
            case COLLAR -> {
                b.paint(Palette.GALVANISED);
                Fittings.ring(b, od + 0.004, 0.1, 0.008);
                Fittings.ring(b, od + 0.016, 0.014, Math.min(0.06, 0.03 + od * 0.1));
            }
            default -> clamp(b, od);
        }
        b.pop();
        switch (prop.kind()) {
            case TALL_POST -> tall(prop, hold, high);
            case BRACKET -> arm(prop, at, hold, true);
            case GUIDE -> arm(prop, at, hold, false);
            default -> {
                // nothing more
            }
        }
    }

    private static void clamp(MeshBuilder b, double od) {
        b.paint(Palette.BOLT);
        Fittings.ring(b, od, Math.min(0.04, 0.012 + od * 0.3), 0.004);
    }

    private static double size(Site.Prop prop) {
        return Math.max(0.1, Math.min(0.2, 0.08 + prop.radius() * 0.6));
    }

    private void tall(Site.Prop prop, Vector3f foot, double high) {
        double size = size(prop);
        double top = high - prop.radius() - size * 0.7;
        Steelwork.column(stage.still, foot, top, size);
        if (stage.outdoors && foot.y < 0.3) {
            stage.still.paint(Palette.CONCRETE);
            Solids.box(stage.still, foot.x, foot.y + 0.06, foot.z, size * 2.8, 0.12, size * 2.8);
        }
        stage.block(new Vector3f(foot).add(0, (float) top / 2, 0), size, top, size, 0);
    }

    /** From the side of what holds it to the pipe, with a brace below if it carries. */
    private void arm(Site.Prop prop, Vector3f at, Vector3f face, boolean carries) {
        MeshBuilder b = stage.still;
        double size = Math.max(0.035, Math.min(0.1, 0.03 + prop.radius() * 0.45));
        Vector3f end = new Vector3f(at.x, face.y, at.z);
        Vector3f out = new Vector3f(end).sub(face);
        double length = out.length();
        if (length < 1e-3) {
            return;
        }
        out.mul((float) (1 / length));
        double reach = carries ? length + prop.radius() * 0.8 + 0.02 : length - prop.radius();
        Vector3f low = new Vector3f(0, (float) (carries ? at.y - prop.radius() - size / 2 - face.y : 0), 0);
        Vector3f root = new Vector3f(face).add(low);
        Vector3f tip = new Vector3f(root).fma((float) reach, out);
        b.paint(Palette.STEEL);
        Solids.bar(b, root, tip, size, size);
        b.push().place(Axes.along(root, out));
        Solids.box(b, 0.006, -size * 0.2, 0, 0.012, size * 2.4, size * 2);
        b.pop();
        if (carries && length > 0.28) {
            double drop = Math.min(0.7, 0.7 * length);
            Vector3f heel = new Vector3f(root).add(0, (float) -drop, 0);
            Vector3f under = new Vector3f(root).fma((float) (0.8 * length), out);
            Solids.bar(b, heel, under, size * 0.7, size * 0.7);
            b.push().place(Axes.along(heel, out));
            Solids.box(b, 0.005, 0, 0, 0.01, size * 1.8, size * 1.8);
            b.pop();
        }
    }
}
