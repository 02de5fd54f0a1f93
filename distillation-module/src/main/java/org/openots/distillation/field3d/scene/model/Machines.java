package org.openots.distillation.field3d.scene.model;

import static org.openots.distillation.field3d.scene.model.Turned.at;
import static org.openots.distillation.field3d.scene.model.Turned.line;

import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Profile;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;

/** Pumps, motors, fans. The shaft runs along x from the motor to the machine; the machine's foot is the origin. */
public final class Machines {
    private Machines() {}

    /**
     * Measures of a set on one base.
     *
     * @param length of the base, m
     * @param width of the base, m
     * @param shaft height of the shaft above the foot, m
     * @param front x of the machine's casing, m
     */
    public record Frame(double length, double width, double shaft, double front) {
        /** Where the motor ends and the coupling begins, x, m. */
        double motorEnd() {
            return -length * 0.02;
        }

        /** Radius of the motor, m. */
        double motor() {
            return Math.min(width * 0.36, shaft * 0.78);
        }
    }

    /**
     * A finned motor with fan cowl and terminal box, its drive end at x = 0, its axis the origin.
     *
     * @param b gets it
     * @param radius m
     * @param length m
     * @param drop from the axis to what it stands on, m
     */
    public static void motor(MeshBuilder b, double radius, double length, double drop) {
        b.paint(Palette.MOTOR);
        double body = radius * 0.86;
        Turned.onX(
                b,
                Profile.from(0, -length)
                        .to(radius * 0.75, -length)
                        .to(radius * 0.95, -length * 0.97)
                        .to(radius * 0.95, -length * 0.78)
                        .to(body, -length * 0.77)
                        .to(body, -length * 0.1)
                        .to(radius * 0.98, -length * 0.1)
                        .to(radius * 0.98, -length * 0.05)
                        .to(radius * 0.5, 0)
                        .to(0, 0),
                24);
        int fins = radius < 0.09 ? 14 : 22;
        for (int i = 0; i < fins; i++) {
            double angle = 2 * Math.PI * (i + 0.5) / fins;
            b.push().turn(angle, 1, 0, 0);
            Solids.box(b, -length * 0.435, radius * 0.93, 0, length * 0.65, radius * 0.17, radius * 0.045);
            b.pop();
        }
        b.push().move(-length * 0.42, radius * 1.1, 0);
        Solids.bevelled(b, length * 0.28, radius * 0.42, radius * 0.75, radius * 0.06);
        b.pop();
        motorFeet(b, radius, length, drop);
        b.paint(Palette.BLACK);
        for (int i = 0; i < 8; i++) {
            b.push().turn(Math.PI * i / 8, 1, 0, 0);
            Solids.box(b, -length - 0.001, 0, 0, 0.002, radius * 1.3, radius * 0.05);
            b.pop();
        }
        Fittings.tube(
                b,
                radius * 0.08,
                -length * 0.42,
                radius * 1.1,
                radius * 0.36,
                -length * 0.42,
                radius * 1.1,
                radius * 1.1,
                -length * 0.42,
                -drop,
                radius * 1.25);
        b.paint(Palette.WHITE);
        Solids.box(b, -length * 0.3, radius * 0.3, radius * 0.98, length * 0.16, radius * 0.22, 0.003);
        b.paint(Palette.STAINLESS);
        b.push().move(-length * 0.2, radius * 0.95, 0).turn(Math.PI / 2, 1, 0, 0);
        Rounds.torus(b, radius * 0.12, radius * 0.035, 10, 5);
        b.pop();
    }

    private static void motorFeet(MeshBuilder b, double radius, double length, double drop) {
        for (int side = -1; side <= 1; side += 2) {
            for (int end = 0; end < 2; end++) {
                double x = -length * (end == 0 ? 0.2 : 0.66);
                Solids.box(
                        b,
                        x,
                        (-drop - radius * 0.5) / 2,
                        side * radius * 0.72,
                        length * 0.1,
                        drop - radius * 0.5,
                        radius * 0.2);
            }
            Solids.box(
                    b,
                    -length * 0.43,
                    -drop + radius * 0.05,
                    side * radius * 0.82,
                    length * 0.66,
                    radius * 0.1,
                    radius * 0.4);
        }
    }

