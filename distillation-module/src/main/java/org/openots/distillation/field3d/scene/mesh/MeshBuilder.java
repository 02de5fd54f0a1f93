package org.openots.distillation.field3d.scene.mesh;

import java.util.Arrays;
import org.joml.Matrix3f;
import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.distillation.field3d.scene.Mesh;

/**
 * Collects triangles. Vertices are given in axes of one's own, moved by {@link #move}, {@link #turn} and {@link #scale} between
 * {@link #push} and {@link #pop}; a mirrored scale keeps the outside outside. Not for use from several threads.
 */
public final class MeshBuilder {
    private static final int DEEPEST = 24;

    private final Matrix4f[] stack = new Matrix4f[DEEPEST];
    private final Matrix3f normalMatrix = new Matrix3f();
    private final Vector3f work = new Vector3f();
    private int depth;
    private boolean changed;
    private boolean mirrored;
    private Paint paint = Paint.of(0xC0C0C0, 0.5, 0);
    private float[] position = new float[3072];
    private float[] normal = new float[3072];
    private int[] colour = new int[1024];
    private int[] surface = new int[1024];
    private int[] index = new int[6144];
    private int vertices;
    private int indices;

    /** An empty one, in the axes of the site. */
    public MeshBuilder() {
        stack[0] = new Matrix4f();
    }

    /**
     * What follows is of this paint.
     *
     * @param next the paint
     * @return this
     */
    public MeshBuilder paint(Paint next) {
        paint = next;
        return this;
    }

    /**
     * The paint in use.
     *
     * @return of what follows
     */
    public Paint paint() {
        return paint;
    }

    /**
     * Keeps the axes for {@link #pop}.
     *
     * @return this
     */
    public MeshBuilder push() {
        depth++;
        stack[depth] = new Matrix4f(stack[depth - 1]);
        return this;
    }

    /**
     * Back to the axes at {@link #push}.
     *
     * @return this
     */
    public MeshBuilder pop() {
        depth--;
        changed = true;
        return this;
    }

    /**
     * Moves the axes.
     *
     * @param x m
     * @param y m
     * @param z m
     * @return this
     */
    public MeshBuilder move(double x, double y, double z) {
        stack[depth].translate((float) x, (float) y, (float) z);
        changed = true;
        return this;
    }

    /**
     * Turns the axes.
     *
     * @param angle radian, counter-clockwise seen against the axis
     * @param x of the axis, length 1
     * @param y of the axis
     * @param z of the axis
     * @return this
     */
    public MeshBuilder turn(double angle, double x, double y, double z) {
        stack[depth].rotate((float) angle, (float) x, (float) y, (float) z);
        changed = true;
        return this;
    }

    /**
     * Stretches the axes.
     *
     * @param x factor, negative mirrors
     * @param y factor
     * @param z factor
     * @return this
     */
    public MeshBuilder scale(double x, double y, double z) {
        stack[depth].scale((float) x, (float) y, (float) z);
        changed = true;
        return this;
    }

    /**
     * Other axes inside the present ones.
     *
     * @param place from the new axes to the present ones
     * @return this
     */
    public MeshBuilder place(Matrix4fc place) {
        stack[depth].mul(place);
        changed = true;
        return this;
    }

    /**
     * The axes in use.
     *
     * @return a copy, from the axes in use to those of the mesh
     */
    public Matrix4f axes() {
        return new Matrix4f(stack[depth]);
    }

    /**
     * A vertex.
     *
     * @param p place in the axes in use
     * @param n normal in the axes in use, length 1 or not
     * @return its index
     */
    public int vertex(Vector3fc p, Vector3fc n) {
        return vertex(p.x(), p.y(), p.z(), n.x(), n.y(), n.z());
    }

    int vertex(float x, float y, float z, float nx, float ny, float nz) {
        if (changed) {
            stack[depth].normal(normalMatrix);
            mirrored = stack[depth].determinant3x3() < 0;
            changed = false;
        }
        if (vertices == colour.length) {
            position = Arrays.copyOf(position, 2 * position.length);
            normal = Arrays.copyOf(normal, 2 * normal.length);
            colour = Arrays.copyOf(colour, 2 * colour.length);
            surface = Arrays.copyOf(surface, 2 * surface.length);
        }
        stack[depth].transformPosition(work.set(x, y, z));
        position[3 * vertices] = work.x;
        position[3 * vertices + 1] = work.y;
        position[3 * vertices + 2] = work.z;
        normalMatrix.transform(work.set(nx, ny, nz)).normalize();
        normal[3 * vertices] = work.x;
        normal[3 * vertices + 1] = work.y;
        normal[3 * vertices + 2] = work.z;
        colour[vertices] = paint.colour();
        surface[vertices] = paint.surface();
        return vertices++;
    }

    /**
     * A triangle, counter-clockwise from outside in the axes in use.
     *
     * @param a index
     * @param b index
     * @param c index
     */
    public void triangle(int a, int b, int c) {
        if (indices + 3 > index.length) {
            index = Arrays.copyOf(index, 2 * index.length);
        }
        index[indices++] = a;
        index[indices++] = mirrored ? c : b;
        index[indices++] = mirrored ? b : c;
    }

    /**
     * Two triangles, counter-clockwise from outside in the axes in use.
     *
     * @param a index
     * @param b index
     * @param c index
     * @param d index
     */
    public void quad(int a, int b, int c, int d) {
        triangle(a, b, c);
        triangle(a, c, d);
    }

    /**
     * A flat quadrangle with corners of its own.
     *
     * @param a corner
     * @param b corner
     * @param c corner
     * @param d corner; counter-clockwise from outside
     * @return this
     */
    public MeshBuilder face(Vector3fc a, Vector3fc b, Vector3fc c, Vector3fc d) {
        Vector3f n = new Vector3f(c).sub(a).cross(new Vector3f(d).sub(b)).normalize();
        quad(vertex(a, n), vertex(b, n), vertex(c, n), vertex(d, n));
        return this;
    }

    /**
     * Another mesh, with its own colours.
     *
     * @param mesh in the axes in use
     * @return this
     */
    public MeshBuilder append(Mesh mesh) {
        Paint kept = paint;
        int first = vertices;
        float[] p = mesh.position();
        float[] n = mesh.normal();
        for (int i = 0; i < mesh.vertices(); i++) {
            paint = new Paint(mesh.colour()[i], mesh.surface()[i]);
            vertex(p[3 * i], p[3 * i + 1], p[3 * i + 2], n[3 * i], n[3 * i + 1], n[3 * i + 2]);
        }
        int[] order = mesh.index();
        for (int i = 0; i < order.length; i += 3) {
            triangle(first + order[i], first + order[i + 1], first + order[i + 2]);
        }
        paint = kept;
        return this;
    }

    /**
     * How much there is.
     *
     * @return triangles so far
     */
    public int triangles() {
        return indices / 3;
    }

    /**
     * What was made.
     *
     * @return a mesh of its own
     */
    public Mesh build() {
        return new Mesh(
                Arrays.copyOf(position, 3 * vertices),
                Arrays.copyOf(normal, 3 * vertices),
                Arrays.copyOf(colour, vertices),
                Arrays.copyOf(surface, vertices),
                Arrays.copyOf(index, indices));
    }
}
