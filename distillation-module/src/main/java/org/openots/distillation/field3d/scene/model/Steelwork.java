package org.openots.distillation.field3d.scene.model;

import static org.openots.distillation.field3d.scene.model.Turned.at;

import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;

/** Columns, beams, railings, stairs, ladders, platforms, in the axes of the site (y up). */
public final class Steelwork {
    /** Height of a railing over its floor, m: GB 4053.3, 1050 mm under 20 m, kept everywhere. */
    public static final double RAIL = 1.05;

    private static final double RAIL_TUBE = 0.021;

    /** Radius of the stiles and rungs of a ladder and the hoops of its cage, m. */
    private static final double STILE = 0.024;

    private static final double RUNG = 0.011;
    private static final double HOOP = 0.016;

    private Steelwork() {}

    /**
     * A column of H-section on its base plate.
     *
     * @param b gets it
     * @param foot middle of its lower end
     * @param height m
     * @param size of the section, m
     */
    public static void column(MeshBuilder b, Vector3fc foot, double height, double size) {
        b.paint(Palette.STEEL);
        Solids.beam(b, foot, new Vector3f(foot).add(0, (float) height, 0), size, size);
        b.push().move(foot.x(), foot.y(), foot.z());
        Solids.box(b, 0, 0.012, 0, size * 1.8, 0.024, size * 1.8);
        for (int side = -1; side <= 1; side += 2) {
            Solids.box(b, side * size * 0.6, 0.024 + size * 0.3, 0, size * 0.5, size * 0.6, 0.012);
        }
        b.paint(Palette.BOLT);
        for (int i = 0; i < 4; i++) {
            double x = ((i & 1) * 2 - 1) * size * 0.75;
            double z = ((i >> 1) * 2 - 1) * size * 0.75;
            Solids.box(b, x, 0.04, z, 0.02, 0.04, 0.02);
        }
        b.pop();
    }

    /**
     * A cross of two angles between four corners.
     *
     * @param b gets it
     * @param low one lower corner
     * @param other the other lower corner
     * @param height m
     * @param size of the section, m
     */
    public static void bracing(MeshBuilder b, Vector3fc low, Vector3fc other, double height, double size) {
        b.paint(Palette.STEEL);
        Vector3f up = at(0, height, 0);
        Solids.bar(b, low, new Vector3f(other).add(up), size, size * 0.5);
        Solids.bar(b, other, new Vector3f(low).add(up), size, size * 0.5);
        Vector3f middle = new Vector3f(low).add(other).mul(0.5f).add(0, (float) height / 2, 0);
        b.push().place(Solids.along(middle, new Vector3f(other).add(0, (float) height / 2, 0)));
        Solids.box(b, 0, 0, 0, size * 0.7, size * 2.4, size * 2.4);
        b.pop();
    }

    /**
     * A rail on posts along a line, with middle rail and toe board.
     *
     * @param b gets it
     * @param line on the floor
     * @param toe whether there is a toe board
     */
    public static void railing(MeshBuilder b, List<Vector3f> line, boolean toe) {
        for (double height : new double[] {RAIL, RAIL * 0.52}) {
            List<Vector3f> lifted = new ArrayList<>();
            for (Vector3f p : line) {
                lifted.add(new Vector3f(p).add(0, (float) height, 0));
            }
            double radius = height == RAIL ? RAIL_TUBE : RAIL_TUBE * 0.75;
            b.paint(Palette.SAFETY_YELLOW.thin(radius));
            Rounds.sweep(b, lifted, radius, height == RAIL ? 0.07 : 0.02, 6);
        }
        for (int i = 0; i + 1 < line.size(); i++) {
            Vector3f from = line.get(i);
            Vector3f to = line.get(i + 1);
            double length = from.distance(to);
            int bays = Math.max(1, (int) Math.ceil(length / 1.2));
            for (int k = i == 0 ? 0 : 1; k <= bays; k++) {
                Vector3f p = new Vector3f(from).lerp(to, (float) k / bays);
                b.paint(Palette.SAFETY_YELLOW.thin(RAIL_TUBE * 0.9));
                Rounds.rod(b, p, new Vector3f(p).add(0, (float) RAIL, 0), RAIL_TUBE * 0.9, 6);
                b.push().move(p.x, p.y, p.z).paint(Palette.SAFETY_YELLOW);
                Solids.box(b, 0, 0.004, 0, 0.09, 0.008, 0.09);
                b.pop();
            }
            if (toe) {
                Vector3f up = at(0, 0.06, 0);
                Solids.bar(b, new Vector3f(from).add(up), new Vector3f(to).add(up), 0.1, 0.005);
            }
        }
    }

