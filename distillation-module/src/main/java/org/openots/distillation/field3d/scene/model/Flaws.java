package org.openots.distillation.field3d.scene.model;

import static org.openots.distillation.field3d.scene.model.Turned.line;

import org.openots.distillation.field3d.scene.Pattern;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Profile;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;

/** What an inspection finds, and what it finds in order: things as they are when right stand beside those when wrong. */
public final class Flaws {
    /** Beads and drops: they catch the light. */
    private static final Paint WET = Paint.of(0x4C5148, 0.12, 0);

    /** What darkens a floor and mirrors a little; the floor is seen through it. */
    private static final Paint SPILT = Paint.of(0x55524A, 0.16, 0).clear(0.72);

    private static final Paint OIL = Paint.of(0x4A2A0A, 0.14, 0);
    private static final Paint CRUST = Paint.of(0x4A3A26, 0.75, 0);
    private static final Paint WIRE = Paint.of(0xB9C42A, 0.5, 0);
    private static final Paint RUST = Paint.of(0x7A4526, 0.9, 0.1).with(Pattern.RUST);
    private static final Paint WOOL = Paint.of(0xD9B65C, 1, 0);
    private static final Paint BURNT = Paint.of(0x241A12, 0.95, 0);
    private static final Paint CARTON = Paint.of(0xA9825A, 0.95, 0);

    private Flaws() {}

    /**
     * Beads and crust under the lowest point of a joint, which is the origin; y up. For a pipe of {@link Valves#BORE}.
     *
     * @param b gets it
     */
    public static void drip(MeshBuilder b) {
        b.paint(CRUST);
        ball(b, 0, 0.01, 0, 0.058, 0.032, 0.058);
        b.paint(WET);
        ball(b, 0, -0.004, 0, 0.04, 0.026, 0.04);
        ball(b, 0, -0.032, 0, 0.011, 0.025, 0.011);
        ball(b, 0.022, -0.02, 0.006, 0.008, 0.016, 0.008);
        ball(b, -0.02, -0.018, -0.005, 0.0075, 0.015, 0.0075);
    }

    private static void ball(MeshBuilder b, double x, double y, double z, double rx, double ry, double rz) {
        int sides = rx > 0.03 ? 10 : 6;
        b.push().move(x, y, z).scale(rx, ry, rz);
        Turned.onY(b, Profile.ball(1, 0, sides > 8 ? 4 : 3), sides);
        b.pop();
    }

    /**
     * A falling drop about the origin.
     *
     * @param b gets it
     */
    public static void drop(MeshBuilder b) {
        b.paint(WET);
        ball(b, 0, 0, 0, 0.009, 0.016, 0.009);
    }

    /**
     * A wet spot on a floor at the origin.
     *
     * @param b gets it
     */
    public static void puddle(MeshBuilder b) {
        b.paint(SPILT);
        double[][] lobes = {
            {0, 0, 0.24}, {0.17, 0.09, 0.16}, {-0.14, 0.12, 0.14}, {-0.05, -0.19, 0.13}, {0.31, 0.15, 0.05}
        };
        for (int i = 0; i < lobes.length; i++) {
            b.push().move(lobes[i][0], 0, lobes[i][1]);
            Turned.disc(b, lobes[i][2], 0.001, 0.004 + 0.0006 * i, i == 4 ? 10 : 18);
            b.pop();
        }
    }

    /**
     * Two studs that have come out of a flange, their nuts at the end. The origin lies on the bolt circle, x along the pipe, y
     * outwards. For a pipe of {@link Valves#BORE}.
     *
     * @param b gets it
     */
    public static void loose(MeshBuilder b) {
        for (int side = -1; side <= 1; side += 2) {
            b.push().move(0, -0.004, side * 0.038).turn(side * 0.2, 0, 1, 0).turn(0.16, 0, 0, 1);
            b.paint(Palette.BOLT);
            Turned.discX(b, 0.011, -0.03, 0.13, 8);
            Turned.discX(b, 0.023, 0.085, 0.108, 6);
            b.paint(RUST);
            Turned.discX(b, 0.016, 0.028, 0.032, 12);
            b.pop();
        }
        // the joint stands open and its gasket has come out
        b.paint(BURNT);
        Solids.box(b, 0, 0.006, 0, 0.007, 0.02, 0.1);
        b.paint(Palette.WHITE);
        b.push().move(0.002, 0.02, 0.004).turn(0.35, 0, 0, 1).turn(0.3, 1, 0, 0);
        Solids.box(b, 0, 0.02, 0, 0.004, 0.075, 0.075);
        b.pop();
    }

