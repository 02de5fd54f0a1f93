package org.openots.distillation.field3d.scene.model;

import static org.openots.distillation.field3d.scene.model.Turned.line;

import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Profile;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;

/**
 * What people use: boxes with buttons, cabinets, desk. Fronts look to +z; things on walls and posts have the middle of their
 * front plate as origin, things on the floor the middle of their foot.
 */
public final class Furniture {
    private Furniture() {}

    /**
     * The box of a local panel without its buttons.
     *
     * @param b gets it
     */
    public static void panel(MeshBuilder b) {
        b.paint(Palette.CABINET);
        b.push().move(0, 0, -0.05);
        Solids.bevelled(b, 0.2, 0.28, 0.1, 0.012);
        b.paint(Palette.DARK_STEEL);
        Solids.box(b, 0, 0.146, 0.0, 0.24, 0.012, 0.15);
        b.pop();
        b.paint(Palette.BRUSHED);
        Solids.box(b, 0, -0.005, 0.001, 0.17, 0.22, 0.003);
        b.paint(Palette.WHITE);
        Solids.box(b, 0, 0.118, 0.002, 0.16, 0.03, 0.003);
        for (int side = -1; side <= 1; side += 2) {
            b.paint(Palette.BLACK);
            b.push().move(side * 0.042, -0.03, 0);
            Turned.discZ(b, 0.026, 0.002, 0.014, 18);
            b.pop();
        }
        b.paint(Palette.BLACK);
        b.push().move(0, -0.085, 0);
        Turned.discZ(b, 0.018, 0.002, 0.012, 16);
        b.pop();
        Fittings.tube(b, 0.011, 0.05, -0.14, -0.05, 0.05, -0.3, -0.05, 0.05, -0.32, -0.09, 0.05, -0.6, -0.1);
    }

    /**
     * A lit push button: cap of radius 1 along z from the origin, to be scaled; white, tinted by its place.
     *
     * @param b gets it
     */
    public static void button(MeshBuilder b) {
        b.paint(Paint.of(0xFFFFFF, 0.3, 0));
        Turned.onZ(b, Profile.from(0.9, 0).to(1, 0.1).to(1, 0.5).curve(0, 0.75, 2, true), 14);
        b.paint(Palette.STAINLESS);
        Turned.onZ(b, Profile.from(1.3, 0).to(1.3, 0.12).to(1.05, 0.16), 14);
    }

    /**
     * The mushroom of an emergency stop along z from the origin.
     *
     * @param b gets it
     */
    public static void mushroom(MeshBuilder b) {
        b.paint(Palette.SAFETY_RED);
        Turned.onZ(
                b,
                Profile.from(0.012, 0)
                        .to(0.012, 0.018)
                        .to(0.028, 0.02)
                        .to(0.03, 0.03)
                        .curve(0, 0.042, 3, true),
                22);
    }

    /**
     * The box of an emergency stop without its mushroom.
     *
     * @param b gets it
     */
    public static void stopBox(MeshBuilder b) {
        b.paint(Palette.SAFETY_YELLOW);
        b.push().move(0, 0, -0.04);
        Solids.bevelled(b, 0.13, 0.15, 0.08, 0.01);
        b.pop();
        b.paint(Palette.SAFETY_YELLOW);
        Turned.discZ(b, 0.052, -0.001, 0.003, 26);
        b.paint(Palette.BLACK);
        Turned.discZ(b, 0.02, 0.003, 0.008, 16);
        for (int side = -1; side <= 1; side += 2) {
            b.paint(Palette.SAFETY_YELLOW);
            Solids.box(b, side * 0.062, 0, 0.02, 0.006, 0.13, 0.045);
        }
        b.paint(Palette.BLACK);
        Fittings.tube(b, 0.01, 0, -0.075, -0.04, 0, -0.2, -0.04, 0, -0.22, -0.08, 0, -0.5, -0.085);
    }

    /**
     * The box of a rotary switch without its handle.
     *
     * @param b gets it
     */
    public static void switchBox(MeshBuilder b) {
        b.paint(Palette.CABINET);
        b.push().move(0, 0, -0.035);
        Solids.bevelled(b, 0.12, 0.16, 0.07, 0.01);
        b.pop();
        b.paint(Palette.SAFETY_YELLOW);
        Solids.box(b, 0, -0.01, 0.001, 0.09, 0.09, 0.003);
        b.paint(Palette.WHITE);
        Solids.box(b, 0, 0.058, 0.001, 0.1, 0.026, 0.003);
    }

