package org.openots.distillation.field3d.scene.mesh;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector3fc;

/** Bodies with flat faces: boxes, prisms and rolled steel. All closed. */
public final class Solids {
    /** Corners of a face of the unit cube, counter-clockwise from outside, for the six directions. */
    private static final int[][] FACES = {
        {1, 3, 7, 5}, {2, 0, 4, 6}, {2, 6, 7, 3}, {0, 1, 5, 4}, {4, 5, 7, 6}, {1, 0, 2, 3}
    };

    private static final float[][] NORMALS = {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};

    private Solids() {}

    /**
     * A box.
     *
     * @param b gets it
     * @param x middle, m
     * @param y middle, m
     * @param z middle, m
     * @param sx length along x, m
     * @param sy length along y, m
     * @param sz length along z, m
     */
    public static void box(MeshBuilder b, double x, double y, double z, double sx, double sy, double sz) {
        for (int face = 0; face < 6; face++) {
            float[] n = NORMALS[face];
            int[] at = new int[4];
            for (int i = 0; i < 4; i++) {
                int corner = FACES[face][i];
                at[i] = b.vertex(
                        (float) (x + sx * ((corner & 1) - 0.5)),
                        (float) (y + sy * ((corner >> 1 & 1) - 0.5)),
                        (float) (z + sz * ((corner >> 2 & 1) - 0.5)),
                        n[0],
                        n[1],
                        n[2]);
            }
            b.quad(at[0], at[1], at[2], at[3]);
        }
    }

    /**
     * A box around the origin with broken edges that shine like rounded ones.
     *
     * @param b gets it
     * @param sx length along x, m
     * @param sy length along y, m
     * @param sz length along z, m
     * @param bevel width of the broken edge, m
     */
    public static void bevelled(MeshBuilder b, double sx, double sy, double sz, double bevel) {
        double[] half = {sx / 2, sy / 2, sz / 2};
        double edge = Math.min(bevel, Math.min(half[0], Math.min(half[1], half[2])));
        int[][] at = new int[8][3];
        for (int corner = 0; corner < 8; corner++) {
            for (int axis = 0; axis < 3; axis++) {
                float[] p = new float[3];
                float[] n = new float[3];
                for (int i = 0; i < 3; i++) {
                    int sign = (corner >> i & 1) * 2 - 1;
                    p[i] = (float) (sign * (half[i] - (i == axis ? 0 : edge)));
                    n[i] = i == axis ? sign : 0;
                }
                at[corner][axis] = b.vertex(p[0], p[1], p[2], n[0], n[1], n[2]);
            }
        }
        for (int face = 0; face < 6; face++) {
            int[] f = FACES[face];
            int axis = face / 2;
            b.quad(at[f[0]][axis], at[f[1]][axis], at[f[2]][axis], at[f[3]][axis]);
        }
        edges(b, at);
    }

    private static void edges(MeshBuilder b, int[][] at) {
        for (int axis = 0; axis < 3; axis++) {
            int u = (axis + 1) % 3;
            int v = (axis + 2) % 3;
            for (int k = 0; k < 4; k++) {
                int low = (k & 1) << u | (k >> 1) << v;
                int high = low | 1 << axis;
                boolean even = ((k & 1) ^ (k >> 1)) == 0;
                int first = even ? u : v;
                int second = even ? v : u;
                b.quad(at[low][first], at[low][second], at[high][second], at[high][first]);
            }
        }
        for (int corner = 0; corner < 8; corner++) {
            boolean even = Integer.bitCount(corner) % 2 == 1;
            b.triangle(at[corner][0], at[corner][even ? 1 : 2], at[corner][even ? 2 : 1]);
        }
    }

