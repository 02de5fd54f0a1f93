package org.openots.distillation.field3d.scene.model;

import static org.openots.distillation.field3d.scene.model.Turned.line;

import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Profile;
import org.openots.distillation.field3d.scene.mesh.Solids;

/** Valves that move by themselves. Flow along x, spindle along y, for a pipe of {@link Valves#BORE}. */
public final class Actuated {
    private Actuated() {}

    private static void globeBody(MeshBuilder b) {
        Valves.ends(b, Palette.VALVE, 0.12);
        Turned.bothWays(b, 18, 0.032, 0.115, 0.036, 0.075, 0.056, 0.03, 0.06, 0);
        Turned.onY(
                b,
                Profile.from(0, -0.075)
                        .curve(0.06, -0.01, 5, false)
                        .to(0.05, 0.055)
                        .to(0.068, 0.06)
                        .to(0.068, 0.078)
                        .to(0, 0.078),
                20);
        Turned.onY(
                b,
                Profile.from(0, 0.08)
                        .to(0.068, 0.08)
                        .to(0.068, 0.097)
                        .to(0.034, 0.102)
                        .to(0.03, 0.13)
                        .to(0, 0.13),
                20);
        Turned.bolts(b, new double[] {0.056, 0.009, 0.052, 0.108}, 8, 0.5, 6);
    }

    /**
     * A control valve with diaphragm actuator, positioner and filter; without the stem and its pointer.
     *
     * @param b gets it
     */
    public static void control(MeshBuilder b) {
        globeBody(b);
        b.paint(Palette.DARK_STEEL);
        for (int side = -1; side <= 1; side += 2) {
            Turned.rod(b, line(side * 0.046, 0.1, 0, side * 0.046, 0.29, 0), 0.0095, 8);
        }
        Solids.box(b, 0, 0.118, 0, 0.12, 0.02, 0.06);
        Solids.box(b, 0, 0.285, 0, 0.12, 0.02, 0.07);
        diaphragm(b, 0.295);
        b.paint(Palette.WHITE);
        Solids.box(b, 0.03, 0.2, 0.03, 0.018, 0.09, 0.003);
        b.paint(Palette.BLACK);
        for (int i = 0; i <= 10; i++) {
            Solids.box(b, 0.025, 0.165 + 0.007 * i, 0.0318, i % 5 == 0 ? 0.009 : 0.005, 0.0012, 0.001);
        }
        positioner(b);
    }

    private static void diaphragm(MeshBuilder b, double y) {
        b.paint(Palette.ACTUATOR);
        Turned.onY(
                b,
                Profile.from(0, y)
                        .to(0.05, y)
                        .curve(0.15, y + 0.045, 4, false)
                        .to(0.168, y + 0.045)
                        .to(0.168, y + 0.055),
                28);
        Turned.onY(
                b,
                Profile.from(0.168, y + 0.055)
                        .to(0.168, y + 0.065)
                        .to(0.15, y + 0.065)
                        .curve(0.045, y + 0.115, 5, true)
                        .to(0.045, y + 0.122)
                        .to(0, y + 0.122),
                28);
        Turned.bolts(b, new double[] {0.16, 0.0075, y + 0.037, y + 0.074}, 12, 0, 5);
        b.paint(Palette.SAFETY_YELLOW);
        Turned.disc(b, 0.018, y + 0.122, y + 0.136, 10);
    }

    private static void positioner(MeshBuilder b) {
        b.paint(Palette.BLACK);
        Solids.box(b, -0.07, 0.21, 0, 0.05, 0.05, 0.012);
        b.paint(Palette.HOUSING);
        b.push().move(-0.13, 0.21, 0);
        Solids.bevelled(b, 0.085, 0.11, 0.1, 0.012);
        b.paint(Palette.DARK_GLASS);
        Solids.box(b, 0, 0.02, 0.0505, 0.05, 0.03, 0.002);
        b.paint(Palette.STAINLESS);
        for (int i = -1; i <= 1; i += 2) {
            Turned.onX(b, Profile.from(0.014, -0.065).to(0.014, -0.0565).to(0, -0.0565), 10);
            b.push().move(-0.048, 0.025 * i, 0);
            Turned.discZ(b, 0.019, -0.015, 0.015, 14);
            b.paint(Palette.WHITE);
            Turned.discZ(b, 0.016, 0.015, 0.0165, 14);
            b.paint(Palette.STAINLESS);
            b.pop();
        }
        b.pop();
        b.paint(Palette.COPPER);
        Fittings.tube(b, 0.004, -0.13, 0.265, 0, -0.13, 0.3, 0, -0.13, 0.3, 0.1, -0.06, 0.3, 0.1, -0.06, 0.345, 0.1);
        b.paint(Palette.BLACK);
        Fittings.tube(b, 0.008, -0.13, 0.155, 0.02, -0.13, 0.1, 0.02, -0.19, 0.04, 0.02, -0.26, 0.04, 0.02);
    }