    /**
     * The handle of a blind that was left between two flanges. The origin lies on their rim, x along the pipe, y outwards. For a
     * pipe of {@link Valves#BORE}.
     *
     * @param b gets it
     */
    public static void paddle(MeshBuilder b) {
        b.paint(Palette.SAFETY_RED);
        Solids.box(b, 0, 0.055, 0, 0.008, 0.15, 0.05);
        b.push().move(0, 0.145, 0);
        Turned.discX(b, 0.042, -0.0045, 0.0045, 18);
        b.paint(Palette.BLACK);
        Turned.discX(b, 0.016, -0.005, 0.005, 14);
        b.pop();
    }

    /**
     * The round upper part of a coupling guard, of length 1 along x from the shaft's axis at the origin and radius 1, to be
     * stretched.
     *
     * @param b gets it
     */
    public static void guardTop(MeshBuilder b) {
        b.paint(Palette.SAFETY_YELLOW);
        b.push().turn(-Math.PI / 2, 0, 0, 1).turn(Math.PI, 0, 1, 0);
        Rounds.arc(b, new double[] {0.965, 1, 0, 1}, -Math.PI / 2, Math.PI / 2, 12);
        b.pop();
    }

    /**
     * The straight sides of a coupling guard, of length 1 along x, height 1 down from the shaft's axis and radius 1.
     *
     * @param b gets it
     */
    public static void guardSides(MeshBuilder b) {
        b.paint(Palette.SAFETY_YELLOW);
        for (int side = -1; side <= 1; side += 2) {
            Solids.box(b, 0.5, -0.5, side * 0.98, 1, 1, 0.035);
            Solids.box(b, 0.5, -0.985, side * 1.18, 1, 0.03, 0.4);
        }
    }

    /**
     * An earth strap from the floor at the origin to a thing on the side of +x.
     *
     * @param b gets it
     */
    public static void earthed(MeshBuilder b) {
        lugs(b, Palette.GALVANISED);
        b.paint(WIRE);
        Fittings.tube(b, 0.013, 0.115, 0.3, 0.018, 0.05, 0.27, 0.024, 0.012, 0.18, 0.02, 0, 0.1, 0.018);
        b.paint(Palette.BRASS);
        Solids.box(b, 0.115, 0.3, 0.01, 0.022, 0.034, 0.012);
        Solids.box(b, 0, 0.095, 0.008, 0.022, 0.034, 0.012);
    }

    /**
     * The same with the strap torn off the floor's lug.
     *
     * @param b gets it
     */
    public static void unearthed(MeshBuilder b) {
        lugs(b, RUST);
        b.paint(WIRE);
        Fittings.tube(
                b, 0.013, 0.115, 0.3, 0.018, 0.08, 0.26, 0.03, 0.07, 0.09, 0.07, 0.02, 0.014, 0.13, -0.09, 0.012, 0.2,
                -0.2, 0.03, 0.16);
        b.paint(Palette.BRASS);
        Solids.box(b, 0.115, 0.3, 0.01, 0.022, 0.034, 0.012);
        b.push().move(-0.215, 0.034, 0.155).turn(0.5, 0, 1, 0);
        Solids.box(b, 0, 0, 0, 0.036, 0.01, 0.022);
        b.pop();
    }

    private static void lugs(MeshBuilder b, Paint low) {
        b.paint(low);
        Solids.box(b, 0, 0.065, 0, 0.034, 0.13, 0.007);
        Solids.box(b, 0, 0.004, 0, 0.07, 0.008, 0.07);
        b.paint(Palette.GALVANISED);
        Solids.box(b, 0.135, 0.3, 0, 0.07, 0.04, 0.007);
    }