    /**
     * The handle of a rotary switch about z from the origin, upright.
     *
     * @param b gets it
     */
    public static void knob(MeshBuilder b) {
        b.paint(Palette.SAFETY_RED);
        Turned.onZ(b, Profile.from(0.026, 0).to(0.026, 0.008).to(0.022, 0.012).to(0, 0.012), 20);
        b.push().move(0, 0.004, 0.022);
        Solids.bevelled(b, 0.016, 0.066, 0.026, 0.005);
        b.pop();
        b.paint(Palette.WHITE);
        Solids.box(b, 0, 0.028, 0.0355, 0.004, 0.014, 0.001);
    }

    /**
     * A cabinet on its plinth with two doors, handles, meters' row, cooling slots and a light tower.
     *
     * @param b gets it
     * @param width m
     * @param depth m
     * @param height m
     */
    public static void cabinet(MeshBuilder b, double width, double depth, double height) {
        b.paint(Palette.DARK_STEEL);
        Solids.box(b, 0, 0.05, 0, width * 0.98, 0.1, depth * 0.96);
        b.paint(Palette.CABINET);
        b.push().move(0, 0.1 + (height - 0.1) / 2, 0);
        Solids.bevelled(b, width, height - 0.1, depth, 0.01);
        b.pop();
        int doors = width > 0.7 ? 2 : 1;
        double z = depth / 2;
        for (int i = 0; i < doors; i++) {
            double w = width / doors;
            double x = -width / 2 + w * (i + 0.5);
            b.paint(Palette.CABINET);
            b.push().move(x, 0.1 + (height - 0.1) / 2, z + 0.008);
            Solids.bevelled(b, w - 0.016, height - 0.14, 0.024, 0.006);
            b.pop();
            b.paint(Palette.BLACK);
            double handle = doors == 2 ? (i == 0 ? w / 2 - 0.05 : -w / 2 + 0.05) : w / 2 - 0.05;
            b.push().move(x + handle, height * 0.52, z + 0.026);
            Solids.bevelled(b, 0.022, 0.14, 0.02, 0.005);
            b.pop();
            for (int k = 0; k < 6; k++) {
                Solids.box(b, x, 0.24 + 0.018 * k, z + 0.0205, w * 0.4, 0.007, 0.002);
            }
        }
        b.paint(Palette.SAFETY_YELLOW);
        b.push().move(-width / 2 + width / doors / 2, height * 0.34, z + 0.0215);
        Solids.prism(b, new double[] {-0.06, -0.05, 0.06, -0.05, 0, 0.055}, 0.003);
        b.pop();
        tower(b, width * 0.35, height, -depth * 0.2);
    }

    private static void tower(MeshBuilder b, double x, double y, double z) {
        int[] colours = {0x1E9A4A, 0xE8B013, 0xC81820};
        b.paint(Palette.GALVANISED);
        b.push().move(x, y, z);
        Turned.disc(b, 0.03, 0, 0.012, 14);
        Turned.disc(b, 0.01, 0.01, 0.09, 8);
        for (int i = 0; i < 3; i++) {
            b.paint(Paint.of(colours[i], 0.25, 0).shining(i == 0 ? 0.5 : 0.03));
            Turned.disc(b, 0.026, 0.09 + 0.05 * i, 0.137 + 0.05 * i, 16);
        }
        b.pop();
    }

    /**
     * An open cabinet of protective equipment: helmets above, suits, shoes, a green head board.
     *
     * @param b gets it
     */
    public static void protective(MeshBuilder b) {
        double w = 1.2;
        double h = 1.95;
        double d = 0.42;
        b.paint(Palette.CABINET);
        Solids.box(b, 0, h / 2, -d / 2 + 0.01, w, h, 0.02);
        for (int side = -1; side <= 1; side += 2) {
            Solids.box(b, side * (w / 2 - 0.01), h / 2, 0, 0.02, h, d);
        }
        Solids.box(b, 0, h / 2, 0, 0.016, h - 0.1, d - 0.02);
        for (double y : new double[] {0.06, 0.42, 1.42, h - 0.01}) {
            Solids.box(b, 0, y, 0, w, 0.02, d);
        }
        b.paint(Palette.SAFETY_GREEN);
        b.push().move(0, h + 0.11, -d / 2 + 0.03);
        Solids.bevelled(b, w, 0.2, 0.03, 0.006);
        b.pop();
        int[] colours = {0xF2C218, 0xF2C218, 0xC81820, 0xF2F2EE};
        for (int i = 0; i < 4; i++) {
            b.push().move(-0.43 + 0.287 * i, 1.435, 0.02);
            Person.helmet(b, Paint.of(colours[i], 0.3, 0));
            b.pop();
        }
        for (int i = 0; i < 3; i++) {
            b.push().move(-0.46 + 0.16 * i, 0.55, 0);
            suit(b, i);
            b.pop();
        }
        b.paint(Palette.GALVANISED);
        Turned.rod(b, line(-w / 2, 1.36, 0, w / 2, 1.36, 0), 0.012, 8);
        gear(b);
    }

