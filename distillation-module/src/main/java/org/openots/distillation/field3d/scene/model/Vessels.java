package org.openots.distillation.field3d.scene.model;

import static org.openots.distillation.field3d.scene.model.Turned.at;
import static org.openots.distillation.field3d.scene.model.Turned.line;

import org.openots.distillation.field3d.scene.Pattern;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Profile;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;

/** Shells and what carries them. Upright ones about y with the lowest point in the origin, lying ones along x about the origin. */
public final class Vessels {
    private Vessels() {}

    static int sides(double radius) {
        return radius < 0.12 ? 20 : radius < 0.4 ? 28 : radius < 1 ? 36 : 48;
    }

    /**
     * An upright shell with dished heads.
     *
     * @param b gets it
     * @param radius m
     * @param length from end to end, m
     */
    public static void upright(MeshBuilder b, double radius, double length) {
        double head = Math.min(radius / 2, length / 4);
        Rounds.lathe(b, Profile.shell(radius, head, length - head, head, 8), sides(radius));
    }

    /**
     * A lying shell with dished heads and a seam at each.
     *
     * @param b gets it
     * @param radius m
     * @param length from end to end, m
     */
    public static void lying(MeshBuilder b, double radius, double length) {
        double head = Math.min(radius / 2, length / 4);
        b.push().turn(-Math.PI / 2, 0, 0, 1);
        Rounds.lathe(b, Profile.shell(radius, head - length / 2, length / 2 - head, head, 8), sides(radius));
        b.pop();
        for (int side = -1; side <= 1; side += 2) {
            b.push().move(side * (length / 2 - head), 0, 0);
            Fittings.ring(b, 2 * radius, 0.02 + radius * 0.02, radius * 0.012);
            b.pop();
        }
    }

    /**
     * A tank with a flat bottom and a shallow cone.
     *
     * @param b gets it
     * @param radius m
     * @param length to the top of the cone, m
     */
    public static void tank(MeshBuilder b, double radius, double length) {
        double cone = Math.min(radius * 0.22, length * 0.15);
        double rim = length - cone;
        Rounds.lathe(
                b,
                Profile.from(0, 0)
                        .to(radius * 1.03, 0)
                        .to(radius * 1.03, 0.012)
                        .to(radius, 0.012)
                        .to(radius, rim)
                        .to(radius * 1.02, rim + 0.004)
                        .to(radius * 1.02, rim + 0.02)
                        .to(radius * 0.98, rim + 0.03)
                        .to(0, length),
                sides(radius));
    }

    /**
     * Bands of cladding around an upright shell.
     *
     * @param b gets it
     * @param radius outside, m
     * @param low first band, m
     * @param high last band at most, m
     * @param spacing m
     */
    public static void bands(MeshBuilder b, double radius, double low, double high, double spacing) {
        for (double y = low; y <= high + 1e-6; y += spacing) {
            Rounds.lathe(
                    b,
                    Profile.from(radius * 0.99, y - 0.022)
                            .to(radius + 0.007, y - 0.018)
                            .to(radius + 0.007, y + 0.018)
                            .to(radius * 0.99, y + 0.022),
                    sides(radius));
        }
    }

    /**
     * A skirt from y = 0 down: base ring with chairs and bolts, access hole, vents.
     *
     * @param b gets it
     * @param radius m
     * @param height m
     */
    public static void skirt(MeshBuilder b, double radius, double height) {
        // large skirts wear fireproofing
        b.paint(radius > 0.4 ? Paint.of(0x8A877F, 0.92, 0).with(Pattern.PLAIN) : Palette.DARK_STEEL);
        double outer = radius + Math.max(0.05, radius * 0.12);
        Rounds.lathe(
                b,
                Profile.from(radius * 0.9, -height)
                        .to(outer, -height)
                        .to(outer, -height + 0.03)
                        .to(radius * 1.005, -height + 0.03)
                        .to(radius * 1.005, radius * 0.52)
                        .to(radius * 0.98, radius * 0.53),
                sides(radius));
        int chairs = radius < 0.3 ? 8 : 16;
        double rise = Math.min(0.22, height * 0.25);
        for (int i = 0; i < chairs; i++) {
            b.push().turn(2 * Math.PI * i / chairs, 0, 1, 0).move(radius, -height, 0);
            double reach = outer - radius;
            Solids.box(b, reach * 0.45, 0.03 + rise / 2, 0.03, reach * 0.9, rise, 0.01);
            Solids.box(b, reach * 0.45, 0.03 + rise / 2, -0.03, reach * 0.9, rise, 0.01);
            Solids.box(b, reach * 0.5, 0.035 + rise, 0, reach, 0.015, 0.085);
            Turned.disc(b, 0.012, 0.03, 0.08 + rise, 6);
            b.pop();
        }
        Paint dark = Paint.of(0x0E1012, 0.95, 0);
        double hole = Math.min(0.25, Math.min(radius * 0.45, height * 0.25));
        opening(b, radius, -height * 0.55, Math.PI * 1.3, hole, dark);
        for (int i = 0; i < 4; i++) {
            opening(
                    b,
                    radius,
                    -Math.min(0.2, height * 0.12),
                    Math.PI / 4 + i * Math.PI / 2,
                    Math.min(0.05, radius * 0.15),
                    dark);
        }
    }