    /**
     * A bag tied over what should let something through, about the origin, along x. For a pipe of {@link Valves#BORE}.
     *
     * @param b gets it
     */
    public static void bag(MeshBuilder b) {
        b.paint(Palette.BLACK);
        Turned.onX(
                b,
                Profile.from(0.034, -0.15)
                        .to(0.062, -0.145)
                        .to(0.046, -0.115)
                        .to(0.1, -0.075)
                        .to(0.122, -0.01)
                        .to(0.105, 0.03)
                        .to(0.118, 0.07)
                        .to(0.046, 0.115)
                        .to(0.062, 0.145)
                        .to(0.03, 0.15),
                7);
        b.paint(Paint.of(0xB9BDBA, 0.45, 0.1));
        for (int side = -1; side <= 1; side += 2) {
            b.push().move(side * 0.117, 0, 0);
            Turned.onX(
                    b,
                    Profile.from(0.04, -0.014)
                            .to(0.056, -0.013)
                            .to(0.056, 0.013)
                            .to(0.04, 0.014),
                    12);
            b.pop();
        }
    }

    /**
     * Cartons stacked on a floor at the origin, in front of something.
     *
     * @param b gets it
     */
    public static void cartons(MeshBuilder b) {
        b.paint(Paint.of(0x8A6B45, 0.95, 0));
        Solids.box(b, 0, 0.06, 0, 0.8, 0.03, 0.5);
        for (int i = -1; i <= 1; i++) {
            Solids.box(b, i * 0.34, 0.025, 0, 0.08, 0.05, 0.5);
        }
        double[][] boxes = {{-0.18, 0.25, 0.02, 0.36, 0.04}, {0.2, 0.22, -0.01, 0.3, -0.08}, {-0.1, 0.58, 0, 0.3, 0.2}};
        for (double[] one : boxes) {
            b.push().move(one[0], one[1], one[2]).turn(one[4], 0, 1, 0);
            b.paint(CARTON);
            Solids.bevelled(b, 0.36, one[3], 0.38, 0.006);
            b.paint(Paint.of(0xD8C9A0, 0.4, 0));
            Solids.box(b, 0, one[3] / 2, 0, 0.362, 0.003, 0.05);
            b.pop();
        }
    }

    /**
     * The lever of a root valve: turned about x, along the line to +z when open.
     *
     * @param b gets it
     */
    public static void rootLever(MeshBuilder b) {
        b.paint(Palette.LEVER);
        Solids.box(b, 0, 0, 0.055, 0.01, 0.028, 0.15);
    }

    /**
     * A cock on a pipe with its plug to +y, its bore along z, without its lever; the pipe's surface is the origin.
     *
     * @param b gets it
     */
    public static void cock(MeshBuilder b) {
        b.paint(Palette.STAINLESS);
        Turned.disc(b, 0.0085, -0.01, 0.05, 8);
        b.push().move(0, 0.06, 0);
        Solids.bevelled(b, 0.034, 0.034, 0.05, 0.006);
        Turned.onX(b, Profile.cylinder(0.008, 0, 0.045), 8);
        b.pop();
        Turned.disc(b, 0.0085, 0.07, 0.115, 8);
        b.paint(Palette.BRASS);
        Turned.disc(b, 0.013, 0.115, 0.135, 6);
    }

    /**
     * Dirt on a level glass of height 1 about the origin, seen from +z.
     *
     * @param b gets it
     */
    public static void blindGlass(MeshBuilder b) {
        b.paint(Paint.of(0x4B3B29, 0.8, 0));
        Solids.box(b, 0, 0, 0.0162, 0.027, 1, 0.004);
        b.paint(Paint.of(0x8D7B5C, 0.9, 0));
        double[][] runs = {
            {-0.007, 0.3, 0.36, 0.005},
            {0.004, 0.12, 0.6, 0.006},
            {0.0095, -0.25, 0.4, 0.004},
            {-0.004, -0.3, 0.3, 0.005}
        };
        for (double[] run : runs) {
            Solids.box(b, run[0], run[1], 0.0185, run[3], run[2], 0.0012);
        }
    }