    private static void suit(MeshBuilder b, int which) {
        b.paint(Paint.of(which == 1 ? 0x23406E : 0x2A3F5F, 0.9, 0));
        Solids.box(b, 0, 0.52, 0, 0.09, 0.52, 0.3);
        Solids.box(b, 0, 0.13, 0, 0.08, 0.28, 0.24);
        b.paint(Paint.of(0xE6E84A, 0.5, 0).shining(0.15));
        Solids.box(b, 0, 0.42, 0, 0.094, 0.04, 0.304);
        Solids.box(b, 0, 0.58, 0, 0.094, 0.04, 0.304);
    }

    private static void gear(MeshBuilder b) {
        b.paint(Palette.BLACK);
        for (int i = 0; i < 4; i++) {
            b.push().move(-0.45 + 0.13 * i, 0.13, 0.03);
            Solids.bevelled(b, 0.085, 0.1, 0.26, 0.03);
            b.pop();
        }
        b.paint(Paint.of(0x2F7D57, 0.8, 0));
        for (int i = 0; i < 3; i++) {
            b.push().move(0.14 + 0.15 * i, 0.95, 0);
            Solids.bevelled(b, 0.1, 0.32, 0.06, 0.025);
            b.pop();
        }
        for (int i = 0; i < 3; i++) {
            b.paint(Palette.DARK_GLASS);
            b.push().move(0.16 + 0.16 * i, 0.49, 0.06);
            Solids.bevelled(b, 0.14, 0.06, 0.06, 0.02);
            b.pop();
        }
        b.paint(Palette.SAFETY_YELLOW);
        b.push().move(0.3, 0.16, 0);
        Solids.bevelled(b, 0.36, 0.16, 0.24, 0.03);
        b.pop();
    }

    /**
     * A desk with a screen, keyboard, log book and chair.
     *
     * @param b gets it
     */
    public static void desk(MeshBuilder b) {
        b.paint(Paint.of(0xC9B79B, 0.6, 0));
        b.push().move(0, 0.74, 0);
        Solids.bevelled(b, 1.4, 0.03, 0.7, 0.006);
        b.pop();
        b.paint(Palette.CABINET);
        for (int side = -1; side <= 1; side += 2) {
            Solids.box(b, side * 0.66, 0.365, 0, 0.03, 0.73, 0.64);
        }
        Solids.box(b, 0, 0.5, -0.3, 1.3, 0.42, 0.02);
        Solids.box(b, 0.42, 0.42, 0.02, 0.42, 0.55, 0.56);
        b.paint(Palette.BLACK);
        for (int i = 0; i < 3; i++) {
            Solids.box(b, 0.42, 0.25 + 0.18 * i, 0.303, 0.14, 0.014, 0.012);
        }
        b.push().move(-0.2, 1.03, -0.15);
        Solids.bevelled(b, 0.58, 0.35, 0.03, 0.008);
        Solids.box(b, 0, -0.23, -0.01, 0.05, 0.14, 0.03);
        Solids.box(b, 0, -0.27, 0.02, 0.24, 0.012, 0.18);
        b.paint(Paint.of(0x1F4A7A, 0.2, 0).shining(0.5));
        Solids.box(b, 0, 0.005, 0.0155, 0.54, 0.3, 0.001);
        b.paint(Paint.of(0x66D08A, 0.3, 0).shining(0.7));
        for (int i = 0; i < 4; i++) {
            Solids.box(b, -0.18 + 0.1 * i, -0.05 + 0.03 * (i % 3), 0.0165, 0.06, 0.012, 0.001);
        }
        b.pop();
        b.paint(Palette.BLACK);
        Solids.box(b, -0.2, 0.764, 0.1, 0.42, 0.016, 0.14);
        Solids.box(b, 0.1, 0.764, 0.12, 0.06, 0.02, 0.1);
        b.paint(Palette.WHITE);
        b.push().move(0.42, 0.765, 0.08).turn(0.15, 0, 1, 0);
        Solids.box(b, 0, 0, 0, 0.3, 0.016, 0.21);
        b.paint(Palette.SAFETY_BLUE);
        Solids.box(b, 0, -0.004, 0, 0.32, 0.012, 0.225);
        b.pop();
    }