    private static void opening(MeshBuilder b, double radius, double y, double angle, double hole, Paint dark) {
        b.push().turn(angle, 0, 1, 0).move(radius * 1.005, y, 0);
        double sag = radius - Math.sqrt(Math.max(0, radius * radius - hole * hole));
        b.paint(Palette.DARK_STEEL);
        Turned.onX(
                b,
                Profile.from(hole, -sag - 0.01)
                        .to(hole * 1.12, -sag - 0.01)
                        .to(hole * 1.12, 0.02)
                        .to(hole, 0.02),
                18);
        b.paint(dark);
        Turned.onX(b, Profile.from(hole, 0.006).to(0, 0.006), 18);
        b.pop();
    }

    /**
     * Legs from y = 0 (the shell's lowest point) down to the floor.
     *
     * @param b gets it
     * @param radius of the shell, m
     * @param height to the floor, m
     * @param up how far they go up along the shell, m
     * @param count three or four
     */
    public static void legs(MeshBuilder b, double radius, double height, double up, int count) {
        double size = Math.max(0.03, Math.min(0.12, radius * 0.18));
        for (int i = 0; i < count; i++) {
            b.push().turn(2 * Math.PI * (i + 0.5) / count, 0, 1, 0).move(radius * 0.98, 0, 0);
            Solids.box(b, 0, (up - height) / 2, 0, size * 0.25, up + height, size);
            Solids.box(b, size * 0.4, (up - height) / 2, 0, size * 0.8, up + height, size * 0.16);
            Solids.box(b, size * 0.2, -height + 0.006, 0, size * 2, 0.012, size * 2);
            b.pop();
        }
    }

    /**
     * A saddle under a lying shell whose axis is the origin: wear plate, web, ribs, base, all across z.
     *
     * @param b gets it
     * @param radius m
     * @param drop from the axis to the plinth or floor, m
     */
    public static void saddle(MeshBuilder b, double radius, double drop) {
        double width = Math.max(0.06, radius * 0.28);
        // seen along -x the arc opens upwards: its middle is straight below the axis
        b.push().turn(-Math.PI / 2, 0, 0, 1);
        double[] section = {radius * 0.99, radius + 0.012, -width / 2, width / 2};
        Rounds.arc(b, section, -Math.toRadians(62), Math.toRadians(62), 14);
        b.pop();
        double half = radius * 0.86;
        double top = -radius * 0.55;
        Solids.box(b, 0, (top - drop) / 2, 0, 0.014, drop + top, 2 * half);
        for (int i = -1; i <= 1; i++) {
            double z = i * half * 0.97;
            double peak = i == 0 ? -radius : top;
            if (drop + peak > 0.02) {
                Solids.box(b, 0, (peak - drop) / 2, z, width * 0.8, drop + peak, 0.014);
            }
        }
        Solids.box(b, 0, -drop + 0.01, 0, width * 1.15, 0.02, 2 * half * 1.06);
        b.paint(Palette.BOLT);
        for (int side = -1; side <= 1; side += 2) {
            b.push().move(width * 0.4, -drop, side * half * 0.8);
            Turned.disc(b, 0.012, 0.02, 0.05, 6);
            b.pop();
        }
    }