    /**
     * A plate of a convex outline, in the plane of x and y, its front at z = depth / 2.
     *
     * @param b gets it
     * @param outline x and y in turn, counter-clockwise from +z
     * @param depth along z, m
     */
    public static void prism(MeshBuilder b, double[] outline, double depth) {
        int count = outline.length / 2;
        float half = (float) (depth / 2);
        for (int side = 1; side >= -1; side -= 2) {
            int[] at = new int[count];
            for (int i = 0; i < count; i++) {
                at[i] = b.vertex((float) outline[2 * i], (float) outline[2 * i + 1], side * half, 0, 0, side);
            }
            for (int i = 1; i + 1 < count; i++) {
                b.triangle(at[0], at[side > 0 ? i : i + 1], at[side > 0 ? i + 1 : i]);
            }
        }
        for (int i = 0; i < count; i++) {
            int j = (i + 1) % count;
            float x0 = (float) outline[2 * i];
            float y0 = (float) outline[2 * i + 1];
            float x1 = (float) outline[2 * j];
            float y1 = (float) outline[2 * j + 1];
            float nx = y1 - y0;
            float ny = x0 - x1;
            b.quad(
                    b.vertex(x0, y0, -half, nx, ny, 0),
                    b.vertex(x1, y1, -half, nx, ny, 0),
                    b.vertex(x1, y1, half, nx, ny, 0),
                    b.vertex(x0, y0, half, nx, ny, 0));
        }
    }

    /**
     * An I-section, its web upright unless it runs upright itself.
     *
     * @param b gets it
     * @param from middle of one end
     * @param to middle of the other end
     * @param height m
     * @param width of the flanges, m
     */
    public static void beam(MeshBuilder b, Vector3fc from, Vector3fc to, double height, double width) {
        double length = from.distance(to);
        double flange = Math.max(0.006, height * 0.07);
        double web = flange * 0.7;
        b.push().place(along(from, to));
        box(b, 0, height / 2 - flange / 2, length / 2, width, flange, length);
        box(b, 0, -height / 2 + flange / 2, length / 2, width, flange, length);
        box(b, 0, 0, length / 2, web, height - 2 * flange, length);
        b.pop();
    }

    /**
     * A C-section, open to its own +x.
     *
     * @param b gets it
     * @param from middle of one end
     * @param to middle of the other end
     * @param height m
     * @param width of the flanges, m
     */
    public static void channel(MeshBuilder b, Vector3fc from, Vector3fc to, double height, double width) {
        double length = from.distance(to);
        double flange = Math.max(0.005, height * 0.06);
        b.push().place(along(from, to));
        box(b, width / 2 - flange / 2, height / 2 - flange / 2, length / 2, width, flange, length);
        box(b, width / 2 - flange / 2, -height / 2 + flange / 2, length / 2, width, flange, length);
        box(b, 0, 0, length / 2, flange, height - 2 * flange, length);
        b.pop();
    }

    /**
     * A flat bar.
     *
     * @param b gets it
     * @param from middle of one end
     * @param to middle of the other end
     * @param height upright measure, m
     * @param width level measure, m
     */
    public static void bar(MeshBuilder b, Vector3fc from, Vector3fc to, double height, double width) {
        double length = from.distance(to);
        b.push().place(along(from, to));
        box(b, 0, 0, length / 2, width, height, length);
        b.pop();
    }

    /**
     * Axes at one point with z to another; y as upright as can be, for upright lines to the north.
     *
     * @param from origin
     * @param to a point on z
     * @return from those axes to the present ones
     */
    public static Matrix4f along(Vector3fc from, Vector3fc to) {
        Vector3f z = new Vector3f(to).sub(from).normalize();
        Vector3f up = Math.abs(z.y) > 0.999f ? new Vector3f(0, 0, -1) : new Vector3f(0, 1, 0);
        Vector3f x = up.cross(z, new Vector3f()).normalize();
        Vector3f y = z.cross(x, new Vector3f());
        return new Matrix4f(x.x, x.y, x.z, 0, y.x, y.y, y.z, 0, z.x, z.y, z.z, 0, from.x(), from.y(), from.z(), 1);
    }
}
