package org.openots.distillation.field3d.scene.model;

import static org.openots.distillation.field3d.scene.model.Turned.line;

import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Profile;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;

/**
 * Gauges, transmitters, heads, detectors. The connection comes from -y, faces look to +z; a dial's middle is the origin, so is a
 * transmitter head's.
 */
public final class Instruments {
    /** Angle of the first mark of a dial from +x, counter-clockwise, radian. */
    public static final double DIAL_FROM = Math.toRadians(225);

    /** How far a dial's needle turns, clockwise, radian. */
    public static final double DIAL_SWEEP = Math.toRadians(270);

    /** Radius of the dial, m: a gauge of 100 mm. */
    public static final double DIAL = 0.05;

    private Instruments() {}

    /**
     * A dial with case, marks and glass ring; the needle and the numbers are apart.
     *
     * @param b gets it
     * @param marks between two numbers, for example 5
     * @param numbers how many numbers, the first and last included
     */
    public static void dial(MeshBuilder b, int numbers, int marks) {
        b.paint(Palette.STAINLESS);
        Turned.onZ(
                b,
                Profile.from(0, -0.04)
                        .to(0.048, -0.04)
                        .to(0.052, -0.034)
                        .to(0.052, 0.002)
                        .to(0.056, 0.004)
                        .to(0.056, 0.014)
                        .to(0.05, 0.016)
                        .to(0.05, 0.004),
                28);
        b.paint(Palette.WHITE.shining(0.04));
        Turned.onZ(b, Profile.from(0.05, 0.004).to(0, 0.004), 28);
        int steps = (numbers - 1) * marks;
        for (int i = 0; i <= steps; i++) {
            double angle = DIAL_FROM - DIAL_SWEEP * i / steps;
            boolean big = i % marks == 0;
            b.paint(Palette.BLACK);
            b.push().turn(angle, 0, 0, 1).move(big ? 0.0425 : 0.044, 0, 0.0046);
            Solids.box(b, 0, 0, 0, big ? 0.008 : 0.005, big ? 0.0014 : 0.0008, 0.001);
            b.pop();
        }
    }

    /**
     * A pressure gauge without needle: dial, nut, short pipe down to -y.
     *
     * @param b gets it
     */
    public static void gauge(MeshBuilder b) {
        dial(b, 5, 5);
        b.paint(Palette.BRASS);
        b.push().move(0, 0, -0.02);
        Turned.disc(b, 0.011, -0.075, -0.05, 6);
        Turned.disc(b, 0.007, -0.1, -0.07, 8);
        b.paint(Palette.STAINLESS);
        Turned.disc(b, 0.012, -0.135, -0.1, 6);
        Turned.rod(b, line(-0.024, -0.118, 0, 0.024, -0.118, 0), 0.004, 6);
        Turned.disc(b, 0.0065, -0.2, -0.13, 8);
        b.pop();
    }

    /**
     * A dial thermometer without needle: the stem goes back to -z.
     *
     * @param b gets it
     */
    public static void thermometer(MeshBuilder b) {
        dial(b, 7, 5);
        b.paint(Palette.STAINLESS);
        Turned.discZ(b, 0.014, -0.06, -0.04, 6);
        Turned.discZ(b, 0.008, -0.14, -0.06, 10);
        Turned.discZ(b, 0.017, -0.105, -0.085, 6);
    }

    /**
     * The needle of a dial, pointing along +x, about z.
     *
     * @param b gets it
     */
    public static void needle(MeshBuilder b) {
        b.paint(Paint.of(0xB01218, 0.5, 0));
        b.push().move(0, 0, 0.0065);
        Solids.prism(b, new double[] {-0.012, -0.0016, 0.036, -0.0004, 0.036, 0.0004, -0.012, 0.0016}, 0.0012);
        b.paint(Palette.BLACK);
        Turned.discZ(b, 0.0045, -0.001, 0.003, 10);
        b.pop();
    }