    /**
     * A broken glass on a dial, its needle fallen to zero.
     *
     * @param b gets it
     */
    public static void brokenDial(MeshBuilder b) {
        b.push().turn(Instruments.DIAL_FROM, 0, 0, 1);
        Instruments.needle(b);
        b.pop();
        // cracks in front of a white face are seen as dark lines
        b.paint(Paint.of(0x3A4248, 0.3, 0));
        double[] angles = {0.1, 0.75, 1.35, 2.2, 2.9, 3.6, 4.1, 5.0, 5.7};
        double[] lengths = {0.03, 0.05, 0.034, 0.04, 0.055, 0.05, 0.036, 0.03, 0.028};
        for (int i = 0; i < angles.length; i++) {
            b.push().move(0.014, 0.012, 0.0125).turn(angles[i], 0, 0, 1);
            double reach = Math.min(lengths[i], rim(angles[i]));
            Solids.box(b, reach / 2, 0, 0, reach, 0.0026, 0.0012);
            Solids.box(b, reach * 0.55, reach * 0.12, 0, 0.0014, reach * 0.3, 0.0012);
            b.pop();
        }
        b.paint(Palette.BLACK);
        b.push().move(0.014, 0.012, 0.012);
        Turned.discZ(b, 0.0125, 0, 0.0012, 7);
        b.pop();
    }

    /** From the point of impact to the rim of the glass. */
    private static double rim(double angle) {
        double along = 0.014 * Math.cos(angle) + 0.012 * Math.sin(angle);
        double square = 0.014 * 0.014 + 0.012 * 0.012 - 0.047 * 0.047;
        return -along + Math.sqrt(along * along - square);
    }

    /**
     * What is burnt of a bearing: of length 1 along x from the origin and radius 1, to be stretched.
     *
     * @param b gets it
     */
    public static void burnt(MeshBuilder b) {
        b.paint(BURNT);
        Turned.onX(b, Profile.from(0.98, 0.05).to(1.04, 0.1).to(1.04, 0.9).to(0.98, 0.95), 18);
        b.paint(Paint.of(0x7C5A34, 0.9, 0));
        Turned.onX(b, Profile.from(0.97, -0.08).to(1.015, -0.05).to(1.015, 1.05).to(0.97, 1.08), 18);
        b.paint(WET);
        for (int i = 0; i < 3; i++) {
            Solids.box(b, 0.25 + 0.25 * i, -1.15 - 0.12 * i, 0, 0.09, 0.5, 0.3);
        }
    }

    /**
     * Oil that has run out of an oiler: a streak down from the origin, which is the foot of its glass, to what is below by 1, and a
     * spot there; +z away from the bearing.
     *
     * @param b gets it
     */
    public static void oilRun(MeshBuilder b) {
        b.paint(OIL);
        Solids.box(b, 0, -0.42, 0.004, 0.05, 0.84, 0.012);
        Solids.box(b, 0.035, -0.3, 0.002, 0.022, 0.5, 0.01);
        Solids.box(b, -0.03, -0.22, 0.002, 0.018, 0.36, 0.01);
    }

    /**
     * A spot of oil on a base at the origin.
     *
     * @param b gets it
     */
    public static void oilSpot(MeshBuilder b) {
        b.paint(OIL);
        Turned.disc(b, 0.11, 0.001, 0.004, 18);
        b.push().move(0.09, 0, 0.05);
        Turned.disc(b, 0.06, 0.001, 0.005, 14);
        b.pop();
        b.push().move(-0.08, 0, 0.06);
        Turned.disc(b, 0.05, 0.001, 0.0045, 14);
        b.pop();
    }

    /**
     * Bare wool where the sheet of insulation has gone: of length 1 along x about the origin and radius 1, to be stretched.
     *
     * @param b gets it
     */
    public static void bareWool(MeshBuilder b) {
        b.paint(WOOL);
        Turned.onX(
                b,
                Profile.from(0.99, -0.5)
                        .to(1.07, -0.46)
                        .to(1.02, -0.2)
                        .to(1.09, 0.05)
                        .to(1.03, 0.3)
                        .to(1.08, 0.45)
                        .to(0.99, 0.5),
                11);
        b.paint(BURNT);
        Turned.onX(b, Profile.from(1, -0.53).to(1.05, -0.52).to(1.05, -0.49).to(1, -0.48), 18);
        b.paint(Palette.CLADDING);
        b.push().move(0.28, -1.05, 0.35).turn(0.75, 1, 0, 0).turn(0.2, 0, 0, 1);
        Solids.box(b, 0, -0.5, 0, 0.4, 1, 0.05);
        b.pop();
        b.push().move(-0.3, 0.95, 0.5).turn(-0.6, 1, 0, 0);
        Solids.box(b, 0, 0.3, 0, 0.3, 0.6, 0.05);
        b.pop();
    }