    /**
     * A wall telephone or manual call point: a box with a handset.
     *
     * @param b gets it
     */
    public static void telephone(MeshBuilder b) {
        b.paint(Palette.SAFETY_RED);
        b.push().move(0, 0, -0.05);
        Solids.bevelled(b, 0.22, 0.3, 0.1, 0.015);
        b.pop();
        b.paint(Palette.BLACK);
        b.push().move(-0.055, 0, 0.028);
        Solids.bevelled(b, 0.04, 0.2, 0.035, 0.012);
        for (int side = -1; side <= 1; side += 2) {
            b.push().move(0, side * 0.085, -0.012);
            Solids.bevelled(b, 0.055, 0.055, 0.05, 0.015);
            b.pop();
        }
        b.pop();
        Fittings.tube(b, 0.005, -0.055, -0.1, 0.03, -0.05, -0.2, 0.03, 0.02, -0.22, 0.01, 0.03, -0.15, 0);
        b.paint(Palette.CABINET);
        Solids.box(b, 0.045, -0.03, 0.002, 0.09, 0.12, 0.006);
        b.paint(Palette.BLACK);
        for (int i = 0; i < 12; i++) {
            int row = i / 3;
            Solids.box(b, 0.017 + 0.028 * (i % 3), 0.012 - 0.028 * row, 0.006, 0.018, 0.018, 0.006);
        }
    }

    /**
     * A manual fire alarm.
     *
     * @param b gets it
     */
    public static void fireAlarm(MeshBuilder b) {
        b.paint(Palette.SAFETY_RED);
        b.push().move(0, 0, -0.025);
        Solids.bevelled(b, 0.1, 0.1, 0.05, 0.01);
        b.pop();
        b.paint(Palette.WHITE);
        Solids.box(b, 0, -0.005, 0.001, 0.06, 0.05, 0.002);
        b.paint(Palette.BLACK);
        Turned.discZ(b, 0.012, 0.001, 0.004, 14);
    }

    /**
     * A board with a frame; its words are apart.
     *
     * @param b gets it
     * @param width m
     * @param height m
     * @param face paint of the board
     */
    public static void board(MeshBuilder b, double width, double height, Paint face) {
        b.paint(Palette.GALVANISED);
        b.push().move(0, 0, -0.012);
        Solids.bevelled(b, width + 0.03, height + 0.03, 0.02, 0.005);
        b.pop();
        b.paint(face);
        Solids.box(b, 0, 0, 0, width, height, 0.006);
    }

    /**
     * A work bench with drawers and a vice.
     *
     * @param b gets it
     */
    public static void bench(MeshBuilder b) {
        b.paint(Paint.of(0x8C6B45, 0.7, 0));
        b.push().move(0, 0.84, 0);
        Solids.bevelled(b, 1.5, 0.05, 0.65, 0.008);
        b.pop();
        b.paint(Palette.SAFETY_BLUE);
        for (int side = -1; side <= 1; side += 2) {
            Solids.box(b, side * 0.5, 0.43, 0, 0.42, 0.76, 0.58);
        }
        b.paint(Palette.CABINET);
        for (int i = 0; i < 8; i++) {
            Solids.box(b, i < 4 ? -0.5 : 0.5, 0.14 + 0.19 * (i % 4), 0.295, 0.38, 0.165, 0.012);
        }
        b.paint(Palette.DARK_STEEL);
        b.push().move(0.45, 0.93, 0.2);
        Solids.bevelled(b, 0.12, 0.13, 0.2, 0.015);
        Turned.discZ(b, 0.012, 0.1, 0.22, 8);
        Turned.rod(b, line(-0.07, 0, 0.21, 0.07, 0, 0.21), 0.007, 6);
        b.pop();
        b.paint(Palette.WHEEL);
        b.push().move(-0.4, 0.93, 0);
        Solids.bevelled(b, 0.4, 0.12, 0.2, 0.01);
        b.pop();
    }

    /**
     * A drum.
     *
     * @param b gets it
     * @param paint of its shell
     */
    public static void drum(MeshBuilder b, Paint paint) {
        b.paint(paint);
        double r = 0.29;
        Rounds.lathe(
                b,
                Profile.from(0, 0)
                        .to(r, 0)
                        .to(r + 0.008, 0.01)
                        .to(r, 0.02)
                        .to(r, 0.28)
                        .to(r + 0.012, 0.29)
                        .to(r, 0.3)
                        .to(r, 0.58)
                        .to(r + 0.012, 0.59)
                        .to(r, 0.6)
                        .to(r, 0.86)
                        .to(r + 0.008, 0.87)
                        .to(r - 0.01, 0.87)
                        .to(r - 0.012, 0.855)
                        .to(0, 0.855),
                28);
    }
}