    /**
     * A manhole: neck along x from the shell's surface in the origin, blind cover, davit, handle.
     *
     * @param b gets it
     * @param diameter m
     * @param into how far the neck goes back into the shell, m
     */
    public static void manhole(MeshBuilder b, double diameter, double into) {
        double r = diameter / 2;
        double neck = 0.14;
        Paint shell = b.paint();
        Turned.onX(
                b,
                Profile.from(r, -into)
                        .to(r, neck)
                        .to(r * 1.28, neck)
                        .to(r * 1.28, neck + 0.03)
                        .to(r * 0.9, neck + 0.03),
                26);
        Turned.onX(
                b,
                Profile.from(r * 0.9, neck + 0.034)
                        .to(r * 1.28, neck + 0.034)
                        .to(r * 1.28, neck + 0.066)
                        .to(0, neck + 0.066),
                26);
        b.paint(Palette.BOLT);
        int count = 14;
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * i / count;
            b.push().move(0, r * 1.16 * Math.cos(angle), r * 1.16 * Math.sin(angle));
            Turned.discX(b, 0.014, neck - 0.02, neck + 0.088, 6);
            b.pop();
        }
        b.paint(shell);
        double top = r * 1.28;
        b.paint(Palette.DARK_STEEL);
        Fittings.tube(
                b, 0.02, neck + 0.015, -0.05, r * 1.4, neck + 0.015, top + 0.22, r * 1.4, neck + 0.055, top + 0.28, 0);
        Turned.rod(b, line(neck + 0.055, top + 0.28, 0, neck + 0.055, top - 0.03, 0), 0.009, 6);
        for (int side = -1; side <= 1; side += 2) {
            Fittings.tube(
                    b,
                    0.009,
                    neck + 0.06,
                    -0.06,
                    side * r * 0.5,
                    neck + 0.12,
                    -0.06,
                    side * r * 0.5,
                    neck + 0.12,
                    0.06,
                    side * r * 0.5,
                    neck + 0.06,
                    0.06,
                    side * r * 0.5);
        }
        b.paint(shell);
    }

    /**
     * A round window in a shell, along x from the surface in the origin.
     *
     * @param b gets it
     * @param diameter of the glass, m
     * @param into how far the neck goes back into the shell, m
     */
    public static void window(MeshBuilder b, double diameter, double into) {
        double r = diameter / 2;
        b.paint(Palette.STAINLESS);
        Turned.onX(
                b,
                Profile.from(r * 1.1, -into)
                        .to(r * 1.1, 0.03)
                        .to(r * 1.55, 0.032)
                        .to(r * 1.55, 0.06)
                        .to(r * 1.05, 0.06)
                        .to(r * 1.05, 0.05),
                20);
        b.paint(Paint.of(0x6A5030, 0.08, 0.1).shining(0.08));
        Turned.onX(b, Profile.from(r * 1.06, 0.052).to(0, 0.052), 20);
        b.paint(Palette.BOLT);
        for (int i = 0; i < 8; i++) {
            double angle = 2 * Math.PI * i / 8;
            b.push().move(0, r * 1.33 * Math.cos(angle), r * 1.33 * Math.sin(angle));
            Turned.discX(b, Math.max(0.004, r * 0.09), 0.026, 0.068, 6);
            b.pop();
        }
    }

    /**
     * Glass with trays behind it, about y from y = 0.
     *
     * @param b gets it
     * @param radius m
     * @param height m
     */
    public static void glass(MeshBuilder b, double radius, double height) {
        b.paint(Palette.GLASS);
        Rounds.lathe(b, Profile.from(radius, 0).to(radius, height), 28);
        b.paint(Palette.STAINLESS);
        for (int i = 0; i < 4; i++) {
            double angle = Math.PI / 4 + i * Math.PI / 2;
            double x = radius * 1.22 * Math.cos(angle);
            double z = radius * 1.22 * Math.sin(angle);
            Turned.rod(b, line(x, -0.02, z, x, height + 0.02, z), 0.005, 6);
        }
    }

    /**
     * A sieve tray in a glass shell, level with y = 0.
     *
     * @param b gets it
     * @param radius of the shell, m
     * @param left whether its downcomer is to -x
     */
    public static void tray(MeshBuilder b, double radius, boolean left) {
        double side = left ? -1 : 1;
        b.paint(Palette.STAINLESS);
        Turned.disc(b, radius * 0.96, -0.002, 0.002, 20);
        Solids.box(b, side * radius * 0.6, 0.014, 0, 0.003, 0.03, radius * 1.5);
        Solids.box(b, side * radius * 0.6, -0.05, 0, 0.003, 0.09, radius * 1.5);
        b.paint(Palette.BLACK);
        for (int i = -2; i <= 2; i++) {
            Solids.box(b, -side * radius * 0.1, 0.0025, i * radius * 0.25, radius * 0.9, 0.001, radius * 0.06);
        }
    }

    /**
     * The neck of a nozzle along x, its face in the origin.
     *
     * @param b gets it
     * @param od outside diameter, m
     * @param length back to inside the shell, m
     */
    public static void neck(MeshBuilder b, double od, double length) {
        Rounds.rod(b, at(-length, 0, 0), at(-0.002, 0, 0), od / 2, Fittings.sides(od / 2));
    }

    /**
     * A small vent hood with a gooseneck: from the origin up.
     *
     * @param b gets it
     * @param od outside diameter of its pipe, m
     * @param height m
     */
    public static void gooseneck(MeshBuilder b, double od, double height) {
        Fittings.tube(b, od / 2, 0, 0, 0, 0, height, 0, od * 3, height, 0, od * 3, height - od * 2, 0);
    }

    /**
     * A trestle of steel across z with its foot in the origin.
     *
     * @param b gets it
     * @param height m
     * @param width m
     */
    public static void trestle(MeshBuilder b, double height, double width) {
        double size = Math.max(0.04, Math.min(0.14, width * 0.18));
        b.paint(Palette.STEEL);
        for (int side = -1; side <= 1; side += 2) {
            double z = side * (width / 2 - size / 2);
            Solids.box(b, 0, height / 2, z, size, height, size);
            Solids.box(b, 0, 0.006, z, size * 1.9, 0.012, size * 1.9);
        }
        Solids.box(b, 0, height - size / 2, 0, size * 1.2, size, width);
        if (height > 0.6) {
            Solids.box(b, 0, height * 0.35, 0, size * 0.7, size * 0.7, width - 2 * size);
        }
    }
}
