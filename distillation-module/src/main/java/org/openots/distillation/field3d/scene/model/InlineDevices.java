package org.openots.distillation.field3d.scene.model;

import static org.openots.distillation.field3d.scene.model.Turned.line;

import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Profile;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;

/** What else sits in a line. Flow along x, what sticks out along y, for a pipe of {@link Valves#BORE}. */
public final class InlineDevices {
    private InlineDevices() {}

    /**
     * A swing check valve with its arrow.
     *
     * @param b gets it
     */
    public static void check(MeshBuilder b) {
        Valves.ends(b, Palette.VALVE, 0.1);
        Turned.onX(
                b,
                Profile.from(0.032, -0.095)
                        .to(0.04, -0.06)
                        .to(0.056, -0.02)
                        .to(0.056, 0.025)
                        .to(0.04, 0.065)
                        .to(0.032, 0.095),
                16);
        b.push().move(-0.008, 0, 0);
        Turned.onY(
                b,
                Profile.from(0, 0)
                        .to(0.046, 0.0)
                        .to(0.046, 0.055)
                        .to(0.062, 0.056)
                        .to(0.062, 0.07)
                        .to(0, 0.07),
                18);
        Turned.onY(b, Profile.from(0, 0.072).to(0.062, 0.072).to(0.06, 0.086).curve(0, 0.094, 2, true), 18);
        Turned.bolts(b, new double[] {0.053, 0.008, 0.048, 0.096}, 6, 0, 6);
        b.pop();
        for (int side = -1; side <= 1; side += 2) {
            b.push().move(0.01, -0.005, side * 0.056);
            if (side < 0) {
                b.scale(1, 1, -1);
            }
            b.paint(Palette.WHITE);
            Fittings.arrow(b, 0.07);
            b.pop();
        }
    }

    /**
     * A spring relief valve: inlet from below on x = 0, outlet to +z; y up.
     *
     * @param b gets it
     */
    public static void relief(MeshBuilder b) {
        b.paint(Palette.VALVE);
        b.push().move(0, -0.1, 0).turn(Math.PI / 2, 0, 0, 1);
        Fittings.flangePair(b, Valves.BORE);
        b.pop();
        b.push().move(0, 0, 0.11).turn(-Math.PI / 2, 0, 1, 0);
        Fittings.flangePair(b, Valves.BORE * 1.25);
        b.pop();
        b.paint(Palette.VALVE);
        Turned.onY(
                b,
                Profile.from(0.032, -0.1)
                        .to(0.036, -0.05)
                        .curve(0.058, 0, 3, false)
                        .to(0.055, 0.04)
                        .to(0.066, 0.045)
                        .to(0.066, 0.075)
                        .to(0.05, 0.078)
                        .to(0.04, 0.1)
                        .to(0.04, 0.23)
                        .to(0.034, 0.235)
                        .to(0.034, 0.255)
                        .curve(0.012, 0.3, 3, true)
                        .to(0, 0.3),
                18);
        Turned.onZ(b, Profile.from(0.05, 0).to(0.046, 0.05).to(0.038, 0.1), 16);
        b.paint(Palette.DARK_STEEL);
        for (int i = 0; i < 5; i++) {
            b.push().move(0, 0.115 + 0.026 * i, 0);
            Rounds.torus(b, 0.041, 0.004, 16, 5);
            b.pop();
        }
        b.paint(Palette.WHEEL);
        b.push().move(0, 0.29, 0);
        Solids.box(b, -0.05, 0, 0, 0.13, 0.008, 0.018);
        b.pop();
    }

    /**
     * A Y-strainer, its basket downwards.
     *
     * @param b gets it
     */
    public static void strainer(MeshBuilder b) {
        Valves.ends(b, Palette.VALVE, 0.11);
        Turned.bothWays(b, 16, 0.032, 0.105, 0.038, 0.06, 0.044, 0);
        b.push().turn(Math.PI + 0.75, 0, 0, 1);
        Turned.onY(
                b,
                Profile.from(0, 0)
                        .to(0.042, 0)
                        .to(0.042, 0.11)
                        .to(0.06, 0.112)
                        .to(0.06, 0.128)
                        .to(0, 0.128),
                16);
        Turned.disc(b, 0.06, 0.13, 0.145, 16);
        b.paint(Palette.BOLT);
        Turned.disc(b, 0.014, 0.145, 0.165, 6);
        b.pop();
    }