    /**
     * The frame of channels that a set is bolted on.
     *
     * @param b gets it
     * @param length m
     * @param width m
     * @param height m
     */
    public static void base(MeshBuilder b, double length, double width, double height) {
        b.paint(Palette.DARK_STEEL);
        for (int side = -1; side <= 1; side += 2) {
            double z = side * (width / 2 - height * 0.25);
            Solids.box(b, 0, height / 2, z, length, height, height * 0.12);
            Solids.box(b, 0, height * 0.95, z - side * height * 0.2, length, height * 0.1, height * 0.5);
            Solids.box(b, 0, height * 0.05, z - side * height * 0.2, length, height * 0.1, height * 0.5);
        }
        for (int i = 0; i < 3; i++) {
            Solids.box(
                    b, (i - 1) * length * 0.42, height * 0.55, 0, length * 0.08, height * 0.86, width - height * 0.5);
        }
    }

    /**
     * Where the guard of a coupling and the bearing behind it are.
     *
     * @param from where the guard begins, x, m
     * @param to where it ends, x, m
     * @param radius of the guard, m
     * @param drop from the shaft to the base, m
     * @param bearingFrom where the bearing, or the machine's own casing, begins, x, m
     * @param bearingTo where it ends, x, m
     * @param bearing its radius, m
     */
    public record Drive(
            double from, double to, double radius, double drop, double bearingFrom, double bearingTo, double bearing) {
        /**
         * That of a centrifugal pump.
         *
         * @param f measures
         * @return its places
         */
        public static Drive centrifugal(Frame f) {
            double drop = f.shaft() - Math.min(0.1, f.shaft() * 0.3);
            double casing = Math.min(f.width() * 0.42, drop * 0.92);
            double end = f.motorEnd();
            return new Drive(
                    end - f.length() * 0.035,
                    end + f.length() * 0.12,
                    Math.min(f.motor() * 0.55, casing * 0.5),
                    drop,
                    end + f.length() * 0.14,
                    f.front() - casing * 0.8,
                    casing * 0.36);
        }

        /**
         * That of a gear pump.
         *
         * @param f measures
         * @return its places
         */
        public static Drive gear(Frame f) {
            double drop = f.shaft() - Math.min(0.08, f.shaft() * 0.3);
            double size = Math.min(f.width() * 0.36, drop * 0.8);
            double end = f.motorEnd();
            return new Drive(
                    end - f.length() * 0.035,
                    end + f.length() * 0.14,
                    Math.min(f.motor() * 0.55, size * 0.6),
                    drop,
                    f.front() - size,
                    f.front() - size * 0.5,
                    size * 0.42);
        }
    }

    /**
     * A constant-level oiler on the side of a bearing, which is at the origin, to +z; the oil is apart.
     *
     * @param b gets it
     */
    public static void oiler(MeshBuilder b) {
        b.paint(Palette.BRASS);
        Turned.rod(b, line(0, -0.012, -0.05, 0, -0.012, 0.035), 0.007, 8);
        b.push().move(0, 0, 0.035);
        Turned.disc(b, 0.026, -0.02, -0.002, 16);
        b.paint(Palette.GLASS);
        Turned.onY(b, Profile.from(0.0265, -0.002).to(0.0265, 0.062).curve(0, 0.078, 3, true), 16);
        b.pop();
    }