    /**
     * A flight of stairs with stringers, treads of grating with yellow noses, and rails on both sides.
     *
     * @param b gets it
     * @param foot middle of the lower edge
     * @param head middle of the upper edge
     * @param width m
     */
    public static void stair(MeshBuilder b, Vector3fc foot, Vector3fc head, double width) {
        Vector3f flat = new Vector3f(head).sub(foot);
        double rise = flat.y;
        flat.y = 0;
        double run = flat.length();
        flat.normalize();
        Vector3f side = new Vector3f(-flat.z, 0, flat.x);
        int steps = Math.max(2, (int) Math.round(rise / 0.19));
        for (int hand = -1; hand <= 1; hand += 2) {
            Vector3f out = new Vector3f(side).mul((float) (hand * (width / 2 + 0.02)));
            Vector3f low = new Vector3f(foot).add(out).add(0, 0.02f, 0);
            Vector3f high = new Vector3f(head).add(out).add(0, -0.08f, 0);
            b.paint(Palette.STEEL);
            Solids.bar(b, low, high, 0.2, 0.012);
            Solids.bar(b, new Vector3f(low).add(0, 0.09f, 0), new Vector3f(high).add(0, 0.09f, 0), 0.012, 0.05);
            Solids.bar(b, new Vector3f(low).add(0, -0.09f, 0), new Vector3f(high).add(0, -0.09f, 0), 0.012, 0.05);
            stairRail(b, new Vector3f(foot).add(out), new Vector3f(head).add(out));
        }
        double tread = run / steps;
        b.push().place(frame(foot, flat));
        for (int i = 1; i < steps; i++) {
            double y = rise * i / steps;
            double z = tread * (i - 0.5) + tread * 0.5;
            b.paint(Palette.GRATING);
            Solids.box(b, 0, y - 0.015, z, width, 0.03, tread + 0.02);
            b.paint(Palette.SAFETY_YELLOW);
            Solids.box(b, 0, y - 0.012, z - tread / 2 - 0.012, width, 0.03, 0.03);
        }
        b.pop();
    }

    private static void stairRail(MeshBuilder b, Vector3f low, Vector3f high) {
        Vector3f start = new Vector3f(low).lerp(high, 0.03f);
        for (double height : new double[] {1.0, 0.5}) {
            Vector3f up = at(0, height, 0);
            List<Vector3f> rail = new ArrayList<>();
            if (height == 1.0) {
                rail.add(new Vector3f(start));
            }
            rail.add(new Vector3f(start).add(up));
            rail.add(new Vector3f(high).add(up));
            double radius = height == 1.0 ? RAIL_TUBE : RAIL_TUBE * 0.75;
            b.paint(Palette.SAFETY_YELLOW.thin(radius));
            Rounds.sweep(b, rail, radius, 0.06, 6);
        }
        double length = low.distance(high);
        int bays = Math.max(2, (int) Math.ceil(length / 1.2));
        b.paint(Palette.SAFETY_YELLOW.thin(RAIL_TUBE * 0.9));
        for (int i = 1; i <= bays; i++) {
            Vector3f p = new Vector3f(start).lerp(high, (float) i / bays);
            Rounds.rod(b, p, new Vector3f(p).add(0, 1, 0), RAIL_TUBE * 0.9, 6);
        }
    }

    /** Axes at a point with z along a level direction. */
    private static Matrix4f frame(Vector3fc origin, Vector3fc level) {
        return Solids.along(origin, new Vector3f(origin).add(level));
    }

    /**
     * A ladder with its stiles 1.1 m above the floor it leads to.
     *
     * @param b gets it
     * @param foot middle of the lowest rung
     * @param top height of the floor, m
     * @param facing direction in which the climber looks, level, length 1
     * @param cage whether hoops stand around it from 2.2 m up
     */
    public static void ladder(MeshBuilder b, Vector3fc foot, double top, Vector3fc facing, boolean cage) {
        double height = top - foot.y();
        b.push().place(frame(foot, facing));
        b.paint(Palette.SAFETY_YELLOW.thin(STILE));
        for (int side = -1; side <= 1; side += 2) {
            double x = side * 0.24;
            Fittings.tube(
                    b,
                    STILE,
                    x,
                    -0.25,
                    0,
                    x,
                    height + 0.95,
                    0,
                    x * 1.25,
                    height + 1.12,
                    0.04,
                    x * 1.25,
                    height + 1.12,
                    0.32,
                    x * 1.25,
                    height - 0.05,
                    0.32);
        }
        int rungs = (int) Math.floor((height + 0.01) / 0.28);
        b.paint(Palette.GALVANISED.thin(RUNG));
        for (int i = 0; i <= rungs; i++) {
            double y = 0.28 * i;
            Turned.rod(b, Turned.line(-0.24, y, 0, 0.24, y, 0), RUNG, 6);
        }
        b.paint(Palette.SAFETY_YELLOW);
        for (double y = 0.6; y < height; y += 1.8) {
            for (int side = -1; side <= 1; side += 2) {
                Solids.box(b, side * 0.24, y, 0.1, 0.008, 0.05, 0.2);
            }
        }
        if (cage && height > 2.6) {
            cage(b, height);
        }
        b.pop();
    }