    /**
     * What of a control valve goes up and down: stem, coupling and pointer, as it stands when shut.
     *
     * @param b gets it
     */
    public static void pointer(MeshBuilder b) {
        b.paint(Palette.STAINLESS);
        Turned.disc(b, 0.008, 0.11, 0.3, 8);
        Turned.disc(b, 0.016, 0.19, 0.215, 6);
        b.paint(Palette.SAFETY_RED);
        Solids.box(b, 0.017, 0.166, 0.02, 0.036, 0.005, 0.005);
        Solids.box(b, 0.03, 0.166, 0.033, 0.014, 0.003, 0.003);
        Solids.box(b, 0.008, 0.185, 0.01, 0.006, 0.045, 0.006);
    }

    /**
     * A solenoid valve; the lamp on its coil is apart.
     *
     * @param b gets it
     */
    public static void solenoid(MeshBuilder b) {
        Valves.ends(b, Palette.BRASS, 0.085);
        Turned.bothWays(b, 14, 0.032, 0.08, 0.04, 0.04, 0.05, 0);
        b.push().move(0, 0.045, 0);
        Solids.bevelled(b, 0.1, 0.05, 0.1, 0.012);
        b.pop();
        b.paint(Palette.STAINLESS);
        Turned.disc(b, 0.022, 0.07, 0.19, 12);
        b.paint(Palette.BLACK);
        b.push().move(0, 0.125, 0);
        Solids.bevelled(b, 0.075, 0.075, 0.085, 0.01);
        b.pop();
        b.paint(Palette.CABINET);
        b.push().move(0, 0.13, 0.062);
        Solids.bevelled(b, 0.05, 0.05, 0.045, 0.008);
        b.pop();
        b.paint(Palette.BLACK);
        Fittings.tube(b, 0.008, 0, 0.11, 0.07, 0, 0.06, 0.08, 0.05, 0.05, 0.08, 0.14, 0.05, 0.08);
    }

    /**
     * A ball valve with a pneumatic piston actuator and switch box; without the position drum.
     *
     * @param b gets it
     */
    public static void shutOff(MeshBuilder b) {
        Valves.ball(b);
        b.paint(Palette.DARK_STEEL);
        Solids.box(b, 0, 0.1, 0, 0.055, 0.05, 0.055);
        b.paint(Palette.ACTUATOR);
        b.push().move(0, 0.17, 0);
        Turned.onX(
                b,
                Profile.from(0, -0.15)
                        .to(0.048, -0.15)
                        .to(0.054, -0.144)
                        .to(0.054, -0.118)
                        .to(0.045, -0.116)
                        .to(0.045, 0.116)
                        .to(0.054, 0.118)
                        .to(0.054, 0.144)
                        .to(0.048, 0.15)
                        .to(0, 0.15),
                20);
        Solids.bevelled(b, 0.1, 0.1, 0.095, 0.01);
        b.paint(Palette.BLACK);
        b.push().move(0, 0.075, 0);
        Solids.bevelled(b, 0.13, 0.055, 0.07, 0.012);
        b.pop();
        b.paint(Palette.STAINLESS);
        b.push().move(0.02, -0.01, 0.065);
        Solids.bevelled(b, 0.05, 0.07, 0.035, 0.008);
        b.pop();
        b.paint(Palette.BLACK);
        Fittings.tube(b, 0.006, 0.02, -0.045, 0.065, 0.02, -0.1, 0.065, 0.09, -0.1, 0.09, 0.16, -0.1, 0.09);
        b.pop();
    }

    /**
     * The drum on a switch box that shows open or shut; its middle in the origin.
     *
     * @param b gets it
     */
    public static void drum(MeshBuilder b) {
        b.paint(Palette.SAFETY_RED);
        Turned.onY(b, Profile.from(0.026, 0).to(0.026, 0.02).curve(0, 0.034, 3, true), 16);
        b.paint(Palette.SAFETY_YELLOW);
        Solids.box(b, 0, 0.02, 0, 0.056, 0.022, 0.012);
    }

    /**
     * A gate valve with an electric actuator; without its wheel.
     *
     * @param b gets it
     */
    public static void motor(MeshBuilder b) {
        Valves.gate(b);
        b.paint(Palette.ACTUATOR);
        Turned.disc(b, 0.05, 0.27, 0.3, 18);
        b.push().move(0, 0.35, 0);
        Solids.bevelled(b, 0.13, 0.1, 0.12, 0.015);
        Turned.onX(
                b,
                Profile.from(0, -0.2)
                        .to(0.04, -0.2)
                        .to(0.045, -0.19)
                        .to(0.045, -0.06)
                        .to(0, -0.06),
                18);
        Turned.disc(b, 0.022, 0.05, 0.14, 12);
        b.paint(Palette.CABINET);
        b.push().move(0.11, 0.01, 0);
        Solids.bevelled(b, 0.1, 0.11, 0.11, 0.015);
        b.paint(Palette.DARK_GLASS);
        Solids.box(b, 0.0505, 0.015, 0, 0.002, 0.035, 0.06);
        b.pop();
        b.pop();
    }
}