    /**
     * The double-chamber housing of a transmitter, conduit entry to -x, display to +z.
     *
     * @param b gets it
     */
    public static void head(MeshBuilder b) {
        b.paint(Palette.HOUSING);
        Turned.onZ(
                b,
                Profile.from(0, -0.07)
                        .to(0.042, -0.07)
                        .to(0.046, -0.066)
                        .to(0.046, -0.03)
                        .to(0.04, -0.028)
                        .to(0.04, 0.028)
                        .to(0.046, 0.03)
                        .to(0.046, 0.066)
                        .to(0.042, 0.07)
                        .to(0.033, 0.07)
                        .to(0.033, 0.066),
                22);
        b.paint(Palette.DARK_GLASS);
        Turned.onZ(b, Profile.from(0.033, 0.066).to(0, 0.066), 22);
        b.paint(Paint.of(0x9DB08A, 0.4, 0).shining(0.15));
        Solids.box(b, 0, 0.002, 0.0665, 0.038, 0.02, 0.001);
        b.paint(Palette.HOUSING);
        Turned.disc(b, 0.02, -0.06, -0.03, 12);
        b.paint(Palette.STAINLESS);
        Turned.onX(
                b, Profile.from(0, -0.062).to(0.012, -0.062).to(0.012, -0.036).to(0, -0.036), 6);
        b.paint(Palette.BLACK);
        Fittings.tube(b, 0.007, -0.06, 0, 0, -0.095, 0, 0, -0.11, -0.05, 0, -0.11, -0.13, 0);
    }

    /**
     * A pressure transmitter: head on a round cell and process connection to -y.
     *
     * @param b gets it
     */
    public static void pressure(MeshBuilder b) {
        head(b);
        b.paint(Palette.STAINLESS);
        Turned.onY(
                b,
                Profile.from(0, -0.125)
                        .to(0.026, -0.125)
                        .to(0.026, -0.075)
                        .to(0.018, -0.06)
                        .to(0, -0.06),
                16);
        Turned.disc(b, 0.012, -0.15, -0.125, 6);
        Turned.disc(b, 0.0075, -0.2, -0.15, 8);
    }

    /**
     * A differential-pressure transmitter: head on a flanged cell, connections to -y.
     *
     * @param b gets it
     */
    public static void differential(MeshBuilder b) {
        head(b);
        b.paint(Palette.STAINLESS);
        Turned.disc(b, 0.024, -0.08, -0.06, 14);
        for (int side = -1; side <= 1; side += 2) {
            b.push().move(side * 0.026, -0.1, 0);
            Solids.bevelled(b, 0.022, 0.06, 0.075, 0.006);
            b.pop();
        }
        Turned.onX(b, Profile.cylinder(0.034, -0.018, 0.018), 18);
        b.push().move(0, -0.1, 0);
        Turned.onX(b, Profile.cylinder(0.03, -0.016, 0.016), 18);
        b.paint(Palette.BOLT);
        for (int i = 0; i < 4; i++) {
            b.push().move(0, (i & 1) * 0.042 - 0.021, (i >> 1) * 0.05 - 0.025);
            Turned.discX(b, 0.006, -0.048, 0.048, 6);
            b.pop();
        }
        b.pop();
    }

    /**
     * The head of a resistance thermometer; the well goes down to -y.
     *
     * @param b gets it
     */
    public static void rtd(MeshBuilder b) {
        b.paint(Palette.CABINET);
        Turned.onY(
                b,
                Profile.from(0, -0.022)
                        .to(0.03, -0.022)
                        .to(0.034, -0.015)
                        .to(0.034, 0.012)
                        .to(0.037, 0.013)
                        .to(0.037, 0.022)
                        .curve(0, 0.04, 3, true),
                18);
        b.paint(Palette.STAINLESS);
        Turned.disc(b, 0.011, -0.06, -0.02, 6);
        Turned.disc(b, 0.007, -0.13, -0.055, 8);
        Turned.disc(b, 0.015, -0.11, -0.09, 6);
        Turned.onX(b, Profile.from(0, 0.03).to(0.01, 0.03).to(0.01, 0.052).to(0, 0.052), 6);
        b.paint(Palette.BLACK);
        Fittings.tube(b, 0.006, 0.05, 0, 0, 0.085, 0, 0, 0.095, -0.04, 0, 0.095, -0.12, 0);
    }