    private static void cage(MeshBuilder b, double height) {
        double from = 2.2;
        double to = height + 1.05;
        b.paint(Palette.SAFETY_YELLOW.thin(HOOP));
        int hoops = Math.max(2, (int) Math.round((to - from) / 0.8) + 1);
        for (int i = 0; i < hoops; i++) {
            double y = from + (to - from) * i / (hoops - 1);
            List<Vector3f> hoop = new ArrayList<>();
            double grow = i == 0 ? 0.06 : 0;
            for (int k = 0; k <= 10; k++) {
                double angle = Math.PI * k / 10;
                hoop.add(at(-(0.33 + grow) * Math.cos(angle), y, -0.12 - (0.58 + grow) * Math.sin(angle)));
            }
            hoop.add(0, at(-0.26, y, 0));
            hoop.add(at(0.26, y, 0));
            Rounds.sweep(b, hoop, HOOP, 0, 5);
        }
        b.paint(Palette.SAFETY_YELLOW);
        for (int k = 1; k <= 5; k++) {
            double angle = Math.PI * k / 6;
            double x = -0.33 * Math.cos(angle);
            double z = -0.12 - 0.58 * Math.sin(angle);
            Solids.box(b, x, (from + to) / 2, z, 0.03, to - from, 0.008);
        }
    }

    /**
     * A part of a ring of grating with edge steel and brackets to the shell; its railing is apart. About y, surface at y = 0.
     *
     * @param b gets it
     * @param inner radius, m
     * @param outer radius, m
     * @param from angle, counter-clockwise from above, 0 to the east, radian
     * @param to angle, greater than from
     */
    public static void ring(MeshBuilder b, double inner, double outer, double from, double to) {
        int pieces = Math.max(4, (int) Math.ceil((to - from) / 0.2));
        b.paint(Palette.GRATING);
        Rounds.arc(b, new double[] {inner, outer, -0.03, 0}, from, to, pieces);
        b.paint(Palette.STEEL);
        Rounds.arc(b, new double[] {outer, outer + 0.012, -0.16, 0.005}, from, to, pieces);
        Rounds.arc(b, new double[] {inner - 0.01, inner, -0.1, 0.003}, from, to, pieces);
        b.paint(Palette.SAFETY_YELLOW);
        Rounds.arc(b, new double[] {outer - 0.006, outer + 0.004, 0.005, 0.11}, from, to, pieces);
        int brackets = Math.max(2, (int) Math.ceil((to - from) / 0.7));
        for (int i = 0; i <= brackets; i++) {
            if (i == brackets && to - from > 2 * Math.PI - 0.01) {
                break;
            }
            double margin = Math.min(0.06, (to - from) / 10);
            double angle = from + margin + (to - from - 2 * margin) * i / brackets;
            b.paint(Palette.DARK_STEEL);
            b.push().turn(angle, 0, 1, 0);
            double drop = Math.min(1.0, (outer - inner) * 0.9);
            double shell = inner - 0.08;
            Solids.box(b, (shell + outer) / 2, -0.085, 0, outer - shell, 0.1, 0.05);
            Solids.bar(b, at(shell, -drop, 0), at(outer - 0.12, -0.12, 0), 0.06, 0.05);
            Solids.box(b, shell + 0.01, -drop * 0.55, 0, 0.025, drop * 1.15, 0.12);
            b.pop();
        }
    }

    /**
     * A level plate, its upper side at y.
     *
     * @param b gets it
     * @param box west, north (z), east, south (z); m
     * @param y m
     * @param thick m
     * @param paint of it
     */
    public static void plate(MeshBuilder b, double[] box, double y, double thick, Paint paint) {
        b.paint(paint);
        Solids.box(
                b,
                (box[0] + box[2]) / 2,
                y - thick / 2,
                (box[1] + box[3]) / 2,
                box[2] - box[0],
                thick,
                box[3] - box[1]);
    }

    /**
     * A cable tray with a few cables.
     *
     * @param b gets it
     * @param line its course, at least two points
     * @param width m
     */
    public static void tray(MeshBuilder b, List<Vector3f> line, double width) {
        for (int i = 0; i + 1 < line.size(); i++) {
            Vector3f from = line.get(i);
            Vector3f to = line.get(i + 1);
            double length = from.distance(to);
            b.push().place(Solids.along(from, to));
            b.paint(Palette.GALVANISED);
            for (int side = -1; side <= 1; side += 2) {
                Solids.box(b, side * width / 2, 0.03, length / 2, 0.004, 0.08, length);
            }
            int rungs = Math.max(1, (int) (length / 0.3));
            for (int k = 0; k <= rungs; k++) {
                Solids.box(b, 0, 0, length * k / rungs, width, 0.012, 0.025);
            }
            b.paint(Palette.BLACK);
            int cables = Math.max(2, (int) (width / 0.05));
            for (int k = 0; k < cables; k++) {
                double x = -width * 0.4 + width * 0.8 * k / (cables - 1);
                double r = 0.009 + 0.004 * (k * 7 % 3);
                Rounds.rod(b, at(x, r + 0.006, 0), at(x, r + 0.006, length), r, 5);
            }
            b.pop();
        }
    }
}