    /**
     * A centrifugal pump with its motor; turning shaft and guard are apart. Its nozzles come from outside.
     *
     * @param b gets it
     * @param f measures
     */
    public static void centrifugal(MeshBuilder b, Frame f) {
        double base = Math.min(0.1, f.shaft() * 0.3);
        base(b, f.length(), f.width(), base);
        double drop = f.shaft() - base;
        double r = f.motor();
        double end = f.motorEnd();
        b.push().move(end - f.length() * 0.04, f.shaft(), 0);
        motor(b, r, f.length() * 0.42, drop);
        b.pop();
        double casing = Math.min(f.width() * 0.42, drop * 0.92);
        double x = f.front();
        b.paint(Palette.PUMP);
        b.push().move(x, f.shaft(), 0);
        double w = casing * 0.42;
        Turned.onX(
                b,
                Profile.from(0, -w * 2.1)
                        .to(casing * 0.34, -w * 2.1)
                        .to(casing * 0.36, -w * 1.2)
                        .to(casing * 0.72, -w * 1.02)
                        .to(casing * 0.78, -w)
                        .to(casing * 0.78, -w * 0.72)
                        .to(casing * 0.82, -w * 0.7)
                        .curve(casing, 0, 4, false)
                        .curve(casing * 0.55, w * 0.95, 4, true)
                        .to(casing * 0.5, w * 1.2)
                        .to(0, w * 1.2),
                28);
        for (int side = -1; side <= 1; side += 2) {
            Solids.box(
                    b, 0, -drop / 2 - casing * 0.2, side * casing * 0.62, w * 1.3, drop - casing * 0.4, casing * 0.2);
            Solids.box(b, 0, -drop + 0.008, side * casing * 0.7, w * 1.9, 0.016, casing * 0.5);
        }
        b.paint(Palette.BOLT);
        for (int i = 0; i < 10; i++) {
            double angle = 2 * Math.PI * (i + 0.5) / 10;
            b.push().move(0, casing * 0.7 * Math.cos(angle), casing * 0.7 * Math.sin(angle));
            Turned.discX(b, casing * 0.04, -w * 1.18, -w * 0.6, 6);
            b.pop();
        }
        b.paint(Palette.STAINLESS);
        Turned.onY(b, Profile.from(0.006, casing * 0.3).to(0.006, casing * 0.52).to(0, casing * 0.52), 6);
        b.paint(Palette.PUMP);
        double back = end - x;
        bearing(b, back + f.length() * 0.14, -w * 1.9, casing * 0.34, drop);
        b.pop();
    }

    private static void bearing(MeshBuilder b, double from, double to, double radius, double drop) {
        if (to - from < 0.03) {
            return;
        }
        Turned.onX(
                b,
                Profile.from(0, from)
                        .to(radius * 0.8, from)
                        .to(radius * 1.05, from + 0.006)
                        .to(radius * 1.05, from + (to - from) * 0.25)
                        .to(radius * 0.9, from + (to - from) * 0.32)
                        .to(radius * 0.9, to),
                20);
        Solids.box(
                b, from + (to - from) * 0.25, (-drop - radius * 0.6) / 2, 0, 0.03, drop - radius * 0.6, radius * 0.9);
        b.paint(Palette.BRASS);
        b.push().move(from + (to - from) * 0.6, 0, radius * 0.95);
        Turned.discZ(b, radius * 0.28, -0.01, 0.012, 12);
        b.paint(Palette.DARK_GLASS);
        Turned.discZ(b, radius * 0.2, 0.012, 0.0135, 12);
        b.pop();
    }

    /**
     * A gear pump with its motor; turning shaft and guard are apart.
     *
     * @param b gets it
     * @param f measures
     */
    public static void gear(MeshBuilder b, Frame f) {
        double base = Math.min(0.08, f.shaft() * 0.3);
        base(b, f.length(), f.width(), base);
        double drop = f.shaft() - base;
        double end = f.motorEnd();
        b.push().move(end - f.length() * 0.04, f.shaft(), 0);
        motor(b, f.motor(), f.length() * 0.42, drop);
        b.pop();
        double size = Math.min(f.width() * 0.36, drop * 0.8);
        b.push().move(f.front(), f.shaft(), 0);
        b.paint(Palette.PUMP);
        Solids.bevelled(b, size * 0.9, size * 1.7, size * 1.25, size * 0.12);
        for (int side = -1; side <= 1; side += 2) {
            b.push().move(side * size * 0.55, 0, 0);
            Solids.bevelled(b, size * 0.22, size * 1.55, size * 1.1, size * 0.06);
            b.pop();
            b.push().move(0, -drop / 2, side * size * 0.4);
            Solids.box(b, 0, 0, 0, size * 0.8, drop, size * 0.2);
            b.pop();
        }
        Turned.discX(b, size * 0.42, -size * 1.0, -size * 0.5, 18);
        b.paint(Palette.BOLT);
        for (int i = 0; i < 6; i++) {
            double y = size * 0.62 * Math.cos(Math.PI * i / 3);
            double z = size * 0.42 * Math.sin(Math.PI * i / 3);
            b.push().move(0, y, z);
            Turned.discX(b, size * 0.06, size * 0.6, size * 0.74, 6);
            b.pop();
        }
        b.pop();
    }

