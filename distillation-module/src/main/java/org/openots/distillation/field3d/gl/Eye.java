package org.openots.distillation.field3d.gl;

import org.joml.FrustumIntersection;
import org.joml.Matrix4f;
import org.openots.distillation.field3d.state.Camera;

/** Matrices of a camera. */
final class Eye {
    /** Nearest that is drawn, m: nearer than a hand before the face. */
    private static final float NEAR = 0.06f;

    /** Farthest that is drawn, m: beyond it all is haze. */
    private static final float FAR = 900;

    private final Matrix4f projection = new Matrix4f();
    private final Matrix4f turn = new Matrix4f();
    private final Matrix4f viewProjection = new Matrix4f();
    private final Matrix4f rays = new Matrix4f();
    private final FrustumIntersection sight = new FrustumIntersection();
    private float pxPerRadian;

    void look(Camera camera, int width, int height) {
        projection.setPerspective(camera.fieldOfView(), (float) width / height, NEAR, FAR);
        turn.rotationX(-camera.pitch()).rotateY(-camera.yaw());
        projection
                .mul(turn, viewProjection)
                .translate(-camera.eye().x(), -camera.eye().y(), -camera.eye().z());
        projection.mul(turn, rays).invert();
        sight.set(viewProjection);
        pxPerRadian = height / (2 * (float) Math.tan(camera.fieldOfView() / 2));
    }

    Matrix4f viewProjection() {
        return viewProjection;
    }

    /** From the corners of the far plane to directions from the eye. */
    Matrix4f rays() {
        return rays;
    }

    /** From the site to the axes of the eye, turned only. */
    Matrix4f turn() {
        return turn;
    }

    FrustumIntersection sight() {
        return sight;
    }

    float pxPerRadian() {
        return pxPerRadian;
    }
}
