package org.openots.distillation.field3d.scene.model;

import static org.openots.distillation.field3d.scene.model.Turned.at;
import static org.openots.distillation.field3d.scene.model.Turned.line;

import java.util.List;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Profile;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;

/**
 * Valves moved by hand, without what the hand takes. Flow along x, spindle along y, for a pipe of {@link #BORE}; other sizes are
 * scaled. Both end flanges with those of the pipe are part of them.
 */
public final class Valves {
    /** Outside diameter of the pipe they are drawn for, m: DN50. */
    public static final double BORE = 0.0603;

    private Valves() {}

    /** The flanges at both ends; the paint stays for the body. */
    static void ends(MeshBuilder b, Paint paint, double half) {
        b.paint(paint);
        for (int side = -1; side <= 1; side += 2) {
            b.push().move(side * half, 0, 0);
            Fittings.flangePair(b, BORE);
            b.pop();
        }
    }

    private static void bonnetBolts(MeshBuilder b, double radius, double y, double half, int count) {
        b.push().move(0, y, 0);
        Turned.bolts(b, new double[] {radius, 0.0095, -half - 0.009, half + 0.009}, count, 0.5, 6);
        b.pop();
    }

    private static void yoke(MeshBuilder b, double low, double high, double foot, double head) {
        for (int side = -1; side <= 1; side += 2) {
            Rounds.sweep(
                    b,
                    List.of(
                            at(0, low, side * foot),
                            at(0, low + (high - low) * 0.35, side * foot * 1.05),
                            at(0, high, side * head)),
                    0.0085,
                    0.05,
                    6);
        }
        Turned.disc(b, head * 1.35, high - 0.012, high + 0.014, 14);
    }

    /**
     * A gate valve with outside screw and yoke.
     *
     * @param b gets it
     */
    public static void gate(MeshBuilder b) {
        ends(b, Palette.VALVE, 0.105);
        Turned.bothWays(b, 16, 0.032, 0.1, 0.034, 0.05, 0.05, 0.02);
        b.push().scale(0.78, 1, 1);
        Turned.onY(
                b,
                Profile.from(0, -0.062)
                        .curve(0.056, -0.03, 4, false)
                        .to(0.056, 0.03)
                        .to(0.043, 0.075)
                        .to(0.043, 0.088)
                        .to(0.064, 0.09)
                        .to(0.064, 0.106)
                        .to(0.0, 0.106),
                16);
        Turned.onY(
                b,
                Profile.from(0, 0.109)
                        .to(0.064, 0.109)
                        .to(0.064, 0.125)
                        .curve(0.026, 0.16, 3, true)
                        .to(0.026, 0.172)
                        .to(0, 0.172),
                16);
        b.pop();
        bonnetBolts(b, 0.053, 0.1075, 0.018, 8);
        b.paint(Palette.VALVE);
        yoke(b, 0.13, 0.272, 0.034, 0.018);
        b.paint(Palette.STAINLESS);
        Turned.disc(b, 0.016, 0.17, 0.19, 10);
        Solids.box(b, 0, 0.195, 0, 0.02, 0.009, 0.058);
        b.paint(Palette.BRASS);
        Turned.disc(b, 0.0145, 0.28, 0.298, 10);
    }

    /**
     * A globe valve.
     *
     * @param b gets it
     */
    public static void globe(MeshBuilder b) {
        ends(b, Palette.VALVE, 0.115);
        Turned.bothWays(b, 18, 0.032, 0.11, 0.035, 0.075, 0.055, 0.03, 0.06, 0);
        Turned.onY(
                b,
                Profile.from(0, -0.072)
                        .curve(0.062, -0.01, 5, false)
                        .to(0.05, 0.055)
                        .to(0.046, 0.062)
                        .to(0.066, 0.064)
                        .to(0.066, 0.08)
                        .to(0, 0.08),
                16);
        Turned.onY(
                b,
                Profile.from(0, 0.083)
                        .to(0.066, 0.083)
                        .to(0.066, 0.099)
                        .curve(0.024, 0.125, 3, true)
                        .to(0.024, 0.142)
                        .to(0, 0.142),
                16);
        bonnetBolts(b, 0.055, 0.0815, 0.018, 8);
        b.paint(Palette.VALVE);
        yoke(b, 0.1, 0.225, 0.036, 0.018);
        b.paint(Palette.STAINLESS);
        Turned.disc(b, 0.015, 0.14, 0.16, 10);
        Solids.box(b, 0, 0.163, 0, 0.02, 0.009, 0.052);
    }

