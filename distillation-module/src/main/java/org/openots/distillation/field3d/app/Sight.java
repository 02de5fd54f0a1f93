package org.openots.distillation.field3d.app;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.distillation.field3d.state.Camera;

/** Where on the picture a place of the site is. */
final class Sight {
    private final Matrix4f matrix = new Matrix4f();
    private final Vector3f point = new Vector3f();

    /**
     * Looks.
     *
     * @param camera the eye
     * @param aspect width by height
     */
    void look(Camera camera, float aspect) {
        matrix.setPerspective(camera.fieldOfView(), aspect, 0.05f, 500)
                .rotateX(-camera.pitch())
                .rotateY(-camera.yaw())
                .translate(-camera.eye().x(), -camera.eye().y(), -camera.eye().z());
    }

    /**
     * Projects a place.
     *
     * @param place of the site, m
     * @return x and y from 0 to 1, y down; behind the eye something outside of the picture
     */
    Vector3f project(Vector3fc place) {
        matrix.transformProject(point.set(place));
        boolean behind = point.z < -1 || point.z > 1;
        return point.set(behind ? -1 : (point.x + 1) / 2, behind ? -1 : (1 - point.y) / 2, point.z);
    }
}
