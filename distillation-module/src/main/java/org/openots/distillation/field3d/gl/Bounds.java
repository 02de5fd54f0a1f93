package org.openots.distillation.field3d.gl;

import org.joml.Vector3f;
import org.openots.distillation.field3d.scene.Mesh;

/**
 * The box around a mesh.
 *
 * @param low corner, m
 * @param high corner, m
 */
record Bounds(Vector3f low, Vector3f high) {
    static Bounds of(Mesh mesh) {
        Vector3f low = new Vector3f(Float.POSITIVE_INFINITY);
        Vector3f high = new Vector3f(Float.NEGATIVE_INFINITY);
        float[] position = mesh.position();
        Vector3f point = new Vector3f();
        for (int i = 0; i < position.length; i += 3) {
            point.set(position[i], position[i + 1], position[i + 2]);
            low.min(point);
            high.max(point);
        }
        if (position.length == 0) {
            return new Bounds(new Vector3f(), new Vector3f());
        }
        return new Bounds(low, high);
    }

    Vector3f centre() {
        return low.add(high, new Vector3f()).mul(0.5f);
    }

    /** Half the diagonal, m. */
    float radius() {
        return low.distance(high) / 2;
    }
}