    /**
     * A ball valve of stainless steel in three pieces.
     *
     * @param b gets it
     */
    public static void ball(MeshBuilder b) {
        ends(b, Palette.STAINLESS, 0.09);
        Turned.bothWays(b, 18, 0.032, 0.085, 0.036, 0.055, 0.05, 0.045, 0.054, 0.034);
        for (int side = -1; side <= 1; side += 2) {
            b.push().move(side * 0.036, 0, 0);
            Solids.bevelled(b, 0.016, 0.105, 0.105, 0.006);
            b.pop();
        }
        b.paint(Palette.BOLT);
        for (int i = 0; i < 4; i++) {
            b.push().move(0, (i & 1) * 0.078 - 0.039, (i >> 1) * 0.078 - 0.039);
            Turned.discX(b, 0.0085, -0.056, 0.056, 6);
            b.pop();
        }
        b.paint(Palette.STAINLESS);
        Turned.disc(b, 0.024, 0.04, 0.064, 14);
        Turned.disc(b, 0.016, 0.064, 0.082, 12);
        Solids.box(b, 0, 0.066, 0, 0.05, 0.006, 0.05);
    }

    /**
     * A needle valve with a bar-stock body.
     *
     * @param b gets it
     */
    public static void needle(MeshBuilder b) {
        b.paint(Palette.STAINLESS);
        Turned.bothWays(b, 6, 0.03, 0.1, 0.044, 0.098, 0.044, 0.062, 0.034, 0.058);
        b.push();
        Solids.bevelled(b, 0.09, 0.085, 0.075, 0.01);
        b.pop();
        Turned.onY(
                b,
                Profile.from(0, 0.04)
                        .to(0.032, 0.04)
                        .to(0.032, 0.075)
                        .to(0.026, 0.08)
                        .to(0.026, 0.105)
                        .to(0, 0.105),
                6);
        Turned.disc(b, 0.018, 0.105, 0.125, 12);
    }

    /**
     * What a hand takes of gate and globe valves: rim, spokes, hub; in the plane of x and z.
     *
     * @param b gets it
     * @param radius of the rim, m
     * @param spokes how many
     */
    public static void wheel(MeshBuilder b, double radius, int spokes) {
        b.paint(Palette.WHEEL);
        Rounds.torus(b, radius, radius * 0.085, 22, 6);
        for (int i = 0; i < spokes; i++) {
            double angle = 2 * Math.PI * i / spokes;
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            Rounds.rod(b, at(0.016 * c, -radius * 0.12, 0.016 * s), at(radius * c, 0, radius * s), radius * 0.065, 6);
        }
        Turned.disc(b, radius * 0.2, -radius * 0.25, radius * 0.1, 14);
        b.paint(Palette.BOLT);
        Turned.disc(b, radius * 0.13, radius * 0.1, radius * 0.2, 6);
    }

    /**
     * The stem of a rising valve, from the origin up.
     *
     * @param b gets it
     * @param length m
     */
    public static void stem(MeshBuilder b, double length) {
        b.paint(Palette.STAINLESS);
        Turned.onY(
                b,
                Profile.from(0, 0)
                        .to(0.0095, 0)
                        .to(0.0095, length - 0.004)
                        .to(0.006, length)
                        .to(0, length),
                10);
    }

    /**
     * The lever of a ball valve: along x from the spindle in the origin.
     *
     * @param b gets it
     */
    public static void lever(MeshBuilder b) {
        b.paint(Palette.STAINLESS);
        Turned.disc(b, 0.022, -0.005, 0.006, 12);
        Solids.box(b, 0.028, 0.002, 0, 0.06, 0.007, 0.03);
        b.push().move(0.055, 0.002, 0).turn(0.5, 0, 0, 1);
        Solids.box(b, 0.02, 0, 0, 0.045, 0.007, 0.026);
        b.pop();
        b.paint(Palette.LEVER);
        b.push().move(0.165, 0.0235, 0);
        Solids.bevelled(b, 0.16, 0.018, 0.03, 0.008);
        b.pop();
        b.paint(Palette.BOLT);
        Turned.disc(b, 0.011, 0.006, 0.016, 6);
    }

    /**
     * The bar of a needle valve.
     *
     * @param b gets it
     */
    public static void bar(MeshBuilder b) {
        b.paint(Palette.STAINLESS);
        Turned.disc(b, 0.014, -0.03, 0.012, 10);
        Turned.rod(b, line(-0.075, 0, 0, 0.075, 0, 0), 0.0095, 8);
    }

    /**
     * A round bar of radius 1 and height 1 from the origin up, to be stretched.
     *
     * @param b gets it
     */
    public static void spindle(MeshBuilder b) {
        b.paint(Palette.STAINLESS);
        Turned.disc(b, 1, 0, 1, 10);
    }
}