    /**
     * The shaft with its coupling, of length 1 along x from the origin and radius 1, to be stretched.
     *
     * @param b gets it
     */
    public static void shaft(MeshBuilder b) {
        b.paint(Palette.BOLT);
        Turned.onX(
                b,
                Profile.from(0, 0)
                        .to(0.45, 0)
                        .to(0.45, 0.3)
                        .to(1, 0.3)
                        .to(1, 0.48)
                        .to(0.8, 0.48)
                        .to(0.8, 0.52)
                        .to(1, 0.52)
                        .to(1, 0.7)
                        .to(0.45, 0.7)
                        .to(0.45, 1)
                        .to(0, 1),
                16);
        b.paint(Palette.SAFETY_RED);
        Solids.box(b, 0.39, 1, 0, 0.16, 0.1, 0.3);
        Solids.box(b, 0.61, 1, 0, 0.16, 0.1, 0.3);
    }

    /**
     * A blower: snail casing, inlet to +x, outlet up, motor behind.
     *
     * @param b gets it
     * @param f measures
     */
    public static void fan(MeshBuilder b, Frame f) {
        double base = Math.min(0.08, f.shaft() * 0.2);
        base(b, f.length(), f.width(), base);
        double drop = f.shaft() - base;
        double r = Math.min(f.width() * 0.46, drop * 0.92);
        b.push().move(f.motorEnd() - f.length() * 0.02, f.shaft(), 0);
        motor(b, Math.min(f.motor(), r * 0.7), f.length() * 0.42, drop);
        b.pop();
        double depth = Math.min(f.length() * 0.3, r);
        b.push().move(f.front(), f.shaft(), 0);
        b.paint(Palette.HOUSING);
        Turned.discX(b, r, -depth / 2, depth / 2, 30);
        for (int side = -1; side <= 1; side += 2) {
            Turned.discX(b, r * 1.05, side * depth / 2 - 0.006, side * depth / 2 + 0.006, 30);
        }
        Solids.box(b, 0, r * 0.6, -r * 0.62, depth, r * 1.2, r * 0.72);
        Solids.box(b, 0, -drop * 0.75, 0, depth * 0.8, drop * 0.5, r * 1.2);
        b.paint(Palette.GALVANISED);
        Turned.onX(
                b,
                Profile.from(r * 0.62, depth / 2)
                        .to(r * 0.5, depth * 0.7)
                        .to(r * 0.5, depth * 0.95)
                        .to(r * 0.58, depth),
                24);
        b.pop();
    }

    /**
     * A filter or basket vessel on legs about y from the origin up.
     *
     * @param b gets it
     * @param radius m
     * @param height m
     */
    public static void filter(MeshBuilder b, double radius, double height) {
        b.paint(Palette.STAINLESS);
        double low = height * 0.25;
        Rounds.lathe(
                b,
                Profile.from(0, low)
                        .curve(radius, low + radius * 0.5, 5, false)
                        .to(radius, height * 0.78)
                        .to(radius * 1.3, height * 0.78)
                        .to(radius * 1.3, height * 0.83)
                        .to(0, height * 0.83),
                24);
        Turned.disc(b, radius * 1.3, height * 0.835, height * 0.88, 24);
        b.paint(Palette.BOLT);
        for (int i = 0; i < 8; i++) {
            double angle = 2 * Math.PI * i / 8;
            b.push().move(radius * 1.18 * Math.cos(angle), 0, radius * 1.18 * Math.sin(angle));
            Turned.disc(b, radius * 0.06, height * 0.76, height * 0.91, 6);
            b.pop();
        }
        b.paint(Palette.DARK_STEEL);
        for (int i = 0; i < 3; i++) {
            double angle = 2 * Math.PI * i / 3;
            double x = radius * 0.9 * Math.cos(angle);
            double z = radius * 0.9 * Math.sin(angle);
            Rounds.rod(b, at(x, 0, z), at(x, low + radius * 0.4, z), radius * 0.1, 8);
        }
        b.paint(Palette.STAINLESS);
        Fittings.tube(
                b,
                radius * 0.06,
                -radius * 0.4,
                height * 0.88,
                0,
                -radius * 0.4,
                height,
                0,
                radius * 0.4,
                height,
                0,
                radius * 0.4,
                height * 0.88,
                0);
    }

