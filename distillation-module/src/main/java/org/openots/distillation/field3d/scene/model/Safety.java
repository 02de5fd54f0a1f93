package org.openots.distillation.field3d.scene.model;

import static org.openots.distillation.field3d.scene.model.Turned.line;

import java.util.List;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Profile;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;

/** Fire, first aid, light and signs. Fronts look to +z; feet in the origin, for signs the middle of the board. */
public final class Safety {
    private Safety() {}

    /**
     * The stand of two extinguishers with a back board.
     *
     * @param b gets it
     */
    public static void extinguisherStand(MeshBuilder b) {
        b.paint(Palette.SAFETY_RED);
        Solids.box(b, 0, 0.03, 0, 0.6, 0.06, 0.34);
        Solids.box(b, 0, 0.5, -0.155, 0.6, 0.94, 0.02);
        for (int side = -1; side <= 1; side += 2) {
            Solids.box(b, side * 0.29, 0.2, 0, 0.02, 0.3, 0.32);
        }
        Solids.box(b, 0, 0.26, 0.155, 0.6, 0.06, 0.015);
    }

    /**
     * An extinguisher with its hose, the green of its gauge to +z.
     *
     * @param b gets it
     */
    public static void extinguisher(MeshBuilder b) {
        b.paint(Paint.of(0xD01018, 0.25, 0));
        double r = 0.078;
        Rounds.lathe(
                b,
                Profile.from(r * 0.85, 0)
                        .to(r, 0.015)
                        .to(r, 0.4)
                        .curve(r * 0.32, 0.465, 5, true)
                        .to(r * 0.32, 0.49)
                        .to(0, 0.49),
                22);
        b.paint(Palette.WHITE);
        Rounds.arc(b, new double[] {r, r + 0.0012, 0.14, 0.3}, -Math.PI / 2 - 0.9, -Math.PI / 2 + 0.9, 8);
        b.paint(Palette.BRASS);
        Turned.disc(b, 0.018, 0.485, 0.52, 10);
        b.paint(Palette.BLACK);
        Solids.box(b, 0, 0.528, 0.03, 0.02, 0.012, 0.12);
        b.push().move(0, 0.552, 0.03).turn(0.2, 1, 0, 0);
        Solids.box(b, 0, 0, 0.01, 0.02, 0.01, 0.12);
        b.pop();
        Fittings.tube(b, 0.011, 0.015, 0.505, 0, 0.1, 0.5, 0, 0.1, 0.3, 0, 0.092, 0.12, 0.02);
        b.paint(Palette.SAFETY_GREEN);
        b.push().move(0, 0.505, 0.018);
        Turned.discZ(b, 0.012, 0, 0.008, 12);
        b.pop();
    }

    /**
     * An eyewash with shower on one post.
     *
     * @param b gets it
     */
    public static void eyewash(MeshBuilder b) {
        b.paint(Palette.SAFETY_GREEN);
        Turned.disc(b, 0.13, 0, 0.015, 20);
        Fittings.tube(b, 0.021, 0, 0, 0, 0, 2.25, 0, 0, 2.25, 0.55, 0, 2.17, 0.55);
        b.paint(Palette.SAFETY_YELLOW);
        b.push().move(0, 2.06, 0.55);
        Turned.onY(
                b, Profile.from(0, 0).to(0.13, 0).to(0.13, 0.02).to(0.03, 0.11).to(0, 0.11), 22);
        b.pop();
        b.paint(Palette.STAINLESS);
        Turned.rod(b, line(0.04, 2.2, 0.35, 0.04, 1.45, 0.35), 0.005, 5);
        b.push().move(0.04, 1.42, 0.35).turn(Math.PI / 2, 1, 0, 0);
        Rounds.torus(b, 0.05, 0.006, 3, 5);
        b.pop();
        b.paint(Palette.SAFETY_GREEN);
        Turned.rod(b, line(0, 0.85, 0, 0, 0.85, 0.22), 0.019, 8);
        b.paint(Palette.SAFETY_YELLOW);
        b.push().move(0, 0.85, 0.26);
        Turned.onY(
                b,
                Profile.from(0, 0).curve(0.15, 0.09, 5, false).to(0.155, 0.09).curve(0, 0.02, 5, true),
                24);
        b.paint(Palette.STAINLESS);
        for (int side = -1; side <= 1; side += 2) {
            b.push().move(side * 0.06, 0.03, 0);
            Turned.disc(b, 0.013, 0, 0.08, 8);
            Turned.disc(b, 0.022, 0.08, 0.1, 12);
            b.pop();
        }
        Solids.box(b, 0.19, 0.06, 0, 0.07, 0.12, 0.006);
        b.pop();
        b.paint(Palette.SAFETY_GREEN);
        b.push().move(0, 1.75, 0.03);
        Solids.bevelled(b, 0.3, 0.3, 0.012, 0.004);
        b.paint(Palette.WHITE);
        Solids.box(b, 0, 0.02, 0.0065, 0.05, 0.17, 0.002);
        Solids.box(b, 0, 0.02, 0.0065, 0.17, 0.05, 0.002);
        b.pop();
    }

