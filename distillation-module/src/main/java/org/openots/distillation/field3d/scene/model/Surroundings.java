package org.openots.distillation.field3d.scene.model;

import static org.openots.distillation.field3d.scene.model.Turned.at;

import org.joml.Vector3f;
import org.openots.distillation.field3d.scene.Pattern;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Profile;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;

/** What stands around and is only looked at. Rectangles are west, north (z), east, south (z) in the axes of the site. */
public final class Surroundings {
    private static final Paint WALL = Paint.of(0xD9D3C4, 0.85, 0).with(Pattern.PLAIN);
    private static final Paint BRICK = Paint.of(0xB9A58C, 0.9, 0).with(Pattern.BRICK);
    private static final Paint LEAVES = Paint.of(0x4E6E3A, 0.95, 0).with(Pattern.FOLIAGE);
    private static final Paint BARK = Paint.of(0x5A4632, 0.95, 0);
    private static final Paint WINDOW = Paint.of(0x2C4656, 0.12, 0.35);

    private Surroundings() {}

    /**
     * A broad-leaved tree.
     *
     * @param b gets it
     * @param height m
     * @param kind 0, 1 or 2: its shape
     */
    public static void tree(MeshBuilder b, double height, int kind) {
        b.paint(BARK);
        Rounds.lathe(b, Profile.from(height * 0.035, 0).to(height * 0.022, height * 0.4), 6);
        b.paint(LEAVES);
        double r = height * (0.3 - 0.03 * kind);
        crown(b, at(0, height * 0.62, 0), r, height * (0.34 + 0.03 * kind), 9);
        if (kind == 0) {
            crown(b, at(r * 0.55, height * 0.5, r * 0.2), r * 0.6, height * 0.2, 7);
            crown(b, at(-r * 0.45, height * 0.55, -r * 0.35), r * 0.62, height * 0.22, 7);
        }
    }

    private static void crown(MeshBuilder b, Vector3f centre, double radius, double half, int sides) {
        b.push().move(centre.x, centre.y, centre.z).scale(1, half / radius, 1);
        Rounds.lathe(b, Profile.ball(radius, 0, 3), sides);
        b.pop();
    }

    /**
     * Trees in rows over a rectangle, each a little different by its place in the row.
     *
     * @param b gets it
     * @param box rectangle
     * @param height m
     */
    public static void trees(MeshBuilder b, double[] box, double height) {
        double step = height * 0.62;
        int across = Math.max(1, (int) ((box[2] - box[0]) / step));
        int along = Math.max(1, (int) ((box[3] - box[1]) / step));
        for (int i = 0; i < across; i++) {
            for (int k = 0; k < along; k++) {
                int mix = (i * 7919 + k * 104729 + i * k * 31) & 0xFFFF;
                double x = box[0] + (box[2] - box[0]) * (i + 0.5 + 0.5 * ((mix & 15) / 15.0 - 0.5)) / across;
                double z = box[1] + (box[3] - box[1]) * (k + 0.5 + 0.5 * ((mix >> 4 & 15) / 15.0 - 0.5)) / along;
                b.push().move(x, 0, z).turn(mix * 0.01, 0, 1, 0);
                tree(b, height * (0.75 + 0.4 * ((mix >> 8 & 15) / 15.0)), mix % 3);
                b.pop();
            }
        }
    }

    /**
     * A building with rows of windows, a parapet, a door on its south side.
     *
     * @param b gets it
     * @param box rectangle
     * @param height m
     * @param brick whether its walls are of brick
     */
    public static void building(MeshBuilder b, double[] box, double height, boolean brick) {
        double w = box[2] - box[0];
        double d = box[3] - box[1];
        b.push().move((box[0] + box[2]) / 2, 0, (box[1] + box[3]) / 2);
        b.paint(brick ? BRICK : WALL);
        Solids.box(b, 0, height / 2, 0, w, height, d);
        b.paint(Paint.of(0x8C8A84, 0.8, 0));
        Solids.box(b, 0, 0.25, 0, w + 0.1, 0.5, d + 0.1);
        Solids.box(b, 0, height + 0.15, 0, w + 0.3, 0.3, d + 0.3);
        Solids.box(b, w * 0.2, height + 0.8, 0, w * 0.15, 1.2, d * 0.3);
        int floors = Math.max(1, (int) Math.round(height / 3.4));
        for (int floor = 0; floor < floors; floor++) {
            double y = height * (floor + 0.55) / floors;
            windows(b, w, d, y, Math.min(1.6, height / floors * 0.5));
        }
        b.paint(WINDOW);
        Solids.box(b, 0, 1.2, d / 2 + 0.03, 1.9, 2.4, 0.06);
        b.paint(Paint.of(0x8C8A84, 0.8, 0));
        Solids.box(b, 0, 2.7, d / 2 + 0.7, 3, 0.15, 1.5);
        b.pop();
    }

