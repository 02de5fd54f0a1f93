package org.openots.distillation.field3d.gl;

import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Vector3f;
import org.openots.distillation.field3d.scene.Mesh;
import org.openots.distillation.field3d.scene.Pattern;

/** Plain bodies for the tests of drawing. */
final class Shapes {
    private final List<Float> position = new ArrayList<>();
    private final List<Float> normal = new ArrayList<>();
    private final List<Integer> colour = new ArrayList<>();
    private final List<Integer> surface = new ArrayList<>();
    private final List<Integer> index = new ArrayList<>();
    private final Matrix4f place = new Matrix4f();
    private int paint = 0xFFFFFFFF;
    private int finish;

    Shapes paint(int rgba, double rough, double metal, double emission, Pattern pattern) {
        paint = rgba;
        finish = ((int) (255 * rough) << 24)
                | ((int) (255 * metal) << 16)
                | ((int) (255 * emission) << 8)
                | List.of(Pattern.values()).indexOf(pattern);
        return this;
    }

    Shapes at(Matrix4fc to) {
        place.set(to);
        return this;
    }

    Shapes at(float x, float y, float z) {
        place.translation(x, y, z);
        return this;
    }

    private int vertex(float x, float y, float z, float nx, float ny, float nz) {
        Vector3f p = place.transformPosition(new Vector3f(x, y, z));
        Vector3f n = place.transformDirection(new Vector3f(nx, ny, nz)).normalize();
        position.addAll(List.of(p.x, p.y, p.z));
        normal.addAll(List.of(n.x, n.y, n.z));
        colour.add(paint);
        surface.add(finish);
        return colour.size() - 1;
    }

    private void quad(int a, int b, int c, int d) {
        index.addAll(List.of(a, b, c, a, c, d));
    }

    /** A box around the origin of its place. */
    Shapes box(float lx, float ly, float lz) {
        float[] half = {lx / 2, ly / 2, lz / 2};
        for (int axis = 0; axis < 3; axis++) {
            int u = (axis + 1) % 3;
            int v = (axis + 2) % 3;
            for (int sign = -1; sign <= 1; sign += 2) {
                int[] corner = new int[4];
                for (int i = 0; i < 4; i++) {
                    float[] p = new float[3];
                    float[] n = new float[3];
                    n[axis] = sign;
                    p[axis] = sign * half[axis];
                    p[u] = (i == 1 || i == 2 ? 1 : -1) * half[u];
                    p[v] = (i >= 2 ? 1 : -1) * half[v] * sign;
                    corner[i] = vertex(p[0], p[1], p[2], n[0], n[1], n[2]);
                }
                quad(corner[0], corner[1], corner[2], corner[3]);
            }
        }
        return this;
    }

    /** A body turned about y: pairs of radius and height, from below; edges are sharp. */
    Shapes turned(int sides, float... profile) {
        for (int i = 0; i + 3 < profile.length; i += 2) {
            float r0 = profile[i];
            float y0 = profile[i + 1];
            float r1 = profile[i + 2];
            float y1 = profile[i + 3];
            float length = (float) Math.hypot(r1 - r0, y1 - y0);
            float nr = (y1 - y0) / length;
            float ny = (r0 - r1) / length;
            for (int k = 0; k < sides; k++) {
                double a = 2 * Math.PI * k / sides;
                double b = 2 * Math.PI * (k + 1) / sides;
                quad(
                        ring(r0, y0, a, nr, ny),
                        ring(r1, y1, a, nr, ny),
                        ring(r1, y1, b, nr, ny),
                        ring(r0, y0, b, nr, ny));
            }
        }
        return this;
    }

    private int ring(float r, float y, double angle, float nr, float ny) {
        float c = (float) Math.cos(angle);
        float s = (float) Math.sin(angle);
        return vertex(r * c, y, r * s, nr * c, ny, nr * s);
    }

    /** A ball, smooth. */
    Shapes ball(float radius, int sides) {
        for (int j = 0; j < sides / 2; j++) {
            for (int k = 0; k < sides; k++) {
                quad(
                        onBall(radius, j, k, sides),
                        onBall(radius, j + 1, k, sides),
                        onBall(radius, j + 1, k + 1, sides),
                        onBall(radius, j, k + 1, sides));
            }
        }
        return this;
    }

    private int onBall(float radius, int j, int k, int sides) {
        double up = Math.PI * (2.0 * j / sides - 0.5);
        double a = 2 * Math.PI * k / sides;
        float x = (float) (Math.cos(up) * Math.cos(a));
        float y = (float) Math.sin(up);
        float z = (float) (Math.cos(up) * Math.sin(a));
        return vertex(radius * x, radius * y, radius * z, x, y, z);
    }

    /** A ring about y. */
    Shapes torus(float radius, float thick, int sides, int around) {
        for (int j = 0; j < sides; j++) {
            for (int k = 0; k < around; k++) {
                quad(
                        onTorus(radius, thick, 2 * Math.PI * j / sides, 2 * Math.PI * k / around),
                        onTorus(radius, thick, 2 * Math.PI * j / sides, 2 * Math.PI * (k + 1) / around),
                        onTorus(radius, thick, 2 * Math.PI * (j + 1) / sides, 2 * Math.PI * (k + 1) / around),
                        onTorus(radius, thick, 2 * Math.PI * (j + 1) / sides, 2 * Math.PI * k / around));
            }
        }
        return this;
    }

    private int onTorus(float radius, float thick, double a, double b) {
        float c = (float) Math.cos(a);
        float s = (float) Math.sin(a);
        float n = (float) Math.cos(b);
        float h = (float) Math.sin(b);
        float r = radius + thick * n;
        return vertex(r * c, thick * h, r * s, n * c, h, n * s);
    }

    Mesh mesh() {
        float[] p = new float[position.size()];
        float[] n = new float[p.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = position.get(i);
            n[i] = normal.get(i);
        }
        return new Mesh(p, n, ints(colour), ints(surface), ints(index));
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