    /**
     * A table of steel with its foot in the origin: four legs, frame, plate.
     *
     * @param b gets it
     * @param length along x, m
     * @param width m
     * @param height m
     */
    public static void table(MeshBuilder b, double length, double width, double height) {
        double leg = Math.max(0.03, Math.min(0.08, height * 0.12));
        b.paint(Palette.STEEL);
        for (int i = 0; i < 4; i++) {
            double x = ((i & 1) * 2 - 1) * (length - leg) / 2;
            double z = ((i >> 1) * 2 - 1) * (width - leg) / 2;
            Solids.box(b, x, height / 2, z, leg, height, leg);
            Solids.box(b, x, 0.006, z, leg * 2, 0.012, leg * 2);
        }
        for (int side = -1; side <= 1; side += 2) {
            Solids.box(b, 0, height * 0.25, side * (width - leg) / 2, length - 2 * leg, leg * 0.7, leg * 0.7);
            Solids.box(b, side * (length - leg) / 2, height * 0.25, 0, leg * 0.7, leg * 0.7, width - 2 * leg);
            Solids.box(b, 0, height - leg * 0.6, side * (width - leg) / 2, length - 2 * leg, leg, leg);
            Solids.box(b, side * (length - leg) / 2, height - leg * 0.6, 0, leg, leg, width - 2 * leg);
        }
        b.paint(Palette.CHEQUER);
        Solids.box(b, 0, height - 0.003, 0, length, 0.006, width);
    }

    /**
     * An axial fan about x: ring, guard, motor on struts; its blades are apart.
     *
     * @param b gets it
     * @param radius of the ring, m
     * @param length along x, m
     */
    public static void wallFan(MeshBuilder b, double radius, double length) {
        b.paint(Palette.GALVANISED);
        double h = length / 2;
        Turned.onX(b, Profile.from(radius * 1.1, -h).to(radius, -h * 0.6).to(radius, h), 30);
        Turned.onX(b, Profile.from(radius * 0.97, h).to(radius * 0.97, -h * 0.6).to(radius * 1.07, -h), 30);
        b.paint(Palette.STEEL);
        Solids.box(b, h - 0.015, 0, radius * 1.1, 0.03, radius * 2.3, radius * 0.12);
        Solids.box(b, h - 0.015, 0, -radius * 1.1, 0.03, radius * 2.3, radius * 0.12);
        Solids.box(b, h - 0.015, radius * 1.1, 0, 0.03, radius * 0.12, radius * 2.3);
        Solids.box(b, h - 0.015, -radius * 1.1, 0, 0.03, radius * 0.12, radius * 2.3);
        for (int i = 0; i < 3; i++) {
            b.push().turn(Math.PI * i / 3, 1, 0, 0);
            Solids.box(b, -h * 0.75, 0, 0, 0.02, radius * 1.95, 0.02);
            b.pop();
        }
        b.push().move(-h * 0.3, 0, 0);
        motor(b, radius * 0.28, Math.min(length * 0.7, radius * 0.8), radius * 0.3);
        b.pop();
        b.paint(Palette.BLACK);
        for (int i = 1; i <= 4; i++) {
            b.push().move(-h - 0.01, 0, 0).turn(Math.PI / 2, 0, 0, 1);
            Rounds.torus(b, radius * 0.25 * i, 0.004, 24, 4);
            b.pop();
        }
    }
}
