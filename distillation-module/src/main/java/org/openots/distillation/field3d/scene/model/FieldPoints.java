package org.openots.distillation.field3d.scene.model;

import static org.openots.distillation.field3d.scene.model.Turned.line;

import org.openots.distillation.field3d.scene.Pattern;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Profile;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;

/** Places where an outside operator does something; fronts look to +z. */
public final class FieldPoints {
    private FieldPoints() {}

    /**
     * The plate of an inspection point with an eye; its number is apart.
     *
     * @param b gets it
     */
    public static void checkPlate(MeshBuilder b) {
        b.paint(Palette.SAFETY_BLUE);
        b.push().scale(0.75, 0.75, 1);
        Solids.bevelled(b, 0.16, 0.12, 0.012, 0.004);
        b.paint(Palette.WHITE);
        b.push().move(0, 0.018, 0.006).scale(1.55, 1, 1);
        Turned.discZ(b, 0.03, 0, 0.002, 20);
        b.pop();
        b.paint(Palette.SAFETY_BLUE);
        b.push().move(0, 0.018, 0.008);
        Turned.discZ(b, 0.02, 0, 0.0015, 16);
        b.paint(Palette.WHITE);
        b.push().move(0.005, 0.006, 0.0015);
        Turned.discZ(b, 0.006, 0, 0.001, 10);
        b.pop();
        b.pop();
        b.paint(Palette.BOLT);
        for (int i = 0; i < 4; i++) {
            b.push().move(((i & 1) * 2 - 1) * 0.07, ((i >> 1) * 2 - 1) * 0.05, 0.006);
            Turned.discZ(b, 0.004, 0, 0.003, 6);
            b.pop();
        }
        b.pop();
    }

    /**
     * A sampling station: tray with drip pan, cock and bottle under a small roof.
     *
     * @param b gets it
     */
    public static void sample(MeshBuilder b) {
        b.paint(Palette.STAINLESS);
        Solids.box(b, 0, -0.05, -0.19, 0.24, 0.42, 0.008);
        Solids.box(b, 0, -0.25, -0.1, 0.24, 0.008, 0.18);
        Solids.box(b, 0, -0.235, -0.014, 0.24, 0.03, 0.006);
        b.push().move(0, 0.155, -0.1).turn(0.25, 1, 0, 0);
        Solids.box(b, 0, 0, 0, 0.26, 0.006, 0.24);
        b.pop();
        Fittings.tube(b, 0.008, 0, 0.08, -0.19, 0, 0.08, -0.1, 0, -0.03, -0.1);
        b.push().move(0, 0.06, -0.1);
        Solids.bevelled(b, 0.03, 0.05, 0.03, 0.006);
        b.pop();
        b.paint(Palette.WHEEL);
        b.push().move(0, 0.06, -0.07);
        Turned.discZ(b, 0.02, 0, 0.01, 12);
        b.pop();
        b.paint(Paint.of(0xD8B27A, 0.1, 0).with(Pattern.GLASS).clear(0.5));
        b.push().move(0, -0.245, -0.1);
        Rounds.lathe(
                b,
                Profile.from(0, 0)
                        .to(0.04, 0)
                        .to(0.042, 0.01)
                        .to(0.042, 0.12)
                        .curve(0.018, 0.15, 3, true)
                        .to(0.018, 0.19)
                        .to(0, 0.19),
                18);
        b.paint(Palette.SAFETY_BLUE);
        Turned.disc(b, 0.02, 0.185, 0.2, 14);
        b.paint(Palette.WHITE);
        Rounds.arc(b, new double[] {0.042, 0.043, 0.03, 0.09}, -Math.PI / 2 - 0.8, -Math.PI / 2 + 0.8, 6);
        b.pop();
    }

    /**
     * Test gas for detectors: bottle with regulator on a back plate with a push button.
     *
     * @param b gets it
     */
    public static void testGas(MeshBuilder b) {
        b.paint(Palette.CABINET);
        Solids.box(b, 0, -0.05, -0.13, 0.3, 0.5, 0.012);
        b.paint(Palette.SAFETY_GREEN);
        b.push().move(-0.06, -0.28, -0.06);
        Rounds.lathe(
                b,
                Profile.from(0, 0)
                        .to(0.05, 0)
                        .to(0.055, 0.01)
                        .to(0.055, 0.26)
                        .curve(0.02, 0.31, 4, true)
                        .to(0.02, 0.33)
                        .to(0, 0.33),
                20);
        b.paint(Palette.BRASS);
        Turned.disc(b, 0.018, 0.33, 0.37, 10);
        Turned.rod(b, line(0, 0.36, 0, 0.05, 0.36, 0), 0.008, 8);
        b.push().move(0.0, 0.4, 0.0);
        Turned.discZ(b, 0.026, -0.01, 0.016, 16);
        b.paint(Palette.WHITE);
        Turned.discZ(b, 0.022, 0.016, 0.018, 16);
        b.pop();
        b.paint(Palette.STAINLESS);
        Rounds.arc(b, new double[] {0.055, 0.058, 0.15, 0.18}, 0, 2 * Math.PI, 16);
        b.pop();
        b.paint(Palette.BLACK);
        Fittings.tube(b, 0.006, 0, 0.08, -0.06, 0.08, 0.08, -0.06, 0.09, -0.1, -0.05, 0.07, -0.25, -0.05);
        b.paint(Palette.SAFETY_YELLOW);
        b.push().move(0.08, 0.12, -0.1);
        Solids.bevelled(b, 0.09, 0.09, 0.06, 0.008);
        b.paint(Palette.SAFETY_BLUE);
        Turned.discZ(b, 0.022, 0.03, 0.045, 16);
        b.pop();
    }
}