    /**
     * A junction box without its lid, its back at the origin, front to +z.
     *
     * @param b gets it
     */
    public static void junction(MeshBuilder b) {
        b.paint(Palette.CABINET);
        b.push().move(0, 0, 0.03);
        Solids.bevelled(b, 0.13, 0.1, 0.06, 0.006);
        b.paint(Palette.BLACK);
        Solids.box(b, 0, 0, 0.0305, 0.11, 0.08, 0.001);
        for (int i = -1; i <= 1; i += 2) {
            b.push().move(i * 0.03, -0.05, 0);
            Turned.disc(b, 0.013, -0.02, 0, 8);
            Turned.disc(b, 0.008, -0.2, -0.02, 8);
            b.pop();
        }
        b.pop();
    }

    /**
     * Its lid, shut.
     *
     * @param b gets it
     */
    public static void lid(MeshBuilder b) {
        b.paint(Palette.CABINET);
        b.push().move(0, 0, 0.066);
        Solids.bevelled(b, 0.13, 0.1, 0.012, 0.004);
        b.paint(Palette.BOLT);
        for (int i = 0; i < 4; i++) {
            b.push().move(((i & 1) * 2 - 1) * 0.055, ((i >> 1) * 2 - 1) * 0.04, 0.005);
            Turned.discZ(b, 0.005, 0, 0.003, 6);
            b.pop();
        }
        b.pop();
    }

    /**
     * Its lid hanging by one screw, with wires coming out.
     *
     * @param b gets it
     */
    public static void lidOff(MeshBuilder b) {
        b.paint(Palette.CABINET);
        b.push().move(-0.055, -0.05, 0.07).turn(-1.2, 0, 0, 1);
        Solids.box(b, 0.055, 0, 0, 0.13, 0.1, 0.01);
        b.pop();
        int[] colours = {0xC8B420, 0x2E8B3C, 0xB02A24, 0x2A5FB0};
        for (int i = 0; i < colours.length; i++) {
            b.paint(Paint.of(colours[i], 0.5, 0));
            double x = -0.03 + 0.02 * i;
            Fittings.tube(b, 0.0035, x, 0.02, 0.055, x, 0.01, 0.1, x * 1.8, -0.05 - 0.012 * i, 0.11);
        }
        b.paint(Palette.BRASS);
        for (int i = -1; i <= 2; i++) {
            Solids.box(b, i * 0.022 - 0.01, 0.01, 0.062, 0.012, 0.02, 0.006);
        }
    }

    /**
     * The seal of a relief valve with its tag, hanging from the origin; front to +z.
     *
     * @param b gets it
     */
    public static void seal(MeshBuilder b) {
        b.paint(Palette.BOLT);
        Turned.rod(b, line(0, 0, 0, 0.02, -0.06, 0.004), 0.002, 5);
        Turned.rod(b, line(0, 0, 0, -0.03, -0.04, 0.004), 0.002, 5);
        Turned.discZ(b, 0.012, -0.002, 0.006, 12);
        b.paint(Palette.WHITE);
        Solids.box(b, 0.025, -0.105, 0.006, 0.06, 0.085, 0.003);
        b.paint(Palette.SAFETY_GREEN);
        Solids.box(b, 0.025, -0.077, 0.0078, 0.06, 0.022, 0.001);
    }

    /**
     * What is left of it: a cut wire.
     *
     * @param b gets it
     */
    public static void sealBroken(MeshBuilder b) {
        b.paint(RUST);
        Turned.rod(b, line(0, 0, 0, 0.045, -0.09, 0.03), 0.0022, 5);
        Turned.rod(b, line(0, 0, 0, -0.02, -0.05, 0.035), 0.0022, 5);
    }
}
