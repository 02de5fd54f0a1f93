package org.openots.distillation.field3d.scene.model;

import static org.openots.distillation.field3d.scene.model.Turned.line;

import org.joml.Vector3f;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Profile;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;

/** Heat exchangers: shell along x about the origin, channel towards +x. */
public final class Exchangers {
    private Exchangers() {}

    /**
     * Shell with channel, girth flanges and rear head.
     *
     * @param b gets it
     * @param radius m
     * @param length from end to end, m
     */
    public static void shellAndTube(MeshBuilder b, double radius, double length) {
        Paint shell = b.paint();
        double h = length / 2;
        double channel = Math.min(length * 0.22, radius * 1.6 + 0.05);
        double rear = Math.min(radius * 0.5, length * 0.1);
        double joint = h - channel;
        Turned.onX(
                b,
                Profile.from(0, -h).curve(radius, -h + rear, 6, false).to(radius, joint - 0.01),
                Vessels.sides(radius));
        Turned.onX(
                b,
                Profile.from(radius, joint + 0.01).to(radius, h - 0.05).to(radius * 0.99, h - 0.05),
                Vessels.sides(radius));
        girth(b, joint, radius);
        girth(b, -h + rear + Math.min(0.08, length * 0.05), radius);
        b.paint(Palette.DARK_STEEL);
        b.push().move(h - 0.028, 0, 0);
        cover(b, radius);
        b.pop();
        b.paint(shell);
    }

    private static void girth(MeshBuilder b, double x, double radius) {
        Paint shell = b.paint();
        double thick = Math.max(0.014, radius * 0.1);
        double outer = radius * 1.14 + 0.02;
        b.paint(Palette.DARK_STEEL);
        for (int side = -1; side <= 1; side += 2) {
            double near = x + side * 0.002;
            double far = near + side * thick;
            Turned.discX(b, outer, Math.min(near, far), Math.max(near, far), Vessels.sides(radius));
        }
        bolts(b, x, radius, thick);
        b.paint(shell);
    }