    /**
     * A rotameter with a glass tube along x, scale to +y; without its float.
     *
     * @param b gets it
     */
    public static void rotameter(MeshBuilder b) {
        Valves.ends(b, Palette.STAINLESS, 0.25);
        for (int side = -1; side <= 1; side += 2) {
            b.paint(Palette.STAINLESS);
            b.push().move(side * 0.215, 0, 0);
            Turned.discX(b, 0.05, -0.028, 0.028, 18);
            b.pop();
            Turned.rod(b, line(-0.2, -0.035, side * 0.035, 0.2, -0.035, side * 0.035), 0.007, 8);
            Turned.rod(b, line(-0.2, 0.035, side * 0.035, 0.2, 0.035, side * 0.035), 0.007, 8);
        }
        b.paint(Palette.GLASS);
        Turned.onX(b, Profile.from(0.026, -0.19).to(0.031, 0.19), 18);
        b.paint(Palette.WHITE);
        Solids.box(b, 0, 0, -0.042, 0.36, 0.05, 0.003);
        b.paint(Palette.BLACK);
        for (int i = 0; i <= 20; i++) {
            Solids.box(b, -0.15 + 0.015 * i, 0.012, -0.0398, 0.0015, i % 5 == 0 ? 0.024 : 0.012, 0.001);
        }
    }

    /**
     * The float of a rotameter, its rim in the origin, flow along x.
     *
     * @param b gets it
     */
    public static void floating(MeshBuilder b) {
        b.paint(Palette.SAFETY_RED);
        Turned.onX(
                b,
                Profile.from(0, -0.05)
                        .to(0.02, -0.006)
                        .to(0.024, 0)
                        .to(0.02, 0.006)
                        .to(0.006, 0.008)
                        .to(0.006, 0.02)
                        .to(0, 0.02),
                14);
    }

    /**
     * A sight glass with round windows to both sides of z.
     *
     * @param b gets it
     */
    public static void sight(MeshBuilder b) {
        Valves.ends(b, Palette.STAINLESS, 0.085);
        Turned.bothWays(b, 16, 0.032, 0.08, 0.05, 0.045);
        Turned.onZ(
                b,
                Profile.from(0.04, -0.07)
                        .to(0.058, -0.07)
                        .to(0.058, -0.055)
                        .to(0.044, -0.053)
                        .to(0.044, 0.053)
                        .to(0.058, 0.055)
                        .to(0.058, 0.07)
                        .to(0.04, 0.07),
                18);
        b.paint(Palette.DARK_GLASS);
        Turned.discZ(b, 0.042, -0.066, 0.066, 18);
        b.paint(Palette.BOLT);
        for (int i = 0; i < 6; i++) {
            double angle = 2 * Math.PI * i / 6;
            b.push().move(0.05 * Math.cos(angle), 0.05 * Math.sin(angle), 0);
            Turned.discZ(b, 0.005, -0.075, 0.075, 5);
            b.pop();
        }
    }

    /**
     * A flame arrester.
     *
     * @param b gets it
     */
    public static void arrester(MeshBuilder b) {
        Valves.ends(b, Palette.SAFETY_RED, 0.16);
        Turned.bothWays(b, 22, 0.032, 0.155, 0.04, 0.13, 0.1, 0.055, 0.115, 0.055, 0.115, 0.04, 0.1, 0.038);
        b.paint(Palette.BOLT);
        for (int i = 0; i < 8; i++) {
            double angle = 2 * Math.PI * i / 8;
            b.push().move(0, 0.108 * Math.cos(angle), 0.108 * Math.sin(angle));
            Turned.discX(b, 0.005, -0.066, 0.066, 6);
            b.pop();
        }
    }

    /**
     * A flow transmitter of the tube kind: body with flanges, neck and head along y.
     *
     * @param b gets it
     */
    public static void flowTube(MeshBuilder b) {
        Valves.ends(b, Palette.HOUSING, 0.11);
        Turned.bothWays(b, 20, 0.032, 0.105, 0.05, 0.085, 0.064, 0.075);
        Turned.disc(b, 0.018, 0.05, 0.13, 12);
        b.push().move(0, 0.175, 0);
        Instruments.head(b);
        b.pop();
    }

    /**
     * An orifice flange with taps and a manifold below a transmitter along y.
     *
     * @param b gets it
     */
    public static void orifice(MeshBuilder b) {
        b.paint(Palette.GALVANISED);
        Fittings.flangePair(b, Valves.BORE);
        b.paint(Palette.STAINLESS);
        Solids.box(b, 0, 0.1, 0, 0.005, 0.06, 0.03);
        for (int side = -1; side <= 1; side += 2) {
            double x = side * 0.013;
            Fittings.tube(b, 0.006, x, 0.0, 0.07, x, 0, 0.13, side * 0.03, 0.05, 0.16, side * 0.03, 0.25, 0.16);
            b.push().move(x, 0, 0.1);
            Turned.discZ(b, 0.011, -0.02, 0.02, 6);
            b.pop();
        }
        b.push().move(0, 0.255, 0.16);
        Solids.bevelled(b, 0.12, 0.05, 0.05, 0.008);
        b.push().move(0, 0.13, 0);
        Instruments.differential(b);
        b.pop();
        b.pop();
    }
}