    private static void windows(MeshBuilder b, double w, double d, double y, double size) {
        for (int side = 0; side < 4; side++) {
            double length = side % 2 == 0 ? w : d;
            double out = side % 2 == 0 ? d / 2 : w / 2;
            int count = Math.max(1, (int) (length / 3));
            b.push().turn(side * Math.PI / 2, 0, 1, 0);
            for (int i = 0; i < count; i++) {
                double x = length * ((i + 0.5) / count - 0.5);
                if (side == 0 && Math.abs(x) < 2 && y < 3) {
                    continue;
                }
                b.paint(WINDOW);
                Solids.box(b, x, y, out + 0.01, 1.6, size, 0.02);
                b.paint(Palette.WHITE);
                Solids.box(b, x, y, out + 0.03, 0.05, size, 0.04);
                Solids.box(b, x, y - size / 2 - 0.04, out + 0.06, 1.75, 0.07, 0.12);
            }
            b.pop();
        }
    }

    /**
     * A chimney with red and white rings.
     *
     * @param b gets it
     * @param radius at the foot, m
     * @param height m
     */
    public static void chimney(MeshBuilder b, double radius, double height) {
        int rings = 10;
        for (int i = 0; i < rings; i++) {
            boolean red = i >= rings - 5 && (i - rings) % 2 != 0;
            b.paint(red ? Paint.of(0xB03A30, 0.8, 0) : Paint.of(0xD8D6D0, 0.85, 0));
            double r0 = radius * (1 - 0.4 * i / rings);
            double r1 = radius * (1 - 0.4 * (i + 1) / rings);
            Rounds.lathe(b, Profile.from(r0, height * i / rings).to(r1, height * (i + 1) / rings), 20);
        }
    }

    /**
     * Tanks with stairs' line and bund.
     *
     * @param b gets it
     * @param box rectangle
     * @param height of the tanks, m
     */
    public static void tankFarm(MeshBuilder b, double[] box, double height) {
        double w = box[2] - box[0];
        double d = box[3] - box[1];
        double pitch =
                Math.min(Math.min(w, d), Math.max(w, d) / Math.max(1, Math.round(Math.max(w, d) / (height * 1.8))));
        int across = Math.max(1, (int) (w / pitch + 0.01));
        int along = Math.max(1, (int) (d / pitch + 0.01));
        for (int i = 0; i < across * along; i++) {
            double x = box[0] + w * (i % across + 0.5) / across;
            int row = i / across;
            double z = box[1] + d * (row + 0.5) / along;
            double r = pitch * 0.36;
            b.paint(Paint.of(0xE6E7E5, 0.5, 0));
            b.push().move(x, 0, z);
            Vessels.tank(b, r, height);
            b.paint(Palette.SAFETY_YELLOW);
            Rounds.arc(b, new double[] {r, r + 0.05, height * 0.86 + 1, height * 0.86 + 1.06}, 0, 2 * Math.PI, 24);
            Solids.box(b, r + 0.1, height * 0.45, 0, 0.1, height * 0.9, 0.5);
            b.pop();
        }
        b.paint(Palette.CONCRETE);
        wall(b, box, 1.0, 0.25);
    }

    private static void wall(MeshBuilder b, double[] box, double height, double thick) {
        double w = box[2] - box[0];
        double d = box[3] - box[1];
        double x = (box[0] + box[2]) / 2;
        double z = (box[1] + box[3]) / 2;
        for (int side = -1; side <= 1; side += 2) {
            Solids.box(b, x, height / 2, z + side * d / 2, w, height, thick);
            Solids.box(b, x + side * w / 2, height / 2, z, thick, height, d);
        }
    }

    /**
     * A straight wall with pillars and coping that fills a slim rectangle.
     *
     * @param b gets it
     * @param box rectangle
     * @param height m
     */
    public static void worksWall(MeshBuilder b, double[] box, double height) {
        double w = box[2] - box[0];
        double d = box[3] - box[1];
        double length = Math.max(w, d);
        b.push().move((box[0] + box[2]) / 2, 0, (box[1] + box[3]) / 2);
        if (d > w) {
            b.turn(Math.PI / 2, 0, 1, 0);
        }
        double thick = Math.min(w, d);
        b.paint(BRICK);
        Solids.box(b, 0, height / 2, 0, length, height, thick);
        b.paint(WALL);
        Solids.box(b, 0, height + 0.05, 0, length, 0.1, thick + 0.12);
        int pillars = Math.max(1, (int) (length / 4));
        for (int i = 0; i <= pillars; i++) {
            Solids.box(
                    b, length * (i / (double) pillars - 0.5), height / 2 + 0.06, 0, 0.4, height + 0.12, thick + 0.14);
        }
        b.pop();
    }