    private static void bolts(MeshBuilder b, double x, double radius, double thick) {
        b.paint(Palette.BOLT);
        int count = radius < 0.15 ? 8 : radius < 0.4 ? 14 : 20;
        double size = Math.max(0.005, Math.min(0.016, radius * 0.05));
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * i / count;
            double circle = radius * 1.07 + 0.012;
            b.push().move(x, circle * Math.cos(angle), circle * Math.sin(angle));
            Turned.discX(b, size, -thick - size * 1.6, thick + size * 1.6, 6);
            b.pop();
        }
    }

    private static void cover(MeshBuilder b, double radius) {
        double thick = Math.max(0.014, radius * 0.1);
        double outer = radius * 1.14 + 0.02;
        Turned.discX(b, outer, -0.002 - thick, -0.002, Vessels.sides(radius));
        Turned.discX(b, outer, 0.002, 0.002 + thick * 1.2, Vessels.sides(radius));
        bolts(b, 0, radius, thick * 1.1);
    }

    /**
     * A kettle: wide shell, cone, tube bundle's channel towards +x; its axis is that of the wide shell.
     *
     * @param b gets it
     * @param radius of the wide shell, m
     * @param length from end to end, m
     */
    public static void kettle(MeshBuilder b, double radius, double length) {
        Paint shell = b.paint();
        double h = length / 2;
        double bundle = radius * 0.62;
        double wide = h - length * 0.32;
        double drop = -(radius - bundle);
        b.push().turn(-Math.PI / 2, 0, 0, 1);
        Rounds.lathe(
                b,
                Profile.from(0, -h).curve(radius, -h + radius * 0.5, 8, false).to(radius, wide),
                Vessels.sides(radius));
        b.pop();
        cone(b, new double[] {radius, 0, wide}, new double[] {bundle, drop, wide + length * 0.12});
        b.push().move(0, drop, 0);
        Turned.onX(b, Profile.from(bundle, wide + length * 0.12).to(bundle, h - length * 0.12), Vessels.sides(bundle));
        girth(b, h - length * 0.11, bundle);
        b.paint(shell);
        Turned.onX(b, Profile.from(bundle, h - length * 0.11).to(bundle, h - 0.04), Vessels.sides(bundle));
        b.paint(Palette.DARK_STEEL);
        b.push().move(h - 0.03, 0, 0);
        cover(b, bundle);
        b.pop();
        b.pop();
        b.paint(shell);
    }

    /** A cone between two circles (radius, y of the middle, x) about axes along x. */
    private static void cone(MeshBuilder b, double[] wide, double[] slim) {
        int sides = Vessels.sides(wide[0]);
        int[] first = new int[sides + 1];
        int[] last = new int[sides + 1];
        double slope = (wide[0] - slim[0]) / (slim[2] - wide[2]);
        for (int i = 0; i <= sides; i++) {
            double angle = 2 * Math.PI * i / sides;
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            Vector3f n = Turned.at(slope * (1 - c) + slope * 0.3, c, -s);
            first[i] = b.vertex(Turned.at(wide[2], wide[1] + wide[0] * c, -wide[0] * s), n);
            last[i] = b.vertex(Turned.at(slim[2], slim[1] + slim[0] * c, -slim[0] * s), n);
        }
        for (int i = 0; i < sides; i++) {
            b.quad(first[i], last[i], last[i + 1], first[i + 1]);
        }
    }

    /**
     * An electric heater: slim shell, flange, terminal box towards +x.
     *
     * @param b gets it
     * @param radius m
     * @param length from end to end, m
     */
    public static void electric(MeshBuilder b, double radius, double length) {
        double h = length / 2;
        double box = Math.min(length * 0.2, radius * 2.2);
        Turned.onX(
                b,
                Profile.from(0, -h).curve(radius, -h + radius * 0.5, 5, false).to(radius, h - box - 0.02),
                Vessels.sides(radius));
        girth(b, h - box - 0.01, radius);
        b.push().move(h - box, 0, 0);
        terminal(b, radius, box);
        b.pop();
    }

    /**
     * A terminal box of heating rods along x from the origin, with gland, cable and warning plate.
     *
     * @param b gets it
     * @param radius m
     * @param depth m
     */
    public static void terminal(MeshBuilder b, double radius, double depth) {
        b.paint(Palette.CABINET);
        b.push().move(depth * 0.55, 0, 0);
        Solids.bevelled(b, depth * 0.9, radius * 2.0, radius * 1.9, Math.min(0.012, radius * 0.1));
        b.paint(Palette.SAFETY_YELLOW);
        double s = radius * 0.5;
        b.push().move(depth * 0.452, 0, 0).turn(Math.PI / 2, 0, 1, 0);
        Solids.prism(b, new double[] {-s, -s * 0.8, s, -s * 0.8, 0, s}, 0.003);
        b.paint(Palette.BLACK);
        b.push().move(0, 0, 0.001);
        Solids.prism(b, new double[] {-s * 0.02, s * 0.55, -s * 0.17, -s * 0.05, s * 0.06, s * 0.04}, 0.003);
        Solids.prism(b, new double[] {0, -s * 0.62, s * 0.17, s * 0.07, -s * 0.05, -s * 0.03}, 0.003);
        b.pop();
        b.pop();
        b.pop();
        b.paint(Palette.BLACK);
        Fittings.tube(
                b,
                Math.max(0.007, radius * 0.1),
                depth * 0.55,
                -radius * 0.95,
                0,
                depth * 0.55,
                -radius * 1.8,
                0,
                depth * 0.55,
                -radius * 2,
                radius * 1.2,
                depth * 0.55,
                -radius * 3.2,
                radius * 1.4);
        b.paint(Palette.BRASS);
        b.push().move(depth * 0.55, -radius * 1.05, 0);
        Turned.disc(b, Math.max(0.011, radius * 0.16), -0.012, 0.012, 6);
        b.pop();
    }

    /**
     * An air cooler about y: bundle on legs, plenum and ring below, headers at the ends of x; foot in the origin.
     *
     * @param b gets it
     * @param length along x, m
     * @param width m
     * @param bundle height of the bundle's middle above the foot, m
     */
    public static void airCooler(MeshBuilder b, double length, double width, double bundle) {
        b.paint(Palette.STEEL);
        for (int i = 0; i < 4; i++) {
            double x = ((i & 1) * 2 - 1) * length * 0.46;
            double z = ((i >> 1) * 2 - 1) * width * 0.46;
            Solids.box(b, x, bundle / 2, z, 0.16, bundle, 0.16);
        }
        b.paint(Palette.GALVANISED);
        for (int side = -1; side <= 1; side += 2) {
            Solids.box(b, 0, bundle, side * width / 2, length, 0.5, 0.04);
            b.push().move(side * length / 2, bundle, 0);
            Solids.bevelled(b, 0.25, 0.5, width * 0.98, 0.02);
            b.pop();
        }
        b.paint(Paint.of(0x9CA4AA, 0.45, 0.7));
        for (int i = 0; i < 24; i++) {
            double z = (i + 0.5) / 24 * width - width / 2;
            Turned.rod(b, line(-length / 2, bundle + 0.15, z, length / 2, bundle + 0.15, z), 0.028, 6);
        }
        Solids.box(b, 0, bundle, 0, length, 0.2, width);
        b.paint(Palette.STEEL);
        int fans = Math.max(1, (int) Math.round(length / width));
        double r = Math.min(width, length / fans) * 0.42;
        for (int i = 0; i < fans; i++) {
            b.push().move(((i + 0.5) / fans - 0.5) * length, bundle - 0.9, 0);
            Rounds.arc(b, new double[] {r, r + 0.02, 0, 0.35}, 0, 2 * Math.PI, 28);
            Rounds.lathe(b, Profile.from(r, 0.35).to(r * 1.12, 0.65), 28);
            b.pop();
        }
    }

    /**
     * Blades of a fan of radius 1 about y.
     *
     * @param b gets it
     */
    public static void blades(MeshBuilder b) {
        b.paint(Palette.GALVANISED);
        Turned.disc(b, 0.14, -0.08, 0.08, 14);
        for (int i = 0; i < 5; i++) {
            b.push().turn(2 * Math.PI * i / 5, 0, 1, 0).move(0.55, 0, 0).turn(0.45, 1, 0, 0);
            Solids.bevelled(b, 0.84, 0.02, 0.26, 0.008);
            b.pop();
        }
    }
}