    /**
     * A hose reel in its box on the floor.
     *
     * @param b gets it
     */
    public static void hose(MeshBuilder b) {
        b.paint(Palette.SAFETY_RED);
        b.push().move(0, 0.62, -0.1);
        Solids.bevelled(b, 0.75, 0.85, 0.24, 0.012);
        b.pop();
        Solids.box(b, 0, 0.1, -0.1, 0.6, 0.2, 0.2);
        b.paint(Palette.BLACK);
        b.push().move(0, 0.62, 0.02).turn(Math.PI / 2, 1, 0, 0);
        for (int i = 0; i < 4; i++) {
            b.push().move(0, 0.01 + 0.022 * (i % 2), 0);
            Rounds.torus(b, 0.17 + 0.03 * i, 0.015, 24, 6);
            b.pop();
        }
        b.paint(Palette.SAFETY_RED);
        Turned.disc(b, 0.13, 0, 0.04, 24);
        b.paint(Palette.STAINLESS);
        Turned.disc(b, 0.03, 0.04, 0.06, 12);
        b.pop();
        b.paint(Palette.BRASS);
        Fittings.tube(b, 0.016, 0.26, 0.45, 0.04, 0.26, 0.3, 0.06, 0.2, 0.24, 0.08);
    }

    /**
     * A first-aid box on a wall.
     *
     * @param b gets it
     */
    public static void firstAid(MeshBuilder b) {
        b.paint(Palette.WHITE);
        b.push().move(0, 0, -0.06);
        Solids.bevelled(b, 0.38, 0.34, 0.12, 0.012);
        b.pop();
        b.paint(Palette.SAFETY_GREEN);
        Solids.box(b, 0, 0.01, 0.001, 0.2, 0.2, 0.003);
        b.paint(Palette.WHITE);
        Solids.box(b, 0, 0.01, 0.003, 0.05, 0.15, 0.003);
        Solids.box(b, 0, 0.01, 0.003, 0.15, 0.05, 0.003);
    }

    /**
     * A wind sock on its mast; it blows to +x.
     *
     * @param b gets it
     * @param height m
     */
    public static void windSock(MeshBuilder b, double height) {
        b.paint(Palette.GALVANISED);
        Turned.onY(b, Profile.from(0.09, 0).to(0.09, 0.02).to(0.045, 0.03).to(0.03, height), 12);
        b.push().move(0, height - 0.15, 0);
        b.push().turn(Math.PI / 2, 0, 0, 1);
        Rounds.torus(b, 0.2, 0.01, 20, 5);
        b.pop();
        for (int i = 0; i < 5; i++) {
            b.paint(Paint.of(i % 2 == 0 ? 0xE2501E : 0xF2F2EE, 0.9, 0));
            double x0 = 0.26 * i;
            double x1 = x0 + 0.26;
            b.push().turn(-0.12, 0, 0, 1);
            Turned.onX(b, Profile.from(0.2 - 0.022 * i, x0).to(0.2 - 0.022 * (i + 1), x1), 18);
            Turned.onX(b, Profile.from(0.196 - 0.022 * (i + 1), x1).to(0.196 - 0.022 * i, x0), 18);
            b.pop();
        }
        b.pop();
    }

    /**
     * A street lamp: tapered mast with an arm to +z; returns nothing, the light hangs 1.4 m ahead.
     *
     * @param b gets it
     * @param height m
     */
    public static void lampPost(MeshBuilder b, double height) {
        b.paint(Palette.STEEL);
        Turned.onY(
                b,
                Profile.from(0.16, 0)
                        .to(0.16, 0.03)
                        .to(0.1, 0.04)
                        .to(0.1, 0.5)
                        .to(0.075, 0.55)
                        .to(0.045, height - 0.5),
                14);
        b.paint(Palette.STEEL);
        Rounds.sweep(
                b,
                List.of(Turned.at(0, height - 0.55, 0), Turned.at(0, height, 0), Turned.at(0, height + 0.1, 1.0)),
                0.036,
                0.5,
                10);
        b.push().move(0, height + 0.1, 1.3).turn(-0.1, 1, 0, 0);
        b.paint(Palette.CABINET);
        Solids.bevelled(b, 0.26, 0.09, 0.7, 0.03);
        b.paint(Paint.of(0xFFF4D8, 0.3, 0).shining(0.35));
        Solids.box(b, 0, -0.046, 0, 0.2, 0.006, 0.56);
        b.pop();
    }