    /**
     * A road with kerbs and a middle line.
     *
     * @param b gets it
     * @param box rectangle
     */
    public static void road(MeshBuilder b, double[] box) {
        double w = box[2] - box[0];
        double d = box[3] - box[1];
        double length = Math.max(w, d);
        double wide = Math.min(w, d);
        b.push().move((box[0] + box[2]) / 2, 0, (box[1] + box[3]) / 2);
        if (d > w) {
            b.turn(Math.PI / 2, 0, 1, 0);
        }
        b.paint(Paint.of(0x4A4C4E, 0.95, 0).with(Pattern.ASPHALT));
        Solids.box(b, 0, -0.03, 0, length, 0.08, wide);
        b.paint(Paint.of(0xBDB9B0, 0.9, 0));
        for (int side = -1; side <= 1; side += 2) {
            Solids.box(b, 0, 0.04, side * wide / 2, length, 0.16, 0.15);
        }
        b.paint(Paint.of(0xE8E4DA, 0.7, 0));
        for (double x = -length / 2 + 1; x < length / 2 - 2; x += 5) {
            Solids.box(b, x + 1, 0.0105, 0, 2, 0.004, 0.12);
        }
        b.pop();
    }

    /**
     * Another unit: columns, drums and steel, coarse.
     *
     * @param b gets it
     * @param box rectangle
     * @param height of its tallest column, m
     */
    public static void unit(MeshBuilder b, double[] box, double height) {
        double w = box[2] - box[0];
        double d = box[3] - box[1];
        b.push().move(box[0], 0, box[1]);
        int columns = Math.max(2, (int) (w / 7));
        for (int i = 0; i < columns; i++) {
            double tall = height * (i % 3 == 1 ? 1 : 0.62 + 0.1 * (i % 2));
            double r = 0.6 + 0.25 * (i % 3);
            b.paint(Palette.CLADDING);
            b.push().move(w * (i + 0.5) / columns, 0, d * 0.3);
            Rounds.lathe(b, Profile.from(r, 0).to(r, tall - r).curve(0, tall, 4, true), 16);
            b.paint(Palette.SAFETY_YELLOW);
            for (double y = 5; y < tall - 1; y += 6) {
                Rounds.arc(b, new double[] {r, r + 0.9, y, y + 0.1}, 0, Math.PI * 1.4, 12);
                Rounds.arc(b, new double[] {r + 0.87, r + 0.9, y + 1, y + 1.06}, 0, Math.PI * 1.4, 12);
            }
            b.pop();
        }
        b.paint(Palette.STEEL);
        for (int i = 0; i < 4; i++) {
            for (int k = 0; k < 2; k++) {
                Solids.box(b, w * (0.1 + 0.27 * i), 4, d * (0.6 + 0.32 * k), 0.3, 8, 0.3);
            }
        }
        for (double y : new double[] {4, 8}) {
            b.paint(Palette.STEEL);
            Solids.box(b, w * 0.5, y, d * 0.76, w * 0.84, 0.25, d * 0.34);
            b.paint(Palette.CLADDING);
            b.push().move(w * 0.4, y + 1.1, d * 0.76);
            Vessels.lying(b, 0.8, Math.min(6, w * 0.5));
            b.pop();
        }
        b.pop();
    }

    /**
     * A pipe bridge along the longer side of a rectangle.
     *
     * @param b gets it
     * @param box rectangle
     * @param height m
     */
    public static void rack(MeshBuilder b, double[] box, double height) {
        double w = box[2] - box[0];
        double d = box[3] - box[1];
        double length = Math.max(w, d);
        double wide = Math.min(w, d);
        b.push().move((box[0] + box[2]) / 2, 0, (box[1] + box[3]) / 2);
        if (d > w) {
            b.turn(Math.PI / 2, 0, 1, 0);
        }
        int bents = Math.max(2, (int) (length / 6) + 1);
        b.paint(Palette.STEEL);
        for (int i = 0; i < bents; i++) {
            double x = length * (i / (double) (bents - 1) - 0.5);
            for (int side = -1; side <= 1; side += 2) {
                Solids.box(b, x, height / 2, side * wide / 2, 0.25, height, 0.25);
            }
            Solids.box(b, x, height - 0.15, 0, 0.2, 0.25, wide);
            Solids.box(b, x, height * 0.7, 0, 0.2, 0.25, wide);
        }
        int[] colours = {0x1F9A4B, 0xC8CCD0, 0x8A4B22, 0xD0281E, 0xB9C2C6, 0xF0B41E};
        for (double y : new double[] {height, height * 0.7 + 0.14}) {
            for (int i = 0; i < 6; i++) {
                b.paint(Paint.of(colours[(i + (y < height ? 2 : 0)) % 6], 0.5, 0.05));
                double r = 0.07 + 0.04 * (i * 5 % 3);
                double z = wide * ((i + 0.7) / 6.4 - 0.5);
                Turned.rod(b, Turned.line(-length / 2, y + r, z, length / 2, y + r, z), r, 8);
            }
        }
        b.pop();
    }
}