    /**
     * A gas detector: housing, sensor to -y, bracket to -z; its lamp is apart on top.
     *
     * @param b gets it
     */
    public static void detector(MeshBuilder b) {
        b.paint(Palette.CABINET);
        b.push();
        Solids.bevelled(b, 0.13, 0.15, 0.085, 0.016);
        b.paint(Palette.DARK_GLASS);
        Solids.box(b, 0, 0.02, 0.043, 0.07, 0.035, 0.003);
        b.pop();
        b.paint(Palette.STAINLESS);
        Turned.onY(
                b,
                Profile.from(0, -0.155)
                        .to(0.022, -0.155)
                        .to(0.03, -0.14)
                        .to(0.03, -0.115)
                        .to(0.02, -0.105)
                        .to(0.02, -0.07)
                        .to(0, -0.07),
                16);
        b.paint(Palette.BLACK);
        Turned.disc(b, 0.024, 0.075, 0.085, 16);
        Solids.box(b, 0, 0, -0.055, 0.09, 0.09, 0.03);
        Fittings.tube(b, 0.009, -0.05, -0.07, 0, -0.05, -0.12, 0, -0.05, -0.14, -0.03, -0.05, -0.4, -0.04);
    }

    /**
     * A beacon: a dome of glass, its foot in the origin.
     *
     * @param b gets it
     */
    public static void beacon(MeshBuilder b) {
        b.paint(Palette.SAFETY_RED);
        Turned.onY(b, Profile.from(0.022, 0).to(0.022, 0.03).curve(0, 0.052, 4, true), 16);
    }

    /**
     * A reflex level glass about the origin: frame, glass, bolts; root valves and ends to -z. The liquid column and
     * the levers of the root valves are apart.
     *
     * @param b gets it
     * @param height of the visible glass, m
     */
    public static void levelGlass(MeshBuilder b, double height) {
        double h = height / 2;
        b.paint(Palette.STAINLESS);
        for (int side = -1; side <= 1; side += 2) {
            Solids.box(b, side * 0.02, 0, 0, 0.012, height + 0.05, 0.03);
            b.push().move(0, side * (h + 0.025), 0);
            Solids.bevelled(b, 0.06, 0.03, 0.04, 0.006);
            b.pop();
        }
        b.paint(Palette.GLASS);
        Rounds.rod(b, Turned.at(0, -h - 0.01, 0.002), Turned.at(0, h + 0.01, 0.002), 0.0125, 14);
        b.paint(Palette.WHITE);
        Solids.box(b, 0.038, 0, 0.006, 0.022, height, 0.003);
        b.paint(Palette.BLACK);
        for (int i = 0; i <= 20; i++) {
            Solids.box(b, 0.033, -h + height * i / 20, 0.008, i % 2 == 0 ? 0.012 : 0.007, 0.0016, 0.001);
        }
        b.paint(Palette.BOLT);
        int bolts = Math.max(2, (int) Math.round(height / 0.12));
        for (int i = 0; i < bolts; i++) {
            for (int side = -1; side <= 1; side += 2) {
                b.push().move(side * 0.02, -h + height * (i + 0.5) / bolts, 0);
                Turned.discZ(b, 0.0065, 0.015, 0.022, 6);
                b.pop();
            }
        }
        for (int side = -1; side <= 1; side += 2) {
            root(b, side * (h + 0.025));
        }
    }

    private static void root(MeshBuilder b, double y) {
        b.paint(Palette.STAINLESS);
        Turned.rod(b, line(0, y, -0.015, 0, y, -0.16), 0.0085, 8);
        b.push().move(0, y, -0.075);
        Solids.bevelled(b, 0.034, 0.034, 0.05, 0.006);
        Turned.onX(b, Profile.cylinder(0.008, 0, 0.045), 8);
        b.pop();
    }

    /**
     * A column of liquid of 1 m from the origin up, to be stretched.
     *
     * @param b gets it
     */
    public static void liquid(MeshBuilder b) {
        b.paint(Paint.of(0xB5651D, 0.15, 0).shining(0.12));
        Rounds.rod(b, Turned.at(0, 0, 0), Turned.at(0, 1, 0), 0.0105, 12);
    }
}