    /**
     * A lamp with its own short bracket: bulkhead light; light to -y.
     *
     * @param b gets it
     */
    public static void lamp(MeshBuilder b) {
        b.paint(Palette.CABINET);
        b.push();
        Turned.onY(
                b,
                Profile.from(0, 0.09).to(0.06, 0.09).to(0.1, 0.03).to(0.13, 0).to(0.12, 0),
                12);
        b.paint(Paint.of(0xFFF4D8, 0.3, 0).shining(0.5));
        Turned.onY(b, Profile.from(0, -0.05).curve(0.1, 0.005, 3, false), 12);
        b.paint(Palette.STAINLESS);
        for (int i = 0; i < 2; i++) {
            b.push().turn(Math.PI * i / 2, 0, 1, 0);
            Fittings.tube(b, 0.004, -0.12, 0, 0, -0.08, -0.065, 0, 0.08, -0.065, 0, 0.12, 0, 0);
            b.pop();
        }
        b.pop();
    }

    /**
     * The board of a sign; its words are apart.
     *
     * @param b gets it
     * @param width m
     * @param height m
     * @param paint of the board
     */
    public static void sign(MeshBuilder b, double width, double height, Paint paint) {
        b.paint(paint);
        Solids.bevelled(b, width, height, 0.012, 0.004);
        b.paint(Palette.GALVANISED);
        Solids.box(b, 0, 0, -0.01, width * 0.92, height * 0.92, 0.008);
    }

    /**
     * The pictogram of a sign: triangle, disc, barred ring or cross, of the given size, from z = 0 forwards.
     *
     * @param b gets it
     * @param size m
     * @param kind 0 warning, 1 mandatory, 2 prohibition, 3 safe
     */
    public static void pictogram(MeshBuilder b, double size, int kind) {
        double h = size / 2;
        switch (kind) {
            case 0 -> {
                b.paint(Palette.BLACK);
                Solids.prism(b, new double[] {-h, -h * 0.8, h, -h * 0.8, 0, h * 0.95}, 0.004);
                b.paint(Palette.SAFETY_YELLOW);
                b.push().move(0, -h * 0.03, 0.001);
                Solids.prism(b, new double[] {-h * 0.76, -h * 0.63, h * 0.76, -h * 0.63, 0, h * 0.68}, 0.004);
                b.paint(Palette.BLACK);
                Solids.box(b, 0, -h * 0.02, 0.001, h * 0.16, h * 0.52, 0.004);
                Solids.box(b, 0, -h * 0.45, 0.001, h * 0.16, h * 0.15, 0.004);
                b.pop();
            }
            case 1 -> {
                b.paint(Palette.WHITE);
                Turned.discZ(b, h, -0.001, 0.002, 26);
                b.paint(Palette.SAFETY_BLUE);
                Turned.discZ(b, h * 0.92, 0.001, 0.003, 26);
                b.paint(Palette.WHITE);
                b.push().move(0, h * 0.12, 0.003);
                Solids.prism(
                        b,
                        new double[] {-h * 0.55, 0, h * 0.55, 0, h * 0.36, h * 0.38, 0, h * 0.52, -h * 0.36, h * 0.38},
                        0.002);
                Solids.box(b, 0, -h * 0.05, 0, h * 1.3, h * 0.1, 0.002);
                Solids.box(b, 0, -h * 0.36, 0, h * 0.62, h * 0.44, 0.002);
                b.pop();
            }
            case 2 -> {
                b.paint(Palette.WHITE);
                Turned.discZ(b, h * 0.9, -0.001, 0.001, 26);
                b.paint(Palette.BLACK);
                Solids.box(b, 0, 0, 0.001, h * 0.16, h * 0.9, 0.002);
                b.paint(Palette.SAFETY_RED);
                b.push().turn(Math.PI / 2, 1, 0, 0);
                Rounds.arc(b, new double[] {h * 0.8, h, 0, 0.003}, 0, 2 * Math.PI, 26);
                b.pop();
                b.push().turn(-Math.PI / 4, 0, 0, 1);
                Solids.box(b, 0, 0, 0.002, h * 1.7, h * 0.17, 0.003);
                b.pop();
            }
            default -> {
                b.paint(Palette.WHITE);
                Solids.box(b, 0, 0, 0, h * 0.5, h * 1.6, 0.004);
                Solids.box(b, 0, 0, 0, h * 1.6, h * 0.5, 0.004);
            }
        }
    }
}
